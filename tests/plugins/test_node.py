"""Playwright's driver runs on the Node of the locks."""

from __future__ import annotations

import os
import subprocess

from playwright._impl._driver import compute_driver_executable

from tests.plugins.node import VARIABLE, node


def test_the_driver_takes_this_node() -> None:
    """What the variable names is what Playwright starts."""
    assert str(node()) == os.environ[VARIABLE] == compute_driver_executable()[0]


def test_the_driver_starts_on_it() -> None:
    """And it is new enough for the driver."""
    command = (*compute_driver_executable(), "--version")
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Version 1.")
