"""A file is read again only where it may have changed, and always where it may have."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen.store import files
from sitegen.store.files import find


class Reader:
    """Describes files by their content, and counts."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def __call__(self, path: str, content: bytes) -> tuple[str, ...]:
        """The content itself."""
        self.read.append(path)
        return (content.decode(),)


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file counts as settled at once."""
    monkeypatch.setattr(files, "SETTLED", -(10**12))


def described(folder: Path, reader: Reader, known: files.Known | None = None) -> files.Found:
    """What is found in a folder."""
    return find({"x": folder}, known or {}, reader)


def contents(found: files.Found) -> Mapping[str, tuple[str, ...]]:
    """By path."""
    return found.descriptions


@pytest.mark.usefixtures("settled")
def test_an_unchanged_file_is_not_read_again(tmp_path: Path) -> None:
    """Nor is one below another folder; a new one is."""
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a").write_text("one")
    reader = Reader()
    before = described(tmp_path, reader)
    (tmp_path / "b").write_text("two")
    after = described(tmp_path, reader, before.known)
    assert ["x/sub/a", "x/b"] == reader.read
    assert {"x/b": ("two",), "x/sub/a": ("one",)} == contents(after)


@pytest.mark.usefixtures("settled")
def test_a_file_of_the_same_size_and_time_is_read_again(tmp_path: Path) -> None:
    """The time of the change is the system's."""
    path = tmp_path / "a"
    path.write_text("one")
    reader = Reader()
    before = described(tmp_path, reader)
    times = path.stat()
    time.sleep(0.02)
    path.write_text("two")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert {"x/a": ("two",)} == contents(described(tmp_path, reader, before.known))


def test_a_file_that_changed_a_moment_ago_is_read_again(tmp_path: Path) -> None:
    """It may change once more within what the file system takes for the same time."""
    (tmp_path / "a").write_text("one")
    reader = Reader()
    described(tmp_path, reader, described(tmp_path, reader).known)
    assert ["x/a", "x/a"] == reader.read


def test_links_and_strange_files_are_odd(tmp_path: Path) -> None:
    """Hidden names and those of editors' copies are left out."""
    (tmp_path / ".hidden").touch()
    (tmp_path / "copy~").touch()
    assert not described(tmp_path, Reader()).odd
    (tmp_path / "link").symlink_to("a")
    assert described(tmp_path, Reader()).odd
    (tmp_path / "link").unlink()
    os.mkfifo(tmp_path / "pipe")
    assert described(tmp_path, Reader()).odd


def test_a_file_that_goes_while_it_is_looked_at_is_odd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the temporary files of editors do."""
    (tmp_path / "a").write_text("one")
    look = files._seen  # noqa: SLF001 - the moment between the folder and the file

    def seen(entry: os.DirEntry[str], now: int) -> tuple[int, ...] | None:
        Path(entry.path).unlink()
        return look(entry, now)

    monkeypatch.setattr(files, "_seen", seen)
    found = described(tmp_path, Reader())
    assert ({}, True) == (contents(found), found.odd)
