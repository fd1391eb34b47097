"""In what two trees differ."""

from __future__ import annotations

from pathlib import Path

from sitegen.store.digest import digest
from sitegen.store.manifest import Difference, difference, folders, manifest


def test_a_difference_is_told_by_kind() -> None:
    """What lacks, what is too much, what is another: each sorted, and nothing of what is the same."""
    expected = {"same": "1", "b": "1", "a": "1", "other": "1"}
    actual = {"same": "1", "other": "2", "d": "1", "c": "1"}
    assert Difference(("a", "b"), ("c", "d"), ("other",)) == difference(expected, actual)


def test_no_difference_is_false() -> None:
    """So that `if difference(…)` reads as it should; any one kind makes it true."""
    assert not difference({"a": "1"}, {"a": "1"})
    assert difference({"a": "1"}, {})
    assert difference({}, {"a": "1"})
    assert difference({"a": "1"}, {"a": "2"})


def test_the_manifest_of_a_folder(tmp_path: Path) -> None:
    """Every file by its posix path, hidden ones too; folders as such are not in it."""
    (tmp_path / ".well-known").mkdir()
    (tmp_path / "empty").mkdir()
    (tmp_path / ".well-known" / "security.txt").write_bytes(b"s")
    (tmp_path / "a").write_bytes(b"")
    assert {".well-known/security.txt": digest(b"s"), "a": digest(b"")} == manifest(tmp_path)


def test_every_folder_on_the_way_is_one() -> None:
    """The tree itself among them."""
    assert {"", "a", "a/b", "c"} == folders(["x", "a/b/x", "a/b/y", "c/x"])
