"""The strings are many, and they reach every text field that is declared."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sitegen.model.check import check
from sitegen.source.tree import read_sources, read_tree
from sitegen.source.yamltext import read_yaml
from tests.safety.injected import ACCEPTED, ADDED, LINDHAMN, declared, harmless, places, written
from tests.safety.strings import GROUPS, STRINGS


def test_there_are_two_hundred_strings_of_each_kind_that_is_known() -> None:
    """Of elements, attributes, drawings, styles, schemes, entities, templates, data, formulas, prose and letters."""
    assert len(STRINGS) >= 200
    assert all(len(group) >= 5 for group in GROUPS.values())
    assert {"elements", "attributes", "drawings", "styles", "schemes", "entities"} <= GROUPS.keys()
    assert {"templates", "data", "formulas", "prose", "letters"} <= GROUPS.keys()


def test_every_text_field_is_filled(tmp_path: Path) -> None:
    """A field that is declared and stands nowhere in the portal would go untested; each holds every string."""
    texts = written(tmp_path / "portal", str)
    assert declared() == {place.field for place in texts}
    for field in ("Settings.name", "Project.title", "Status.printed", "PageFront.title"):
        said = "\n".join(text for place, text in texts.items() if place.field == field)
        assert [] == [string for string in ACCEPTED if string not in said], field


def test_what_is_not_tried_in_texts_is_refused_there() -> None:
    """A string that a text cannot hold stands on no page but in Markdown; most can be held."""
    for string in {*STRINGS} - {*ACCEPTED}:
        document, problems = read_yaml("a.yaml", f"a: {json.dumps(string, ensure_ascii=False)}\n".encode())
        assert (None, True) == (document, bool(problems))
    assert len(ACCEPTED) >= 200


def test_nothing_but_the_texts_is_changed(tmp_path: Path) -> None:
    """With harmless words the portal has the same records as before."""
    written(tmp_path / "portal", harmless)
    old, new = (read_sources(read_tree(root)[0])[0] for root in (LINDHAMN, tmp_path / "portal"))
    assert len(places(old)) + len(ADDED) == len(places(new))


@pytest.mark.parametrize("field", ["base_url", "currency", "theme"])
def test_a_field_that_is_no_text_refuses_every_string(field: str, tmp_path: Path) -> None:
    """Addresses, codes and ids have a form, and none of the strings has it."""
    written(tmp_path / "portal", harmless)
    path = tmp_path / "portal" / "content" / "portal.yaml"
    lines = path.read_text("utf-8").splitlines()
    (at,) = (number for number, line in enumerate(lines) if line.startswith(f"{field}:"))
    accepted = []
    for string in STRINGS:
        lines[at] = f"{field}: {json.dumps(string, ensure_ascii=False)}"
        sources, unread = read_sources({"content/portal.yaml": "\n".join(lines).encode()})
        told = check(sources, unread, looks=("plain",)).problems
        faults = {problem.line for problem in told if "portal" in problem.path}
        accepted += [] if at + 1 in faults else [string]
    assert [] == accepted
