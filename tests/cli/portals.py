"""A small portal to run commands on, and what they say."""

from __future__ import annotations

import io
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

from sitegen.cli import main
from tests.conftest import ROOT

BASE = ROOT / "tests" / "cases" / "check" / "base"
PROJECT = "content/projects/customer-app.yaml"


class Said(NamedTuple):
    """What a command came to."""

    code: int
    out: str
    err: str


def run(root: Path, command: str, *arguments: str, lang: str | None = "en") -> Said:
    """Run a command on the portal at `root`."""
    out, err = io.StringIO(), io.StringIO()
    language = () if lang is None else ("--lang", lang)
    code = main([command, "--root", str(root), *language, *arguments], out=out, err=err)
    return Said(code, out.getvalue(), err.getvalue())


def small_portal(root: Path) -> Path:
    """A copy of the faultless portal of the check cases."""
    shutil.copytree(BASE, root)
    return root


def edit(root: Path, old: str, new: str, path: str = PROJECT) -> None:
    """Replace a wording that stands in a file of the portal."""
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the overridden one
        """Say nothing."""


@contextmanager
def published(folder: Path) -> Iterator[str]:
    """The address at which a folder is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
