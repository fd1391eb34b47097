"""The published tree is replaced as a whole or not at all."""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
import stat
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from sitegen.store.digest import digest
from sitegen.store.inventory import mark
from sitegen.store.standby import Tree, bring_up_to_date
from sitegen.store.tree import SIGNATURE, Change, publish
from tests.unprivileged import reachable_folder, unprivileged

OLD = {"_headers": SIGNATURE, "index.html": b"old", "gone/index.html": b"old"}
NEW = {"_headers": SIGNATURE, "index.html": b"new", "a/b/c.txt": b"deep", ".well-known/security.txt": b"s"}


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below `folder`."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture
def reachable() -> Iterator[Path]:
    """A folder that every user can enter and only its owner can write to."""
    with reachable_folder() as folder:
        yield folder


def test_a_tree_is_written_where_nothing_was(tmp_path: Path) -> None:
    """Missing parents are made, and nothing is seen beside the tree."""
    publish(tmp_path / "site" / "public", NEW)
    assert NEW == tree(tmp_path / "site" / "public")
    assert [".public.standby", "public"] == sorted(p.name for p in (tmp_path / "site").iterdir())


def test_a_tree_is_replaced_whole(tmp_path: Path) -> None:
    """Files of the old tree that the new one lacks are gone, empty folders too."""
    publish(tmp_path / "public", OLD)
    publish(tmp_path / "public", NEW)
    assert NEW == tree(tmp_path / "public")
    assert not (tmp_path / "public" / "gone").exists()
    assert [".public.standby", "public"] == sorted(p.name for p in tmp_path.iterdir())


def test_an_empty_folder_becomes_the_tree(tmp_path: Path) -> None:
    """An empty folder is nobody's loss."""
    (tmp_path / "public").mkdir()
    publish(tmp_path / "public", NEW)
    assert NEW == tree(tmp_path / "public")


def test_a_relative_output_is_taken_from_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`public` and `./x/../public/` name the same folder."""
    monkeypatch.chdir(tmp_path)
    publish(Path("public"), OLD)
    publish(Path("./x/../public/"), NEW)
    assert NEW == tree(tmp_path / "public")


def test_modes_do_not_depend_on_the_umask(tmp_path: Path) -> None:
    """A web server can read what a careful user publishes."""
    before = os.umask(0o077)
    try:
        publish(tmp_path / "public", NEW)
    finally:
        os.umask(before)
    modes = {oct(stat.S_IMODE(p.stat().st_mode)) for p in (tmp_path / "public").rglob("*") if p.is_file()}
    folders = [tmp_path / "public", *(p for p in (tmp_path / "public").rglob("*") if p.is_dir())]
    assert {"0o644"} == modes
    assert {"0o755"} == {oct(stat.S_IMODE(folder.stat().st_mode)) for folder in folders}


def test_what_changed_is_told(tmp_path: Path) -> None:
    """Which files were written, which are gone, which are as they were: against what lay there, whoever put it."""
    assert Change(tuple(sorted(OLD)), (), ()) == publish(tmp_path / "public", OLD)
    (tmp_path / "public" / "by-hand.txt").touch()
    expected = Change(
        (".well-known/security.txt", "a/b/c.txt", "index.html"), ("by-hand.txt", "gone/index.html"), ("_headers",)
    )
    assert expected == publish(tmp_path / "public", NEW)
    assert Change((), (), tuple(sorted(NEW))) == publish(tmp_path / "public", NEW)


class Counted(dict[str, bytes]):
    """Files that tell which of them were read."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        super().__init__(files)
        self.read: list[str] = []

    def __getitem__(self, path: str) -> bytes:
        self.read.append(path)
        return super().__getitem__(path)


def digests(files: Mapping[str, bytes]) -> dict[str, str]:
    """The digest of every file."""
    return {path: digest(content) for path, content in files.items()}


def test_only_what_changed_is_asked_for_and_written(tmp_path: Path) -> None:
    """Also by the second build, and by the one after it, whose standby lacks what the build before wrote."""
    out = tmp_path / "public"
    publish(out, NEW)
    numbers = {path: (out / path).stat().st_ino for path in NEW}
    for content in (b"1", b"2", b"3"):
        files = Counted(NEW | {"index.html": content})
        publish(out, files, digests=digests(files))
        assert ["index.html"] == files.read
        assert files == tree(out)
        assert numbers | {"index.html": 0} == {path: (out / path).stat().st_ino for path in NEW} | {"index.html": 0}


def test_where_nothing_changed_nothing_is_written(tmp_path: Path) -> None:
    """No file, no folder, no exchange; what a moment ago could not be told from an edit is recorded once."""
    publish(tmp_path / "public", NEW)
    time.sleep(0.1)
    publish(tmp_path / "public", NEW)
    before = {path: mark(path.lstat()) for path in tmp_path.rglob("*")}
    files = Counted(NEW)
    publish(tmp_path / "public", files, digests=digests(files))
    assert before == {path: mark(path.lstat()) for path in tmp_path.rglob("*")}
    assert [] == files.read


def test_digests_of_other_files_are_a_bug(tmp_path: Path) -> None:
    """Of other names, or of other content, which is found when it is to be written: nothing is published."""
    with pytest.raises(ValueError, match="digests of other files"):
        publish(tmp_path / "public", NEW, digests=digests(OLD))
    publish(tmp_path / "public", OLD)
    with pytest.raises(ValueError, match=r"not the content that its digest says: index\.html"):
        publish(tmp_path / "public", OLD | {"index.html": b"x"}, digests=digests(OLD | {"index.html": b"y"}))
    assert OLD == tree(tmp_path / "public")


def test_who_holds_the_folder_sees_one_tree_until_the_build_after_next(tmp_path: Path) -> None:
    """The files of a folder that was opened before a build stay what they were."""
    publish(tmp_path / "public", OLD)
    publish(tmp_path / "public", OLD | {"index.html": b"now"})
    folder = os.open(tmp_path / "public", os.O_RDONLY)
    publish(tmp_path / "public", NEW)
    seen = {name: opened(folder, name) for name in ("index.html", "gone/index.html")}
    os.close(folder)
    assert {"index.html": b"now", "gone/index.html": b"old"} == seen


def opened(folder: int, name: str) -> bytes:
    """A file, by way of a folder that was opened before."""
    with os.fdopen(os.open(name, os.O_RDONLY, dir_fd=folder), "rb") as stream:
        return stream.read()


@pytest.mark.parametrize("next_but_one", [b"now", b"new"])
def test_who_holds_the_folder_finds_every_file_of_both_trees_at_any_moment(
    next_but_one: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also while the build after next gives it the content of the published tree, or a new one."""
    out, standby = tmp_path / "public", tmp_path / ".public.standby" / "tree" / "index.html"
    publish(out, OLD)
    publish(out, OLD | {"index.html": b"now"})
    seen: list[tuple[str, bool]] = []

    def look(event: str) -> None:
        seen.append((event, standby.exists()))

    class Looking(dict[str, bytes]):
        """Files of which one is looked for in the standby whenever a content is asked for."""

        def __getitem__(self, path: str) -> bytes:
            look("read")
            return super().__getitem__(path)

    def linked(*given: Any, **options: Any) -> None:  # noqa: ANN401 - as they are
        look("link")
        link(*given, **options)

    def replaced(*given: Any, **options: Any) -> None:  # noqa: ANN401 - likewise
        look("replace")
        replace(*given, **options)

    link, replace = os.link, os.replace
    monkeypatch.setattr(os, "link", linked)
    monkeypatch.setattr(os, "replace", replaced)
    files = Looking(OLD | {"index.html": next_but_one, "gone/index.html": b"other"})
    publish(out, files, digests=digests(files))
    assert files == tree(out)
    assert {("read", True), ("replace", True)} <= {*seen} <= {(event, True) for event in ("read", "link", "replace")}


def test_an_opened_file_is_read_to_its_end_in_one_version(tmp_path: Path) -> None:
    """However many builds go by: files are replaced, never written to."""
    publish(tmp_path / "public", OLD)
    with (tmp_path / "public" / "index.html").open("rb") as stream:
        for content in (b"1st", b"2nd", b"3rd", b"4th"):
            publish(tmp_path / "public", OLD | {"index.html": content})
        assert b"old" == stream.read()


def test_a_failed_write_leaves_the_old_tree(tmp_path: Path) -> None:
    """An error half-way through the writing is raised; the old tree stays, and the next build goes on."""
    publish(tmp_path / "public", OLD)
    with pytest.raises(OSError, match="too long"):
        publish(tmp_path / "public", NEW | {"x" * 300: b""})
    assert OLD == tree(tmp_path / "public")
    publish(tmp_path / "public", NEW)
    assert NEW == tree(tmp_path / "public")


def test_a_standby_that_fills_the_disk_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is space for one more site but not for two, the site is published."""
    publish(tmp_path / "public", OLD)

    def scarce(standby: Tree, *rest: Any) -> None:  # noqa: ANN401 - handed on as they are
        if standby.found.files:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        bring_up_to_date(standby, *rest)

    monkeypatch.setattr("sitegen.store.tree.bring_up_to_date", scarce)
    publish(tmp_path / "public", NEW)
    assert NEW == tree(tmp_path / "public")


def test_a_first_site_is_published_where_there_is_no_space_for_a_standby(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second build may find some."""

    def scarce(standby: Tree, wanted: Any, files: Any, shown: Tree, unnamed: Path) -> None:  # noqa: ANN401
        if shown.found.files:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        bring_up_to_date(standby, wanted, files, shown, unnamed)

    with monkeypatch.context() as patch:
        patch.setattr("sitegen.store.tree.bring_up_to_date", scarce)
        publish(tmp_path / "public", OLD)
    assert OLD == tree(tmp_path / "public")
    publish(tmp_path / "public", NEW)
    assert NEW == tree(tmp_path / "public")


def test_what_was_read_once_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that changes nothing reads what is in doubt, and says so to the next one."""
    publish(tmp_path / "public", NEW)
    time.sleep(0.1)
    publish(tmp_path / "public", NEW)
    monkeypatch.setattr("sitegen.store.inventory._hashed", None)
    assert Change((), (), tuple(sorted(NEW))) == publish(tmp_path / "public", NEW, digests=digests(NEW))


def test_without_permission_the_old_tree_stays(reachable: Path) -> None:
    """Who may not write beside the old tree gets PermissionError and no change."""
    publish(reachable / "public", OLD)
    shutil.rmtree(reachable / ".public.standby")
    reachable.chmod(0o555)
    with unprivileged(), pytest.raises(PermissionError):
        publish(reachable / "public", NEW)
    assert OLD == tree(reachable / "public")
    assert ["public"] == [p.name for p in reachable.iterdir()]


def test_where_nothing_may_be_written_an_unchanged_site_is_no_fault(reachable: Path) -> None:
    """A read-only output that is already right is right."""
    publish(reachable / "public", OLD)
    reachable.chmod(0o555)
    with unprivileged():
        assert () == publish(reachable / "public", OLD).written


def test_an_output_that_may_not_be_written_stays(reachable: Path) -> None:
    """Not even by its owner; once it may be, it is replaced."""
    reachable.chmod(0o777)
    with unprivileged():
        publish(reachable / "public", OLD)
        (reachable / "public").chmod(0o555)
        with pytest.raises(PermissionError):
            publish(reachable / "public", NEW)
        assert OLD == tree(reachable / "public")
        (reachable / "public").chmod(0o755)
        publish(reachable / "public", NEW)
        assert NEW == tree(reachable / "public")


def test_two_runs_do_not_meet(tmp_path: Path) -> None:
    """A run waits for any other that holds the folder, even for one that shares it."""
    publish(tmp_path / "public", OLD)
    descriptor = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(descriptor, fcntl.LOCK_SH)
    second = threading.Thread(target=publish, args=(tmp_path / "public", NEW))
    second.start()
    second.join(0.1)
    assert OLD == tree(tmp_path / "public")
    os.close(descriptor)
    second.join(5)
    assert NEW == tree(tmp_path / "public")


@pytest.mark.parametrize("path", ["", "/etc/passwd", "../x", "a/../../x", "a\\b", "./a", "a//b", "a/", "a/.", "nul\0"])
def test_a_path_that_could_leave_the_tree_is_a_bug(tmp_path: Path, path: str) -> None:
    """Paths are plain and relative: anything else is refused before the disk is touched."""
    with pytest.raises(ValueError, match="not a relative posix path"):
        publish(tmp_path / "site" / "public", NEW | {path: b""})
    assert [] == list(tmp_path.iterdir())


def test_a_tree_without_marker_is_a_bug(tmp_path: Path) -> None:
    """Such a tree could never be replaced again, so it is not written."""
    with pytest.raises(ValueError, match="_headers"):
        publish(tmp_path / "public", {"index.html": b""})
    assert [] == list(tmp_path.iterdir())
