"""The portal with harmful strings in every text and its harmless twin, built once a worker, and a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from sitegen import pipeline
from sitegen.model.portal import Portal
from sitegen.render import pictures
from tests.chromium import chromium
from tests.safety.injected import Place, harmless, portal, written


@dataclass(frozen=True)
class Built:
    """A portal, the texts put into it, and the files of its site. Pictures are the SVG that they are drawn of."""

    portal: Portal
    texts: Mapping[Place, str]
    files: Mapping[str, bytes]


@pytest.fixture(scope="session")
def undrawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A memory of its own for these builds, for in it pictures are not what they are elsewhere."""
    return tmp_path_factory.getbasetemp().parent / "undrawn"


def _built(root: Path, memory: Path, change: Callable[[str], str]) -> Built:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pictures, "png", str.encode)
        texts = written(root, change)
        made = portal(root, change)
        return Built(made, texts, dict(pipeline.tree(made, root, base_url="https://example.org", memory=memory)))


@pytest.fixture(scope="session")
def harmed(tmp_path_factory: pytest.TempPathFactory, undrawn: Path) -> Built:
    """Harmful strings in every text field, and in Markdown."""
    return _built(tmp_path_factory.mktemp("harmed") / "portal", undrawn, str)


@pytest.fixture(scope="session")
def twin(tmp_path_factory: pytest.TempPathFactory, undrawn: Path) -> Built:
    """The same portal with harmless words in the same places."""
    return _built(tmp_path_factory.mktemp("twin") / "portal", undrawn, harmless)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium, without a window."""
    with chromium() as started:
        yield started
