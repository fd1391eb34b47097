"""A small faultless portal in memory, and what checking says of it once it is edited."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from sitegen.model.check import Checked, check
from sitegen.model.portal import Portal
from sitegen.source.problems import Message, Problem
from sitegen.source.report import translate
from sitegen.source.tree import Sources, read_sources, read_tree
from tests.conftest import ROOT

PROJECT = "content/projects/customer-app.yaml"
INDICATOR = "content/indicators/app-users.yaml"
ROADMAP = "content/roadmaps/2024.yaml"
PROGRAMME = "content/programme.yaml"
SETTINGS = "content/portal.yaml"
DOCUMENT = "content/sources/report.yaml"
TEXT = "content/projects/customer-app.sv.md"
PAGE = "content/pages/about.sv.md"

Edit = tuple[str, str, str]
"""Path, wording that stands in it, and what stands in its place."""


@cache
def files() -> Mapping[str, bytes]:
    """The files of the faultless portal of the check cases."""
    found, problems = read_tree(ROOT / "tests" / "cases" / "check" / "base")
    assert () == problems
    return found


def edited(*edits: Edit, added: Mapping[str, str] | None = None, removed: tuple[str, ...] = ()) -> Mapping[str, bytes]:
    """The files with edits, with more files, or with fewer."""
    texts = {path: content.decode() for path, content in files().items() if path not in removed} | dict(added or {})
    for path, old, new in edits:
        assert old in texts[path]
        texts[path] = texts[path].replace(old, new, 1)
    return {path: text.encode() for path, text in texts.items()}


def sources(*edits: Edit, added: Mapping[str, str] | None = None, removed: tuple[str, ...] = ()) -> Sources:
    """The edited portal as the source room reads it, without a fault there."""
    read, problems = read_sources(edited(*edits, added=added, removed=removed))
    assert () == problems
    return read


def checked(*edits: Edit, added: Mapping[str, str] | None = None, removed: tuple[str, ...] = ()) -> Checked:
    """What checking says of the edited portal."""
    return check(sources(*edits, added=added, removed=removed))


def portal(*edits: Edit, added: Mapping[str, str] | None = None) -> Portal:
    """The edited portal, which has no fault."""
    found = checked(*edits, added=added)
    assert found.portal is not None, said(found)
    return found.portal


def said(found: Checked) -> list[str]:
    """Each problem as place and sentence, in the order of paths."""
    return sorted(f"{each.path}:{each.line}:{each.column}: {words(each.message)}" for each in found.problems)


def hints(found: Checked) -> list[str]:
    """What is to be written instead, in the order of `said`."""

    def place(problem: Problem) -> tuple[str, int, int]:
        return problem.path, problem.line, problem.column

    return [words(each.hint) for each in sorted(found.problems, key=place) if each.hint]


def words(message: Message) -> str:
    """A message in English."""
    return translate(message, str)
