"""The forms that a date takes within a sentence.

In: a date as the content has it (year, month or day), a translator and CLDR's month names. Out: the date with the
preposition or ending that its place in a sentence asks for. The patterns are messages: a language that inflects
writes its endings there. Nothing here knows a language by name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from sitegen.language.marks import N_


class Form(StrEnum):
    """What a date is to its sentence.

    When something was, since when, from what start it is counted, what time it belongs to, when it dates from.
    """

    IN = "in"
    SINCE = "since"
    START = "start"
    OF = "of"
    FROM = "from"


PATTERNS: Mapping[Form, tuple[str, str, str]] = {
    Form.IN: (N_("in %(year)s"), N_("in %(month)s %(year)s"), N_("on %(month)s %(day)s, %(year)s")),
    Form.SINCE: (N_("since %(year)s"), N_("since %(month)s %(year)s"), N_("since %(month)s %(day)s, %(year)s")),
    Form.START: (
        N_("starting from %(year)s"),
        N_("starting from %(month)s %(year)s"),
        N_("starting from %(month)s %(day)s, %(year)s"),
    ),
    Form.OF: (N_("of %(year)s"), N_("of %(month)s %(year)s"), N_("of %(month)s %(day)s, %(year)s")),
    Form.FROM: (N_("from %(year)s"), N_("from %(month)s %(year)s"), N_("from %(month)s %(day)s, %(year)s")),
}
"""How a year, a month and a day are written in each form. The month is CLDR's stand-alone name."""


def inflected(date: str, form: Form, months: Mapping[int, str], gettext: Callable[[str], str]) -> str:
    """The date in the form. months: stand-alone names by their numbers from 1. gettext: translates a pattern."""
    year, *rest = date.split("-")
    names = ("month", "day")[: len(rest)]
    numbers = dict(zip(names, map(int, rest), strict=True))
    values = {"year": year, **numbers, **({"month": months[numbers["month"]]} if rest else {})}
    return gettext(PATTERNS[form][len(rest)]) % values
