"""The files of a new record, complete but for what only an editor can say.

In: kind, id, and what checking found. Out: files by path, every language given, or why there are none. What an
editor must fill in stands as “…”, which `check` accepts as text and counts as a warning.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any

from sitegen.model.addresses import addressed
from sitegen.model.check import Checked
from sitegen.model.fields import Record
from sitegen.model.kinds import INDICATOR, INDICATOR_PROSE, PROJECT, PROJECT_PROSE
from sitegen.model.portal import Portal
from sitegen.model.unset import OPEN
from sitegen.source.problems import Message, say
from sitegen.source.style import write_prose, write_yaml

KINDS = {"project": (PROJECT, PROJECT_PROSE), "indicator": (INDICATOR, INDICATOR_PROSE)}


def new_files(
    kind: str, record_id: str, checked: Checked, root: Path, *, prose: bool = False
) -> tuple[Mapping[str, str], Message | None]:
    """The files of a new project or indicator. prose: a text in each language with them."""
    if checked.portal is None:
        return {}, say("The content has faults; mend them first (build.py check).")
    if lacking := _lacking(checked.portal, kind):
        return {}, say("The content has no “%(kind)s” yet, to which a new record refers: add them first.", kind=lacking)
    files = dict(_files(kind, record_id, checked.portal, prose=prose))
    for path in files:
        if (root / path).exists():
            return {}, say("%(path)s exists already; nothing was written.", path=path)
    return files, None


def _lacking(portal: Portal, kind: str) -> str | None:
    """What a new record would have to refer to, and cannot: nothing of its kind is there."""
    programme = portal.programme
    sections = tuple(section for document in portal.documents for section in document.sections)
    needed: dict[str, dict[str, tuple[Record, ...]]] = {
        "project": {"roadmaps": portal.roadmaps, "sources": sections},
        "indicator": {"groups": programme.groups, "units": programme.units, "sources": sections},
    }
    return next((name for name, found in needed[kind].items() if not found), None)


def _files(kind: str, record_id: str, portal: Portal, *, prose: bool) -> Iterator[tuple[str, str]]:
    facts, texts = KINDS[kind]
    data = {"project": _project, "indicator": _indicator}[kind](portal, record_id)
    yield facts.path.replace("{id}", record_id), write_yaml(data)
    for language in portal.languages if prose else ():
        path = texts.path.replace("{id}", record_id).replace("{language}", language)
        yield path, write_prose({kind: record_id}, OPEN)


def _project(portal: Portal, record_id: str) -> dict[str, Any]:
    return {
        "id": record_id,
        "slug": _slug(portal, "project", record_id),
        "roadmap": portal.roadmaps[-1].id,
        "title": _every(portal, OPEN),
        "problem": _every(portal, OPEN),
        "source": _source(portal),
    }


def _indicator(portal: Portal, record_id: str) -> dict[str, Any]:
    year = portal.programme.years[-1].id if portal.programme.years else portal.programme.end
    return {
        "id": record_id,
        "slug": _slug(portal, "indicator", record_id),
        "group": portal.programme.groups[0].id,
        "title": _every(portal, OPEN),
        "unit": portal.programme.units[0].id,
        "target": {"text": _every(portal, OPEN), "source": _source(portal)},
        "observations": [{"period": year, "text": _every(portal, OPEN), "source": _source(portal)}],
        "source": _source(portal),
    }


def _slug(portal: Portal, kind: str, record_id: str) -> dict[str, str]:
    """The id as address; with a number where a page of the kind has or had that address."""
    taken = {
        (language, slug)
        for each, record in addressed(portal)
        for language in portal.languages
        for slug in (record.slug[language], *record.aliases.get(language, ()))
        if each == kind
    }
    return {language: _free(language, record_id, taken) for language in portal.languages}


def _free(language: str, record_id: str, taken: set[tuple[str, str]]) -> str:
    names = (record_id if number == 1 else f"{record_id}-{number}" for number in count(1))
    return next(name for name in names if (language, name) not in taken)


def _every(portal: Portal, text: str) -> dict[str, str]:
    return dict.fromkeys(portal.languages, text)


def _source(portal: Portal) -> dict[str, str]:
    """The first section of the newest document that has any: an editor names the right one."""
    document = next(document for document in reversed(portal.documents) if document.sections)
    return {"document": document.id, "section": document.sections[0].id}
