"""The real portal as it is published, and a browser to walk through it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.audit.audited import audited
from tests.browser.published import Published
from tests.chromium import chromium


@pytest.fixture(scope="session")
def portal(memory: Path) -> Iterator[Published]:
    """Every page of it, served as the published site is."""
    with audited(memory) as found:
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium, without a window."""
    with chromium() as started:
        yield started
