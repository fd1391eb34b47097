"""The account tells what every file of a tree must be, and what it was made with, and nothing of the machine."""

from __future__ import annotations

import json
import platform
from collections.abc import Mapping
from importlib.metadata import version

import pytest

from sitegen.pipeline.account import FILE, Account
from sitegen.pipeline.program import LIBRARIES
from sitegen.store.digest import digest


def test_every_other_file_has_its_digest(lindhamn_tree: Mapping[str, bytes]) -> None:
    """Sorted, and none is left out."""
    account = json.loads(lindhamn_tree[FILE])
    assert {path: digest(content) for path, content in lindhamn_tree.items() if path != FILE} == account["sha256"]
    assert sorted(account["sha256"]) == list(account["sha256"])


def test_versions_are_those_in_use(lindhamn_tree: Mapping[str, bytes]) -> None:
    """Of Python, of the program, which has its digest, and of each library that shapes bytes."""
    account = Account.of_json(lindhamn_tree[FILE])
    assert platform.python_version() == account.versions["python"]
    assert version("jinja2") == account.versions["jinja2"]
    assert {"python", "sitegen", "zlib", *LIBRARIES} == account.versions.keys()
    assert all(account.versions.values())


def test_a_commit_is_told_only_where_it_was_named(lindhamn_tree: Mapping[str, bytes]) -> None:
    """So that no byte depends on being in a clone."""
    assert "" == Account.of_json(lindhamn_tree[FILE]).commit


def test_an_account_is_read_as_it_was_written() -> None:
    """One file a line."""
    written = Account(
        "https://city.example", preview=True, commit="c0ffee", versions={"a": "1"}, sha256={"b": "2", "c": "3"}
    )
    assert written == Account.of_json(written.json())
    assert b'"sha256": {"b": "2",\n"c": "3"},\n' in written.json()


@pytest.mark.parametrize("part", ["versions", "sha256", "commit", "base_url"])
@pytest.mark.parametrize("wrong", [None, 1, {"a": 1}, {"a": "\x1b[2J"}, {"\x1b": "a"}, "\n"])
def test_what_could_steer_a_terminal_is_refused(part: str, wrong: object) -> None:
    """An account may come from anywhere."""
    whole = vars(Account("", preview=False, commit="", versions={}, sha256={}))
    with pytest.raises(ValueError, match=r"."):
        Account.of_json(json.dumps({**whole, part: wrong}).encode())
