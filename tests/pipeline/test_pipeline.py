"""Content in, the files of the published tree out: the same bytes for the same content, and nothing half done."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from sitegen import pipeline
from sitegen.model.portal import Portal
from sitegen.render.theme import ThemeError
from tests.conftest import ROOT
from tests.derive.records import cost, effect, indicator, number, portal, project, settings

pytestmark = pytest.mark.usefixtures("once")
BASE = "https://city.example"
RECORDS = (
    project("well", "is-done", theme="roads", costs=(cost("5"),), effects=(effect(),)),
    project("pond", roadmap="plan-25"),
    indicator(number("2023", "1"), number("2024", "2")),
)


def made(**said: object) -> Portal:
    """A small portal with the first look here. said: settings."""
    look = min(path.parent.name for path in ROOT.glob("themes/*/theme.yaml"))
    return replace(portal(*RECORDS), settings=settings().model_copy(update={"theme": look, **said}))


def tree(
    tmp_path: Path, *, base_url: str | None = None, preview: bool = False, said_base: str | None = None
) -> Mapping[str, bytes]:
    """Its tree. The portal's own folder is empty: look and catalogs are those of the program."""
    return pipeline.tree(made(base_url=said_base), tmp_path, base_url=base_url, preview=preview)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The tree without any options."""
    return tree(tmp_path_factory.mktemp("portal"))


def test_the_same_content_gives_the_same_bytes(tmp_path: Path, whole: Mapping[str, bytes]) -> None:
    """In the same order, wherever the portal lies."""
    assert list(whole.items()) == list(tree(tmp_path).items())


def test_every_page_stands_in_a_folder_of_its_own(whole: Mapping[str, bytes]) -> None:
    """In each language, with the choice of language and a page for what is not found at the root."""
    for code, projects in (("sv", "projects-sv/well-sv"), ("en", "projects/well")):
        for path in ("index.html", "404.html", f"{projects}/index.html"):
            assert f'lang="{code}"'.encode() in whole[f"{code}/{path}"]
    assert whole["index.html"] != whole["404.html"]
    pages = [path for path in whole if path.endswith(".html")]
    assert [] == [path for path in pages if not path.endswith(("index.html", "404.html"))]


def test_no_path_leaves_the_tree(whole: Mapping[str, bytes]) -> None:
    """All are relative and without detours."""
    assert [] == [path for path in whole if path.startswith("/") or {"", ".", ".."} & set(path.split("/"))]


def test_every_file_that_a_page_names_is_there(whole: Mapping[str, bytes]) -> None:
    """Pages, tables, specifications of charts, style sheet and script."""
    named = {
        re.split("[?#]", address)[0]
        for path, content in whole.items()
        if path.endswith(".html")
        for address in re.findall(r'(?:href|src|data-spec|data-bundle)="(/[^"]*)"', content.decode())
    }
    assert len(named) > 40
    assert [] == [each for each in named if f"{each[1:]}index.html" not in whole and each[1:] not in whole]


def test_assets_are_named_after_their_content(tmp_path: Path, whole: Mapping[str, bytes]) -> None:
    """A change in a look changes the address, and no page names the old one."""
    look = made().settings.theme
    shutil.copytree(ROOT / "themes" / look, tmp_path / "themes" / look)
    (tmp_path / "themes" / look / "assets" / "style.css").write_text("p{}")
    changed = tree(tmp_path)
    (old,) = [path for path in whole if re.fullmatch(r"assets/style\.\w{16}\.css", path)]
    (new,) = [path for path in changed if re.fullmatch(r"assets/style\.\w{16}\.css", path)]
    assert old != new
    assert f"/{new}".encode() in changed["en/index.html"]
    assert old.encode() not in b"".join(changed.values())


def test_a_catalog_of_the_portal_goes_before_that_of_the_program(tmp_path: Path, whole: Mapping[str, bytes]) -> None:
    """Its messages are then its own."""
    own = tmp_path / "locale" / "sv" / "LC_MESSAGES" / "messages.po"
    own.parent.mkdir(parents=True)
    own.write_text('msgid "Skip to content"\nmsgstr "Rakt på sak"\n', encoding="utf-8")
    assert "Rakt på sak".encode() in tree(tmp_path)["sv/index.html"]
    assert "Rakt på sak".encode() not in whole["sv/index.html"]


def test_full_addresses_are_made_of_the_base(tmp_path: Path, whole: Mapping[str, bytes]) -> None:
    """Its last slash is not doubled: canonical addresses, cards, sitemap, robots.txt; without a base none of them."""
    found = tree(tmp_path, base_url=f"{BASE}/")
    assert {"sitemap.xml", "card.png"} == {path.rpartition("/")[2] for path in found.keys() - whole.keys()}
    assert f'<link rel="canonical" href="{BASE}/en/projects/well/">'.encode() in found["en/projects/well/index.html"]
    assert f"{BASE}/sitemap.xml".encode() in found["robots.txt"]
    assert f"{BASE}//".encode() not in b"".join(found.values())
    assert b'rel="canonical"' not in b"".join(whole.values())


def test_a_base_that_is_given_goes_before_that_of_the_settings(tmp_path: Path) -> None:
    """Which goes before none."""
    assert b"https://own.example/en/" in tree(tmp_path, said_base="https://own.example")["sitemap.xml"]
    other = tree(tmp_path, base_url=BASE, said_base="https://own.example")
    assert b"own.example" not in other["sitemap.xml"] + other["en/index.html"]


def test_a_preview_is_kept_from_search_engines(tmp_path: Path, whole: Mapping[str, bytes]) -> None:
    """By a header; it has neither sitemap nor canonical addresses, even with a base."""
    found = tree(tmp_path, base_url=BASE, preview=True)
    assert found.keys() == whole.keys()
    assert b"X-Robots-Tag: noindex" in found["_headers"]
    assert b"X-Robots-Tag" not in whole["_headers"]
    assert b'rel="canonical"' not in b"".join(found.values())


def test_a_look_that_is_missing_is_an_error(tmp_path: Path) -> None:
    """And makes no tree."""
    with pytest.raises(ThemeError, match="gone"):
        pipeline.tree(made(theme="gone"), tmp_path)


def test_content_is_read_with_every_fault_at_once(tmp_path: Path) -> None:
    """What cannot be parsed, what does not belong there, and what is missing; there is then no portal."""
    (tmp_path / "content" / "projects").mkdir(parents=True)
    (tmp_path / "content" / "projects" / "a.yaml").write_text("id: @\n")
    (tmp_path / "content" / "stray.txt").touch()
    found = pipeline.read(tmp_path)
    assert None is found.checked.portal
    paths = {problem.path for problem in found.problems}
    assert {"content/projects/a.yaml", "content/stray.txt", "content/portal.yaml"} <= paths


def test_a_project_without_content_is_told(tmp_path: Path) -> None:
    """And not taken for an empty portal."""
    found = pipeline.read(tmp_path)
    assert None is found.checked.portal
    assert "content" in {problem.path for problem in found.problems}


def test_the_real_content_has_no_fault() -> None:
    """It makes a portal."""
    found = pipeline.read(ROOT)
    assert [] == [problem for problem in found.problems if not problem.warning]
    assert found.checked.portal is not None


def test_a_table_is_published_beside_its_page(whole: Mapping[str, bytes]) -> None:
    """With names of columns that do not depend on the language."""
    english, swedish = whole["en/indicators/reach/values.csv"], whole["sv/indicators-sv/reach-sv/values.csv"]
    assert english.splitlines()[0] == swedish.splitlines()[0]
    assert english.startswith(b"period,incomplete,value,value_")
