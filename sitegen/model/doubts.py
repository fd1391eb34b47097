"""Values that are valid, but can hardly be meant: a date out of its time, a sum in thousandths, a text twice.

In: a whole portal and the files that it was read from. Out: warnings. There is no clock: a date is held against the
document that it is cited from, and against the years of the programme.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from babel.numbers import get_currency_precision

from sitegen.model.indicators import Observation, Target
from sitegen.model.kinds import SETTINGS, kind_of
from sitegen.model.portal import Portal
from sitegen.model.projects import Amount
from sitegen.model.references import Part, parts
from sitegen.model.wordings import Wording, wordings
from sitegen.source.problems import Message, Problem, limited, say
from sitegen.source.tree import Sources
from sitegen.source.yamltext import Document as YamlDocument
from sitegen.source.yamltext import Key

SEEN = ("as_of", "period")
"""Fields that date what a document has seen."""
DATES = (*SEEN, "date", "approved")
BEFORE = 50
"""So many years before the programme a value can still be of use: a series goes back, but not to the year 24."""
AFTER = 10
"""Likewise after it."""
VALUED, NUMBERS = (Observation, Target), ("number", "about", "level")
"""The numbers of an indicator."""
THOUSAND = 3
"""Digits behind a mark between thousands."""
LEAVE_OUT = say("If the point is to separate thousands, leave it out.")
MANY_LETTERS = 10
"""In so many letters two languages differ."""
MARKS = "“”„«»‘’"
QUOTED = re.compile(f"[{MARKS}][^{MARKS}]*[{MARKS}]")


def doubts(portal: Portal, sources: Sources) -> Iterator[Problem]:
    """A warning for each value that can hardly be meant."""
    time = _Time.of(portal)
    for path, document in sources.documents.items():
        kind, _ = kind_of(path) or (None, {})
        if kind is not None and kind is not SETTINGS:
            yield from limited(_of_record(document, list(parts(kind.record, document.data)), time, portal))
    languages = tuple(language.code for language in portal.settings.languages)
    for wording in wordings(sources, languages):
        if wording.document.path != SETTINGS.path or wording.loc not in (("city",), ("city_genitive",)):
            yield from _untranslated(wording)
    yield from _untranslated_prose(sources)


@dataclass(frozen=True)
class _Time:
    """The time that dates are held against. documents: the date of each that has one."""

    start: str
    end: str
    first: int
    last: int
    documents: Mapping[str, str]

    @classmethod
    def of(cls, portal: Portal) -> _Time:
        start, end = portal.programme.start, portal.programme.end
        documents = {document.id: document.date for document in portal.documents if document.date}
        return cls(start[:4], end[:4], _year(start) - BEFORE, _year(end) + AFTER, documents)


def _of_record(document: YamlDocument, groups: list[Part], time: _Time, portal: Portal) -> Iterator[Problem]:
    yield from _thousandths(document, groups)
    for part in groups:
        for name in DATES:
            if words := _of_date(part, name, document, time):
                yield _warning(document, (*part.loc, name), *words)
        for name in ("amount", "about") if part.kind is Amount else ():
            if words := _of_sum(part.data.get(name), portal.settings.currency):
                yield _warning(document, (*part.loc, name), *words)


def _thousandths(document: YamlDocument, groups: list[Part]) -> Iterator[Problem]:
    """The first number of an indicator with three decimals, where no other has one or two."""
    values = [((*part.loc, name), part.data.get(name)) for part in groups if part.kind in VALUED for name in NUMBERS]
    numbers: dict[Key, int | Decimal] = {loc: value for loc, value in values if isinstance(value, int | Decimal)}
    doubted = next((loc for loc, value in numbers.items() if _decimals(value) == THOUSAND and not -1 < value < 1), None)
    if doubted and {_decimals(value) for value in numbers.values()} <= {0, THOUSAND}:
        message = say("“%(value)s” has three decimals, as if the point separated thousands.", value=numbers[doubted])
        yield _warning(document, doubted, message, LEAVE_OUT)


def _decimals(value: object) -> int:
    exponent = value.as_tuple().exponent if isinstance(value, Decimal) else 0
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def _of_date(part: Part, name: str, document: YamlDocument, time: _Time) -> tuple[Message, Message] | None:
    date = str(part.data.get(name, ""))
    if not date:
        return None
    cited = _cited(part, document)
    told = time.documents.get(cited, "") if name in SEEN else ""
    if told and _begin(date) > _end(told):
        message = say(
            "“%(date)s” begins after the document that it is cited from, which is of “%(told)s”.", date=date, told=told
        )
        return message, say("Correct it, or the date of the document “%(document)s”.", document=cited)
    if not time.first <= _year(date) <= time.last:
        years = f"{time.start}–{time.end}"
        message = say("“%(date)s” lies far from the years of the programme, %(years)s.", date=date, years=years)
        return message, say("Write the year as the source gives it.")
    return None


def _cited(part: Part, document: YamlDocument) -> str:
    """The id of the document that a group of fields cites; of a part of a document, its own."""
    if part.loc and part.loc[0] == "sections" and "heading" in part.data:
        return str(document.data.get("id"))
    source = part.data.get("source")
    return str(source.get("document")) if isinstance(source, dict) else ""


def _of_sum(value: object, currency: str) -> tuple[Message, Message] | None:
    if _decimals(value) <= get_currency_precision(currency):
        return None
    message = say("“%(value)s” has more decimals than a sum in %(currency)s.", value=value, currency=currency)
    return message, LEAVE_OUT


def _warning(document: YamlDocument, loc: Key, message: Message, hint: Message) -> Problem:
    place = document.place(loc)
    return Problem(document.path, place.line, place.column, message, hint, warning=True)


def _year(date: str) -> int:
    return int(date[:4])


def _begin(date: str) -> str:
    """The first day of a date of any precision."""
    return f"{date}-01-01"[:10] if len(date) < len("2024-10") else f"{date}-01"[:10]


def _end(date: str) -> str:
    """A day that no later date begins before; the length of a month does not matter for that."""
    return f"{date}-12-31"[:10] if len(date) < len("2024-10") else f"{date}-31"[:10]


def _untranslated(wording: Wording) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for language, text in wording.texts.items():
        other = first.setdefault(text, language)
        if other != language and is_worded(text):
            yield wording.warning(language, *_same(other, language))


def _untranslated_prose(sources: Sources) -> Iterator[Problem]:
    first: dict[tuple[str, str, str], str] = {}
    for path, prose in sources.prose.items():
        kind, names = kind_of(path) or (None, {})
        if kind is not None and is_worded(prose.body):
            other = first.setdefault((kind.path, names["id"], prose.body), names["language"])
            if other != names["language"]:
                yield Problem(path, prose.body_line, 1, *_same(other, names["language"]), warning=True)


def is_worded(text: str) -> bool:
    """Whether a text has so many ordinary words that it is of one language: more than a name, a number or a code.

    Words within quotation marks are names, and so are those with a capital behind the first.
    """
    words = [word.strip(".,;:!?()").replace("-", "") for word in QUOTED.sub(" ", text).split()]
    ordinary = (word for at, word in enumerate(words) if word.isalpha() and (word if at else word[1:]).islower())
    return sum(map(len, ordinary)) >= MANY_LETTERS


def _same(other: str, language: str) -> tuple[Message, Message]:
    return (
        say("The text in “%(language)s” is that in “%(other)s”.", language=language, other=other),
        say("Translate it; a name that is the same in both languages can stand in quotation marks."),
    )
