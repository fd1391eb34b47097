"""The published tree, replaced as a whole.

In: a folder, and the bytes of every file in it. Out: that folder on disk, complete, or untouched. The tree before
the present one is kept beside it under a hidden name, brought up to date and exchanged with it, so that a build
writes what changed and no more; a file that somebody changed, added or took away by hand is a change like any other.
This module must not know what the files are, but for the one that marks a tree as built here.
"""

from __future__ import annotations

import errno
import fcntl
import os
import time
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sitegen.store.digest import digest
from sitegen.store.inventory import Inventory, is_familiar, take
from sitegen.store.manifest import difference, folders, name_of
from sitegen.store.standby import Tree, Yard, bring_up_to_date, remove
from sitegen.store.swap import exchange, recover

MARKER = "_headers"
SIGNATURE = b"# Written by build.py: this folder is replaced as a whole.\n"
"""How the marker of a tree that was built here begins."""


@dataclass(frozen=True)
class Change:
    """What publishing did to the tree: paths, sorted."""

    written: tuple[str, ...]
    deleted: tuple[str, ...]
    unchanged: tuple[str, ...]


class UnsafeOutput(Exception):
    """The folder may not be replaced. msgid: an English message id; values: what fills its placeholders."""

    def __init__(self, msgid: str, values: Mapping[str, object]) -> None:
        super().__init__(msgid % values)
        self.msgid = msgid
        self.values = values


def publish(
    out: Path,
    files: Mapping[str, bytes],
    *,
    keep: tuple[Path, ...] = (),
    apart: tuple[Path, ...] = (),
    digests: Mapping[str, str] | None = None,
) -> Change:
    """Make `out` hold exactly `files` (relative posix path to content), the marker among them.

    keep: folders that must survive whatever they hold, such as the project's root; the home directory and the
    current one are always kept. apart: folders that it may not lie in. digests: of each file, where they are known;
    the content of a file that is there already is then not asked for.
    Raises UnsafeOutput where `out` may not be replaced, ValueError for a path that could leave the tree, a tree
    without marker or content that is not what its digest says (bugs), OSError from the disk: the old tree is then as
    it was.
    """
    wanted = {path: digest(content) for path, content in files.items()} if digests is None else digests
    _check_files(files, wanted)
    out = Path(os.path.abspath(out))  # noqa: PTH100 - resolve() would follow the link that is refused below
    _check_output(out, keep, apart)
    out.parent.mkdir(parents=True, exist_ok=True)
    with _alone(out.parent):
        return _publish(out, files, wanted)


def holds(out: Path, name: str, *, keep: tuple[Path, ...] = ()) -> bool:
    """Whether `out` holds exactly the files of the manifest of this name.

    What a killed run left half done is made good. keep, and what is raised: as of `publish`.
    """
    out = Path(os.path.abspath(out))  # noqa: PTH100 - as in `publish`
    _check_output(out, keep, ())
    if not out.is_dir():
        return False
    with _alone(out.parent):
        yard, now = _yard(out), time.time_ns()
        shown = _shown(out, yard, now)
        found = shown.found
        held = not found.strays and found.folders == folders(found.files) and name_of(found.files) == name
        if held and found.doubted:
            yard.keep_record(shown, now)
    return held


def _yard(out: Path) -> Yard:
    return Yard(out.with_name(f".{out.name}.standby"))


def _publish(out: Path, files: Mapping[str, bytes], wanted: Mapping[str, str]) -> Change:
    yard, now = _yard(out), time.time_ns()
    shown = _shown(out, yard, now)
    change = _change(wanted, shown.found)
    if not _holds_exactly(shown.found, wanted):
        _replace(yard, shown, files, wanted)
    elif shown.found.doubted:
        yard.keep_record(shown, now)
    return change


def _shown(out: Path, yard: Yard, now: int) -> Tree:
    """What is there, with what a killed run left half done made good."""
    recover(out, yard.tree, yard.aside)
    return Tree(out, take(out, yard.record(out), now))


def _change(wanted: Mapping[str, str], found: Inventory) -> Change:
    apart = difference(wanted, found.files)
    strays = {path for path in found.strays if path and path not in wanted}
    written = {*apart.missing, *apart.different}
    return Change(
        tuple(sorted(written)), tuple(sorted({*apart.extra, *strays})), tuple(sorted(wanted.keys() - written))
    )


def _holds_exactly(found: Inventory, wanted: Mapping[str, str]) -> bool:
    return not found.strays and found.files == wanted and found.folders == folders(wanted)


def _replace(yard: Yard, shown: Tree, files: Mapping[str, bytes], wanted: Mapping[str, str]) -> None:
    try:
        standby = _standby(yard, shown, files, wanted)
    except OSError:
        remove(yard.tree)  # it may be what the disk is full of
        standby = _standby(yard, shown, files, wanted)
    _swap(yard, shown.path)
    published = Tree(shown.path, standby.found)
    published.mark_again("")  # to change places is a change
    if not yard.tree.exists():
        _begin_standby(yard, published, files, wanted)
    yard.keep_record(published, time.time_ns())


def _standby(yard: Yard, shown: Tree, files: Mapping[str, bytes], wanted: Mapping[str, str]) -> Tree:
    yard.tidy(shown.path)
    elsewhere = set(shown.found.marks.values())
    standby = Tree(yard.tree, take(yard.tree, yard.record(yard.tree), time.time_ns(), elsewhere))
    bring_up_to_date(standby, wanted, files, shown, yard.unnamed)
    return standby


def _swap(yard: Yard, out: Path) -> None:
    try:
        if out.exists():
            exchange(out, yard.tree, yard.aside)
        else:
            yard.tree.rename(out)
    except OSError as error:
        if error.errno in (errno.EBUSY, errno.EXDEV):
            raise _immovable(out) from error
        raise


def _begin_standby(yard: Yard, published: Tree, files: Mapping[str, bytes], wanted: Mapping[str, str]) -> None:
    """After the first build of all, so that the second is as quick as any. Links cost no content."""
    standby = Tree(yard.tree, Inventory())
    with suppress(OSError):
        bring_up_to_date(standby, wanted, files, published, yard.unnamed)
        yard.keep_record(standby, time.time_ns())


def _check_files(files: Mapping[str, bytes], wanted: Mapping[str, str]) -> None:
    if not _stay_inside(wanted):
        stray = next(path for path in wanted if not _stay_inside((path,)))
        raise ValueError(f"not a relative posix path within the tree: {stray!r}")
    if files.keys() != wanted.keys():
        raise ValueError("digests of other files than those given")
    if not files.get(MARKER, b"").startswith(SIGNATURE):
        raise ValueError(f"without {MARKER} and its signature a tree could not be told from a folder of someone else")


def _stay_inside(paths: Collection[str]) -> bool:
    """Whether all are plain and relative: searched as one text, for there may be a hundred thousand."""
    text = "/" + "/\0/".join(paths) + "/"
    return text.count("\0") == len(paths) - 1 and not any(part in text for part in ("//", "/./", "/../", "\\"))


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
    if out.is_mount():
        raise _immovable(out)
    if out.is_dir() and any(out.iterdir()) and not _is_built_here(out):
        raise UnsafeOutput(
            "%(path)s was not built here: empty it yourself, or name another folder as output.",
            {"path": str(out)},
        )


def _immovable(out: Path) -> UnsafeOutput:
    return UnsafeOutput(
        "%(path)s is a mount point, or fixed in a container's image: name a folder in it, or another one, as output.",
        {"path": str(out)},
    )


def _is_built_here(out: Path) -> bool:
    """By its marker, or, where somebody took that away, by a file that is as it was left here."""
    marker = out / MARKER
    if marker.is_file() and marker.read_bytes().startswith(SIGNATURE):
        return True
    return is_familiar(out, _yard(out).record(out))


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
