"""`new` writes files that are complete, in style and faultless."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.portals import contents, edit, run

OTHERS = {"project": "content/projects/web-shop", "indicator": "content/indicators/web-shop"}


@pytest.mark.parametrize("kind", OTHERS)
def test_a_new_record_has_no_fault(kind: str, portal: Path) -> None:
    """It is in the canonical style and passes `check`, which counts what is still to be written."""
    said = run(portal, "new", kind, "web-shop")
    path = f"{OTHERS[kind]}.yaml"
    assert (0, f"Written: {path}") == (said.code, said.out.partition("\n")[0])
    checked = run(portal, "check")
    assert 0 == checked.code
    lines = (portal / path).read_text(encoding="utf-8").count("'…'")
    assert lines == checked.err.count(f"{path}:") == checked.err.count("is still to be written")


@pytest.mark.parametrize("kind", OTHERS)
def test_a_new_record_is_in_every_language(kind: str, portal: Path) -> None:
    """Each text and the address have a line for every language of the portal."""
    run(portal, "new", kind, "web-shop")
    text = (portal / f"{OTHERS[kind]}.yaml").read_text(encoding="utf-8")
    assert text.count("  sv: '…'") == text.count("  fi: '…'") > 0
    assert "slug:\n  sv: 'web-shop'\n  fi: 'web-shop'\n" in text


@pytest.mark.parametrize("kind", OTHERS)
def test_prose_is_written_for_every_language_when_asked_for(kind: str, portal: Path) -> None:
    """--prose adds a text in each language, which `check` accepts, too."""
    before = set(contents(portal))
    assert 0 == run(portal, "new", kind, "web-shop", "--prose").code
    names = {f"{OTHERS[kind]}{ending}" for ending in (".yaml", ".sv.md", ".fi.md")}
    assert names == set(contents(portal)) - before
    checked = run(portal, "check")
    assert (0, 0) == (checked.code, checked.err.count("canonical style"))
    assert checked.err.count(f"{OTHERS[kind]}.sv.md:5:1: warning") == 1


def test_an_address_that_is_taken_gets_a_number(portal: Path) -> None:
    """An id may be what another page has, or had, as its address: the new page gets another."""
    edit(portal, "roadmap: '2024'", "aliases:\n  fi:\n    - 'kundapp'\nroadmap: '2024'")
    assert 0 == run(portal, "new", "project", "kundapp").code
    text = (portal / "content/projects/kundapp.yaml").read_text(encoding="utf-8")
    assert "  sv: 'kundapp-2'\n  fi: 'kundapp-2'\n" in text
    assert 0 == run(portal, "check").code


@pytest.mark.parametrize("taken", ["web-shop.yaml", "web-shop.fi.md"])
def test_nothing_is_overwritten(taken: str, portal: Path) -> None:
    """Where one of the files exists, none is written: a text without its record is a fault, so both are made."""
    run(portal, "new", "project", "web-shop", "--prose")
    edit(portal, "'…'", "'Webbutik'", "content/projects/web-shop.yaml")
    before = contents(portal)
    said = run(portal, "new", "project", "web-shop", "--prose")
    assert (1, "content/projects/web-shop.yaml exists already; nothing was written.\n") == (said.code, said.err)
    assert before == contents(portal)
    assert f"content/projects/{taken}" in before


@pytest.mark.parametrize("record_id", ["Web-Shop", "webb butik", "näthandel", "-web", "web--shop", "", "../web"])
def test_a_bad_id_is_wrong_usage(record_id: str, portal: Path) -> None:
    """An id is a file's name and an address for ever: letters a–z, digits, hyphens between them."""
    before = contents(portal)
    said = run(portal, "new", "project", "--", record_id)
    assert (2, f"“{record_id}” cannot be an id: write lowercase letters, digits and hyphens.\n") == (
        said.code,
        said.err,
    )
    assert before == contents(portal)


@pytest.mark.parametrize("record_id", ["con", "prn", "aux", "nul", "com1", "lpt9"])
def test_an_id_that_windows_keeps_for_a_device_is_wrong_usage(record_id: str, portal: Path) -> None:
    """No editor there could fetch a file of that name; a longer one is no device."""
    before = contents(portal)
    said = run(portal, "new", "project", record_id)
    assert (2, f"“{record_id}” cannot be used here: Windows keeps the name for a device.\n") == (said.code, said.err)
    assert before == contents(portal)
    assert 0 == run(portal, "new", "project", f"{record_id}0").code


def test_faults_are_mended_first(portal: Path) -> None:
    """A new record refers to others, which must be whole."""
    edit(portal, "status: 'done'", "status: 'dones'")
    said = run(portal, "new", "project", "web-shop")
    assert (1, "The content has faults; mend them first (build.py check).\n") == (said.code, said.err)


def test_what_a_record_refers_to_comes_first(portal: Path) -> None:
    """Without a roadmap there is nothing that a project could belong to."""
    for name in ("projects/customer-app.yaml", "projects/customer-app.sv.md", "projects/customer-app.fi.md"):
        (portal / "content" / name).unlink()
    (portal / "content" / "roadmaps" / "2024.yaml").unlink()
    said = run(portal, "new", "project", "web-shop")
    assert (1, True) == (said.code, said.err.startswith("The content has no “roadmaps” yet"))
