"""Measures a cold build by one process, two, and Dask's workers, and reckons from its parts what many pages would take.

    python -m bench.scale [--work DIR] [--records 2000] [--rounds 3]

In: how many records, how often. Out: a line for each way to build, one for what a page takes, and one for each size
that nobody has tried. Dask's scheduler and workers run on this machine, which the building process shares with them.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from statistics import median
from tempfile import gettempdir

from bench import portals
from bench.measure import Cost, measured
from bench.portals import HERE

BUILD = (sys.executable, "build.py", "build")
REMEMBERED = ("public", ".public.standby", ".cache")
PATIENCE = 60
"""Seconds until a scheduler must be there."""
STEP = re.compile(r"(?m)^(\S+) +\d+ .* ([\d.]+) +[\d.]+%$")
"""A line of `--profile`: the name and the seconds of a step."""
SHARED = frozenset(("page", "prose"))
"""Steps that other processes take over."""
SIZES = (1_000_000, 10_000_000, 100_000_000)
"""Pages nobody has tried."""
WORKERS = (2, 100)


@dataclass(frozen=True)
class Page:
    """What one takes. alone, shared: seconds, of one process and divided among all. others: bytes."""

    alone: float
    shared: float
    memory: float
    tree: float
    memo: float


@contextmanager
def cluster(folder: Path, workers: int) -> Iterator[str]:
    """A scheduler and its workers, each with one thread: its address."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    told = folder / "scheduler.json"
    kinds = [("dask_scheduler", "--port=0", "--no-dashboard", "--host=127.0.0.1")]
    kinds += [("dask_worker", "--no-nanny", "--nthreads=1", "--no-dashboard")] * workers
    with ExitStack() as running, (folder / "log").open("ab") as log:
        for kind, *options in kinds:
            command = (sys.executable, "-m", f"distributed.cli.{kind}", f"--scheduler-file={told}", *options)
            # In the checkout: there the workers find the program.
            process = running.enter_context(subprocess.Popen(command, cwd=HERE.parent, stdout=log, stderr=log))
            running.callback(process.kill)
            _until(told)
        yield str(json.loads(told.read_text(encoding="utf-8"))["address"])


def _until(told: Path) -> None:
    end = time.monotonic() + PATIENCE
    while not told.exists():
        if time.monotonic() > end:
            raise TimeoutError(told)
        time.sleep(0.05)


def cold(folder: Path, command: tuple[str, ...], *, memory: bool = False) -> Cost:
    """A build of which nothing is remembered."""
    for name in REMEMBERED:
        shutil.rmtree(folder / name, ignore_errors=True)
    return measured(list(command), folder, memory=memory)


def ways(folder: Path, work: Path) -> Iterator[tuple[str, Cost]]:
    """Each way to build, with what it costs. The processor time of a cluster's own processes is not in it."""
    yield "one process", cold(folder, ("taskset", "--cpu-list", "0", *BUILD))
    yield "all cores", cold(folder, BUILD)
    for workers in (1, 2):
        with cluster(work / "cluster", workers) as address:
            yield f"Dask, {workers}", cold(folder, (*BUILD, "--executor", "dask", "--scheduler", address))


def page(small: Path, large: Path) -> Page:
    """What a page takes, from how two portals differ: what every build takes, however small, is not in it."""
    one, other = _parts(small), _parts(large)
    pages = other["pages"] - one["pages"]
    return Page(*((other[name] - one[name]) / pages for name in Page.__dataclass_fields__))


def _parts(folder: Path) -> Mapping[str, float]:
    one = ("taskset", "--cpu-list", "0", *BUILD)
    cost = cold(folder, one, memory=True)
    for name in REMEMBERED:
        shutil.rmtree(folder / name, ignore_errors=True)
    said = subprocess.run((*one, "--profile"), cwd=folder, check=True, capture_output=True, text=True).stdout
    steps = {name: float(seconds) for name, seconds in STEP.findall(said)}
    return {
        "pages": sum(1 for _ in (folder / "public").rglob("index.html")),
        "alone": sum(seconds for name, seconds in steps.items() if name not in SHARED),
        "shared": sum(steps[name] for name in SHARED),
        "memory": cost.memory * 1e6,
        "tree": _size(folder / "public"),
        "memo": _size(folder / ".cache"),
    }


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def paper(each: Page) -> Iterator[str]:
    """A line for each size: hours by number of workers, and gigabytes."""
    for pages in SIZES:
        hours = ", ".join(
            f"{pages * (each.alone + each.shared / workers) / 3600:8.1f} h by {workers}" for workers in WORKERS
        )
        sizes = (f"{name} {pages * getattr(each, name) / 1e9:7.0f} GB" for name in ("memory", "tree", "memo"))
        yield f"{pages:>11,} pages: {hours}, {', '.join(sizes)}"


def main() -> None:
    """Measure and tell."""
    made = argparse.ArgumentParser(description="Measure builds by more processes.")
    made.add_argument("--work", type=Path, default=Path(gettempdir()) / "bench", help="a folder, best in memory")
    made.add_argument("--records", type=int, default=2000)
    made.add_argument("--rounds", type=int, default=3)
    given = made.parse_args()
    folder, small = given.work / "scale", given.work / "scale-small"
    portals.write(folder, given.records, portals.ours)
    portals.write(small, given.records // 4, portals.ours)
    costs: dict[str, list[float]] = {}
    for way, cost in chain.from_iterable(ways(folder, given.work) for _ in range(given.rounds)):
        costs.setdefault(way, []).append(cost.wall)
    first = median(next(iter(costs.values())))
    for way, walls in costs.items():
        print(f"{way:<12} {median(walls):7.2f} s  {first / median(walls):5.2f} × as fast")
    each = page(small, folder)
    sizes = (f"{name} {getattr(each, name) / 1000:.1f} kB" for name in ("memory", "tree", "memo"))
    print(f"a page: {1000 * each.alone:.2f} ms alone, {1000 * each.shared:.2f} ms shared, {', '.join(sizes)}")
    print(*paper(each), sep="\n")


if __name__ == "__main__":
    main()
