"""Cross-checks between records: what they refer to, and what they cite.

In: documents and the records that they are to be. Out: problems. What a record refers to is declared beside
its fields (`Ref`); this module only walks the declarations, so a new reference needs no line here. A document
with a fault elsewhere is walked like any other: all that can be found is found at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sitegen.language.marks import N_
from sitegen.model.faults import record_in
from sitegen.model.fields import Record, Ref
from sitegen.model.near import Names, choice
from sitegen.model.sources import Citation, Section
from sitegen.source.problems import Message, Problem, say
from sitegen.source.yamltext import Document as YamlDocument
from sitegen.source.yamltext import Key

KIND_NAMES: Mapping[str, str] = {
    "document": N_("document"),
    "status": N_("status"),
    "roadmap": N_("roadmap"),
    "theme": N_("theme"),
    "benefit": N_("benefit"),
    "need": N_("origin of need"),
    "level": N_("level"),
    "role": N_("role"),
    "unit": N_("unit"),
    "group": N_("indicator group"),
    "year": N_("year"),
    "project": N_("project"),
    "indicator": N_("indicator"),
    "look": N_("look"),
}


@dataclass(frozen=True)
class Entry:
    """A document, the type of record that it is to be, and the record itself where it has no fault."""

    kind: type[Record]
    document: YamlDocument
    record: Record | None

    def problem(self, loc: Key, message: Message, hint: Message | None = None) -> Problem:
        """A problem at `loc` of the document."""
        place = self.document.place(loc)
        return Problem(self.document.path, place.line, place.column, message, hint)

    def parts(self) -> Iterator[Part]:
        """Every group of fields in the document."""
        return parts(self.kind, self.document.data)


@dataclass(frozen=True)
class Part:
    """A group of fields in a document: where it stands, which record it is to be, and its unchecked data."""

    loc: Key
    kind: type[Record]
    data: Mapping[str, Any]

    def texts(self, name: str) -> Iterator[tuple[Key, str]]:
        """(place, text) of the texts that the field `name` holds by itself or as a list."""
        value = self.data.get(name)
        if isinstance(value, str):
            yield (*self.loc, name), value
        for index, item in enumerate(value if isinstance(value, list) else ()):
            if isinstance(item, str):
                yield (*self.loc, name, index), item


def parts(kind: type[Record], data: Any, loc: Key = ()) -> Iterator[Part]:
    """The group of fields at `loc` and every one within it, as far as the data has the declared form."""
    if not isinstance(data, dict):
        return
    yield Part(loc, kind, data)
    for name, inner in _inner(kind):
        if (value := data.get(name)) is not None:
            yield from parts(inner, value, (*loc, name))
            for index, item in enumerate(value if isinstance(value, list) else ()):
                yield from parts(inner, item, (*loc, name, index))


@cache
def _inner(kind: type[Record]) -> tuple[tuple[str, type[Record]], ...]:
    """The fields that hold groups of fields, and the records that these are to be."""
    found = ((name, record_in(field.annotation)) for name, field in kind.model_fields.items())
    return tuple((name, inner) for name, inner in found if inner is not None)


def references(part: Part) -> Iterator[tuple[Key, str, str]]:
    """(place, kind referred to, id) of the references that the part's own fields hold."""
    for name, kind in _referring(part.kind):
        for place, found in part.texts(name):
            yield place, kind, found


@cache
def _referring(kind: type[Record]) -> tuple[tuple[str, str], ...]:
    """The fields that refer to others, and the kind that they refer to."""
    marks = ((name, mark) for name, field in kind.model_fields.items() for mark in field.metadata)
    return tuple((name, mark.kind) for name, mark in marks if isinstance(mark, Ref))


def check_references(entry: Entry, known: Mapping[str, Names]) -> Iterator[Problem]:
    """Every reference leads to a record. Kinds that are absent from `known` could not be read: no word on them."""
    for part in entry.parts():
        for place, kind, found in references(part):
            if kind in known and found not in known[kind]:
                yield entry.problem(place, *dangling(kind, found, known[kind]))


def dangling(kind: str, found: str, known: Names) -> tuple[Message, Message]:
    """The words for a reference that leads nowhere."""
    message = say("There is no %(kind)s with the id “%(id)s”.", kind=say(KIND_NAMES[kind]), id=found)
    return message, choice(found, known)


def check_citations(entry: Entry, sections: Mapping[tuple[str, str], Section]) -> Iterator[Problem]:
    """Every citation leads to a section, and to a row or line that the section has."""
    documents = {document for document, _ in sections}
    for part in entry.parts():
        if part.kind is Citation and part.data.get("document") in documents:
            yield from _check_citation(entry, part, sections)


def _check_citation(entry: Entry, part: Part, sections: Mapping[tuple[str, str], Section]) -> Iterator[Problem]:
    document, name = str(part.data["document"]), part.data.get("section")
    if not isinstance(name, str):
        return
    if (section := sections.get((document, name))) is None:
        known = {each: (owned.heading,) for (owner, each), owned in sections.items() if owner == document}
        yield entry.problem((*part.loc, "section"), *_no_section(document, name, known))
        return
    for field, items in (("row", section.rows), ("line", section.lines)):
        number = part.data.get(field)
        if isinstance(number, int) and not isinstance(number, bool) and number > len(items):
            yield entry.problem((*part.loc, field), *_no_item(section.id, field, number, len(items)))


def _no_section(document: str, name: str, known: Names) -> tuple[Message, Message]:
    message = say("The document “%(document)s” has no section “%(id)s”.", document=document, id=name)
    return message, choice(name, known)


def _no_item(section: str, field: str, number: int, count: int) -> tuple[Message, Message]:
    message = say("The section “%(id)s” has no “%(name)s” number %(number)s.", id=section, name=field, number=number)
    if not count:
        return message, say("Remove “%(name)s”: the section has none.", name=field)
    return message, say("Write a number from 1 to %(count)s.", count=count)
