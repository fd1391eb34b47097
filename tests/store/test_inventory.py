"""What is taken for what a record says, and what is read."""

from __future__ import annotations

import os
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from sitegen.store.digest import digest
from sitegen.store.inventory import NO_MARK, Inventory, Listed, mark, recorded, take, write_record

LATER = 10**10
"""Nanoseconds after which no clock of a disk is in doubt."""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A tree of one file."""
    (tmp_path / "tree").mkdir(mode=0o755)
    (tmp_path / "tree" / "a").write_bytes(b"a")
    (tmp_path / "tree" / "a").chmod(0o644)
    return tmp_path / "tree"


def record_of(tree: Path, known: str, left: str) -> dict[str, Listed]:
    """A record of that tree with any digest and mark of its file."""
    return {"": Listed(mark(tree.lstat()), {"a": (known, left)}, [])}


def test_where_nothing_is_nothing_is_found(tmp_path: Path) -> None:
    """No file, no folder, not even the tree itself."""
    assert Inventory() == take(tmp_path / "tree", {}, time.time_ns())


def test_a_file_with_its_mark_is_not_read(tree: Path) -> None:
    """It is what the record says, whatever it holds."""
    found = take(tree, record_of(tree, "recorded", mark((tree / "a").lstat())), time.time_ns() + LATER)
    assert ({"a": "recorded"}, False) == (found.files, found.doubted)


@pytest.mark.parametrize("part", ["st_ino", "st_size", "st_mtime_ns", "st_ctime_ns"])
def test_each_part_of_a_mark_tells_files_apart(part: str) -> None:
    """Number, size, and both times: some disks keep the time of the change of a file that is given another name."""
    parts = {"st_ino": 1, "st_size": 1, "st_mtime_ns": 1, "st_ctime_ns": 1}
    one, other = SimpleNamespace(**parts), SimpleNamespace(**{**parts, part: 2})
    assert mark(cast("os.stat_result", one)) != mark(cast("os.stat_result", other))


@pytest.mark.parametrize("left", ["1 1 1 1", NO_MARK])
def test_a_file_without_its_mark_is_read(left: str, tree: Path) -> None:
    """Also where as little is known of a file elsewhere: two unknown marks are not the same."""
    found = take(tree, record_of(tree, "recorded", left), time.time_ns() + LATER, {NO_MARK})
    assert ({"a": digest(b"a")}, True) == (found.files, found.doubted)


def test_a_file_that_was_just_seen_elsewhere_is_not_looked_at(tree: Path) -> None:
    """One that has a second name in another tree, in a folder that has not changed."""
    left = mark((tree / "a").lstat())
    record = record_of(tree, "recorded", left)
    with (tree / "a").open("ab") as stream:
        stream.write(b"seen in the other tree, and read there")
    assert {"a": "recorded"} == take(tree, record, time.time_ns(), {left}).files


def test_what_changed_a_moment_ago_gets_no_mark(tree: Path) -> None:
    """It is read again the next time; later it has one."""
    changed = (tree / "a").lstat().st_ctime_ns
    assert NO_MARK == take(tree, {}, changed + 1).marks["a"]
    assert mark((tree / "a").lstat()) == take(tree, {}, changed + LATER).marks["a"]
    assert NO_MARK == take(tree, {}, tree.lstat().st_ctime_ns + 1).marks[""]
    assert mark(tree.lstat()) == take(tree, {}, changed + LATER).marks[""]


def test_a_record_holds_what_was_found(tree: Path, tmp_path: Path) -> None:
    """Files and folders with their marks, but for those that were changed just now."""
    (tree / "b").mkdir(mode=0o755)
    (tree / "b" / "c").mkdir(mode=0o755)
    found = take(tree, {}, time.time_ns() + LATER)
    found.note("a", mark((tree / "a").lstat()))
    (tmp_path / "record.new").write_bytes(b"left by a killed run")
    write_record(tmp_path / "record", found, (tree / "a").lstat().st_ctime_ns + 1)
    marks = {path: mark((tree / path).lstat()) for path in ("", "b", "b/c")}
    expected: dict[str, Any] = {
        "": [marks[""], {"a": [digest(b"a"), NO_MARK]}, ["b"]],
        "b": [marks["b"], {}, ["c"]],
        "b/c": [marks["b/c"], {}, []],
    }
    assert expected == recorded(tmp_path / "record")


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"{}", b"\n{}"])
def test_what_is_no_record_says_nothing(content: bytes, tmp_path: Path) -> None:
    """Nor does it stop anybody."""
    (tmp_path / "record").write_bytes(content)
    assert {} == recorded(tmp_path / "record")


def test_a_file_that_is_written_to_while_it_is_read_is_a_stray(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody knows what it will be."""

    def meanwhile(content: bytes) -> str:
        os.utime(tree / "a")
        return digest(content)

    monkeypatch.setattr("sitegen.store.inventory.digest", meanwhile)
    assert {"a"} == take(tree, {}, time.time_ns()).strays
