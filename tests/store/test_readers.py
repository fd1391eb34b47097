"""Who reads the site while it is built anew reads whole files, and through the folder one site."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

from sitegen.store.tree import SIGNATURE, publish

PATHS = tuple(f"{folder}/{number}/index.html" for folder in ("sv", "fi") for number in range(5))
BUILDS = 200


def site(build: int) -> dict[str, bytes]:
    """Half of the files change with every build, and one comes or goes."""
    texts = {path: b"%d " % (build if number % 2 else 0) * 3000 for number, path in enumerate(PATHS)}
    return {"_headers": SIGNATURE, "build.txt": b"%d " % build * 3000, **texts, **({"odd": b""} if build % 2 else {})}


def version(content: bytes) -> bytes:
    """Which version a file is; torn ones have more than one."""
    versions = set(content.split())
    assert 1 == len(versions)
    assert 0 == len(content) % 3000
    return versions.pop()


def read_beneath(folder: int, path: str) -> bytes:
    """A file, by way of an opened folder."""
    with os.fdopen(os.open(path, os.O_RDONLY, dir_fd=folder), "rb") as stream:
        return stream.read()


class Readers:
    """Threads that read until they are told that the building is over, and what they found amiss."""

    def __init__(self, out: Path) -> None:
        self.out, self.build, self.over = out, 0, threading.Event()
        self.rounds, self.faults = 0, list[str]()
        self._threads = [threading.Thread(target=self._repeat, args=(r,)) for r in (self.by_path, self.by_folder) * 2]

    def _repeat(self, read: Callable[[], None]) -> None:
        while not self.over.is_set():
            try:
                read()
            except (OSError, AssertionError) as error:
                self.faults.append(repr(error))
            self.rounds += 1
            time.sleep(0.002)  # or the builds wait for the interpreter

    def by_path(self) -> None:
        """Each file is there, whole, and not older than the build before the reading began."""
        for path in (*PATHS[1::2], "build.txt"):
            begun = self.build
            assert int(version((self.out / path).read_bytes())) >= begun

    def by_folder(self) -> None:
        """All files of an opened folder are of one build, as long as the build after next has not begun."""
        begun = self.build
        folder = os.open(self.out, os.O_RDONLY)
        try:
            seen = {version(read_beneath(folder, path)) for path in (*PATHS[1::2], "build.txt")}
        finally:
            os.close(folder)
        if self.build < begun + 1:
            assert 1 == len(seen)

    def start(self) -> None:
        """Begin to read."""
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Let each end its round."""
        self.over.set()
        for thread in self._threads:
            thread.join()


def test_readers_read_whole_files_during_two_hundred_builds(tmp_path: Path) -> None:
    """Files that every build has are always found by their path; none is torn, none is older than it may be."""
    publish(tmp_path / "public", site(0))
    readers = Readers(tmp_path / "public")
    readers.start()
    try:
        for build in range(1, BUILDS + 1):
            publish(readers.out, site(build))
            readers.build = build
    finally:
        readers.stop()
    assert [] == readers.faults
    assert readers.rounds > 50
    assert site(BUILDS)["build.txt"] == (readers.out / "build.txt").read_bytes()
