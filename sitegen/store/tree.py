"""The published tree, replaced as a whole.

In: a folder, and the bytes of every file in it. Out: that folder on disk, complete, or untouched. The new
tree is written beside the old one under a hidden name and swapped in by renaming. This module must not know
what the files are, but for the one that marks a tree as built here.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

MARKER = "_headers"
SIGNATURE = b"# Written by build.py: this folder is replaced as a whole.\n"
"""How the marker of a tree that was built here begins."""
FILE_MODE = 0o644
FOLDER_MODE = 0o755


class UnsafeOutput(Exception):
    """The folder may not be replaced. msgid: an English message id; values: what fills its placeholders."""

    def __init__(self, msgid: str, values: Mapping[str, object]) -> None:
        super().__init__(msgid % values)
        self.msgid = msgid
        self.values = values


def publish(
    out: Path, files: Mapping[str, bytes], *, keep: tuple[Path, ...] = (), apart: tuple[Path, ...] = ()
) -> None:
    """Make `out` hold exactly `files` (relative posix path to content), the marker among them.

    keep: folders that must survive whatever they hold, such as the project's root; the home directory and the
    current one are always kept. apart: folders that it may not lie in.
    Raises UnsafeOutput where `out` may not be replaced, ValueError for a path
    that could leave the tree or a tree without marker (a bug), OSError from the disk: the old tree is then as
    it was.
    """
    _check_paths(files)
    out = Path(os.path.abspath(out))  # noqa: PTH100 - resolve() would follow the link that is refused below
    _check_output(out, keep, apart)
    out.parent.mkdir(parents=True, exist_ok=True)
    with _alone(out.parent):
        _clean_up(out)
        _write(_new(out), files)
        _swap(out)


def _new(out: Path) -> Path:
    return out.with_name(f".{out.name}.being-written")


def _old(out: Path) -> Path:
    return out.with_name(f".{out.name}.being-replaced")


def _check_paths(files: Mapping[str, bytes]) -> None:
    for path in files:
        if not _stays_inside(path):
            raise ValueError(f"not a relative posix path within the tree: {path!r}")
    if not files.get(MARKER, b"").startswith(SIGNATURE):
        raise ValueError(f"without {MARKER} and its signature a tree could not be told from a folder of someone else")


def _stays_inside(path: str) -> bool:
    parts = path.split("/")
    return not ("\\" in path or "\0" in path or any(part in ("", ".", "..") for part in parts))


def _check_output(out: Path, keep: tuple[Path, ...], apart: tuple[Path, ...]) -> None:
    # Message ids, extracted by the name of the exception: a floor knows no catalog, whoever catches it does.
    if out.is_symlink():
        raise UnsafeOutput("%(path)s is a symbolic link: name the folder itself as output.", {"path": str(out)})
    if out.exists() and not out.is_dir():
        raise UnsafeOutput("%(path)s is a file: name a folder as output.", {"path": str(out)})
    if any(_holds(out, kept) for kept in (*keep, *_always_kept())):
        raise UnsafeOutput(
            "%(path)s holds more than a published site: name another folder as output.", {"path": str(out)}
        )
    if any(out.resolve().is_relative_to(folder.resolve()) for folder in apart):
        raise UnsafeOutput(
            "%(path)s lies where the site is made from: name another folder as output.", {"path": str(out)}
        )
    if out.is_dir() and any(out.iterdir()) and not _is_built_here(out):
        raise UnsafeOutput(
            "%(path)s was not built here: empty it yourself, or name another folder as output.",
            {"path": str(out)},
        )


def _is_built_here(out: Path) -> bool:
    marker = out / MARKER
    return marker.is_file() and marker.read_bytes().startswith(SIGNATURE)


def _always_kept() -> tuple[Path, ...]:
    # Path.home() raises where a user has no home.
    return Path.cwd(), Path(os.path.expanduser("~"))  # noqa: PTH111


def _holds(out: Path, kept: Path) -> bool:
    return kept.resolve().is_relative_to(out.resolve())


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait for any other run that publishes into `folder`; the lock ends with the process in any case."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _clean_up(out: Path) -> None:
    """Undo what a killed run left: it may have got as far as moving the old tree away."""
    if _old(out).exists() and not out.exists():
        _old(out).rename(out)
    for leftover in (_new(out), _old(out)):
        if leftover.exists():
            shutil.rmtree(leftover)


def _write(new: Path, files: Mapping[str, bytes]) -> None:
    try:
        for folder in _folders(new, files):
            folder.mkdir()
            folder.chmod(FOLDER_MODE)
        for path, content in files.items():
            (new / path).write_bytes(content)
            (new / path).chmod(FILE_MODE)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise


def _folders(new: Path, files: Mapping[str, bytes]) -> list[Path]:
    """List `new` and every folder below it, parents first."""
    return [new / folder for folder in sorted({p for path in files for p in PurePosixPath(path).parents})]


def _swap(out: Path) -> None:
    if out.exists():
        out.rename(_old(out))
    try:
        _new(out).rename(out)
    except BaseException:
        if _old(out).exists():
            _old(out).rename(out)
        raise
    if _old(out).exists():
        shutil.rmtree(_old(out))
