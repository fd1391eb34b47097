"""Two folders change places, in one step where the system can."""

from __future__ import annotations

import ctypes
import errno
import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from sitegen.store.swap import exchange, recover


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Path, Path]:
    """Two folders, each with a file of its name, and a place that is free."""
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    return tmp_path / "one", tmp_path / "other", tmp_path / "aside"


def system(monkeypatch: pytest.MonkeyPatch, **calls: Callable[..., int]) -> None:
    """A system that has these calls alone."""
    monkeypatch.setattr("sitegen.store.swap.ctypes.CDLL", lambda *_, **__: SimpleNamespace(**calls))


def failing(number: int) -> Callable[..., int]:
    """A call that fails for this reason."""

    def call(*_: object) -> int:
        ctypes.set_errno(number)
        return -1

    return call


def names(*folders: Path) -> list[list[str]]:
    """What lies in each."""
    return [sorted(path.name for path in folder.iterdir()) for folder in folders]


def test_folders_change_places(places: tuple[Path, Path, Path]) -> None:
    """And nothing else is left."""
    exchange(*places)
    assert [["other"], ["one"], ["one", "other"]] == names(*places[:2], places[0].parent)


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.EINVAL, errno.ENOTSUP])
def test_a_system_that_knows_no_exchange_renames(
    number: int, places: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An older kernel, or a disk that cannot."""
    system(monkeypatch, renameat2=failing(number))
    exchange(*places)
    assert [["other"], ["one"], ["one", "other"]] == names(*places[:2], places[0].parent)


def test_a_system_without_that_call_renames(places: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Not Linux, or an older library."""
    system(monkeypatch)
    exchange(*places)
    assert [["other"], ["one"], ["one", "other"]] == names(*places[:2], places[0].parent)


def test_a_renaming_that_fails_is_undone(places: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """What lay at the first place lies there again."""
    one, other, aside = places
    system(monkeypatch)
    shutil.rmtree(other)
    with pytest.raises(FileNotFoundError):
        exchange(one, other, aside)
    assert [["one"], ["one"]] == names(one, one.parent)


@pytest.mark.parametrize(("gone", "expected"), [("one", "one"), ("other", "other"), ("both", "one")])
def test_what_lies_aside_goes_where_nothing_is(gone: str, expected: str, places: tuple[Path, Path, Path]) -> None:
    """First of all to the first place; a second time there is nothing to do."""
    one, other, aside = places
    aside.mkdir()
    (aside / "aside").touch()
    for place in places[:2]:
        if gone in (place.name, "both"):
            shutil.rmtree(place)
    for _ in range(2):
        recover(one, other, aside)
        assert ["aside"] == [path.name for path in (one.parent / expected).iterdir()]
    assert not aside.exists()


def test_any_other_failure_is_raised(places: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is renamed where the exchange was possible and not allowed."""
    system(monkeypatch, renameat2=failing(errno.EACCES))
    with pytest.raises(PermissionError) as error:
        exchange(*places)
    assert str(places[0]) == error.value.filename
    assert [["one"], ["other"]] == names(*places[:2])
