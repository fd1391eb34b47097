"""The border: documents and prose become a Portal, or problems, all of them at once.

In: what the source room read. Out: a Checked value. Each file is validated against its declaration and
cross-checked with the others, whatever faults it has; what is wrong at one place is told once.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from sitegen.model.addresses import addresses
from sitegen.model.assembly import Entries, assemble
from sitegen.model.faults import Loc, given, renamed, sentence
from sitegen.model.fields import Record
from sitegen.model.kinds import (
    DOCUMENT,
    FACTS,
    INDICATOR,
    PAGE,
    PROGRAMME,
    PROJECT,
    PROSE,
    ROADMAP,
    ROLES,
    SETTINGS,
    kind_of,
)
from sitegen.model.known import ids, known_names
from sitegen.model.links import check_links
from sitegen.model.near import Names
from sitegen.model.once import check_once
from sitegen.model.portal import Portal
from sitegen.model.prose import check_prose, record_path
from sitegen.model.references import Entry, check_citations, check_references
from sitegen.model.settings import OPTIONAL, SectionId, Settings
from sitegen.model.sources import Document
from sitegen.source.problems import Problem, limited, say
from sitegen.source.tree import Sources
from sitegen.source.yamltext import Document as YamlDocument

R = TypeVar("R", bound=Record)

MOST_ERRORS = 1000
"""Of one file, that are looked at to find those that are told."""
AT_KEY = frozenset({"extra_forbidden", "missing", "language_missing", "form_missing", "form_unknown"})
"""Faults that are told at the name of a field, not at its value; what is missing, at the field that it misses in."""


@dataclass(frozen=True)
class Checked:
    """What checking found: the portal where nothing stands in its way, and every problem."""

    portal: Portal | None
    problems: tuple[Problem, ...]
    languages: tuple[str, ...]


def check(sources: Sources, faults: tuple[Problem, ...] = (), *, looks: tuple[str, ...] | None = None) -> Checked:
    """Validate and cross-check everything.

    faults: what reading has already found. looks: the names of those there are; None: the look is not checked.
    """
    languages = _languages(sources)
    entries, invalid = _validate(sources, languages, _currency(sources))
    dangling = list(_references(entries, known_names(sources, entries, looks)))
    # A name where an id belongs breaks the rule for ids, too; which ids there are is of more use.
    invalid = _besides(invalid, dangling)
    problems = [*faults, *_misplaced(sources), *_required(sources), *invalid, *dangling]
    problems += _besides(_cross_check(sources, entries, languages), problems)
    portal = None if problems else assemble(sources, entries)
    problems += check_links(sources.prose, _pages_by_kind(sources), _paths(portal))
    return Checked(None if problems else portal, tuple(problems), languages)


def _besides(problems: Iterable[Problem], told: Iterable[Problem]) -> list[Problem]:
    """The problems at places of which nothing is told yet."""
    places = {_place(problem) for problem in told}
    return [problem for problem in problems if _place(problem) not in places]


def _place(problem: Problem) -> tuple[str, int, int]:
    return problem.path, problem.line, problem.column


def _pages_by_kind(sources: Sources) -> Mapping[str, Collection[str]]:
    """The ids of the pages of each kind that a link can name."""
    records = {kind.name: dict.fromkeys(ids(sources, kind)) for kind in (DOCUMENT, ROADMAP, PROJECT, INDICATOR, PAGE)}
    there = _addressed(sources)
    return records | {"section": dict.fromkeys(section.value for section in SectionId if section in there)}


def _addressed(sources: Sources) -> frozenset[str]:
    """The ids of the sections that there are: what every portal has, and what the settings list."""
    settings = sources.documents.get(SETTINGS.path)
    listed = settings.data.get("sections") if settings and isinstance(settings.data, dict) else None
    items = listed if isinstance(listed, list) else []
    return frozenset({*SectionId} - OPTIONAL) | {str(item.get("id")) for item in items if isinstance(item, dict)}


def _paths(portal: Portal | None) -> Collection[str] | None:
    return dict.fromkeys(sorted(place.path for place in addresses(portal).places.values())) if portal else None


def _languages(sources: Sources) -> tuple[str, ...]:
    """The language codes of the settings, as far as they can be read."""
    settings = sources.documents.get(SETTINGS.path)
    listed = settings.data.get("languages") if settings and isinstance(settings.data, dict) else None
    codes = [item.get("code") for item in listed if isinstance(item, dict)] if isinstance(listed, list) else []
    return tuple(code for code in codes if isinstance(code, str))


def _currency(sources: Sources) -> str:
    """The currency code of the settings, as it was typed."""
    settings = sources.documents.get(SETTINGS.path)
    return str(settings.data.get("currency", "")) if settings and isinstance(settings.data, dict) else ""


def _misplaced(sources: Sources) -> Iterator[Problem]:
    for path in [*sources.documents, *sources.prose]:
        if kind_of(path) is None:
            yield Problem(
                path,
                1,
                1,
                say("No file belongs here."),
                say("The places are: %(places)s.", places=", ".join(_places())),
            )


def _places() -> list[str]:
    return [kind.path for kind in FACTS + PROSE]


def _required(sources: Sources) -> Iterator[Problem]:
    for kind in (SETTINGS, PROGRAMME, ROLES):
        if kind.path not in sources.files:
            yield Problem(kind.path, 1, 1, say("The file is missing."), say("Every portal has this file."))


def _validate(sources: Sources, languages: tuple[str, ...], currency: str) -> tuple[Entries, list[Problem]]:
    entries: dict[str, Entry] = {}
    problems: list[Problem] = []
    fronts = {path: prose.front for path, prose in sources.prose.items()}
    for path, document in {**sources.documents, **fronts}.items():
        if (placed := kind_of(path)) is None:
            continue
        record, faults = validate(document, placed[0].record, languages, currency)
        problems += faults
        entries[path] = Entry(placed[0].record, document, record)
    return Entries(entries), problems


def validate(
    document: YamlDocument, record: type[R], languages: tuple[str, ...], currency: str = ""
) -> tuple[R | None, list[Problem]]:
    """One document as a record, or the problems that stand in the way. currency: of sums, for what is to be written."""
    context = {"languages": languages, "currency": currency} if languages else None
    try:
        checked = record.model_validate(_frozen(document.data), context=context)
    except ValidationError as error:
        return None, list(limited(_problem(document, record, detail) for detail in _errors(error, record)))
    return checked, []


def _errors(error: ValidationError, record: type[Record]) -> list[ErrorDetails]:
    """The errors, without those that others bring with them.

    A field is not missing that stands there under a name nearly its own, nor is a list too short whose items
    are faulty.
    """
    found = error.errors(include_url=False)[:MOST_ERRORS]
    written = {renamed(each, record) for each in found}
    around = {each["loc"][:depth] for each in found for depth in range(len(each["loc"]))}
    brought: Mapping[str, Container[Loc | None]] = {"missing": written, "too_short": around}
    return [each for each in found if each["loc"] not in brought.get(each["type"], ())]


def _frozen(data: Any) -> Any:
    """The same data with tuples for lists."""
    if isinstance(data, dict):
        return {key: _frozen(value) for key, value in data.items()}
    return tuple(_frozen(item) for item in data) if isinstance(data, list) else data


def _problem(document: YamlDocument, record: type[Record], error: ErrorDetails) -> Problem:
    loc = tuple(part for part in error["loc"] if part != "[key]")
    at_key = error["type"] in AT_KEY or "[key]" in error["loc"]
    at = (*loc, *_within(error))
    place = document.key_place(at) if at_key else document.place(at)
    message, hint = sentence(error, loc, record)
    return Problem(document.path, place.line, place.column, message, hint)


def _within(error: ErrorDetails) -> tuple[str | int, ...]:
    """Where in what is wrong as a whole the fault stands: at the last field too many, in the row, at the form."""
    context = error.get("ctx") or {}
    match error["type"]:
        case "one_of" | "estimate_part":
            return tuple(given(error)[-1:])
        case "cells_count":
            return ("rows", int(context["row"]) - 1)
        case "form_missing":
            return (str(context["language"]),)
        case "form_unknown":
            return (str(context["language"]), str(context["value"]))
    return ()


def _named_as_file(sources: Sources, entry: Entry) -> Iterator[Problem]:
    """The record's own id equals its file's name; a text without its record has another fault."""
    kind, names = kind_of(entry.document.path) or (None, {})
    if kind is None or "id" not in names:
        return
    if (owner := record_path(kind, names["id"])) is not None and owner not in sources.files:
        return
    field = kind.name if "language" in names else "id"
    own = entry.document.data.get(field)
    if isinstance(own, str) and own != names["id"]:
        yield entry.problem(
            (field,),
            say("“%(value)s” differs from the file's name, “%(name)s”.", value=own, name=names["id"]),
            say("Write “%(name)s”, or rename the file.", name=names["id"]),
        )


def _references(entries: Entries, known: Mapping[str, Names]) -> Iterator[Problem]:
    sections = {
        (document.id, section.id): section for document in entries.of(Document) for section in document.sections
    }
    for entry in entries.by_path.values():
        yield from limited(check_references(entry, known))
        yield from limited(check_citations(entry, sections))


def _cross_check(sources: Sources, entries: Entries, languages: tuple[str, ...]) -> Iterator[Problem]:
    for entry in entries.by_path.values():
        yield from _named_as_file(sources, entry)
    yield from check_once(entries.by_path.values())
    yield from check_prose(sources, languages)
    yield from _sections(entries)


def _sections(entries: Entries) -> Iterator[Problem]:
    for entry in entries.by_path.values():
        if isinstance(entry.record, Settings):
            listed = [section.id for section in entry.record.sections]
            for name in (name for name in SectionId if name not in {*listed, *OPTIONAL}):
                place = entry.document.key_place(("sections",))
                yield Problem(
                    SETTINGS.path,
                    place.line,
                    place.column,
                    say("The section “%(id)s” has no address.", id=name.value),
                    say("Add an item with “id: '%(id)s'” and its “slug”.", id=name.value),
                )
