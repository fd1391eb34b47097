"""Workers on other machines make the same bytes, each its share, and one that is killed takes nothing with it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from threading import Thread

import pytest

from sitegen.pipeline import cluster
from sitegen.pipeline.cluster import Cluster
from sitegen.pipeline.program import code
from sitegen.pipeline.workshop import WORTH_A_POOL, AnotherProgram
from tests.cli.portals import run
from tests.conftest import ROOT
from tests.links import read_tree
from tests.pipeline.conftest import LINDHAMN

WORKERS = 3
PATIENCE = 120
"""Seconds until a process of the cluster must be there and its work done, on a machine that others use too."""


@dataclass
class Running:
    """A scheduler and its workers, each a process of its own."""

    folder: Path
    scheduler: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]]

    @property
    def address(self) -> str:
        """Where the scheduler answers."""
        return str(json.loads((self.folder / "scheduler.json").read_text(encoding="utf-8"))["address"])

    def add_worker(self) -> None:
        """One more, which knows the program by its folder."""
        options = ("--no-nanny", "--nthreads=1", "--no-dashboard", f"--local-directory={self.folder}")
        self.workers.append(self._begun("dask_worker", *options))

    @contextmanager
    def watched(self) -> Iterator[list[str]]:
        """All workers are there; afterwards, which of them did each task meanwhile."""
        done: list[str] = []
        dask = import_module("distributed")
        with dask.Client(self.address, set_as_default=False) as client:
            client.wait_for_workers(WORKERS, timeout=PATIENCE)
            with dask.get_task_stream(client) as seen:
                yield done
            done += [task["worker"] for task in seen.data]

    def _begun(self, kind: str, *options: str) -> subprocess.Popen[bytes]:
        command = (sys.executable, "-m", f"distributed.cli.{kind}", f"--scheduler-file={self.folder}/scheduler.json")
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        with (self.folder / "log").open("ab") as log:
            return subprocess.Popen((*command, *options), env=environment, cwd=self.folder, stdout=log, stderr=log)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A cluster on this machine."""
    folder = tmp_path_factory.mktemp("cluster")
    made = Running(folder, None, [])  # type: ignore[arg-type] # set in the next line
    made.scheduler = made._begun("dask_scheduler", "--port=0", "--no-dashboard", "--host=127.0.0.1")  # noqa: SLF001
    until((folder / "scheduler.json").exists)
    for _ in range(WORKERS):
        made.add_worker()
    yield made
    for process in (*made.workers, made.scheduler):
        process.kill()
        process.wait()


def same(given: object) -> object:
    """What it was given."""
    return given


def until(true: Callable[[], object]) -> None:
    """Wait for something to be so."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    """The fixture portal, where nothing is remembered of it."""
    return Path(shutil.copytree(LINDHAMN, tmp_path / "portal"))


def test_workers_make_the_same_bytes(running: Running, portal: Path, lindhamn_tree: Mapping[str, bytes]) -> None:
    """Each does a share, and what was handed over is gone afterwards."""
    with running.watched() as done:
        said = run(portal, "build", "--executor", "dask", "--scheduler", running.address)
    assert (0, "") == (said.code, said.err)
    tree = read_tree(portal / "public")
    assert [] == [path for path in {*tree, *lindhamn_tree} if tree.get(path) != lindhamn_tree.get(path)]
    assert WORKERS == len(shares := Counter(done))
    assert min(shares.values()) * 2 * WORKERS > len(done)  # half of an even share, at the least
    assert not (portal / ".cache" / "shared").exists()


def test_a_worker_that_is_killed_takes_nothing_with_it(
    running: Running, portal: Path, lindhamn_tree: Mapping[str, bytes]
) -> None:
    """In the middle of its work: the others do it, and the tree is whole."""
    shared = portal / ".cache" / "shared"
    said: list[int] = []
    options = ("--executor", "dask", "--scheduler", running.address)
    building = Thread(target=lambda: said.append(run(portal, "build", *options).code), daemon=True)
    with running.watched():
        building.start()
        until(lambda: list(shared.glob("*.result")))
        os.kill(running.workers[0].pid, signal.SIGKILL)
        assert building.is_alive()
        building.join(PATIENCE)
        assert not building.is_alive()
    running.workers.pop(0).wait()
    running.add_worker()
    assert [0] == said
    tree = read_tree(portal / "public")
    assert [] == [path for path in {*tree, *lindhamn_tree} if tree.get(path) != lindhamn_tree.get(path)]


@pytest.mark.parametrize("argument", [b"small", b"large" * 10_000, "text"])
def test_a_call_comes_back(running: Running, tmp_path: Path, argument: object) -> None:
    """With what it gives or raises; what was done already is not done again, and what is damaged is."""
    workers = Cluster(running.address, tmp_path / "shared")
    try:
        executor = workers(WORTH_A_POOL)
        assert executor
        assert workers(WORTH_A_POOL - 1) is None
        assert argument == executor.submit(same, argument).result()
        with pytest.raises(ZeroDivisionError):
            executor.submit(divmod, 1, 0).result()
        [first, second] = (executor.submit(os.getpid).result() for _ in range(2))
        assert first == second
        for kept in (tmp_path / "shared").glob("*.result"):
            kept.write_bytes(b"damaged")
        assert argument == executor.submit(same, argument).result()
    finally:
        workers.close()


def test_another_program_makes_nothing(running: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its bytes could be others."""
    workers = Cluster(running.address, tmp_path / "shared")
    monkeypatch.setattr(cluster, "code", lambda: f"not {code()}")
    try:
        executor = workers(WORTH_A_POOL)
        assert executor
        with pytest.raises(AnotherProgram):
            executor.submit(os.getpid).result()
    finally:
        workers.close()


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ((), "Name the address of Dask's scheduler with --scheduler.\n"),
        (("--scheduler", "nonsense://x"), "The scheduler nonsense://x cannot be reached: "),
        (("--scheduler", "tcp://127.0.0.1:1"), "The scheduler tcp://127.0.0.1:1 cannot be reached: "),
    ],
)
def test_a_cluster_that_is_not_there_is_told(
    options: tuple[str, ...], expected: str, portal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a sentence, and nothing is built."""
    monkeypatch.setattr(cluster, "PATIENCE", 1)
    said = run(portal, "build", "--executor", "dask", *options)
    assert (1, "") == (said.code, said.out)
    assert said.err.startswith(expected)
    assert not (portal / "public").exists()
