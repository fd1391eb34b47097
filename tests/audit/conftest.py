"""The real portal as it is published, and a browser to walk through it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.audit.publishing import publishing
from tests.browser.published import Published, published
from tests.chromium import chromium
from tests.conftest import ROOT, built

BASE_URL = "https://portal.example"


@pytest.fixture(scope="session")
def portal(tmp_path_factory: pytest.TempPathFactory, memory: Path) -> Iterator[Published]:
    """With everything that a public address brings: canonical addresses, share cards, a map of the site."""
    out = built(ROOT, tmp_path_factory.mktemp("audited") / "public", base_url=BASE_URL, memory=memory)
    with publishing(out) as url:
        yield published(url, out)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium, without a window."""
    with chromium() as started:
        yield started
