"""The portal of an invented place with three languages, built once a worker, and a small one to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen import pipeline
from sitegen.model.portal import Portal
from tests.links import parsed
from tests.pipeline.editing import Edited, edited
from tests.truth.reading import Element

LINDHAMN = Path(__file__).resolve().parents[1] / "portals" / "lindhamn"


@pytest.fixture(scope="session")
def lindhamn() -> Portal:
    """The records of the fixture portal."""
    content = pipeline.read(LINDHAMN)
    assert () == content.problems
    assert content.checked.portal is not None
    return content.checked.portal


@pytest.fixture(scope="session")
def lindhamn_tree(lindhamn: Portal, memory: Path) -> Mapping[str, bytes]:
    """Every file of the fixture portal."""
    return pipeline.tree(lindhamn, LINDHAMN, memory=memory)


@pytest.fixture(scope="session")
def lindhamn_pages(lindhamn_tree: Mapping[str, bytes]) -> Mapping[str, Element]:
    """Every page of the fixture portal by address."""
    return parsed(lindhamn_tree)


@pytest.fixture
def portal(tmp_path: Path, once: None) -> Edited:  # noqa: ARG001 - asked for first
    """A small portal that was built once."""
    made = edited(tmp_path)
    assert made.clean() == made.incremental()
    return made
