"""Cross-checks between records: references, ids given twice, citations, addresses, prose, links in prose.

In: validated records with the documents they came from. Out: problems. What a record refers to is declared
beside its fields (`Ref`); this module only walks the declarations, so a new reference needs no line here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sitegen.language.marks import N_
from sitegen.model.faults import nearest
from sitegen.model.fields import Record, Ref
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
}


@dataclass(frozen=True)
class Entry:
    """A validated record with the document that it was read from."""

    record: Record
    document: YamlDocument

    def problem(self, loc: Key, message: Message, hint: Message | None = None) -> Problem:
        """A problem at `loc` of the record."""
        place = self.document.place(loc)
        return Problem(self.document.path, place.line, place.column, message, hint)


def walk(record: Record, loc: Key = ()) -> Iterator[tuple[Key, Record]]:
    """The record itself and every record within it, each with its place."""
    yield loc, record
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, Record):
            yield from walk(value, (*loc, name))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, Record):
                    yield from walk(item, (*loc, name, index))


def references(record: Record, loc: Key) -> Iterator[tuple[Key, str, str]]:
    """(place, kind referred to, id) of the references that the record's own fields hold."""
    for name, field in type(record).model_fields.items():
        for ref in (mark for mark in field.metadata if isinstance(mark, Ref)):
            value = getattr(record, name)
            ids = value if isinstance(value, tuple) else (value,)
            for index, found in enumerate(ids):
                if found is not None:
                    yield (*loc, name, index) if isinstance(value, tuple) else (*loc, name), ref.kind, found


def check_references(entry: Entry, known: Mapping[str, tuple[str, ...]]) -> Iterator[Problem]:
    """Every reference leads to a record. Kinds that are absent from `known` could not be read: no word on them."""
    for loc, record in walk(entry.record):
        for place, kind, found in references(record, loc):
            if kind in known and found not in known[kind]:
                yield entry.problem(place, *dangling(kind, found, known[kind]))


def dangling(kind: str, found: str, known: tuple[str, ...]) -> tuple[Message, Message]:
    """The words for a reference that leads nowhere."""
    message = say("There is no %(kind)s with the id “%(id)s”.", kind=say(KIND_NAMES[kind]), id=found)
    if near := nearest(found, list(known)):
        return message, say("Did you mean “%(near)s”?", near=near)
    return message, say("Write one of: %(choices)s.", choices=", ".join(known) or "–")


def check_twice(entry: Entry) -> Iterator[Problem]:
    """No list of a file holds one id twice."""
    for loc, record in walk(entry.record):
        for name in type(record).model_fields:
            value = getattr(record, name)
            if isinstance(value, tuple):
                yield from _twice_in(entry, (*loc, name), value)


def _twice_in(entry: Entry, loc: Key, items: tuple[object, ...]) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for index, item in enumerate(items):
        item_id = getattr(item, "id", None)
        if item_id is None:
            continue
        if item_id in seen:
            first = entry.document.place((*loc, seen[item_id], "id"))
            yield entry.problem((*loc, index, "id"), *taken(str(item_id), entry.document.path, first.line))
        seen.setdefault(item_id, index)


def taken(value: str, path: str, line: int) -> tuple[Message, Message]:
    """The words for an id, slug or code that is given twice."""
    return (
        say("“%(value)s” is already used in %(path)s, line %(line)s.", value=value, path=path, line=line),
        say("Choose another one."),
    )


def check_citations(entry: Entry, sections: Mapping[tuple[str, str], Section]) -> Iterator[Problem]:
    """Every citation leads to a section, and to a row or line that the section has."""
    documents = {document for document, _ in sections}
    for loc, record in walk(entry.record):
        if isinstance(record, Citation) and record.document in documents:
            yield from _check_citation(entry, loc, record, sections)


def _check_citation(
    entry: Entry, loc: Key, citation: Citation, sections: Mapping[tuple[str, str], Section]
) -> Iterator[Problem]:
    section = sections.get((citation.document, citation.section))
    if section is None:
        known = [name for document, name in sections if document == citation.document]
        near = nearest(citation.section, known)
        hint = say("Did you mean “%(near)s”?", near=near) if near else None
        message = say(
            "The document “%(document)s” has no section “%(id)s”.", document=citation.document, id=citation.section
        )
        yield entry.problem(
            (*loc, "section"), message, hint or say("Write one of: %(choices)s.", choices=", ".join(known))
        )
        return
    for name, number, items in (("row", citation.row, section.rows), ("line", citation.line, section.lines)):
        if number is not None and number > len(items):
            yield entry.problem(
                (*loc, name),
                say(
                    "The section “%(id)s” has no “%(name)s” number %(number)s.", id=section.id, name=name, number=number
                ),
                say("Write a number from 1 to %(count)s.", count=len(items)),
            )


def check_unique(values: list[tuple[str, Entry, Key]]) -> Iterator[Problem]:
    """No two entries share a value. values: (value, entry, place of the value)."""
    seen: defaultdict[str, list[tuple[Entry, Key]]] = defaultdict(list)
    for value, entry, loc in values:
        if seen[value]:
            first, first_loc = seen[value][0]
            line = first.document.place(first_loc).line
            yield entry.problem(loc, *taken(value.rpartition("/")[2], first.document.path, line))
        seen[value].append((entry, loc))
