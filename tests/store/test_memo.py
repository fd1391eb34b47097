"""What was kept is found again, whole or not at all, and no more of it than there is room for."""

from __future__ import annotations

import random
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from sitegen.store import memo as memo_module
from sitegen.store.memo import Memo


def key(name: str) -> bytes:
    """A key of the length of a digest."""
    return name.encode().ljust(32, b".")


def test_what_is_kept_is_found_by_a_later_run(tmp_path: Path) -> None:
    """And in the same run at once; what was never kept is not."""
    with closing(Memo(tmp_path)) as memo:
        memo.keep({key("a"): b"one", key("b"): b""})
        assert {key("a"): b"one", key("b"): b""} == memo.find([key("a"), key("b"), key("c")])
    with closing(Memo(tmp_path)) as memo:
        assert b"one" == memo.get(key("a"))
        assert b"" == memo.get(key("b"))
        assert None is memo.get(key("c"))
        assert frozenset({key("a")}) == memo.known([key("a"), key("c")])


def test_a_new_value_stands_in_the_place_of_the_old(tmp_path: Path) -> None:
    """Under the same key."""
    for value in (b"old", b"new"):
        with closing(Memo(tmp_path)) as memo:
            memo.keep({key("a"): value})
    with closing(Memo(tmp_path)) as memo:
        assert b"new" == memo.get(key("a"))


def test_a_damaged_value_is_as_if_it_had_never_been_kept(tmp_path: Path) -> None:
    """It is told by its mark, and counted; the others are there."""
    with closing(Memo(tmp_path)) as memo:
        memo.keep({key("a"): b"one", key("b"): b"two"})
    [path] = tmp_path.glob("*.sqlite")
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE kept SET value = ? WHERE key = ?", (b"won", key("a")))
    with closing(Memo(tmp_path)) as memo:
        assert {key("b"): b"two"} == memo.find([key("a"), key("b")])
        assert 1 == memo.damaged


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_file_that_is_no_database_is_made_anew(tmp_path: Path, content: bytes) -> None:
    """And works from then on."""
    with closing(Memo(tmp_path)) as memo:
        memo.keep({key("a"): b"one"})
    [path] = tmp_path.glob("*.sqlite")
    path.write_bytes(content)
    for beside in tmp_path.glob("*-*-*"):
        beside.unlink()
    with closing(Memo(tmp_path)) as memo:
        assert None is memo.get(key("a"))
        memo.keep({key("a"): b"one"})
    with closing(Memo(tmp_path)) as memo:
        assert b"one" == memo.get(key("a"))


def test_a_file_cut_or_garbled_anywhere_gives_right_values_or_none(tmp_path: Path) -> None:
    """And takes new ones."""
    values = {key(f"{number}"): f"{number}".encode() * 300 for number in range(40)}
    with closing(Memo(tmp_path)) as memo:
        memo.keep(values)
    [path] = tmp_path.glob("*.sqlite")
    whole, chance, lost = path.read_bytes(), random.Random(6), 0  # noqa: S311 - places, not secrets
    for _ in range(60):
        path.write_bytes(spoilt(whole, chance))
        with closing(Memo(tmp_path)) as memo:
            found = memo.find(values)
            assert found.items() <= values.items()
            assert memo.known(values) <= values.keys()
            lost += len(values) - len(found)
            memo.keep(values)
        with closing(Memo(tmp_path)) as memo:
            assert values == memo.find(values)
    assert lost > 60


def spoilt(content: bytes, chance: random.Random) -> bytes:
    """Cut somewhere, or other bytes in the middle."""
    start = chance.randrange(len(content))
    length = chance.choice((1, 10, 1000, 5000))
    return content[:start] + (chance.randbytes(length) + content[start + length :] if chance.random() < 0.7 else b"")


def test_what_was_used_least_recently_goes_first(tmp_path: Path) -> None:
    """As much of it as there is no room for."""
    for name in ("a", "b", "c"):
        with closing(Memo(tmp_path, limit=300)) as memo:
            memo.keep({key(name): name.encode() * 100})
    with closing(Memo(tmp_path, limit=300)) as memo:
        assert memo.get(key("a"))  # used again
        memo.keep({key("d"): b"d" * 100})
    with closing(Memo(tmp_path, limit=300)) as memo:
        assert {key("a"), key("c"), key("d")} == memo.find(map(key, "abcd")).keys()


def test_two_builds_may_remember_at_once(tmp_path: Path) -> None:
    """Neither loses what the other keeps."""
    with closing(Memo(tmp_path)) as one, closing(Memo(tmp_path)) as other:
        one.keep({key("a"): b"one"})
        other.keep({key("b"): b"two"})
        one.save()
        other.save()
        assert b"two" == one.get(key("b"))
        assert b"one" == other.get(key("a"))


def test_several_threads_may_remember_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is lost where one keeps while another saves: each save writes all that was kept before it."""
    monkeypatch.setattr(memo_module, "HELD", 2_000)
    names = [[key(f"{thread} {number}") for number in range(400)] for thread in range(4)]
    with closing(Memo(tmp_path)) as memo, ThreadPoolExecutor(len(names)) as threads:

        def work(own: list[bytes]) -> list[bytes | None]:
            for name in own:
                memo.keep({name: name * 100})
            return [memo.get(name) for name in own]

        assert [[name * 100 for name in own] for own in names] == list(threads.map(work, names))


def test_where_nothing_can_be_written_the_run_remembers(tmp_path: Path) -> None:
    """And no longer."""
    (tmp_path / "file").touch()
    with closing(Memo(tmp_path / "file")) as memo:
        memo.keep({key("a"): b"one"})
        memo.save()
        assert b"one" == memo.get(key("a"))
    with closing(Memo(tmp_path / "file")) as memo:
        assert None is memo.get(key("a"))


def test_to_find_takes_no_longer_for_all_that_was_found_before() -> None:
    """Nothing that grows is copied: of ten thousand findings, the last are as cheap as the first."""
    memo = Memo()
    memo.keep({b"key": b"value"})
    memo.get(b"key")
    used = memo._used  # noqa: SLF001 - a copy shows in nothing else but time
    memo.get(b"key")
    assert used is memo._used  # noqa: SLF001
