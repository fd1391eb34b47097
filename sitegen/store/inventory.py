"""What a tree on disk holds, found out without reading what is provably as it was left.

In: a folder, and the record of what was found or written there before. Out: the digest of every file in it. A file
or folder is taken for what the record says only where its mark is the same: number, size and both times that the
disk keeps. Nobody can set the time of the last change (ctime), so whatever was written, renamed, touched or given
another mode has another mark, and is read. Of two changes within one tick of the disk's clock the second leaves no
trace: what was changed a moment before it was looked at has no mark in the record, and is read once more.

This module must not know what the tree is for.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from sitegen.store.digest import digest

FILE_MODE = 0o644
FOLDER_MODE = 0o755
Mark = str
"""Number of the file on its disk, size in bytes, time of the last write and of the last change in nanoseconds."""
NO_MARK: Mark = ""
SECOND = 1_000_000_000
TICK = SECOND // 50
"""Twice the longest tick of Linux' clock for files."""
BOOT = Path("/proc/sys/kernel/random/boot_id")


class Listed(NamedTuple):
    """What a record says of a folder: its mark, digest and mark of each file, and the names of its folders."""

    mark: Mark
    files: dict[str, tuple[str, Mark]]
    folders: list[str]


Record = Mapping[str, tuple[Mark, dict[str, tuple[str, Mark]], list[str]]]
"""What was listed, by the folder's path; the tree itself is ""."""
NOTHING = Listed(NO_MARK, {}, [])


@dataclass
class Inventory:
    """What was found. It is brought up to date by whoever changes the tree.

    files: digest by path. marks: of each file and folder. fresh: paths whose marks are of this moment. strays: paths
    of what no tree of ours has: links, devices, what cannot be read or has another mode; a folder of that kind stands
    for all that is in it. doubted: whether anything had to be read.
    """

    files: dict[str, str] = field(default_factory=dict)
    marks: dict[str, Mark] = field(default_factory=dict)
    fresh: set[str] = field(default_factory=set)
    strays: set[str] = field(default_factory=set)
    doubted: bool = False

    @property
    def folders(self) -> AbstractSet[str]:
        """Paths of the folders; the tree itself is ""."""
        return self.marks.keys() - self.files.keys()

    def note(self, path: str, seen: Mark) -> None:
        """Take in the mark of what was just changed."""
        self.marks[path] = seen
        self.fresh.add(path)


def mark(status: os.stat_result) -> Mark:
    """What tells a file that was left alone from any other."""
    return f"{status.st_ino} {status.st_size} {status.st_mtime_ns} {status.st_ctime_ns}"


def same_but_for_names(one: Mark, other: Mark) -> bool:
    """Whether they are marks of one file, not written to in between: another name (hard link) is a change too."""
    return one.rpartition(" ")[0] == other.rpartition(" ")[0]


def take(tree: Path, record: Record, now: int, elsewhere: AbstractSet[Mark] = frozenset()) -> Inventory:
    """The inventory of `tree`, with nothing in it where there is none.

    now: nanoseconds since 1970. elsewhere: marks of files that were just seen in another tree; what is linked to
    them is not looked at again. Raises OSError from the disk.
    """
    return _Walk(f"{tree}/", record, now, elsewhere - {NO_MARK}).taken()


def is_familiar(tree: Path, record: Record) -> bool:
    """Whether any file of the record is provably as it was left."""
    return any(
        left == _mark_of(f"{tree / folder / name}")
        for folder, (_, files, _) in record.items()
        for name, (_, left) in files.items()
    )


def _mark_of(path: str) -> Mark | None:
    try:
        return mark(os.lstat(path))
    except OSError:
        return None


class _Walk:
    def __init__(self, tree: str, record: Record, now: int, elsewhere: AbstractSet[Mark]) -> None:
        self._tree, self._record, self._now, self._elsewhere = tree, record, now, elsewhere
        self._found = Inventory()
        self._pending = [""]

    def taken(self) -> Inventory:
        while self._pending:
            self._folder(self._pending.pop())
        return self._found

    def _folder(self, path: str) -> None:
        try:
            status = os.lstat(self._tree + path)
        except FileNotFoundError:
            return
        listed, seen = Listed(*self._record.get(path, NOTHING)), mark(status)
        inside = f"{path}/" if path else ""
        if seen == listed.mark:
            self._found.marks[path] = seen
            self._listed(inside, listed)
        elif stat.S_ISDIR(status.st_mode) and stat.S_IMODE(status.st_mode) == FOLDER_MODE:
            self._found.marks[path] = seen if _lasting(seen, self._now) else NO_MARK
            self._found.doubted = True
            self._read(path, inside, listed)
        else:
            self._found.strays.add(path)

    def _listed(self, inside: str, listed: Listed) -> None:
        """A folder that holds the names of the record."""
        files, marks, elsewhere, tree = self._found.files, self._found.marks, self._elsewhere, self._tree
        for name, (known, left) in listed.files.items():
            path = inside + name
            if left in elsewhere or left == _mark_of(tree + path):
                files[path], marks[path] = known, left
            else:
                self._file(path, known, left)
        self._pending += [inside + name for name in listed.folders]

    def _read(self, folder: str, inside: str, listed: Listed) -> None:
        """A folder whose names may be other ones."""
        with os.scandir(self._tree + folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    self._pending.append(inside + entry.name)
                else:
                    self._file(inside + entry.name, *listed.files.get(entry.name, ("", NO_MARK)))

    def _file(self, path: str, known: str, left: Mark) -> None:
        try:
            seen = mark(os.lstat(self._tree + path))
            if seen != left:
                self._found.doubted = True
                known, seen = _hashed(self._tree + path)
        except OSError:
            self._found.strays.add(path)
        else:
            self._found.files[path] = known
            self._found.marks[path] = seen if seen == left or _lasting(seen, self._now) else NO_MARK


def _hashed(path: str) -> tuple[str, Mark]:
    """Raises OSError for anything but a file of our mode that nobody is writing to."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(descriptor, "rb") as stream:
        before = os.fstat(descriptor)
        if not stat.S_ISREG(before.st_mode) or stat.S_IMODE(before.st_mode) != FILE_MODE:
            raise OSError(path)
        known = digest(stream.read())
        if mark(os.fstat(descriptor)) != mark(before):
            raise OSError(path)
    return known, mark(before)


def _lasting(seen: Mark, now: int) -> bool:
    """Whether any later change would leave another mark. Whole seconds: a disk that may know no smaller ones."""
    changed = int(seen.rpartition(" ")[2])
    return changed + (TICK if changed % SECOND else 3 * SECOND) < now


# --- Records on disk -----------------------------------------------------------------------------------------


def recorded(place: Path) -> Record:
    """What was recorded at `place`; nothing where that is missing, garbled, of other code or another boot."""
    try:
        seal, _, body = place.read_bytes().partition(b"\n")
        if seal.decode() != _seal(body):
            return {}
        record: Record = json.loads(body)
    except (OSError, ValueError):
        return {}
    return record


def write_record(place: Path, found: Inventory, now: int) -> None:
    """Record `found` at `place`, the file whole at any moment. Raises OSError from the disk."""
    passing = {path: NO_MARK for path in found.fresh if not _lasting(found.marks[path], now)}
    body = json.dumps(_listed(found.files, {**found.marks, **passing})).encode()
    beside = place.with_suffix(".new")
    with suppress(FileNotFoundError):
        beside.unlink()
    with beside.open("xb") as stream:
        stream.write(_seal(body).encode() + b"\n" + body)
    beside.replace(place)


def _listed(files: Mapping[str, str], marks: Mapping[str, Mark]) -> Mapping[str, Listed]:
    record = {path: Listed(seen, {}, []) for path, seen in marks.items() if path not in files}
    for path, known in files.items():
        folder, _, name = path.rpartition("/")
        record[folder].files[name] = known, marks[path]
    for path in record.keys() - {""}:
        folder, _, name = path.rpartition("/")
        record[folder].folders.append(name)
    return record


def _seal(body: bytes) -> str:
    """Of what was recorded, by which code, since which start of the machine.

    Nothing is forced onto the disk, so a machine that lost its power may have marks that outlived their content.
    """
    return digest(b"\0".join((Path(__file__).read_bytes(), _boot(), body)))


def _boot() -> bytes:
    """Where the system does not tell, no two readings are the same and every file is read."""
    try:
        return BOOT.read_bytes()
    except OSError:
        return os.urandom(16)
