"""However a build ends, the published tree is one whole site, and the next build is right."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen.store.tree import publish
from tests.store import builder

BUILDER = Path(builder.__file__)
PORTIONS = {"test_a_build_may_be_killed_at_any_moment": (1, 50), "test_two_builds_at_once": (1, 10)}
"""Of twenty kills, and of twice three builds: a thousand kills in all for `make soak`."""
ENDS = {"killed": -signal.SIGKILL, "full": 1}


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below `folder`."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def command(out: Path, how: str, step: int, *names: str) -> list[str]:
    """What starts a build of its own."""
    return [sys.executable, str(BUILDER), str(out), how, str(step), *names]


def ended(out: Path, how: str, step: int, name: str) -> bool:
    """Build until that step. Returns whether the build failed there; False where it has no such step."""
    done = subprocess.run(command(out, how, step, name), capture_output=True, check=False, timeout=60)
    assert done.returncode in (0, ENDS[how.rpartition("-")[2]]), done.stderr
    return done.returncode != 0


def settle(out: Path) -> None:
    """Build, after whatever was left, three sites, each of which must come out right: the last is `old`.

    The standby then holds neither that nor `new`.
    """
    for name in ("new", "newer", "old"):
        publish(out, builder.site(name))
        whole(out, name)


def whole(out: Path, *names: str) -> Mapping[str, bytes]:
    """The published site, which must be one of these."""
    found = tree(out)
    assert found in [builder.site(name) for name in names]
    return found


@pytest.mark.parametrize("how", ["killed", "full"])
def test_a_build_may_end_at_any_step(how: str, tmp_path: Path) -> None:
    """The tree is the old or the new one; whatever was left, the next build makes either."""
    out = tmp_path / "public"
    settle(out)
    step, ends = 1, 0
    while ended(out, how, step, "new"):
        step += 1
        whole(out, "old", "new")
        ends += tree(out) == builder.site("old")
        settle(out)
    assert ends > 15
    whole(out, "new")


@pytest.mark.parametrize("how", ["renamed-killed", "renamed-full"])
def test_without_exchange_a_build_may_end_at_any_step(how: str, tmp_path: Path) -> None:
    """The tree may be missing for a moment; the next build has it back, even where that fails too."""
    out, step, missing = tmp_path / "public", 1, 0
    settle(out)
    while ended(out, how, step, "new"):
        step += 1
        if out.exists():
            whole(out, "old", "new")
        else:
            missing += 1
            with pytest.raises(ValueError, match="not the content"):
                publish(out, builder.site("new"), digests=dict.fromkeys(builder.site("new"), "0"))
            whole(out, "old")
        settle(out)
    assert step > 20
    assert ("killed" in how) == bool(missing)


@pytest.mark.parametrize("how", ["killed", "full"])
def test_the_first_build_may_end_at_any_step(how: str, tmp_path: Path) -> None:
    """Either nothing is published or the site is; the next build goes on with what there is."""
    out, step = tmp_path / "public", 1
    while ended(out, how, step, "new"):
        assert not out.exists() or whole(out, "new")
        publish(out, builder.site("new"))
        whole(out, "new")
        shutil.rmtree(out)
        if step % 2:  # with and without what a build before left
            shutil.rmtree(tmp_path / ".public.standby")
        step += 1
    assert step > 10


@pytest.mark.usefixtures("soak")
def test_a_build_may_be_killed_at_any_moment(portion: int, tmp_path: Path) -> None:
    """In the middle of a step, too: one build after the other until it is killed."""
    chance = random.Random(portion)  # noqa: S311 - moments, not secrets
    out = tmp_path / "public"
    publish(out, builder.site("old"))
    names = ("new", "newer", "old") * 200
    for _ in range(20):
        with subprocess.Popen(command(out, "killed", 0, *names), stdout=subprocess.PIPE) as process:
            assert process.stdout
            assert process.stdout.readline()  # it builds
            time.sleep(chance.random() * 0.1)
            process.kill()
        whole(out, "old", "new", "newer")
        name = chance.choice(("new", "newest"))
        publish(out, builder.site(name))
        whole(out, name)
        publish(out, builder.site("old"))
        whole(out, "old")


@pytest.mark.usefixtures("soak", "portion")
def test_two_builds_at_once(tmp_path: Path) -> None:
    """Each publishes its own sites, time after time: what remains is one of the last, whole."""
    out = tmp_path / "public"
    for _ in range(2):
        builds = [
            subprocess.Popen(command(out, "killed", 0, *names * 20)) for names in (("a", "b"), ("c", "a"), ("b", "d"))
        ]
        assert [0, 0, 0] == [build.wait(timeout=120) for build in builds]
        whole(out, "a", "b", "d")
    publish(out, builder.site("e"))
    whole(out, "e")
