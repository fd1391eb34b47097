"""The site is a function of its content, catalogs, look and code, and of nothing else of the machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import Executor
from contextlib import closing
from pathlib import Path

import pytest

from sitegen import pipeline
from sitegen.cli.places import MEMORY
from sitegen.model.portal import Portal
from sitegen.pipeline import workshop
from sitegen.pipeline.build import Site
from sitegen.pipeline.incremental import build
from sitegen.pipeline.order import Order
from sitegen.pipeline.workshop import Pool
from sitegen.store.memo import Memo
from tests.links import read_tree
from tests.pipeline.conftest import LINDHAMN
from tests.pipeline.editing import Edited, edited
from tests.render.test_charts_fonts import machine, monstrous_font
from tests.unprivileged import BOUND_BY_MODES

ROOT = Path(__file__).resolve().parents[2]


def differing(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """The paths that are not the same in both trees."""
    return sorted(path for path in {*one, *other} if one.get(path) != other.get(path))


def test_a_second_build_makes_the_same_bytes(
    lindhamn: Portal, lindhamn_tree: Mapping[str, bytes], memory: Path
) -> None:
    """Nothing is left over from the first, and it makes no difference what it remembered."""
    assert [] == differing(lindhamn_tree, pipeline.tree(lindhamn, LINDHAMN, memory=memory))


OTHERWISE = Path(__file__).parent / "otherwise"
FAMILIES = ("inherit", "sans-serif", "Source Sans 3", "Liberation Sans")
SURROUNDINGS = """
import os, sys, time, datetime, locale
print(hash("a"), time.tzname, locale.getlocale(), os.path.expanduser("~"), int(time.time() / 10**7), sep="\\n")
print(datetime.datetime.now().year, datetime.date.today().year, *os.listdir("."), *os.scandir("."), sep="\\n")
"""


def other_machine(place: Path) -> dict[str, str]:
    """The environment of one with another hash seed, zone, language, home, and with absurd fonts.

    Its Python programs have another clock, tell of files in another order, and run on one processor.
    """
    return {
        **machine(place, *map(monstrous_font, FAMILIES)),
        "TMPDIR": str(place),
        "USER": "somebody",
        "LOGNAME": "somebody",
        "PYTHONHASHSEED": "20231",
        "PYTHONPATH": str(OTHERWISE),
        "PYTHONDONTWRITEBYTECODE": "1",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "tr_TR.UTF-8",
        "LANG": "tr_TR.UTF-8",
        "SOURCE_DATE_EPOCH": "0",
        "PYTHONUTF8": "0",
    }


def copied(source: Path, target: Path) -> Path:
    """A copy as git makes it: of files alone, and of this moment."""
    unkept = shutil.ignore_patterns("__pycache__", ".cache", "public", ".public.standby")
    return shutil.copytree(source, target, ignore=unkept, copy_function=shutil.copyfile)


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same portal built by the command of a copy of this program, on another machine, with another mask."""
    place = tmp_path_factory.mktemp("elsewhere")
    for name in ("sitegen", "themes", "locale"):
        copied(ROOT / name, place / "checkout" / name)
    shutil.copyfile(ROOT / "build.py", place / "checkout" / "build.py")
    copied(LINDHAMN, place / "portal")
    command = [sys.executable, "checkout/build.py", "build", "--root", "portal", "--out", "public"]
    surroundings = other_machine(place)
    subprocess.run(command, cwd=place, env=surroundings, umask=0o077, check=True, capture_output=True, timeout=600)
    return place / "public"


def test_another_machine_makes_the_same_bytes(elsewhere: Path, lindhamn_tree: Mapping[str, bytes]) -> None:
    """No order, clock, zone, language, font, home, user's name, folder, mask or number of processors shows in a file.

    Nor do times of files: all are new there.
    """
    assert [] == differing(lindhamn_tree, read_tree(elsewhere))


def test_that_machine_is_another(tmp_path: Path) -> None:
    """A program sees all of it, so that one that depends on any of it can tell."""
    for name in ("a", "b"):
        (tmp_path / name).touch()
    ran = [
        subprocess.run([sys.executable, "-c", SURROUNDINGS], cwd=tmp_path, env=env, check=True, capture_output=True)
        for env in (os.environ | {"PYTHONHASHSEED": "1"}, other_machine(tmp_path / "fonts"))
    ]
    here, there = (each.stdout.decode().splitlines() for each in ran)
    assert [] == [one for one, other in zip(here[:7], there[:7], strict=True) if one == other]
    assert ["fonts", "b", "a"] == there[7:10]
    assert 3 == len(there[10:])


def test_a_mask_does_not_close_what_is_published(elsewhere: Path) -> None:
    """A web server of another user can read every file and enter every folder."""
    files = (elsewhere, *elsewhere.rglob("*"))
    wanted = {True: 0o755, False: 0o644}
    assert [] == [path for path in files if path.stat().st_mode & 0o777 != wanted[path.is_dir()]]


def test_a_difference_is_seen() -> None:
    """In a content, and in what there is."""
    assert ["a", "b", "c"] == differing({"a": b"1", "b": b"", "d": b""}, {"a": b"2", "c": b"", "d": b""})


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[Edited, Mapping[str, bytes]]:
    """A portal of a dozen pages, and its tree."""
    portal = edited(tmp_path_factory.mktemp("small"))
    tree = portal.clean()
    assert tree
    return portal, tree


def test_any_number_of_processes_makes_the_same_bytes(
    small: tuple[Edited, Mapping[str, bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In whatever order they are done: here, three for jobs of a moment."""
    monkeypatch.setattr(workshop, "WORTH_A_POOL", 0)
    monkeypatch.setattr(workshop, "WORTH_A_CALL", 0)
    monkeypatch.setattr(workshop, "CHUNK", 10)
    portal, tree = small
    asked = list[Executor | None]()

    def processes(cost: float) -> Executor | None:
        asked.append(pool(cost))
        return asked[-1]

    with closing(Pool(3)) as pool, closing(Memo()) as memo:
        made = build(Order(portal.root, executor=processes), memo)
        assert isinstance(made, Site)
        assert [] == differing(tree, made)
    assert len(asked) > 1
    assert None not in asked


def test_processes_that_run_are_asked_for_less() -> None:
    """To start them takes longer than to use them."""
    little = workshop.WORTH_A_CALL
    with closing(Pool(2)) as pool:
        assert pool(little) is None
        assert pool(workshop.WORTH_A_POOL) is pool(little) is not None
        assert pool(little - 1) is None


def test_who_may_only_read_makes_the_same_bytes(small: tuple[Edited, Mapping[str, bytes]], tmp_path: Path) -> None:
    """Where nothing can be remembered, either."""
    theirs = edited(tmp_path)
    theirs.root.chmod(0o555)
    command = (sys.executable, ROOT / "build.py", "build", "--root", theirs.root, "--out", tmp_path / "public")
    subprocess.run((*BOUND_BY_MODES, *command), check=True, capture_output=True)
    assert not (theirs.root / MEMORY).exists()
    assert [] == differing(small[1], read_tree(tmp_path / "public"))
