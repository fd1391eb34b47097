"""What a build came to, where its time went, and what it remembers: told to whoever asks, on no byte of the site."""

from __future__ import annotations

import io
import re
import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from sitegen.cli.arguments import parser
from sitegen.cli.console import Console
from sitegen.cli.progress import watching
from sitegen.language.language import language
from sitegen.pipeline.tally import Step, Tally
from sitegen.store import files
from tests.cli.portals import contents, edit, run, small_portal


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A portal that was built."""
    root = small_portal(tmp_path_factory.mktemp("built") / "portal")
    assert 0 == run(root, "build").code
    return root


class Terminal(io.StringIO):
    """Somebody watches."""

    def isatty(self) -> bool:
        """A terminal is one."""
        return True


def console(err: io.StringIO) -> Console:
    """An English one."""
    return Console(language("en", ()), io.StringIO(), err)


def test_a_build_tells_what_it_came_to(built: Path) -> None:
    """Nothing where nothing was changed, all of it remembered; a page and its account where a text was."""
    told = run(built, "build").out.splitlines()[1]
    pages = len([path for path in contents(built / "public") if path.endswith(".html")])
    assert told.startswith(f"Pages: {pages}. Files changed: 0, deleted: 0. Remembered: ")
    [(hits, calls)] = re.findall(r"Remembered: (\d+) of (\d+)\.", told)
    assert hits == calls
    edit(built, "Portalen visar", "Portalen berättar om", "content/pages/about.sv.md")
    told = run(built, "build").out.splitlines()[1]
    assert "Files changed: 2, deleted: 0." in told or "Files changed: 3, deleted: 1." in told


def test_a_profile_tells_of_each_step(built: Path) -> None:
    """Columns under their heads, the longest step first, shares of a whole; without being asked it is not told."""
    (built / "public" / "robots.txt").unlink()
    out = run(built, "build", "--profile").out
    head, *rows = (line.split() for line in out.splitlines()[2:])
    assert ["step", "calls", "hits", "misses", "seconds", "share"] == head
    steps = {row[0]: row[1:] for row in rows}
    assert {"scan", "look", "page", "publish", "account", "memory"} <= steps.keys()
    assert steps["page"][0] == steps["page"][1] != "0"
    assert ["1", "–", "–"] == steps["publish"][:3]
    seconds = [float(row[4]) for row in rows]
    assert sorted(seconds, reverse=True) == seconds
    assert 2 == len(run(built, "build").out.splitlines())


def test_a_profile_of_a_build_that_did_nothing_is_short(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It looked at the sources and at the tree, and found the whole site as it was."""
    monkeypatch.setattr(files, "SETTLED", 0)
    run(built, "build")
    rows = run(built, "build", "--profile").out.splitlines()[3:]
    assert {"scan", "compare", "site"} == {row.split()[0] for row in rows}


def test_a_damaged_result_is_made_anew_with_a_word(built: Path) -> None:
    """The page is right all the same, and the next build says nothing more. A text that joined it is made again."""
    before = contents(built / "public")
    [kept] = (built / ".cache").glob("*.sqlite")
    with closing(sqlite3.connect(kept)) as database, database:
        hurt = "UPDATE kept SET value = CAST('<p>no</p>' AS BLOB) WHERE substr(value, 1, 9) = CAST('<!doctype' AS BLOB)"
        assert database.execute(hurt).rowcount > 0
    shutil.rmtree(built / ".public.standby")
    for page in (built / "public").rglob("*.html"):
        page.unlink()
    said = run(built, "build")
    pages = len([path for path in before if path.endswith(".html")])
    assert (0, f"Remembered results that were damaged, and were made anew: {pages}.\n") == (said.code, said.err)
    assert before == contents(built / "public")
    assert "" == run(built, "build").err


@pytest.mark.parametrize(
    ("size", "expected"),
    [("0", 0), ("500MB", 500_000_000), ("500 mb", 500_000_000), ("2GiB", 2**31), ("1.5k", 1500), ("1T", 10**12)],
)
def test_a_cache_may_have_a_size(size: str, expected: int) -> None:
    """In bytes, or with the prefixes that disks and memories are measured in."""
    given = parser(("en",), language("en", ())).parse_args(["build", "--cache-size", size])
    assert expected == given.cache_size


@pytest.mark.parametrize("size", ["", "much", "-1", "1 XB", "MB", "1e9", "1GB2"])
def test_a_size_that_is_none_is_wrong_usage(size: str, capsys: pytest.CaptureFixture[str]) -> None:
    """With a size to go by."""
    with pytest.raises(SystemExit) as ended:
        parser(("en",), language("en", ())).parse_args(["build", f"--cache-size={size}"])
    assert 2 == ended.value.code
    assert f"“{size}” is not a size such as 500MB or 2GiB." in capsys.readouterr().err


def test_a_small_cache_forgets_and_the_site_is_the_same(built: Path) -> None:
    """What is kept stays below the limit."""
    before = contents(built / "public")
    edit(built, "Om portalen", "Om denna portal", "content/pages/about.sv.md")
    assert 0 == run(built, "build", "--cache-size", "20kB").code
    [kept] = (built / ".cache").glob("*.sqlite")
    with closing(sqlite3.connect(kept)) as database:
        [size] = database.execute("SELECT sum(size) FROM kept").fetchone()
    assert (size or 0) <= 20_000
    edit(built, "Om denna portal", "Om portalen", "content/pages/about.sv.md")
    assert 0 == run(built, "build", "--cache-size", "20kB").code
    assert before == contents(built / "public")


def test_a_bar_is_drawn_on_a_terminal_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """With how many there are; in a workflow nothing is drawn, and nothing loaded for it."""
    monkeypatch.setattr("sitegen.cli.progress.PATIENCE", 0)
    quiet = io.StringIO()
    monkeypatch.delitem(sys.modules, "tqdm", raising=False)
    assert [b"a", b"b"] == list(watching(console(quiet))(iter((b"a", b"b")), 2))
    assert ("", False) == (quiet.getvalue(), "tqdm" in sys.modules)
    terminal = Terminal()
    assert [b"a", b"b"] == list(watching(console(terminal))(iter((b"a", b"b")), 2))
    assert "Making files" in terminal.getvalue()
    assert "/2" in terminal.getvalue()


def test_steps_count_their_own_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is within another is not counted twice, and what has no name is counted nowhere."""
    clock = iter((0.0, 1.0, 3.0, 10.0, 10.0, 14.0, 15.0, 16.0))
    monkeypatch.setattr("sitegen.pipeline.tally.perf_counter", lambda: next(clock))
    tally = Tally()
    with tally.timed("outer"), tally.timed("inner"):
        pass
    with tally.timed("outer"), tally.timed():
        tally.count("page", 2, hits=1, seconds=5.0)
    assert {"outer": Step(2, None, 13.0), "inner": Step(1, None, 2.0), "page": Step(2, 1, 5.0)} == tally.steps
