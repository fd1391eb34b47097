"""The site is a function of its content, catalogs, look and code, and of nothing else of the machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen import pipeline
from sitegen.model.portal import Portal
from tests.links import read_tree
from tests.pipeline.conftest import LINDHAMN

ROOT = Path(__file__).resolve().parents[2]


def differing(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """The paths that are not the same in both trees."""
    return sorted(path for path in {*one, *other} if one.get(path) != other.get(path))


def test_a_second_build_makes_the_same_bytes(
    lindhamn: Portal, lindhamn_tree: Mapping[str, bytes], memory: Path
) -> None:
    """Nothing is left over from the first, and it makes no difference what it remembered."""
    assert [] == differing(lindhamn_tree, pipeline.tree(lindhamn, LINDHAMN, memory=memory))


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same portal built by the command, with another hash seed, zone, language, home, folder and mask."""
    place = tmp_path_factory.mktemp("elsewhere")
    surroundings = {
        "PATH": os.environ["PATH"],
        "HOME": str(place),
        "TMPDIR": str(place),
        "PYTHONHASHSEED": "20231",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "tr_TR.UTF-8",
        "LANG": "tr_TR.UTF-8",
        "SOURCE_DATE_EPOCH": "0",
        "PYTHONUTF8": "0",
    }
    # A copy: what a build remembers lies beside the content.
    root = os.path.relpath(shutil.copytree(LINDHAMN, place / "portal"), place)
    command = [sys.executable, str(ROOT / "build.py"), "build", "--root", root, "--out", "public"]
    subprocess.run(command, cwd=place, env=surroundings, umask=0o077, check=True, capture_output=True, timeout=120)
    return place / "public"


def test_another_machine_makes_the_same_bytes(elsewhere: Path, lindhamn_tree: Mapping[str, bytes]) -> None:
    """Neither order of hashing, nor clock, zone, language, home, folder or mask shows in any file."""
    assert [] == differing(lindhamn_tree, read_tree(elsewhere))


def test_a_mask_does_not_close_what_is_published(elsewhere: Path) -> None:
    """A web server of another user can read every file and enter every folder."""
    files = (elsewhere, *elsewhere.rglob("*"))
    wanted = {True: 0o755, False: 0o644}
    assert [] == [path for path in files if path.stat().st_mode & 0o777 != wanted[path.is_dir()]]


def test_a_difference_is_seen() -> None:
    """In a content, and in what there is."""
    assert ["a", "b", "c"] == differing({"a": b"1", "b": b"", "d": b""}, {"a": b"2", "c": b"", "d": b""})
