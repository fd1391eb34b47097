"""What somebody did to the published tree, or to what lies beside it, the next build mends."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sitegen.store.digest import digest
from sitegen.store.inventory import Mark, take, write_record
from sitegen.store.standby import Tree, bring_up_to_date
from sitegen.store.tree import SIGNATURE, UnsafeOutput, publish
from tests.unprivileged import reachable_folder, unprivileged

SITE = {"_headers": SIGNATURE, "index.html": b"page", "sv/index.html": b"sida", "sv/a/index.html": b"mer"}


def state(out: Path) -> dict[str, tuple[int, bytes | None]]:
    """Mode and content of all that lies below a folder, the folder itself too; None for what is no file."""
    return {
        os.path.relpath(p, out): (p.lstat().st_mode, p.read_bytes() if p.is_file() and not p.is_symlink() else None)
        for p in (out, *out.rglob("*"))
    }


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A site that was built twice, some time ago: both trees are recorded."""
    for content in (b"before", SITE["index.html"]):
        publish(tmp_path / "public", SITE | {"index.html": content})
        time.sleep(0.05)
    publish(tmp_path / "public", SITE)
    return tmp_path / "public"


def rewritten_at_once(out: Path) -> None:
    """Other content of the same size, with the times set back."""
    was = (out / "index.html").stat()
    (out / "index.html").write_bytes(b"EGAP")
    os.utime(out / "index.html", ns=(was.st_atime_ns, was.st_mtime_ns))


def replaced(out: Path) -> None:
    """Another file under the name, as many editors write, with size and times of the first."""
    was = (out / "index.html").stat()
    (out / "new").write_bytes(b"EGAP")
    os.utime(out / "new", ns=(was.st_atime_ns, was.st_mtime_ns))
    (out / "new").rename(out / "index.html")


def swapped(out: Path) -> None:
    """Two files in each other's place."""
    (out / "index.html").rename(out / "x")
    (out / "sv" / "index.html").rename(out / "index.html")
    (out / "x").rename(out / "sv" / "index.html")


def moved_and_linked(out: Path) -> None:
    """A folder elsewhere, and a link to it in its place: all is there, but not where it was."""
    (out / "sv").rename(out.parent / "elsewhere")
    (out / "sv").symlink_to(out.parent / "elsewhere")


def file_moved_and_linked(out: Path) -> None:
    """A file elsewhere, and a link to it in its place."""
    (out / "index.html").rename(out.parent / "elsewhere.html")
    (out / "index.html").symlink_to(out.parent / "elsewhere.html")


def emptied(out: Path) -> None:
    """Nothing left but one file."""
    shutil.rmtree(out / "sv")
    (out / "index.html").unlink()


def without_marker(out: Path) -> None:
    """Without what marks it as built here: its other files do."""
    (out / "_headers").unlink()


def folder_for_file(out: Path) -> None:
    """A folder where a file was."""
    (out / "index.html").unlink()
    (out / "index.html").mkdir()
    (out / "index.html" / "x").touch()


def file_for_folder(out: Path) -> None:
    """A file where a folder was."""
    shutil.rmtree(out / "sv")
    (out / "sv").touch()


DEEDS: list[Callable[[Path], object]] = [
    rewritten_at_once,
    replaced,
    swapped,
    moved_and_linked,
    file_moved_and_linked,
    emptied,
    without_marker,
    folder_for_file,
    file_for_folder,
    lambda out: (out / "sv" / "a" / "index.html").write_bytes(b""),
    lambda out: (out / "sv" / "a" / "stray.html").write_bytes(b"stray"),
    lambda out: (out / "sv" / "a" / "empty" / "deep").mkdir(parents=True),
    lambda out: (out / "link").symlink_to("index.html"),
    lambda out: (out / "link").symlink_to("sv", target_is_directory=True),
    lambda out: os.mkfifo(out / "pipe"),
    lambda out: (out / "sv" / "index.html").chmod(0o600),
    lambda out: (out / "sv").chmod(0o700),
    lambda out: out.chmod(0o700),
    lambda out: (out / "index.html").touch(),
]


@pytest.mark.parametrize("deed", DEEDS)
def test_a_deed_in_the_published_tree_is_undone(deed: Callable[[Path], object], out: Path) -> None:
    """By one build of the same site; nor does it come back with the tree that is shown next."""
    before = state(out)
    deed(out)
    for _ in range(2):
        publish(out, SITE)
        assert before == state(out)
        publish(out, SITE | {"index.html": b"other"})
    publish(out, SITE)
    assert before == state(out)


@pytest.mark.parametrize("deed", DEEDS)
def test_a_deed_in_the_standby_is_undone(deed: Callable[[Path], object], out: Path) -> None:
    """It is never shown."""
    before = state(out)
    deed(out.parent / ".public.standby" / "tree")
    publish(out, SITE | {"sv/index.html": b"other"})
    publish(out, SITE)
    assert before == state(out)


def test_an_edit_through_a_shared_file_is_undone(out: Path) -> None:
    """Both trees may hold one file under two names: neither keeps what was written to it."""
    with (out / "sv" / "a" / "index.html").open("r+b") as stream:
        stream.write(b"MER")
    publish(out, SITE)
    assert b"mer" == (out / "sv" / "a" / "index.html").read_bytes()
    publish(out, SITE | {"index.html": b"other"})
    assert b"mer" == (out / "sv" / "a" / "index.html").read_bytes()


@pytest.mark.parametrize("tick", [1, 10**7, 10**9])
def test_an_edit_right_after_a_build_is_seen(tick: int, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the same size, and within one tick of the clock of a disk: nanoseconds, or coarser ones."""

    def coarse(status: os.stat_result) -> Mark:
        return (
            f"{status.st_ino} {status.st_size} {status.st_mtime_ns // tick * tick} {status.st_ctime_ns // tick * tick}"
        )

    monkeypatch.setattr("sitegen.store.inventory.mark", coarse)
    monkeypatch.setattr("sitegen.store.standby.mark", coarse)
    for number in range(30):
        content = b"%03d" % number
        publish(out, SITE | {"index.html": content})
        was = (out / "index.html").stat()
        (out / "index.html").write_bytes(b"xxx")
        os.utime(out / "index.html", ns=(was.st_atime_ns, was.st_mtime_ns))
        publish(out, SITE | {"index.html": content})
        assert content == (out / "index.html").read_bytes()


def test_an_edit_during_the_build_is_not_taken_over(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A published file that was changed after it was looked at gets no second name in the next tree."""

    def after_an_edit(standby: Tree, wanted: Any, files: Any, shown: Tree, unnamed: Path) -> None:  # noqa: ANN401
        (shown.path / "sv" / "index.html").write_bytes(b"ADIS")
        bring_up_to_date(standby, wanted, files, shown, unnamed)

    shutil.rmtree(out.parent / ".public.standby" / "tree")
    monkeypatch.setattr("sitegen.store.tree.bring_up_to_date", after_an_edit)
    publish(out, SITE | {"index.html": b"other"})
    assert b"sida" == (out / "sv" / "index.html").read_bytes()


def garbled_record(yard: Path) -> None:
    """Bytes changed in the middle."""
    for record in yard.glob("*.json"):
        content = bytearray(record.read_bytes())
        content[len(content) // 2] ^= 1
        record.write_bytes(content)


def cut_record(yard: Path) -> None:
    """Half of each record."""
    for record in yard.glob("*.json"):
        record.write_bytes(record.read_bytes()[:100])


def lying_record(yard: Path) -> None:
    """A record with a digest of its own: whoever writes it does not know the seal."""
    for record in yard.glob("*.json"):
        seal, _, body = record.read_bytes().partition(b"\n")
        data = json.loads(body)
        data[""][1]["index.html"][0] = "0" * 64
        record.write_bytes(seal + b"\n" + json.dumps(data).encode())


def no_folder(yard: Path) -> None:
    """A file where the folder was."""
    shutil.rmtree(yard)
    yard.write_bytes(b"?")


def linked(yard: Path) -> None:
    """A link to a folder of someone else, who loses nothing."""
    shutil.rmtree(yard)
    (yard.parent / "elsewhere" / "tree").mkdir(parents=True)
    (yard.parent / "elsewhere" / "tree" / "mine").write_bytes(b"mine")
    yard.symlink_to(yard.parent / "elsewhere")


@pytest.mark.parametrize(
    "deed",
    [
        garbled_record,
        cut_record,
        lying_record,
        no_folder,
        linked,
        shutil.rmtree,
        lambda yard: shutil.rmtree(yard / "tree"),
        lambda yard: (yard / "unnamed").mkdir(),
        lambda yard: (yard / "unnamed").hardlink_to(yard.parent / "public" / "index.html"),
        lambda yard: (yard / "aside").mkdir(),
        lambda yard: (yard / "1.json").write_bytes(b"{}"),
    ],
)
def test_whatever_lies_beside_the_tree_the_site_is_right(deed: Callable[[Path], object], out: Path) -> None:
    """What cannot be used is as if it were not there, and is gone after a build."""
    yard = out.parent / ".public.standby"
    before = state(out)
    deed(yard)
    publish(out, SITE | {"sv/index.html": b"other"})
    publish(out, SITE)
    assert before == state(out)
    assert ["json", "json", "tree"] == sorted(path.name.rpartition(".")[2] for path in yard.iterdir())
    if deed is linked:
        assert b"mine" == (out.parent / "elsewhere" / "tree" / "mine").read_bytes()


@pytest.mark.parametrize(("boot", "expected"), [("first", b"????"), ("second", b"page")])
def test_after_a_start_of_the_machine_every_file_is_read(
    boot: str, expected: bytes, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mark may have outlived what had not yet reached the disk when the power went."""
    monkeypatch.setattr("sitegen.store.inventory.BOOT", tmp_path / "boot")
    (tmp_path / "boot").write_text("first")
    (out / "index.html").write_bytes(b"????")
    lost = take(out, {}, time.time_ns() + 10**10)
    lost.files["index.html"] = digest(b"page")
    write_record(out.parent / ".public.standby" / f"{out.stat().st_ino}.json", lost, time.time_ns())
    (tmp_path / "boot").write_text(boot)
    publish(out, SITE)
    assert expected == (out / "index.html").read_bytes()


def test_what_cannot_be_read_is_replaced() -> None:
    """An ordinary user's own file or folder without any permission."""
    with reachable_folder() as folder:
        folder.chmod(0o777)
        with unprivileged():
            publish(folder / "public", SITE)
            before = state(folder / "public")
            (folder / "public" / "index.html").chmod(0)
            (folder / "public" / "sv").chmod(0)
            publish(folder / "public", SITE)
            assert before == state(folder / "public")
            publish(folder / "public", SITE | {"index.html": b"other"})  # in the tree that had it before
            publish(folder / "public", SITE)
            assert before == state(folder / "public")


def test_a_folder_of_someone_else_with_the_number_of_ours_is_refused(out: Path) -> None:
    """A disk gives a number again: it takes a file that was left by a build to know the folder."""
    record = out.parent / ".public.standby" / f"{out.stat().st_ino}.json"
    shutil.rmtree(out)
    out.mkdir()
    (out / "index.html").write_bytes(b"mine")
    record.replace(record.with_name(f"{out.stat().st_ino}.json"))
    with pytest.raises(UnsafeOutput, match="was not built here"):
        publish(out, SITE)
    assert b"mine" == (out / "index.html").read_bytes()
