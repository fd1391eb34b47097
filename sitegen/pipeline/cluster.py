"""Other machines make what is not yet known: Dask's workers, through a folder that they all see under one path.

In: the address of a scheduler and the folder. Out: a `concurrent.futures.Executor`. A call is a file of the folder and
so is its result, each under the digest of the program and of the call, so nothing large goes through the scheduler, and
what a worker had finished when it was killed is done. Files rather than the memo's database: SQLite cannot be shared
between machines. It must not know what is called.
"""

from __future__ import annotations

import os
import pickle
import tempfile
from collections.abc import Callable
from concurrent.futures import Executor, Future
from importlib import import_module
from pathlib import Path
from shutil import rmtree
from typing import Any

from sitegen.pipeline.program import code
from sitegen.pipeline.workshop import WORTH_A_POOL, AnotherProgram
from sitegen.store.digest import digest

LARGE = 20_000
"""Bytes from which on an argument is a file of its own, which calls share."""
PATIENCE = 30
"""Seconds in which a scheduler must answer."""
RETRIES = 3
"""How often a call is tried again on another worker."""


class Cluster:
    """The workers of a scheduler. Raises OSError where it cannot be reached, ModuleNotFoundError without Dask."""

    def __init__(self, address: str, folder: Path) -> None:
        connect: Any = import_module("distributed").Client  # an extra, and slow to load
        self._folder = folder.resolve()
        self._client = connect(address, timeout=PATIENCE, set_as_default=False)

    def __call__(self, cost: float) -> Executor | None:
        """The workers, as an executor, if that many milliseconds of work are worth the way."""
        if cost < WORTH_A_POOL:
            return None
        self._folder.mkdir(parents=True, exist_ok=True)
        return _Sharing(self._client.get_executor(retries=RETRIES), self._folder)

    def close(self) -> None:
        """Let go of the scheduler. What was handed over is in the memo by now."""
        self._client.close()
        rmtree(self._folder, ignore_errors=True)


class _Large(str):
    """Where the bytes of an argument are."""

    __slots__ = ()


class _Sharing(Executor):
    """Hands calls and results over in files."""

    def __init__(self, workers: Executor, folder: Path) -> None:
        self._workers, self._folder = workers, folder

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401 - of any call
        """See concurrent.futures.Executor."""
        call = self._file(pickle.dumps((fn, [self._lightened(each) for each in args], kwargs)))
        result: Future[Any] = Future()

        def hand_on(done: Future[str]) -> None:
            try:
                result.set_result(pickle.loads(_read(self._folder / done.result())))  # noqa: S301 - of our own workers
            except BaseException as error:  # noqa: BLE001 - whoever waits for the result gets it
                result.set_exception(error)

        self._workers.submit(_called, str(self._folder), call, code()).add_done_callback(hand_on)
        return result

    def _lightened(self, argument: object) -> object:
        large = isinstance(argument, bytes) and len(argument) >= LARGE
        return _Large(self._file(argument)) if large else argument  # type: ignore[arg-type] # large are bytes alone

    def _file(self, content: bytes) -> str:
        name = digest(content)
        if not (self._folder / name).exists():
            _write(self._folder / name, content)
        return name


def _called(folder: str, call: str, program: str) -> str:
    """In a worker: the name of the file with what a call gives, made unless it is there. Raises AnotherProgram."""
    if code() != program:
        raise AnotherProgram
    place = Path(folder, f"{digest(f'{program} {call}'.encode())}.result")
    try:
        pickle.loads(_read(place))  # noqa: S301 - of this program
    except (OSError, ValueError):
        function, arguments, named = pickle.loads(_read(Path(folder, call)))  # noqa: S301 - of the process that asks
        given = [_read(Path(folder, each)) if isinstance(each, _Large) else each for each in arguments]
        _write(place, pickle.dumps(function(*given, **named)))
    return place.name


def _write(place: Path, content: bytes) -> None:
    """The file whole at any moment, behind its own digest."""
    descriptor, beside = tempfile.mkstemp(dir=place.parent)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(digest(content).encode() + content)
    Path(beside).replace(place)


def _read(place: Path) -> bytes:
    """What `_write` wrote. Raises OSError where nothing is there, ValueError where it is damaged."""
    whole = place.read_bytes()
    mark, content = whole[:64], whole[64:]
    if digest(content).encode() != mark:
        raise ValueError(place)
    return content
