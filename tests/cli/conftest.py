"""A portal of its own for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.portals import BASE, small_portal
from tests.conftest import built


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    """The root of a small faultless portal that a test may spoil."""
    return small_portal(tmp_path / "portal")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That portal as it was published, before a test spoilt it."""
    return built(BASE, tmp_path_factory.mktemp("small") / "public")
