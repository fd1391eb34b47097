"""A build that finds nothing changed does nothing at all; whatever did change is seen."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from sitegen.cli import making
from sitegen.pipeline.incremental import build
from sitegen.pipeline.order import Order
from sitegen.store import files
from sitegen.store.memo import Memo
from tests.cli.portals import PROJECT, contents, edit, run
from tests.conftest import ROOT

TEXT = "content/pages/about.sv.md"


def swap(root: Path) -> None:
    """Other letters of the same size, written back to the same times of reading and writing."""
    path = root / PROJECT
    seen, text = path.stat(), path.read_text(encoding="utf-8")
    path.write_text(text.replace("'done'", "'stop'", 1), encoding="utf-8")
    os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    assert seen.st_size == path.stat().st_size


def own_look(root: Path) -> None:
    """A look of the portal's own, under the name of the one that it wears."""
    shutil.copytree(ROOT / "themes" / "riverside", root / "themes" / "riverside")
    edit(root, "<body", "<body data-own", "themes/riverside/templates/base.html")


def own_catalog(root: Path) -> None:
    """A catalog of the portal's own."""
    shutil.copytree(ROOT / "locale", root / "locale")
    edit(root, 'msgid "Search"', 'msgid "Seek"', "locale/sv/LC_MESSAGES/messages.po")


def put(root: Path, path: str, content: str) -> None:
    """A file that somebody wrote by hand."""
    (root / path).write_text(content, encoding="utf-8")


EDITS: Mapping[str, Callable[[Path], None]] = {
    "fact": lambda root: edit(root, "status: 'done'", "status: 'dropped'"),
    "same size and time": swap,
    "text": lambda root: edit(root, ".", "!", TEXT),
    "look": own_look,
    "catalog": own_catalog,
    "added": lambda root: put(root, "content/readme.txt", "what is this"),
    "deleted": lambda root: (root / PROJECT).unlink(),
    "output edited": lambda root: put(root, "public/sv/index.html", "edited by hand"),
    "output deleted": lambda root: (root / "public/sv/index.html").unlink(),
    "output added": lambda root: put(root, "public/stray.html", "laid by hand"),
    "output closed": lambda root: (root / "public/sv/index.html").chmod(0o600),
    "tree deleted": lambda root: shutil.rmtree(root / "public"),
}


@pytest.fixture
def settled(portal: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A portal that was built twice, so that the next build finds nothing to do."""
    monkeypatch.setattr(files, "SETTLED", 50_000_000)
    time.sleep(0.1)
    run(portal, "build")
    run(portal, "build")
    return portal


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Order]:
    """The orders for which a site is made from here on."""
    orders: list[Order] = []

    def noted(order: Order, memo: Memo, *rest: object) -> object:
        orders.append(order)
        return build(order, memo, *rest)  # type: ignore[arg-type] # as it was called

    monkeypatch.setattr(making, "build", noted)
    return orders


def test_nothing_is_made_where_nothing_has_changed(settled: Path, made: list[Order]) -> None:
    """The same words are said, and no site is made for them."""
    [place, told] = run(settled, "build").out.splitlines()
    assert f"The site is in {settled}/public." == place
    assert "Files changed: 0, deleted: 0." in told
    assert [] == made


@pytest.mark.parametrize("change", EDITS.values(), ids=EDITS)
def test_any_change_is_seen(settled: Path, made: list[Order], change: Callable[[Path], None]) -> None:
    """Whatever was edited, added or taken away, in the sources or by hand in the tree: a site is made, and is right."""
    change(settled)
    said = run(settled, "build")
    assert 1 == len(made)
    clean = settled.parent / "clean"
    shutil.copytree(settled, clean, ignore=shutil.ignore_patterns("public", ".*"))
    assert said.code == run(clean, "build").code
    if not said.code:
        assert contents(clean / "public") == contents(settled / "public")


@pytest.mark.parametrize(
    "option", [("--preview",), ("--base-url", "https://example.org"), ("--commit", "a" * 40), ("--out", "elsewhere")]
)
def test_another_order_is_another_site(
    settled: Path, made: list[Order], monkeypatch: pytest.MonkeyPatch, option: tuple[str, ...]
) -> None:
    """What was built by other options, or elsewhere, is of no weight; and the first order is then another one too."""
    monkeypatch.chdir(settled)
    run(settled, "build", *option)
    run(settled, "build")
    assert option[0] == "--out" or 2 == len(made)
    assert made


def test_a_text_edited_while_it_is_built_is_seen_by_the_next(settled: Path, made: list[Order]) -> None:
    """What a build came to stands under the state of the sources before it began."""
    edit(settled, "status: 'done'", "status: 'dropped'")

    def late(order: Order, memo: Memo, *rest: object) -> object:
        site = build(order, memo, *rest)  # type: ignore[arg-type] # as it was called
        edit(settled, "status: 'dropped'", "status: 'done'")
        return site

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(making, "build", late)
        run(settled, "build")
    made.clear()
    run(settled, "build")
    assert 1 == len(made)


def test_why_is_told_of_a_build_that_did_nothing(settled: Path) -> None:
    """`explain` knows that there was one."""
    edit(settled, "status: 'done'", "status: 'dropped'")
    run(settled, "build")
    time.sleep(0.1)
    run(settled, "build")
    run(settled, "build")
    assert run(settled, "explain", "sv/index.html").out.startswith("Nothing has changed in the last build.")
