"""`check` beyond its cases: formats, and what was published before."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from sitegen.source.text import split_lines
from tests.cli.portals import PROJECT, edit, published, run
from tests.conftest import built

OTHER = "content/projects/web-shop.yaml"


def test_github_gets_one_annotation_a_problem(portal: Path) -> None:
    """File, line and column are properties; message and hint are the text, its percent signs escaped."""
    edit(portal, "status: 'done'", "status: 'dones'")
    edit(portal, "amount: 8700", "amount: 100 %")
    said = run(portal, "check", "--format", "github")
    assert 1 == said.code
    place = f"::error file={PROJECT},line"
    near = "Did you mean “done”? The others are: started."
    instead = "Write the number alone, without unit, spaces or quotes: 100."
    assert [
        f"{place}=13,col=13::There is no status with the id “dones”.%0Ahelp: {near}",
        f"{place}=19,col=13::“100 %25” is not a plain number.%0Ahelp: {instead}",
        "Faults: 2. Warnings: 0.",
        "",
    ] == split_lines(said.out)


def test_github_reads_the_portals_first_language(portal: Path) -> None:
    """Annotations stand beside the editors' own words; --lang asks for another language."""
    edit(portal, "status: 'done'", "status: 'dones'")
    annotation = run(portal, "check", "--format", "github", lang=None).out.partition("\n")[0]
    assert run(portal, "check", "--format", "github", lang="sv").out.startswith(annotation)
    assert not run(portal, "check", "--format", "github", lang="fi").out.startswith(annotation)


def test_warnings_are_counted_and_do_not_fail(portal: Path) -> None:
    """A portal with warnings only is fit to be published."""
    edit(portal, "feedback: 'digi@example.org'\n", "", "content/portal.yaml")
    edit(portal, "id: 'customer-app'", "id: customer-app")
    said = run(portal, "check")
    assert (0, "Faults: 0. Warnings: 2.\n") == (said.code, said.out)


def test_a_site_holds_against_itself(portal: Path, site: Path) -> None:
    """What was built of the same content has lost nothing, as a folder and as a published site."""
    assert 0 == run(portal, "check", "--against", str(site)).code
    with published(site) as address:
        assert 0 == run(portal, "check", "--against", address).code


@pytest.mark.parametrize("kind", ["folder", "site"])
def test_an_address_that_vanished_is_refused(kind: str, portal: Path, site: Path) -> None:
    """A new slug loses an address in that language; the old one among the aliases answers it."""
    edit(portal, "sv: 'kundapp'", "sv: 'stadens-app'")
    with published(site) as address:
        against = address if kind == "site" else str(site)
        lost = run(portal, "check", "--against", against)
        assert 1 == lost.code
        assert f"{against}:1:1: error: The address /sv/projekt/kundapp/ was published and has vanished.\n" in lost.err
        assert 1 == lost.err.count("has vanished")
        edit(portal, "roadmap: '2024'", "aliases:\n  sv:\n    - 'kundapp'\nroadmap: '2024'")
        assert 0 == run(portal, "check", "--against", against).code


def test_an_alias_of_a_section_answers_for_its_pages_that_are_there(portal: Path, site: Path) -> None:
    """A section's alias leads on what lies below it; a page that is gone from there is lost all the same."""
    settings = "content/portal.yaml"
    edit(portal, "      sv: 'projekt'\n      fi: 'hankkeet'", "      sv: 'initiativ'\n      fi: 'hankkeet'", settings)
    assert 2 == run(portal, "check", "--against", str(site)).err.count("has vanished")
    edit(portal, "      fi: 'hankkeet'", "      fi: 'hankkeet'\n    aliases:\n      sv:\n        - 'projekt'", settings)
    assert 0 == run(portal, "check", "--against", str(site)).code
    edit(portal, "sv: 'kundapp'", "sv: 'stadens-app'")
    said = run(portal, "check", "--against", str(site)).err
    assert 1 == said.count("has vanished")
    assert "/sv/projekt/kundapp/" in said
    edit(portal, "roadmap: '2024'", "aliases:\n  sv:\n    - 'kundapp'\nroadmap: '2024'")
    assert 0 == run(portal, "check", "--against", str(site)).code


TAKEN = "The address /sv/projekt/%s/ was that of project:%s and leads to project:%s now.\n"
ALIAS = "aliases:\n  sv:\n    - 'kundapp'\nroadmap: '2024'"


@pytest.fixture
def two(portal: Path) -> Path:
    """The root of a portal with a second project."""
    text = (portal / PROJECT).read_text(encoding="utf-8")
    changes = {"'customer-app'": "'web-shop'", "'A1'": "'A2'", "'kundapp'": "'natbutik'", "'asiakas": "'verkko"}
    for old, new in changes.items():
        text = text.replace(old, new, 1)
    (portal / OTHER).write_text(text, encoding="utf-8")
    return portal


@pytest.mark.parametrize("kind", ["folder", "site"])
def test_an_address_that_another_record_has_taken_over_is_refused(kind: str, two: Path, tmp_path: Path) -> None:
    """Two slugs that changed places: each address still answers, with what nobody meant who linked to it."""
    out = built(two, tmp_path / "public")
    edit(two, "sv: 'kundapp'", "sv: 'natbutik'")
    edit(two, "sv: 'natbutik'", "sv: 'kundapp'", OTHER)
    with published(out) as address:
        said = run(two, "check", "--against", address if kind == "site" else str(out))
    assert (1, "Faults: 2. Warnings: 0.\n") == (said.code, said.out)
    assert TAKEN % ("kundapp", "customer-app", "web-shop") in said.err
    assert TAKEN % ("natbutik", "web-shop", "customer-app") in said.err


@pytest.mark.parametrize("taking", [("sv: 'natbutik'", "sv: 'kundapp'"), ("roadmap: '2024'", ALIAS)])
def test_an_earlier_address_stays_with_its_record(taking: tuple[str, str], two: Path, tmp_path: Path) -> None:
    """As long as there is that record, no other may take it, neither as its own address nor as an alias."""
    edit(two, "sv: 'kundapp'", "sv: 'stadens-app'")
    edit(two, "roadmap: '2024'", ALIAS)
    out = str(built(two, tmp_path / "public"))
    edit(two, ALIAS, "roadmap: '2024'")
    lost = "The address /sv/projekt/kundapp/ was published and has vanished.\n"
    assert lost in run(two, "check", "--against", out).err
    edit(two, *taking, OTHER)
    assert TAKEN % ("kundapp", "customer-app", "web-shop") in run(two, "check", "--against", out).err


def test_an_alias_answers_for_a_record_that_is_gone(two: Path, tmp_path: Path) -> None:
    """Another replaces it, and says so; only with its own page it may not stand there as if it were the old one."""
    out = str(built(two, tmp_path / "public"))
    (two / OTHER).unlink()
    assert 2 == run(two, "check", "--against", out).err.count("/ was published and has vanished")
    edit(two, "roadmap: '2024'", "aliases:\n  sv:\n    - 'natbutik'\n  fi:\n    - 'verkkosovellus'\nroadmap: '2024'")
    assert "/projekt/natbutik/ " not in run(two, "check", "--against", out).err
    edit(two, "    - 'natbutik'", "    - 'kundapp'")
    edit(two, "sv: 'kundapp'", "sv: 'natbutik'")
    assert TAKEN % ("natbutik", "web-shop", "customer-app") in run(two, "check", "--against", out).err


def test_where_nothing_is_published_yet_nothing_is_compared(
    portal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server without a site, and a name that no server has yet: that is told, and no fault."""
    (tmp_path / "empty").mkdir()
    with published(tmp_path / "empty") as address:
        said = run(portal, "check", "--against", address)
    nothing = "warning: No portal is published here yet (there is no addresses.json): nothing was compared.\n"
    assert (0, "Faults: 0. Warnings: 1.\n", f"{address}:1:1: {nothing}") == said
    monkeypatch.setattr(socket, "getaddrinfo", unknown_name)
    assert (0, True) == ((said := run(portal, "check", "--against", "https://new.example")).code, nothing in said.err)


def unknown_name(*_: object, **__: object) -> None:
    """What the system says of a name that there is not."""
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


def test_a_site_that_cannot_be_read_is_a_fault(portal: Path, tmp_path: Path) -> None:
    """No answer is not a good answer: a folder without a site, no server, and what no portal has written."""
    missing = run(portal, "check", "--against", str(tmp_path / "nowhere"))
    assert (1, True) == (missing.code, "cannot be read: No such file or directory" in missing.err)
    (tmp_path / "site").mkdir()
    empty = run(portal, "check", "--against", str(tmp_path / "site"))
    assert (1, True) == (empty.code, "cannot be read: No such file or directory" in empty.err)
    with published(tmp_path / "site") as address:
        for content in ("<!doctype html>", "[]", '{"pages": {}}', '{"pages": {"/": 1}, "aliases": {}}'):
            (tmp_path / "site" / "addresses.json").write_text(content, encoding="utf-8")
            other = run(portal, "check", "--against", address)
            assert (1, True) == (other.code, "cannot be read" in other.err), content
    gone = run(portal, "check", "--against", address)
    assert (1, True) == (gone.code, "Connection refused" in gone.err)
    nonsense = run(portal, "check", "--against", "http://[nowhere")
    assert (1, True) == (nonsense.code, "cannot be read" in nonsense.err)


MANY = {
    "a field too many": ("content/projects/customer-app.yaml", "".join(f"k{number}: 'x'\n" for number in range(3_000))),
    "an item without fields": ("content/indicators/app-users.yaml", "observations:\n" + "  - x: 'y'\n" * 3_000),
    "a wrong status": (
        "content/projects/customer-app.yaml",
        "statuses:\n" + "  - {as_of: '2024', status: 'x', source: {document: 'report', section: 'x'}}\n" * 1_000,
    ),
    "a link to no page": ("content/pages/about.sv.md", "\n[x](page:none)" * 900),
    "a sign that cannot be seen": ("content/pages/about.sv.md", "\x01\n" * 3_000),
}


@pytest.mark.parametrize("name", MANY)
def test_of_thousands_of_faults_in_a_file_a_hundred_are_told(name: str, portal: Path) -> None:
    """And that there are more: nobody reads them, and they have one cause."""
    path, added = MANY[name]
    file = portal / path
    kept = file.read_text(encoding="utf-8").split(added.partition(":\n")[0] + ":\n")[0] if ":\n" in added else None
    file.write_text((file.read_text(encoding="utf-8") if kept is None else kept) + added, encoding="utf-8")
    said = run(portal, "check")
    told = [line for line in said.err.splitlines() if line.startswith(path)]
    assert 1 == said.code
    assert 101 <= len(told) <= 203
    assert "error: The file has more faults than are told here." in said.err
