"""The memo: what was made before, by the digest of all that decides over it.

In: keys and bytes. Out: the bytes that were kept under a key, by this run or an earlier one, or nothing. It is one
SQLite file, which several builds can use at once and anybody can delete at any moment; where none can be written,
the memo lasts as long as the run. Each value stands with its own digest: one that was damaged is as if it had never
been kept. What was not used for the longest time goes first when the file grows beyond its limit. The file's name
holds the digest of this module, so no other form of it is ever read. This module must not know what is kept.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from contextlib import suppress
from hashlib import blake2b, sha256
from pathlib import Path
from threading import RLock

LIMIT = 1_000_000_000
"""Bytes that are kept at most, unless another limit is given."""
HELD = 20_000_000
"""Bytes that wait in memory to be written, at most about."""
PATIENCE = 30
"""Seconds for which a build waits for another that writes."""
_AT_ONCE = 500
_SCHEMA = """
CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, value BLOB, mark BLOB, size INTEGER, used INTEGER);
CREATE INDEX IF NOT EXISTS by_use ON kept (used, size);
"""
_DROP = """
DELETE FROM kept WHERE key IN
(SELECT key FROM (SELECT key, sum(size) OVER (ORDER BY used DESC, key) AS so_far FROM kept) WHERE so_far > ?)
"""


class Memo:
    """What is remembered in a folder. folder: None for nothing beyond the run. limit: bytes kept at most.

    damaged: how many values could not be read as they were written.
    """

    def __init__(self, folder: Path | None = None, limit: int = LIMIT) -> None:
        self.damaged = 0
        self._limit = limit
        self._path = None if folder is None else folder / f"memo-{_form()}.sqlite"
        self._new: dict[bytes, bytes] = {}
        self._used: set[bytes] = set()
        self._waiting = 0
        self._alone = RLock()  # one thread at a time
        self._database = self._opened()

    def find(self, keys: Iterable[bytes]) -> Mapping[bytes, bytes]:
        """Those of `keys` that something was kept under, with it."""
        wanted = set(keys)
        with self._alone:
            found = {key: self._new[key] for key in wanted & self._new.keys()}
            for key, value, mark in self._rows("key, value, mark", wanted - found.keys()):
                if mark == _mark(key, value):
                    found[key] = value
                else:
                    self.damaged += 1
            self._used.update(found)  # in place: to join it with `found.keys()` would copy it
        return found

    def known(self, keys: Iterable[bytes]) -> frozenset[bytes]:
        """Those of `keys` that something is kept under; whether it is whole is seen when it is read."""
        wanted = set(keys)
        with self._alone:
            new = wanted & self._new.keys()
            there = frozenset(new.union(key for (key,) in self._rows("key", wanted - new)))
            self._used.update(there)
        return there

    def get(self, key: bytes) -> bytes | None:
        """What was kept under `key`, or None."""
        return self.find((key,)).get(key)

    def keep(self, values: Mapping[bytes, bytes]) -> None:
        """Keep each value under its key; on the disk from the next `save` on, or earlier where there is much."""
        with self._alone:
            self._new |= values
            self._waiting += sum(map(len, values.values()))
            if self._waiting > HELD:
                self.save()

    def save(self) -> None:
        """Write what is new and drop what is beyond the limit. A disk that refuses costs nothing but time later."""
        with self._alone:
            try:
                self._write()
            except sqlite3.OperationalError:
                pass
            except sqlite3.DatabaseError:  # the file is damaged where nothing was read, and would be the next time
                self._begin_anew()
                with suppress(sqlite3.Error):
                    self._write()
            self._new.clear()
            self._used.clear()
            self._waiting = 0

    def close(self) -> None:
        """Save, and let go of the file."""
        self.save()
        self._database.close()

    def _opened(self) -> sqlite3.Connection:
        for path in (self._path, self._path, None):  # a file that is no database is deleted, and made anew
            try:
                return _connected(path)
            except (sqlite3.Error, OSError):
                self.damaged += int(path is not None and _deleted(path))
        raise sqlite3.OperationalError("no database even in memory")

    def _rows(self, columns: str, keys: AbstractSet[bytes]) -> list[tuple[bytes, ...]]:
        """What the file holds of `keys`; nothing where it cannot be read, and it is made anew."""
        rest, rows = list(keys), list[tuple[bytes, ...]]()
        try:
            for start in range(0, len(rest), _AT_ONCE):
                some = rest[start : start + _AT_ONCE]
                marks = ",".join("?" * len(some))
                rows += self._database.execute(f"SELECT {columns} FROM kept WHERE key IN ({marks})", some)  # noqa: S608 - words of our own, question marks
        except sqlite3.Error:
            self._begin_anew()
            return []
        return rows

    def _begin_anew(self) -> None:
        """What is in the file cannot be read: it is deleted."""
        self._database.close()
        self.damaged += 1
        if self._path is not None:
            _deleted(self._path)
        self._database = self._opened()

    def _write(self) -> None:
        if not self._new and not self._is_full():
            return
        rows = [(key, value, _mark(key, value), len(value)) for key, value in self._new.items()]
        with self._database as database:
            [turn] = database.execute("SELECT coalesce(max(used), 0) + 1 FROM kept").fetchone()
            database.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?, ?)", ((*row, turn) for row in rows))
            database.executemany("UPDATE kept SET used = ? WHERE key = ?", [(turn, key) for key in self._used])
            if self._is_full():
                database.execute(_DROP, (self._limit,))

    def _is_full(self) -> bool:
        [size] = self._database.execute("SELECT coalesce(sum(size), 0) FROM kept").fetchone()
        return bool(size > self._limit)


def _form() -> str:
    return sha256(Path(__file__).read_bytes()).hexdigest()[:8]


def _mark(key: bytes, value: bytes) -> bytes:
    return blake2b(value, digest_size=8, key=key[:64]).digest()


def _connected(path: Path | None) -> sqlite3.Connection:
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
    # Its methods may be called from several threads, one at a time.
    database = sqlite3.connect(":memory:" if path is None else path, timeout=PATIENCE, check_same_thread=False)
    try:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = OFF")  # a value torn by a power cut is told by its mark
        database.executescript(_SCHEMA)
    except sqlite3.Error:
        database.close()
        raise
    return database


def _deleted(path: Path) -> bool:
    """Delete the file and what SQLite keeps beside it, where there is one that can be deleted."""
    there = path.exists()
    for each in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
        with suppress(OSError):
            each.unlink()
    return there and not path.exists()
