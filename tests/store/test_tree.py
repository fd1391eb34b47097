"""The published tree is replaced as a whole or not at all."""

from __future__ import annotations

import fcntl
import os
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.store.tree import SIGNATURE, UnsafeOutput, publish
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
    """Missing parents are made, and nothing but the tree remains beside it."""
    publish(tmp_path / "site" / "public", NEW)
    assert NEW == tree(tmp_path / "site" / "public")
    assert ["public"] == [p.name for p in (tmp_path / "site").iterdir()]


def test_a_tree_is_replaced_whole(tmp_path: Path) -> None:
    """Files of the old tree that the new one lacks are gone, empty folders too."""
    publish(tmp_path / "public", OLD)
    publish(tmp_path / "public", NEW)
    assert NEW == tree(tmp_path / "public")
    assert not (tmp_path / "public" / "gone").exists()
    assert ["public"] == [p.name for p in tmp_path.iterdir()]


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


def test_what_a_killed_run_left_is_removed(tmp_path: Path) -> None:
    """Half a tree of an earlier run neither stays nor gets into the new one."""
    publish(tmp_path / "public", OLD)
    (tmp_path / ".public.being-written").mkdir()
    (tmp_path / ".public.being-written" / "stray.html").write_bytes(b"half")
    publish(tmp_path / "public", NEW)
    assert NEW == tree(tmp_path / "public")
    assert ["public"] == [p.name for p in tmp_path.iterdir()]


def test_a_run_killed_in_the_swap_loses_nothing(tmp_path: Path) -> None:
    """Where the old tree was already moved away and the next run fails as well, the old tree is back."""
    publish(tmp_path / "public", OLD)
    (tmp_path / "public").rename(tmp_path / ".public.being-replaced")
    with pytest.raises(OSError, match="too long"):
        publish(tmp_path / "public", NEW | {"x" * 300: b""})
    assert OLD == tree(tmp_path / "public")
    assert ["public"] == [p.name for p in tmp_path.iterdir()]


def test_a_failed_write_leaves_the_old_tree(tmp_path: Path) -> None:
    """An error half-way through the writing is raised; the old tree stays, the new one leaves no trace."""
    publish(tmp_path / "public", OLD)
    with pytest.raises(OSError, match="too long"):
        publish(tmp_path / "public", NEW | {"x" * 300: b""})
    assert OLD == tree(tmp_path / "public")
    assert ["public"] == [p.name for p in tmp_path.iterdir()]


def test_a_failed_swap_puts_the_old_tree_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the second of the two renames fails, the first is undone."""
    publish(tmp_path / "public", OLD)
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if self.name == ".public.being-written":
            raise OSError("disk gone")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(OSError, match="disk gone"):
        publish(tmp_path / "public", NEW)
    assert OLD == tree(tmp_path / "public")


def test_without_permission_the_old_tree_stays(reachable: Path) -> None:
    """Who may not write beside the old tree gets PermissionError and no change."""
    publish(reachable / "public", OLD)
    reachable.chmod(0o555)
    with unprivileged(), pytest.raises(PermissionError):
        publish(reachable / "public", NEW)
    assert OLD == tree(reachable / "public")
    assert ["public"] == [p.name for p in reachable.iterdir()]


def test_two_runs_do_not_meet(tmp_path: Path) -> None:
    """A run waits for another one that publishes into the same folder."""
    publish(tmp_path / "public", OLD)
    descriptor = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    second = threading.Thread(target=publish, args=(tmp_path / "public", NEW))
    second.start()
    second.join(0.1)
    assert OLD == tree(tmp_path / "public")
    os.close(descriptor)
    second.join(5)
    assert NEW == tree(tmp_path / "public")


def refused(out: Path, *, keep: tuple[Path, ...] = ()) -> str:
    """The message with which `out` is refused."""
    with pytest.raises(UnsafeOutput) as refusal:
        publish(out, NEW, keep=keep)
    return str(refusal.value)


def test_the_root_of_the_disk_is_refused() -> None:
    """`/` is never replaced."""
    assert "/ holds more than a published site: name another folder as output." == refused(Path("/"))


def test_home_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The home directory, or a folder that holds it, is not replaced, even with a marker in it."""
    home = tmp_path / "home" / "editor"
    home.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    (home / "_headers").touch()
    (home.parent / "_headers").touch()
    assert refused(home).startswith(f"{home} holds more")
    assert refused(home.parent).startswith(f"{home.parent} holds more")
    assert {"_headers": b""} == tree(home)


def test_the_current_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--out .` would replace the folder that the command was given in."""
    monkeypatch.chdir(tmp_path)
    assert refused(Path()).startswith(f"{tmp_path} holds more")


def test_a_kept_folder_is_refused(tmp_path: Path) -> None:
    """The project's root and any folder that holds it are refused, even where they look built."""
    project = tmp_path / "disk" / "project"
    publish(project, OLD)
    publish(tmp_path / "disk2", OLD)
    (tmp_path / "disk" / "_headers").touch()
    assert refused(project, keep=(project,)).startswith(f"{project} holds more")
    assert refused(tmp_path / "disk", keep=(project,)).startswith(f"{tmp_path / 'disk'} holds more")
    assert OLD == tree(project)


def test_a_folder_inside_a_kept_one_is_replaced(tmp_path: Path) -> None:
    """`public` in the project's root is where the site belongs."""
    publish(tmp_path / "public", NEW, keep=(tmp_path,))
    assert NEW == tree(tmp_path / "public")


def test_a_folder_of_someone_else_is_refused(tmp_path: Path) -> None:
    """A folder that holds something and was not built here stays as it is."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "portal.yaml").write_bytes(b"name: 'x'\n")
    expected = f"{tmp_path / 'content'} was not built here: empty it yourself, or name another folder as output."
    assert expected == refused(tmp_path / "content")
    assert {"portal.yaml": b"name: 'x'\n"} == tree(tmp_path / "content")


def test_a_file_is_refused(tmp_path: Path) -> None:
    """A file is not a folder to replace."""
    (tmp_path / "public").write_bytes(b"mine")
    assert f"{tmp_path / 'public'} is a file: name a folder as output." == refused(tmp_path / "public")
    assert b"mine" == (tmp_path / "public").read_bytes()


def test_a_link_is_refused(tmp_path: Path) -> None:
    """A symbolic link is refused, whatever it leads to, or to nothing."""
    publish(tmp_path / "real", OLD)
    (tmp_path / "public").symlink_to(tmp_path / "real")
    (tmp_path / "broken").symlink_to(tmp_path / "nowhere")
    assert "symbolic link" in refused(tmp_path / "public")
    assert "symbolic link" in refused(tmp_path / "broken")
    assert OLD == tree(tmp_path / "real")


def test_a_refusal_can_be_translated(tmp_path: Path) -> None:
    """The exception carries the message id and the values apart."""
    (tmp_path / "public").write_bytes(b"mine")
    with pytest.raises(UnsafeOutput) as refusal:
        publish(tmp_path / "public", NEW)
    assert "%(path)s is a file: name a folder as output." == refusal.value.msgid
    assert {"path": str(tmp_path / "public")} == refusal.value.values


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
