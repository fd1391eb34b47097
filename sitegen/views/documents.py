"""From when what a page tells is, and when the source was written: what a silence of it is worth depends on that.

In: an edition and dates. Out: a sentence. It must not know on which page the sentence stands.
"""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.language.dates import Form
from sitegen.language.marks import N_
from sitegen.views.edition import Edition

AS_OF: Mapping[tuple[bool, bool], str] = {
    (False, False): N_("The latest data is %(dates)s."),
    (True, False): N_("The latest data is %(dates)s, for finished projects %(done)s."),
    (False, True): N_("Where the source gives a date, the latest data is %(dates)s."),
    (True, True): N_("Where the source gives a date, the latest data is %(dates)s, for finished projects %(done)s."),
}
"""By whether finished projects are named apart, and whether some projects have no date."""


def as_of(edition: Edition, dates: tuple[str, ...], done: tuple[str, ...] = (), undated: int = 0) -> str:
    """What the data of a page is as of; without dates, when the source was written.

    done: those of them that only finished projects have, which are named apart from the others. undated: how many
    projects of the page have no date.
    """
    if not dates:
        return written(edition)
    others = tuple(date for date in dates if date not in done)
    language, apart = edition.language, bool(others and done)
    said = language.gettext(
        AS_OF[apart, bool(undated)],
        dates=_from(edition, others if apart else dates),
        **({"done": _from(edition, done)} if apart else {}),
    )
    if not undated:
        return said
    without = language.ngettext("For %(n)s project it gives no date.", "For %(n)s projects it gives no date.", undated)
    return f"{said} {without}"


def _from(edition: Edition, dates: tuple[str, ...]) -> str:
    return edition.language.list(edition.language.date(date, Form.FROM) for date in dates)


def written(edition: Edition) -> str:
    """From when the latest document is, whether that is our estimate; or that none has a date."""
    language, documents = edition.language, edition.portal.documents
    dated = [(document.date, document.estimated) for document in documents if document.date]
    if not dated:
        return language.ngettext("The source is undated.", "The sources are undated.", len(documents))
    date, estimated = max(dated)
    when = language.date(date, Form.FROM)
    if estimated:
        return language.ngettext(
            "The source is %(when)s, by our estimate.",
            "The latest source is %(when)s, by our estimate.",
            len(documents),
            when=when,
        )
    return language.ngettext("The source is %(when)s.", "The latest source is %(when)s.", len(documents), when=when)
