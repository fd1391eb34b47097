"""Every place where validation can fail leads an editor to a line, a column and a sentence.

The records are walked by reflection: a field that is added tomorrow is tried tomorrow. For each kind of file a
document with every field filled is made out of the declarations, and then spoilt, one value at a time.
"""

from __future__ import annotations

import copy
import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Union, get_args, get_origin

import pytest
from pydantic.fields import FieldInfo

from sitegen.model import fields, forms
from sitegen.model.check import validate
from sitegen.model.faults import ALSO_AS
from sitegen.model.fields import Record
from sitegen.model.indicators import Observation, Target
from sitegen.model.kinds import FACTS, PROSE, Kind
from sitegen.model.programme import Roles
from sitegen.model.projects import Amount
from sitegen.model.sentences import SENTENCES
from sitegen.model.settings import Settings
from sitegen.model.sources import Citation, Section
from sitegen.model.sources import Document as PrintedDocument
from sitegen.source.document import Document
from sitegen.source.problems import Problem
from sitegen.source.report import translate
from sitegen.source.style import write_yaml
from sitegen.source.yamltext import read_yaml

LANGUAGES = ("sv", "fi")
KINDS = (*FACTS, *PROSE)
SAMPLES: Mapping[object, Any] = {
    fields.Line: "Kundapp",
    fields.Cell: "Kundapp",
    fields.Id: "customer-app",
    fields.Date: "2024-01-22",
    fields.Number: 8700,
    fields.Address: "https://example.org/a",
    fields.Origin: "https://example.org",
    fields.LanguageTag: "fi",
    fields.CurrencyCode: "EUR",
    fields.Contact: "digi@example.org",
    fields.LanguageCode: "fi",
    fields.Text: {"sv": "Kundapp", "fi": "Asiakassovellus"},
    fields.ShortText: {"sv": "App", "fi": "Sovellus"},
    forms.Counted: {"sv": "användare", "fi": {"one": "käyttäjä", "other": "käyttäjää"}},
    fields.Slug: {"sv": "kundapp", "fi": "asiakassovellus"},
    fields.Aliases: {"sv": ["app"], "fi": ["sovellus"]},
    int: 1,
    bool: True,
    str: "Kundapp",
}
TOGETHER: Mapping[type[Record], tuple[str, ...]] = {PrintedDocument: ("date", "estimated", "read_from")}
"""Fields of which none is given without the others."""
EXCLUSIVE: Mapping[type[Record], tuple[str, ...]] = {
    Observation: ("number", "about", "text", "missing"),
    Target: ("level", "growth", "text"),
    Amount: ("amount", "about"),
    Citation: ("row", "line"),
}
"""Fields that exclude each other. A full document has the first of them."""
Loc = tuple[str | int, ...]
Wrong = tuple[Any, Loc, bool]
"""A wrong value, the place within it that is told of, and whether that is told at its key."""


def plain(annotation: Any) -> Any:  # noqa: ANN401 - annotations are of any type
    """An annotation without None and, where it is none of the types of fields, without its metadata."""
    if any(annotation == known for known in SAMPLES):
        return annotation
    if get_origin(annotation) is Annotated:
        return plain(get_args(annotation)[0])
    if get_origin(annotation) in (Union, types.UnionType):
        return plain(next(part for part in get_args(annotation) if part is not type(None)))
    return annotation


def declared(record: type[Record], name: str) -> Any:  # noqa: ANN401 - annotations are of any type
    """The type of a field, with the metadata that pydantic has taken apart put together again."""
    field: FieldInfo = record.model_fields[name]
    known = [(each, *get_args(each)) for each in SAMPLES if get_origin(each) is Annotated]
    fitting = [
        (len(marks), number)
        for number, (_, base, *marks) in enumerate(known)
        if base == field.annotation and all(mark in field.metadata or isinstance(mark, FieldInfo) for mark in marks)
    ]
    return known[max(fitting)[1]][0] if fitting else plain(field.annotation)


def sample(annotation: Any, along: Loc | None) -> Any:  # noqa: ANN401 - content is plain data of any type
    """A valid value of a type."""
    for known, value in SAMPLES.items():
        if annotation == known:
            return copy.deepcopy(value)
    if get_origin(annotation) is tuple:
        return [sample(plain(get_args(annotation)[0]), along[1:] if along else along)]
    if issubclass(annotation, Enum):
        return next(iter(annotation)).value
    return full(annotation, along)


def full(record: type[Record], along: Loc | None = None) -> dict[str, Any]:
    """A document with every field of `record` that can stand beside the others.

    along: leave out what is neither required nor on the way to this place: what is small is read quickly.
    """
    first, *others = EXCLUSIVE.get(record, ("",))
    names = [name for name in record.model_fields if name not in others]
    if along is not None:
        needed = {name for name, field in record.model_fields.items() if field.is_required()} | {first}
        needed |= {name for name in TOGETHER.get(record, ()) if along[:1] and along[0] in TOGETHER[record]}
        names = [name for name in names if name in needed or name in along[:1]]
    ways = {name: along[1:] if name in along[:1] else () for name in names} if along is not None else {}
    return {name: sample(declared(record, name), ways.get(name)) for name in names}


@dataclass(frozen=True)
class Spot:
    """A field of a kind of file: where it stands, in which record, and its type."""

    loc: Loc
    record: type[Record]
    name: str
    annotation: Any

    @property
    def required(self) -> bool:
        """Whether the field cannot be left out."""
        return self.record.model_fields[self.name].is_required()


def spots(record: type[Record], loc: Loc = ()) -> Iterator[Spot]:
    """Every field that the full document has, those of records within it too."""
    for name in full(record):
        annotation = declared(record, name)
        yield Spot((*loc, name), record, name, annotation)
        inner, at = annotation, (*loc, name)
        if get_origin(annotation) is tuple and annotation not in SAMPLES:
            inner, at = plain(get_args(annotation)[0]), (*at, 0)
        if isinstance(inner, type) and issubclass(inner, Record):
            yield from spots(inner, at)


EVERY = [(kind, spot) for kind in KINDS for spot in spots(kind.record)]


def put(data: Any, loc: Loc, value: Any) -> Any:  # noqa: ANN401 - content is plain data of any type
    """A copy of `data` with `value` at `loc`."""
    made = copy.deepcopy(data)
    node = made
    for part in loc[:-1]:
        node = node[part]
    node[loc[-1]] = value
    return made


def without(data: Any, loc: Loc) -> Any:  # noqa: ANN401 - content is plain data of any type
    """A copy of `data` without what stands at `loc`."""
    made = copy.deepcopy(data)
    node = made
    for part in loc[:-1]:
        node = node[part]
    del node[loc[-1]]
    return made


def problems(kind: Kind, data: Mapping[str, Any]) -> tuple[Document, list[Problem]]:
    """What validation says of `data`, written to a file and read again."""
    document, unread = read_yaml("content/x.yaml", write_yaml(data).encode())
    assert document is not None, unread
    return document, validate(document, kind.record, LANGUAGES)[1]


def is_told(kind: Kind, data: Mapping[str, Any], loc: Loc, *, at_key: bool = False) -> Problem:
    """The one problem of `data`, which must stand at `loc` and be in words of ours."""
    document, found = problems(kind, data)
    assert 1 == len(found), [translate(each.message, str) for each in found]
    place = document.key_place(loc) if at_key else document.place(loc)
    assert (place.line, place.column) == (found[0].line, found[0].column)
    sentence = translate(found[0].message, str)
    assert found[0].message.msgid in {message for message, _ in SENTENCES.values()}
    assert found[0].hint is not None
    assert sentence.endswith(".")
    assert translate(found[0].hint, str).endswith((".", "?"))
    assert "Input should" not in sentence
    return found[0]


def here(values: Sequence[object]) -> tuple[Wrong, ...]:
    """Values that are wrong as a whole."""
    return tuple((value, (), False) for value in values)


NO_TEXT = here([True, Decimal("2.5"), ["a"], {"sv": "a"}])
NO_ID = (*NO_TEXT, *here(["", "Å ä ö ?"]))


def no_texts(good: Mapping[str, str]) -> tuple[Wrong, ...]:
    """What is wrong for a text in each language."""
    return (
        *here(["Kundapp", ["Kundapp"], 2024, True]),
        ({**good, "fi": ""}, ("fi",), False),
        ({**good, "fi": 2024}, ("fi",), False),
        ({**good, "fi": ["Kundapp"]}, ("fi",), False),
        ({"sv": good["sv"]}, (), True),
        ({**good, "xx": "app"}, ("xx",), True),
    )


WRONG: Mapping[object, tuple[Wrong, ...]] = {
    fields.Text: no_texts(SAMPLES[fields.Text]),
    fields.ShortText: (
        *no_texts(SAMPLES[fields.ShortText]),
        ({"sv": "a" * 41, "fi": "Sovellus"}, ("sv",), False),
    ),
    fields.Slug: no_texts(SAMPLES[fields.Slug]),
    forms.Counted: (
        *no_texts(SAMPLES[forms.Counted]),
        ({"sv": "användare", "fi": {"one": "käyttäjä"}}, ("fi",), True),
        ({"sv": "användare", "fi": {"one": "käyttäjä", "few": "x", "other": "käyttäjää"}}, ("fi", "few"), True),
        ({"sv": "användare", "fi": {"one": "", "other": "käyttäjää"}}, ("fi",), False),
        ({"sv": "användare", "fi": {"one": 1, "other": "käyttäjää"}}, ("fi",), False),
    ),
    fields.Aliases: (
        *here(["app", ["app"], 2024]),
        ({"sv": "app"}, ("sv",), False),
        ({"sv": ["Å app"]}, ("sv", 0), False),
        ({"xx": ["app"]}, ("xx",), True),
    ),
    fields.Number: here(["8700,50", "8 700 €", "ca 50", "8.700", "", True, ["8700"], {"sv": "8700"}, "1_000", "12:30"]),
    fields.Cell: NO_TEXT,
    fields.Line: (*NO_TEXT, *here([""])),
    int: here(["1", True, Decimal("1.5"), [1], {"sv": 1}]),
    bool: here(["true", "ja", 1, [True]]),
    fields.Id: (*NO_ID, *here(["aux"])),
    fields.Date: NO_ID,
    fields.Address: NO_ID,
    fields.LanguageTag: (*NO_ID, *here(["xx", "fi_FI"])),
    fields.CurrencyCode: (*NO_ID, *here(["euro"])),
    fields.Origin: (*NO_ID, *here(["https://example.org/a"])),
    fields.Contact: NO_ID,
    fields.LanguageCode: NO_ID,
}


def wrong(annotation: Any) -> Iterator[Wrong]:  # noqa: ANN401 - annotations are of any type
    """What is wrong for a field of a type."""
    known = [values for each, values in WRONG.items() if each == annotation]
    if known:
        yield from known[0]
    elif get_origin(annotation) is tuple:
        yield from here(["Kundapp", 2024, {"sv": "a"}])
        inner = wrong(plain(get_args(annotation)[0]))
        yield from (([value], (0, *within), at_key) for value, within, at_key in inner)
    elif issubclass(annotation, Enum):
        yield from here(["no-such-word", "", 12, True, ["a"], {"sv": "a"}])
    else:
        yield from here(["Kundapp", 2024, ["Kundapp"]])


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.path)
def test_a_full_document_is_faultless(kind: Kind) -> None:
    """What the tests below spoil is valid before: every problem is of their making."""
    assert [] == problems(kind, full(kind.record))[1]


def test_every_field_of_every_record_is_tried() -> None:
    """The walk leaves out no field but those that exclude another."""
    tried = {(spot.record, spot.name) for _, spot in EVERY}
    there = {(record, name) for record, _ in tried for name in record.model_fields}
    assert {(record, name) for record, (_, *names) in EXCLUSIVE.items() for name in names} == there - tried


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.path)
def test_a_wrong_value_is_one_problem_at_its_place(kind: Kind) -> None:
    """A value of each wrong sort in each field: one problem, where the value stands."""
    for spot in (spot for each, spot in EVERY if each is kind):
        for value, within, at_key in wrong(spot.annotation):
            is_told(kind, put(full(kind.record, spot.loc), spot.loc, value), (*spot.loc, *within), at_key=at_key)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.path)
def test_a_missing_field_is_told_where_it_is_missed(kind: Kind) -> None:
    """Without a required field: one problem, at the field that it should stand in, and with the name to write."""
    for spot in (spot for each, spot in EVERY if each is kind and spot.required):
        problem = is_told(kind, without(full(kind.record, spot.loc), spot.loc), spot.loc[:-1], at_key=True)
        assert f"“{spot.name}”" in translate(problem.message, str)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.path)
def test_a_field_too_many_is_told_at_its_name(kind: Kind) -> None:
    """An unknown field in each group of fields: one problem, at its name."""
    for loc in {spot.loc[:-1] for each, spot in EVERY if each is kind}:
        is_told(kind, put(full(kind.record, (*loc, "zzz")), (*loc, "zzz"), "Kundapp"), (*loc, "zzz"), at_key=True)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.path)
def test_a_misspelt_field_is_one_problem(kind: Kind) -> None:
    """A required field under a name nearly its own is not missed as well."""
    for spot in (spot for each, spot in EVERY if each is kind and spot.required and len(spot.name) > 3):
        misspelt = (*spot.loc[:-1], f"{spot.name}s" if not spot.name.endswith("s") else spot.name[:-1])
        moved = put(without(full(kind.record, spot.loc), spot.loc), misspelt, "Kundapp")
        if misspelt[-1] in spot.record.model_fields:
            continue
        problem = is_told(kind, moved, misspelt, at_key=True)
        assert f"Did you mean “{spot.name}”?" == translate(problem.hint, str) if problem.hint else None


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.path)
def test_null_is_nothing_only_where_a_field_may_be_left_out(kind: Kind) -> None:
    """`null` in a required field is one problem at its place; elsewhere it is one, or the field left out."""
    for spot in (spot for each, spot in EVERY if each is kind):
        spoilt = put(full(kind.record, spot.loc), spot.loc, None)
        default = spot.record.model_fields[spot.name].default
        if spot.required or default is not None:
            is_told(kind, spoilt, spot.loc)
        elif spot.name in EXCLUSIVE.get(spot.record, ())[:1] and spot.record is not Citation:
            is_told(kind, spoilt, spot.loc[:-1])
        elif spot.name in TOGETHER.get(spot.record, ()):
            place = "estimated" if spot.name == "read_from" else "read_from"
            is_told(kind, spoilt, (*spot.loc[:-1], place))
        else:
            assert [] == problems(kind, spoilt)[1]


@pytest.mark.parametrize(("record", "names"), [("costs", ("amount", "about")), ("savings", ("amount", "about"))])
def test_what_excludes_each_other_is_told_once(record: str, names: tuple[str, str]) -> None:
    """Two of the fields: at the second. None of them: at the record. Told in the record's terms both times."""
    kind = next(kind for kind in FACTS if kind.name == "project")
    both = put(full(kind.record), (record, 0, names[1]), 50)
    assert "Given: amount, about" in translate(is_told(kind, both, (record, 0, names[1])).message, str)
    none = without(full(kind.record), (record, 0, names[0]))
    assert "missing: amount, about" in translate(is_told(kind, none, (record, 0)).message, str)


def test_a_citation_has_a_row_or_a_line() -> None:
    """Both are one problem, at the second; so it is wherever a citation stands."""
    for kind, spot in EVERY:
        if spot.record is Citation and spot.name == "row":
            loc = (*spot.loc[:-1], "line")
            is_told(kind, put(full(kind.record, spot.loc), loc, 1), loc)


def test_a_row_fits_its_table() -> None:
    """A row with a cell too many is told at that row."""
    kind = next(kind for kind in FACTS if kind.name == "document")
    rows = [{"cells": ["a"]}, {"cells": ["a", "b"]}]
    assert "rows" in Section.model_fields
    is_told(kind, put(full(kind.record), ("sections", 0, "rows"), rows), ("sections", 0, "rows", 1))


BY_HAND: Mapping[str, tuple[type[Record], str]] = {
    "greater_than_equal": (Citation, "document: 'report'\nsection: 'status'\nrow: 0"),
    "too_short": (Settings, "languages: []"),
    "text_lines": (Roles, 'roles: []\nnote: "a\\nb"'),
    "text_unseen": (Roles, 'roles: []\nnote: "a\\x80b"'),
    "date_written": (Observation, "period: '1.10.2024'"),
    "number_groups": (Observation, "period: '2024'\nnumber: 8,654"),
    "date_impossible": (Observation, "period: '2024-13'"),
    "estimate_part": (
        PrintedDocument,
        "id: a\nslug: {sv: a, fi: a}\ntitle: {sv: a, fi: a}\nlanguage: sv\nsections: []\ndate: 2024\nestimated: true",
    ),
    "cells_count": (Section, "id: 'status'\nheading: 'Projekt'\nrows:\n  - cells: ['a']"),
}
"""Faults that need more than one wrong value in a full document."""


@pytest.mark.parametrize("name", BY_HAND)
def test_a_fault_of_its_own_sort_is_told(name: str) -> None:
    """What no sweep brings out is told in its own sentence, too."""
    record, text = BY_HAND[name]
    document, unread = read_yaml("content/x.yaml", text.encode())
    assert document is not None, unread
    assert SENTENCES[name][0] in {problem.message.msgid for problem in validate(document, record, LANGUAGES)[1]}


def test_every_sentence_has_its_fault() -> None:
    """No row of the table of sentences is without a value that brings it out."""
    brought = {SENTENCES[name][0] for name in BY_HAND}
    for kind, spot in EVERY:
        good, beside = full(kind.record, spot.loc), spot.loc[:-1]
        spoilt = [put(good, spot.loc, value) for value, _, _ in wrong(spot.annotation)]
        spoilt += [without(good, spot.loc), *(put(good, (*beside, name), 1) for name in ("zzz", "about"))]
        brought |= {problem.message.msgid for data in spoilt for problem in problems(kind, data)[1]}
    assert [] == [name for name, (message, _) in SENTENCES.items() if message not in brought]
    assert set(ALSO_AS.values()) <= set(SENTENCES)
