"""`serve` on a real portal: a process of its own, as an editor starts it."""

from __future__ import annotations

import http.client
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.cli.portals import edit
from tests.conftest import ROOT

PATIENCE = 120.0
"""Seconds that a build may take on a busy machine."""


def page(port: int, path: str) -> str:
    """The text of a page."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request("GET", path)
    text = connection.getresponse().read().decode()
    connection.close()
    return text


def shows(port: int, path: str, words: str) -> str:
    """The page, once `words` stand in it."""
    deadline = time.monotonic() + PATIENCE
    while words not in (text := page(port, path)):
        assert time.monotonic() < deadline, f"no {words!r}"
        time.sleep(0.05)
    return text


@contextmanager
def serving(root: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A server of the portal at `root`, and its port."""
    command = [sys.executable, str(ROOT / "build.py"), "serve", "--port", "0", "--root", str(root), "--lang", "en"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        try:
            assert process.stdout is not None
            announced = process.stdout.readline()
            yield process, int(announced.partition("127.0.0.1:")[2].partition("/")[0])
        finally:
            process.kill()


def test_the_portal_is_served_rebuilt_and_kept(tmp_path: Path) -> None:
    """An edit is shown; a fault stands over the last whole site; Ctrl+C ends with exit code 0."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    address, project = "/sv/projekt/crm/", "content/projects/2024-crm.yaml"
    with serving(tmp_path) as (process, port):
        assert "Säkerställa att alla sektorer använder CRM" in page(port, address)
        edit(tmp_path, "sv: 'Säkerställa att alla", "sv: 'Se till att varenda", project)
        shows(port, address, "Se till att varenda sektorer")
        edit(tmp_path, "status: 'started'", "status: 'begun'", project)
        text = shows(port, address, "There is no status with the id “begun”.")
        assert "Se till att varenda sektorer" in text
        process.send_signal(signal.SIGINT)
        assert 0 == process.wait(PATIENCE)
