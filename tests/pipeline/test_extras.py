"""What a portal has beside its pages, and may do without by its settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from sitegen import pipeline
from sitegen.model.portal import Portal
from sitegen.model.settings import Extra
from tests.links import parsed
from tests.pipeline.conftest import LINDHAMN
from tests.truth.reading import ANY, find

SIGNS: Mapping[Extra, tuple[str, ...]] = {
    Extra.CARDS: ("card.png", "og:image", "twitter:"),
    Extra.CHARTS: ("chart", "vega."),
    Extra.CSV: (".csv",),
}
"""What is in names of files, or in the pages, where the portal has it."""


def bare(portal: Portal, memory: Path, *extras: Extra) -> Mapping[str, bytes]:
    """The tree of a portal without these."""
    settings = portal.settings.model_copy(update={"without": extras})
    return pipeline.tree(replace(portal, settings=settings), LINDHAMN, memory=memory)


def signs(tree: Mapping[str, bytes], extra: Extra) -> set[str]:
    """Which signs of an extra are in names of files, or in what pages load and say of themselves."""
    told = {path for path in tree if not path.startswith("assets/chart.")}
    for page in parsed(tree).values():
        told |= {
            str(each.get(name.replace("_", "-")))
            for name in ("href", "src", "data_spec")
            for each in find(page, **{name: ANY})
        }
        told |= {str(each.get("property") or each.get("name")) for each in find(page, "meta")}
    return {sign for sign in SIGNS[extra] if any(sign in each for each in told)}


@pytest.mark.parametrize("extra", Extra)
def test_a_portal_can_do_without(lindhamn: Portal, memory: Path, extra: Extra) -> None:
    """No file and no page knows of it, and the others are there."""
    tree = bare(lindhamn, memory, extra)
    assert {each: set() if each is extra else set(SIGNS[each]) for each in Extra} == {
        each: signs(tree, each) for each in Extra
    }


def test_pages_are_the_same_but_for_what_is_left_out(
    lindhamn: Portal, lindhamn_tree: Mapping[str, bytes], memory: Path
) -> None:
    """Without anything beside them, there are the same pages with the same tables."""
    tree = bare(lindhamn, memory, *Extra)
    assert {path for path in lindhamn_tree if path.endswith(".html")} == {
        path for path in tree if path.endswith(".html")
    }
    before, after = parsed(lindhamn_tree), parsed(tree)
    assert {path: len(list(find(page, "table"))) for path, page in before.items()} == {
        path: len(list(find(page, "table"))) for path, page in after.items()
    }
