"""A folder that is not a published site is refused as output, before anything is written."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from sitegen.store.tree import UnsafeOutput, publish
from tests.store.test_tree import NEW, OLD, tree


def refused(out: Path, *, keep: tuple[Path, ...] = (), apart: tuple[Path, ...] = ()) -> str:
    """The message with which `out` is refused."""
    with pytest.raises(UnsafeOutput) as refusal:
        publish(out, NEW, keep=keep, apart=apart)
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


def test_a_kept_folder_is_known_by_any_of_its_names(tmp_path: Path) -> None:
    """A link that leads to it, or to what it is made from, changes nothing."""
    project = tmp_path / "project"
    publish(project / "content" / "public", OLD)
    publish(project / "disk", OLD)
    (tmp_path / "link").symlink_to(project)
    assert refused(project / "disk", keep=(tmp_path / "link" / "disk",)).startswith(f"{project / 'disk'} holds more")
    for one, other in ((project, tmp_path / "link"), (tmp_path / "link", project)):
        said = refused(one / "content" / "public", apart=(other / "content",))
        assert said.startswith(f"{one / 'content' / 'public'} lies where the site is made from")
    assert OLD == tree(project / "content" / "public")


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


def test_a_mount_point_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It cannot be exchanged: that is said before anything is written."""
    (tmp_path / "public").mkdir()
    monkeypatch.setattr(Path, "is_mount", lambda path: path == tmp_path / "public")
    assert refused(tmp_path / "public").startswith(f"{tmp_path / 'public'} is a mount point, or fixed in")
    assert ["public"] == [p.name for p in tmp_path.iterdir()]


@pytest.mark.parametrize("number", [errno.EBUSY, errno.EXDEV])
def test_what_the_system_does_not_move_is_refused(number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder bound to another place is not seen beforehand, nor one of a container's image."""
    publish(tmp_path / "public", OLD)

    def immovable(*_: Path) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("sitegen.store.tree.exchange", immovable)
    assert refused(tmp_path / "public").startswith(f"{tmp_path / 'public'} is a mount point, or fixed in")
    assert OLD == tree(tmp_path / "public")


def test_a_refusal_can_be_translated(tmp_path: Path) -> None:
    """The exception carries the message id and the values apart."""
    (tmp_path / "public").write_bytes(b"mine")
    with pytest.raises(UnsafeOutput) as refusal:
        publish(tmp_path / "public", NEW)
    assert "%(path)s is a file: name a folder as output." == refusal.value.msgid
    assert {"path": str(tmp_path / "public")} == refusal.value.values
