"""`explain` tells in one line why a file was made anew, or was not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.portals import edit, run, small_portal

PAGE = "sv/projekt/kundapp/index.html"


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A portal that was built, edited and built again."""
    portal = small_portal(tmp_path_factory.mktemp("edited") / "portal")
    run(portal, "build")
    edit(portal, "status: 'done'", "status: 'started'")
    run(portal, "build")
    return portal


@pytest.fixture
def copy(edited: Path, tmp_path: Path) -> Path:
    """The same, to go on with."""
    return Path(shutil.copytree(edited, tmp_path / "copy"))


@pytest.mark.parametrize(
    "path", [PAGE, "sv/projekt/kundapp/", "/sv/projekt/kundapp", "https://digi.example.org/sv/projekt/kundapp/?a#b"]
)
def test_a_page_goes_by_its_path_and_its_address(path: str, edited: Path) -> None:
    """One line tells the field with both values; a few more follow."""
    said = run(edited, "explain", path)
    assert (0, "") == (said.code, said.err)
    lines = said.out.splitlines()
    assert f'{PAGE} was made anew: view.status.text was "Färdigt", is "Påbörjat"' == lines[0]
    assert lines[1:-1] == [line for line in lines[1:-1] if line.startswith("  also: view.")]
    assert 7 == len(lines)
    assert lines[-1].startswith("  and more: ")


def test_a_file_on_the_disk_is_explained_too(edited: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a shell completes its path, from wherever one stands."""
    expected = run(edited, "explain", PAGE)
    assert expected == run(edited, "explain", str(edited / "public" / PAGE))
    monkeypatch.chdir(edited)
    assert expected == run(edited, "explain", f"public/{PAGE}")


def test_what_was_left_alone_is_told(edited: Path) -> None:
    """No page is named that was not asked for."""
    said = run(edited, "explain", "robots.txt")
    assert (0, "robots.txt was not made anew: nothing that it is made of had changed.\n", "") == said


def test_a_build_without_a_change_is_told(copy: Path) -> None:
    """Before what was told of the build that changed something."""
    before = run(copy, "explain", "/sv/om/").out
    run(copy, "build")
    first = "Nothing has changed in the last build. In the one before that changed anything:\n"
    assert (0, f"{first}{before}", "") == run(copy, "explain", "/sv/om/")


@pytest.mark.parametrize("path", ["sv/nowhere/", "", "/", "../secret", "public"])
def test_what_no_build_made_is_a_fault(path: str, portal: Path) -> None:
    """Before the first build that is every path."""
    said = run(portal, "explain", path)
    assert (1, "") == (said.code, said.out)
    assert said.err.startswith("No build that is remembered here has made ")


def test_the_account_follows_all_others(edited: Path) -> None:
    """It is no riddle why it changes."""
    said = run(edited, "explain", "build.json")
    assert (0, "build.json holds the digest of every other file: it changes with each of them.\n", "") == said


def test_a_value_is_cut_to_where_it_differs(copy: Path) -> None:
    """A line stays a line."""
    about = "content/pages/about.sv.md"
    edit(copy, "'Om portalen'", f"'Om {'lång ' * 30}ett'", about)
    run(copy, "build")
    edit(copy, "ett'", "två'", about)
    run(copy, "build")
    first = run(copy, "explain", "/sv/om/").out.splitlines()[0]
    assert first.endswith(' was …lång lång lång lång ett", is …lång lång lång lång två"')


def test_nothing_that_is_shown_can_steer_a_terminal(edited: Path) -> None:
    """Whatever is asked for."""
    assert "\x1b" not in run(edited, "explain", "/sv/\x1b[2J/").err
