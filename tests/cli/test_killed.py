"""However a whole build ends, and whoever builds beside it, the site is whole and the next build is right."""

from __future__ import annotations

import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.portals import contents, run
from tests.conftest import ROOT
from tests.pipeline.editing import ABOUT, CATALOG, TEMPLATE, Edited, edited

pytestmark = pytest.mark.usefixtures("once")
PORTIONS = {"test_a_build_may_be_killed_at_any_moment": (1, 20)}
"""Of ten kills: two hundred for `make soak`."""
EDITS = (
    (ABOUT, r"See .*\[the", "See %s [the"),
    ("content/projects/y1.yaml", "amount: .+", "amount: %s"),
    ("content/projects/y1.yaml", "'The lighthouse.*'", "'The lighthouse %s'"),
    (TEMPLATE, "{% block body %}[0-9]*", "{%% block body %%}%s"),
    (CATALOG, r'msgid "Roadmaps"\nmsgstr ".+"', r'msgid "Roadmaps"\nmsgstr "%s"'),
    ("themes/small/theme.yaml", "light: .+", "light: '#%06d'"),
)
"""Where, what, and what instead of it."""


def edit(portal: Edited, number: int) -> None:
    """Edit something as nobody has before. number: of the edit, from 1."""
    name, what, instead = EDITS[number % len(EDITS)]
    before = portal.path(name).read_text(encoding="utf-8")
    after = re.sub(what, instead % number, before)
    assert before != after
    portal.write(name, after)


def begun(portal: Edited) -> subprocess.Popen[bytes]:
    """A build in a process of its own."""
    command = (sys.executable, str(ROOT / "build.py"), "build", "--root", str(portal.root))
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.fixture
def portal(tmp_path: Path) -> Edited:
    """A small portal that was built once."""
    portal = edited(tmp_path)
    portal.memory = portal.root / ".cache"
    portal.incremental()
    assert 0 == run(portal.root, "build").code
    return portal


@pytest.mark.usefixtures("soak")
def test_a_build_may_be_killed_at_any_moment(portal: Edited, portion: int) -> None:
    """The tree is the old or the new one; by what was remembered until then, the next build makes the new one."""
    chance, out, killed = random.Random(portion), portal.path("public"), 0  # noqa: S311 - moments, not secrets
    edit(portal, portion + 1)
    start = time.monotonic()
    assert 0 == begun(portal).wait(timeout=120)
    whole = time.monotonic() - start
    for number in range(portion + 2, portion + 12):
        old = contents(out)
        edit(portal, number)
        with begun(portal) as process:
            time.sleep(chance.random() * whole)
            process.kill()
        killed += process.returncode == -signal.SIGKILL
        new = portal.clean()
        assert contents(out) in (old, new)
        assert 0 == run(portal.root, "build").code
        assert new == contents(out)
    assert killed


def test_two_builds_at_once(portal: Edited) -> None:
    """Of the same content, with one memory and one output: both end well, and so does the next."""
    for number in range(1, 4):
        edit(portal, number)
        builds = [begun(portal) for _ in range(2)]
        assert [0, 0] == [build.wait(timeout=120) for build in builds]
        assert portal.clean() == contents(portal.path("public"))
    edit(portal, 4)
    assert portal.clean() == portal.incremental()
