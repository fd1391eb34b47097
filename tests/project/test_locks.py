"""The locks in requirements/: exact, hashed, without a trace of the machine that made them, and complete."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.project.checkout import ROOT

LOCKS = tuple(sorted((ROOT / "requirements").glob("*.txt")))
EXTRAS_OF = {"site": (), "dask": ("dask",), "serve": ("serve",), "dev": ("dask", "serve", "test", "lint")}


def blocks(lock: Path) -> tuple[str, ...]:
    """The requirements of a lock, each with the indented lines that belong to it."""
    lines = [line for line in lock.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return tuple(re.split(r"\n(?=\S)", "\n".join(lines).strip()))


def pins(lock: Path) -> dict[str, str]:
    """Name, as the registry spells it, and version of each requirement of a lock."""
    found = (re.match(r"([\w.-]+)==(\S+)", block) for block in blocks(lock))
    return {canonicalize_name(pin[1]): pin[2] for pin in found if pin}


def declared(lock_name: str) -> tuple[Requirement, ...]:
    """What pyproject.toml asks for in the lock of that name."""
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lists = [
        project["dependencies"],
        *(project["optional-dependencies"][extra] for extra in EXTRAS_OF[lock_name]),
    ]
    return tuple(Requirement(text) for listed in lists for text in listed)


def test_the_locks_are_those_that_make_installs() -> None:
    """One for what builds the site, on more machines too, serves it, develops it, makes the locks, and lists them."""
    assert ["dask", "dev", "lock", "sbom", "serve", "site"] == [lock.stem for lock in LOCKS]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_a_lock_names_no_place(lock: Path) -> None:
    """No address, no host, no folder of a machine and no option that would name one stands in a lock."""
    text = lock.read_text(encoding="utf-8")
    assert "://" not in text
    assert [] == re.findall(r"\b[\w-]+\.(?:org|com|net|io|dev)\b", text)
    assert [] == re.findall(r"(?:^|[\s'\"=])/\S*", text)
    assert {"--hash"} == set(re.findall(r"--[a-z][a-z-]*", text))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_every_requirement_is_pinned_and_hashed(lock: Path) -> None:
    """A version, and a SHA-256 of each file that may stand for it."""
    pinned = re.compile(r"[\w.-]+==\S+(?: ; [^\\\n]+)? \\\n(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n?)+")
    assert [] == [block.splitlines()[0] for block in blocks(lock) if not pinned.match(block)]
    assert len(blocks(lock)) == len(pins(lock))


@pytest.mark.parametrize("name", EXTRAS_OF)
def test_what_is_declared_has_a_lower_bound_that_its_pin_meets(name: str) -> None:
    """pyproject.toml says from which version on, the lock which one."""
    locked = pins(ROOT / "requirements" / f"{name}.txt")
    for requirement in declared(name):
        assert {">="} == {specifier.operator for specifier in requirement.specifier}, requirement
        assert requirement.specifier.contains(locked[canonicalize_name(requirement.name)]), requirement


@pytest.mark.parametrize(
    ("smaller", "larger"), [("site", "serve"), ("site", "dask"), ("serve", "dev"), ("dask", "dev")]
)
def test_a_larger_lock_holds_the_smaller_one(smaller: str, larger: str) -> None:
    """Both go into one environment: what is shown and tested is what is published."""
    inner, outer = (pins(ROOT / "requirements" / f"{name}.txt") for name in (smaller, larger))
    assert inner.items() <= outer.items()
