"""The content of this checkout: nothing printed is lost where a text is mended, and its own words keep their rules.

A text is compared with the cited cell word by word, in the document's own language: marks, spaces and capitals are
the portal's. Words that the text has otherwise must stand in a `printed` of the record or of what it belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import pytest

from sitegen import pipeline
from sitegen.model.fields import Record
from sitegen.model.portal import Portal
from sitegen.model.programme import Distribution, Group, Rule, Unit
from sitegen.model.sources import Citation, Document

ROOT = Path(__file__).resolve().parents[2]
WORDED = frozenset({"title", "name", "problem", "text", "words", "funding"})
"""The fields that say what the source says."""
TYPOGRAPHY = {
    "straight quotes": r'"',
    "a space that breaks before % or €": r"\d [%€]",
    "a space that breaks inside a number": r"\d \d{3}(?!\d)",
    "a hyphen for a dash": r"(?<=\s)-(?=\s)|(?<![\d-])\d+-\d+(?![\d-])",
    "two full stops": r"\.\.",
    "a space too many": r"\s[,;?!]|\s\.(?!\w)|\s{2}",
}
OF_THE_WORLD = r"(?i)\b(ännu|vielä|ei tiedetä|inte (är )?känt|ei ilmene)\b"
"""A silence is said of the source as it is, not of the world, and by one term."""


@dataclass(frozen=True)
class Wording:
    """A text of a record. printed: the forms kept for it. source: where it is from; None: it is our own."""

    where: str
    field: str
    texts: Mapping[str, str]
    printed: tuple[str, ...]
    source: Citation | None


@cache
def content() -> Portal:
    """The records of this checkout."""
    portal = pipeline.read(ROOT).checked.portal
    assert portal is not None
    return portal


def records() -> tuple[Record, ...]:
    """The records that editors write, each with all that belongs to it."""
    portal = content()
    return (portal.settings, portal.programme, *portal.roles, *portal.roadmaps, *portal.projects, *portal.indicators)


def wordings(record: Record, where: str = "", printed: tuple[str, ...] = ()) -> Iterator[Wording]:
    """Every text in the languages of the portal, but addresses, from the record down; forms of a word in one."""
    where = getattr(record, "id", where)
    printed = (*printed, *getattr(record, "printed", ()))
    own = isinstance(record, Distribution | Rule | Unit)
    own |= isinstance(record, Group) and record.named_here
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, Record):
            yield from wordings(value, where, printed)
        elif isinstance(value, tuple):
            for each in value:
                yield from wordings(each, where, printed) if isinstance(each, Record) else ()
        elif isinstance(value, Mapping) and name not in ("slug", "aliases"):
            source = None if own or name not in WORDED else getattr(record, "source", None)
            texts = {code: text if isinstance(text, str) else ", ".join(text.values()) for code, text in value.items()}
            yield Wording(f"{where}.{name}", name, texts, printed, source)


def every_wording() -> tuple[Wording, ...]:
    """The wordings of the whole content."""
    return tuple(each for record in records() for each in wordings(record))


def cells(citation: Citation) -> tuple[str, ...]:
    """What is printed at the cited place."""
    section = next(s for s in content().document[citation.document].sections if s.id == citation.section)
    if citation.row:
        return section.rows[citation.row - 1].cells
    return (section.lines[citation.line - 1],) if citation.line else (section.heading,)


def words(text: str) -> list[str]:
    """Letters and digits, less marks, spaces and capitals."""
    return re.findall(r"\w+", text.casefold())


def stands_in(part: list[str], whole: list[str]) -> bool:
    """Whether the words stand one after the other in the others."""
    return any(part == whole[start : start + len(part)] for start in range(len(whole) - len(part) + 1))


def lost(text: str, cell: str, printed: tuple[str, ...]) -> list[str]:
    """What the cell has otherwise than the text and no printed form keeps; of a word put in, what it parted.

    A text may say a part of the cell: what stands before and after that is none of its own.
    """
    before, after = words(cell), words(text)
    runs = [
        before[low:high] if high > low else before[max(low - 1, 0) : low + 1]
        for kind, low, high, *_ in SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
        if kind != "equal" and not (kind == "delete" and (low == 0 or high == len(before)))
    ]
    return [" ".join(run) for run in runs if not any(stands_in(run, words(form)) for form in printed)]


def nearest(text: str, citation: Citation) -> str:
    """The cell that the text is a wording of."""
    return max(cells(citation), key=lambda cell: SequenceMatcher(None, words(cell), words(text)).ratio())


def test_no_printed_wording_is_lost() -> None:
    """Where a text differs from what it cites, the printed words are kept and can be searched for."""
    cited = [(each, each.source) for each in every_wording() if each.source]
    language = {document.id: document.language for document in content().documents}
    missing = {
        each.where: lost(text, nearest(text, source), each.printed)
        for each, source in cited
        for text in [each.texts[language[source.document]]]
    }
    assert {} == {where: runs for where, runs in missing.items() if runs}
    assert len(missing) > len(content().projects)


def transcript(document: Document) -> Iterator[str]:
    """All that is printed in a document."""
    for section in document.sections:
        yield from (section.heading, *section.lines, *(cell for row in section.rows for cell in row.cells))


def test_what_is_called_printed_is_printed() -> None:
    """Every printed form stands letter by letter in a document."""
    pages = [text for document in content().documents for text in transcript(document)]
    forms = {form for each in every_wording() for form in each.printed}
    assert set() == {form for form in forms if not any(form in text for text in pages)}
    assert forms


def test_a_remark_quotes_what_stands_there() -> None:
    """The words that a remark quotes are those of a document, or of a text of its record: none is made up."""
    pages = [text for document in content().documents for text in transcript(document)]
    texts = [
        (each.where.partition(".")[0], each.field, text) for each in every_wording() for text in each.texts.values()
    ]
    quoted = [(id_, words) for id_, field, text in texts if field == "remark" for words in re.findall("”(.+?)”", text)]
    own = {id_: "\n".join((*pages, *(t for i, f, t in texts if i == id_ and f != "remark"))) for id_, _ in quoted}
    assert [] == [(id_, words) for id_, words in quoted if words.casefold() not in own[id_].casefold()]
    assert quoted


def own_texts() -> Iterator[tuple[str, str]]:
    """(where, text) of all that is published and not printed: texts of records, and prose."""
    yield from ((each.where, text) for each in every_wording() for text in each.texts.values())
    for path in sorted((ROOT / "content").rglob("*.md")):
        # Addresses, front matter and marks of lists and emphasis are not read aloud.
        prose = re.sub(r"(?m)^---$.*?^---$|\]\([^)]*\)|^ *[-*] |`[^`]*`", "", path.read_text("utf-8"), flags=re.DOTALL)
        yield from ((path.name, line) for line in prose.splitlines())


@pytest.mark.parametrize("fault", TYPOGRAPHY)
def test_typography_is_that_of_a_book(fault: str) -> None:
    """Curly quotes, dashes, and no-break spaces in numbers and before % and €."""
    assert [] == [each for each in own_texts() if re.search(TYPOGRAPHY[fault], each[1])]


def test_a_title_does_not_end_with_a_full_stop() -> None:
    """As a heading it needs none, and in a sentence it would end that."""
    titles = [each for each in every_wording() if each.field in ("title", "name")]
    assert [] == [each.where for each in titles if any(text.endswith(".") for text in each.texts.values())]


def test_silences_are_said_of_the_source() -> None:
    """What we say ourselves (rules, remarks, descriptions, pages) tells what the source shows, by one term."""
    cited = {each.where for each in every_wording() if each.source}
    assert [] == [each for each in own_texts() if each[0] not in cited and re.search(OF_THE_WORLD, each[1])]
