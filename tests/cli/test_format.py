"""`format` writes the one style, and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.portals import PROJECT, contents, edit, run
from tests.conftest import ROOT

LOOSE = "id: customer-app\n"
CANONICAL = "id: 'customer-app'\n"


def test_a_departure_is_written_in_style(portal: Path) -> None:
    """Order, quotes and blank lines become those of the style; only that file is touched."""
    before = contents(portal)
    edit(portal, "id: 'customer-app'\ncode: 'A1'\n", "\ncode: A1\nid: customer-app\n")
    edit(portal, "title:\n  sv: 'Kundapp'\n  fi: 'Asiakassovellus'\n", 'title: {fi: "Asiakassovellus", sv: Kundapp}\n')
    assert (0, f"Formatted: {PROJECT}\n", "") == run(portal, "format")
    assert before == contents(portal)


def test_formatting_twice_changes_nothing_more(portal: Path) -> None:
    """What is written in style stays as it is."""
    edit(portal, CANONICAL, LOOSE)
    run(portal, "format")
    before = contents(portal)
    assert (0, "", "") == run(portal, "format")
    assert before == contents(portal)


def test_prose_keeps_its_text(portal: Path) -> None:
    """The front matter is written in style; the text below it only loses blank lines around it."""
    path = "content/projects/customer-app.sv.md"
    before = (portal / path).read_text(encoding="utf-8")
    edit(portal, "project: 'customer-app'\n---\n", "project: customer-app\n---\n\n\n", path)
    assert 0 == run(portal, "format").code
    assert before == (portal / path).read_text(encoding="utf-8")


def test_a_text_that_a_number_sign_cuts_off_is_not_deleted(portal: Path) -> None:
    """YAML takes the rest of the line for a remark; that is told of, and the file is kept byte for byte."""
    edit(portal, "sv: 'Kundapp'", "sv: Kundapp #1 för tillstånd")
    before = contents(portal)
    assert 1 == run(portal, "format").code
    assert before == contents(portal)


@pytest.mark.parametrize(
    ("old", "new", "line", "column"),
    [
        ("sv: 'Kundapp'", "sv: 'Kundapp'  # why", 8, 18),
        ("sv: 'Kundapp'", "sv: 'Kund # app'# why", 8, 19),
        ("sv: 'Kundapp'", "sv: >-  # why\n    Kundapp", 8, 11),
        ("id: 'customer-app'", "# why\nid: customer-app", 1, 1),
        ("theme: 'customers'", "theme: 'customers'\n\n  # why", 12, 3),
    ],
)
def test_a_remark_is_not_deleted(old: str, new: str, line: int, column: int, portal: Path) -> None:
    """Nothing that somebody typed is lost: the file is kept byte for byte, and the remark is told of."""
    edit(portal, old, new)
    edit(portal, "id: '2024'", 'id: "2024"', "content/roadmaps/2024.yaml")
    kept = (portal / PROJECT).read_bytes()
    said = run(portal, "format")
    assert (1, "Formatted: content/roadmaps/2024.yaml\n") == (said.code, said.out)
    assert said.err.startswith(f"{PROJECT}:{line}:{column}: warning: A remark behind “#” stands here.")
    assert kept == (portal / PROJECT).read_bytes()
    assert [said.err] == [run(portal, "check").err]


def test_a_remark_in_front_matter_is_not_deleted(portal: Path) -> None:
    """It is told of at its line of the file; a heading in the text is no remark."""
    path = "content/projects/customer-app.sv.md"
    edit(portal, "project: 'customer-app'\n---\n", "project: 'customer-app' # why\n---\n\n# Heading\n", path)
    said = run(portal, "format")
    assert (1, True) == (said.code, said.err.startswith(f"{path}:2:25: warning: A remark"))


def test_a_faulty_file_is_left_alone(portal: Path) -> None:
    """It is told of and kept byte for byte; the others are written in style."""
    edit(portal, "amount: 8700", "amount: 8700 €")
    edit(portal, CANONICAL, LOOSE)
    edit(portal, "id: '2024'", 'id: "2024"', "content/roadmaps/2024.yaml")
    faulty = (portal / PROJECT).read_bytes()
    said = run(portal, "format")
    assert (1, "Formatted: content/roadmaps/2024.yaml\n") == (said.code, said.out)
    assert said.err.startswith(f"{PROJECT}:19:13: error: “8700 €” is not a plain number.")
    assert faulty == (portal / PROJECT).read_bytes()


def test_only_the_named_files_are_written(portal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file may be named from the root, from where the caller stands, or by its whole path."""
    for name in (PROJECT, str(portal / PROJECT), "customer-app.yaml"):
        monkeypatch.chdir(portal / "content" / "projects")
        edit(portal, CANONICAL, LOOSE)
        edit(portal, "id: '2024'", 'id: "2024"', "content/roadmaps/2024.yaml")
        assert (0, f"Formatted: {PROJECT}\n", "") == run(portal, "format", name)
        edit(portal, 'id: "2024"', "id: '2024'", "content/roadmaps/2024.yaml")


def test_a_file_that_is_none_of_the_content_is_wrong_usage(portal: Path) -> None:
    """Nothing is written, not even the files that were named rightly."""
    edit(portal, CANONICAL, LOOSE)
    said = run(portal, "format", PROJECT, "content/nowhere.yaml")
    assert (2, "", "content/nowhere.yaml is not a file of the content.\n") == said
    assert LOOSE in (portal / PROJECT).read_text(encoding="utf-8")


def test_the_published_content_is_in_style(tmp_path: Path) -> None:
    """`format` finds nothing to do in the real portal."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    assert (0, "", "") == run(tmp_path, "format")
    assert contents(ROOT / "content") == contents(tmp_path / "content")


@pytest.mark.parametrize("text", ["\\x80", "\\uFEFF", "\\t", "\\0"])
def test_a_character_that_no_style_can_write_is_a_fault(text: str, portal: Path) -> None:
    """An escape in double quotes can bring what no file may hold: it is told, and nothing breaks."""
    edit(portal, "sv: 'Kundapp'", f'sv: "Kund{text}app"')
    for command in ("check", "format"):
        said = run(portal, command)
        assert (1, True) == (said.code, "has a character that cannot be seen" in said.err)
