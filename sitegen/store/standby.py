"""The tree published before, brought up to date to be published next.

In: what it holds, what it shall hold, and the published tree. Out: the standby on disk, with its record beside it.
What the published tree has already becomes a second name (a hard link) for the same file; only what neither has is
written. A file is never written to once it has its name: it is replaced, so that whoever has opened it reads on in
one version. A run that is killed here leaves a standby whose changed files have no mark in the record; the next run
reads them and goes on. This module must not know what the files are.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sitegen.store.digest import digest
from sitegen.store.inventory import (
    FILE_MODE,
    FOLDER_MODE,
    Inventory,
    Mark,
    Record,
    mark,
    recorded,
    same_but_for_names,
    write_record,
)
from sitegen.store.manifest import folders


@dataclass(frozen=True)
class Tree:
    """A tree on disk and what it holds."""

    path: Path
    found: Inventory

    def place(self, path: str) -> Path:
        """Where that of the tree's paths lies; the tree itself is ""."""
        return self.path / path

    def mark_again(self, folder: str) -> None:
        """Note that a folder was changed here."""
        self.found.note(folder, mark(self.place(folder).lstat()))


@dataclass(frozen=True)
class Yard:
    """The hidden folder beside the published tree: the standby in it, and the records of both."""

    path: Path

    @property
    def tree(self) -> Path:
        """The standby."""
        return self.path / "tree"

    @property
    def aside(self) -> Path:
        """Where the published tree lies between two renames."""
        return self.path / "aside"

    @property
    def unnamed(self) -> Path:
        """A file before it gets its name in the tree."""
        return self.path / "unnamed"

    def record(self, tree: Path) -> Record:
        """What was recorded of a tree, whichever place it has been exchanged to since."""
        try:
            return recorded(self._record_of(tree))
        except OSError:
            return {}

    def keep_record(self, tree: Tree, now: int) -> None:
        """Record what `tree` holds. Where that cannot be written, the next build will read the tree."""
        with suppress(OSError):
            write_record(self._record_of(tree.path), tree.found, now)

    def tidy(self, out: Path) -> None:
        """Make the folder, and remove what a killed run, or anybody else, left in it. Raises OSError from the disk."""
        if self.path.is_symlink() or not self.path.is_dir():
            remove(self.path)
            self.path.mkdir()
        known = {self.tree, *(self._record_of(tree) for tree in (self.tree, out) if tree.is_dir())}
        for left in set(self.path.iterdir()) - known:
            remove(left)

    def _record_of(self, tree: Path) -> Path:
        # A tree keeps its number when it is exchanged, so no record has to change at the same moment.
        return self.path / f"{tree.lstat().st_ino}.json"


def bring_up_to_date(
    standby: Tree, wanted: Mapping[str, str], files: Mapping[str, bytes], shown: Tree, unnamed: Path
) -> None:
    """Make `standby` hold exactly `wanted` (digest by path), and its inventory say so.

    files: read only where `shown`, the published tree, has not the same. unnamed: a path beside the standby.
    Raises OSError from the disk, ValueError where content is not what its digest says (a bug).
    """
    _Update(standby, shown, files, unnamed).make(wanted)


class _Update:
    def __init__(self, standby: Tree, shown: Tree, files: Mapping[str, bytes], unnamed: Path) -> None:
        self._standby, self._shown, self._files, self._unnamed = standby, shown, files, unnamed
        self._found = standby.found
        self._changed: set[str] = set()
        """Folders in which a name came, went or changed."""

    def make(self, wanted: Mapping[str, str]) -> None:
        self._remove_strays()
        self._remove_files(self._found.files.keys() - wanted.keys())
        needed, there = folders(wanted), self._found.folders
        self._remove_folders(there - needed)
        self._make_folders(needed - there)
        for path, known in sorted(wanted.items() - self._found.files.items()):
            self._put(path, known)
        for folder in self._changed & needed:
            self._standby.mark_again(folder)

    def _touched(self, path: str) -> None:
        self._changed.add(path.rpartition("/")[0])

    def _remove_strays(self) -> None:
        for path in self._found.strays:
            remove(self._standby.place(path))
            self._touched(path)
        self._found.strays.clear()

    def _remove_files(self, paths: Iterable[str]) -> None:
        for path in paths:
            self._standby.place(path).unlink()
            del self._found.files[path], self._found.marks[path]
            self._touched(path)

    def _remove_folders(self, paths: Iterable[str]) -> None:
        for path in sorted(paths, reverse=True):  # those within first
            self._standby.place(path).rmdir()
            del self._found.marks[path]
            self._touched(path)

    def _make_folders(self, paths: Iterable[str]) -> None:
        for path in sorted(paths):
            self._standby.place(path).mkdir()
            self._standby.place(path).chmod(FOLDER_MODE)  # the umask has had its say
            self._touched(path)
            self._changed.add(path)

    def _put(self, path: str, known: str) -> None:
        """Give the file this content. Its name always leads to a whole file, but where there was none."""
        place = self._standby.place(path)
        first = self._unnamed if path in self._found.files else place
        seen = self._link(path, known, first) or self._write(path, known, first)
        if first != place:
            first.replace(place)
            seen = mark(place.lstat())  # some disks count a new name as a change
        self._found.files[path] = known
        self._found.note(path, seen)
        self._touched(path)

    def _link(self, path: str, known: str, place: Path) -> Mark | None:
        """The published file under another name, if it is still the one that was read and the disk has such links."""
        shown = self._shown.found
        if shown.files.get(path) != known:
            return None
        was = shown.marks[path]
        try:
            os.link(self._shown.place(path), place, follow_symlinks=False)
        except OSError:
            return None
        seen = mark(place.lstat())
        if not same_but_for_names(seen, was):
            place.unlink()
            return None
        shown.note(path, seen)
        return seen

    def _write(self, path: str, known: str, place: Path) -> Mark:
        content = self._files[path]
        if digest(content) != known:
            raise ValueError(f"not the content that its digest says: {path}")
        with place.open("xb") as stream:
            os.fchmod(stream.fileno(), FILE_MODE)
            stream.write(content)
            stream.flush()
            return mark(os.fstat(stream.fileno()))


def remove(path: Path) -> None:
    """Remove whatever is at `path`, links as such; where nothing is, do nothing. Raises OSError from the disk."""
    with suppress(FileNotFoundError):
        if not stat.S_ISDIR(path.lstat().st_mode):
            path.unlink()
            return
        path.chmod(stat.S_IRWXU)
        for inside in path.iterdir():
            remove(inside)
        path.rmdir()
