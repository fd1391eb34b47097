"""A build in haste: the search stays as it was, and everything else is new."""

from __future__ import annotations

from pathlib import Path

from sitegen.pipeline.build import Site
from sitegen.pipeline.incremental import build
from sitegen.pipeline.order import Order
from sitegen.store.memo import Memo
from tests.pipeline.editing import ABOUT, edited

SEARCH = "sections:\n  - id: 'search'\n    slug:\n      sv: 'sok'\n      en: 'search'\n"
PAGE = "en/about/index.html"


def made(order: Order, memo: Memo) -> Site:
    """The site of an order, for its content has no faults."""
    site = build(order, memo)
    assert isinstance(site, Site)
    return site


def test_a_search_is_taken_as_it_was_until_a_build_takes_its_time(tmp_path: Path) -> None:
    """Then the tree is that of a clean build again."""
    portal, memo = edited(tmp_path), Memo()
    portal.replace("content/portal.yaml", "sections:\n", SEARCH)
    before = made(Order(portal.root), memo)
    portal.write(ABOUT, f"{portal.path(ABOUT).read_text(encoding='utf-8')}\nA word: zanzibar.\n")
    hasty = made(Order(portal.root, found=before.found), memo)
    assert b"zanzibar" in hasty[PAGE]
    files = {path for path in before if path.startswith("pagefind/")}
    assert files
    assert {path: before[path] for path in files} == {path: hasty[path] for path in hasty if path in files}
    settled, clean = made(Order(portal.root), memo), made(Order(portal.root), Memo())
    assert dict(clean) == dict(settled) != dict(hasty)


def test_a_search_without_a_language_of_the_portal_is_made_anew(tmp_path: Path) -> None:
    """A language may have come since."""
    portal, memo = edited(tmp_path), Memo()
    portal.replace("content/portal.yaml", "sections:\n", SEARCH)
    before = made(Order(portal.root), memo)
    assert before.found is not None
    less = type(before.found)(before.found.files, {"sv": before.found.urls["sv"]})
    assert dict(before) == dict(made(Order(portal.root, found=less), memo))
