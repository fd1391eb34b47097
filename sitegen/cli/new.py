"""The files of a new record, complete but for what only an editor can say.

In: kind, id, and what checking found. Out: files by path, every language given, or why there are none. What an
editor must fill in stands as “…”, which `check` accepts as text but readers would see: so it is hard to miss.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sitegen.model.check import Checked
from sitegen.model.fields import ID_PATTERN
from sitegen.model.kinds import INDICATOR, PROJECT
from sitegen.model.portal import Portal
from sitegen.source.problems import Message, say
from sitegen.source.style import write_yaml

OPEN = "…"


def new_files(kind: str, record_id: str, checked: Checked, root: Path) -> tuple[Mapping[str, str], Message | None]:
    """The files of a new project or indicator."""
    if not ID_PATTERN.fullmatch(record_id):
        return {}, say("“%(value)s” cannot be an id: write lowercase letters, digits and hyphens.", value=record_id)
    if checked.portal is None:
        return {}, say("The content has faults; mend them first (build.py check).")
    path = {"project": PROJECT, "indicator": INDICATOR}[kind].path.replace("{id}", record_id)
    if (root / path).exists():
        return {}, say("%(path)s exists already; nothing was written.", path=path)
    data = {"project": _project, "indicator": _indicator}[kind](checked.portal, record_id)
    return {path: write_yaml(data)}, None


def _project(portal: Portal, record_id: str) -> dict[str, Any]:
    roadmap = portal.roadmaps[-1].id
    return {
        "id": record_id,
        "slug": _every(portal, record_id),
        "roadmap": roadmap,
        "title": _every(portal, OPEN),
        "problem": _every(portal, OPEN),
        "source": _source(portal),
    }


def _indicator(portal: Portal, record_id: str) -> dict[str, Any]:
    year = portal.programme.years[-1].id if portal.programme.years else portal.programme.end
    return {
        "id": record_id,
        "slug": _every(portal, record_id),
        "group": portal.programme.groups[0].id,
        "title": _every(portal, OPEN),
        "unit": portal.programme.units[0].id,
        "target": {"text": _every(portal, OPEN), "source": _source(portal)},
        "observations": [{"period": year, "text": _every(portal, OPEN), "source": _source(portal)}],
        "source": _source(portal),
    }


def _every(portal: Portal, text: str) -> dict[str, str]:
    return dict.fromkeys(portal.languages, text)


def _source(portal: Portal) -> dict[str, str]:
    document = portal.documents[-1]
    return {"document": document.id, "section": document.sections[0].id}
