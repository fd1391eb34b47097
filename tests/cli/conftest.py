"""A portal of its own for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.portals import small_portal


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    """The root of a small faultless portal that a test may spoil."""
    return small_portal(tmp_path / "portal")
