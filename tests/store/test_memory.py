"""What is remembered comes back; what cannot be, costs nothing but time."""

from __future__ import annotations

from pathlib import Path

from sitegen.store.memory import recall, remember


def test_what_is_remembered_comes_back(tmp_path: Path) -> None:
    """In another run, and the later in place of the earlier; no other file is left."""
    for data in ({"a": ["å"]}, {"b": "ö"}):
        remember(tmp_path / "memory", "words", data)
        assert data == recall(tmp_path / "memory", "words")
    assert ["words.json"] == [path.name for path in (tmp_path / "memory").iterdir()]


def test_what_cannot_be_read_was_never_written(tmp_path: Path) -> None:
    """A missing file, a broken one, no folder at all."""
    (tmp_path / "words.json").write_text('{"a":')
    assert (None, None, None) == (recall(tmp_path, "words"), recall(tmp_path, "other"), recall(None, "words"))


def test_a_folder_that_cannot_be_written_to_is_no_fault(tmp_path: Path) -> None:
    """A file lies where it should be."""
    (tmp_path / "memory").touch()
    remember(tmp_path / "memory", "words", {})
    remember(None, "words", {})
    assert None is recall(tmp_path / "memory", "words")
