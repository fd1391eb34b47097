"""The program, and the libraries that it makes outputs with, as one digest.

In: nothing. Out: `code`, a part of every key, and what it stands for. It must not know what is made.
"""

from __future__ import annotations

import json
import sys
from functools import cache

from sitegen.pipeline.folders import OWN
from sitegen.store.digest import digest, program, versions

LIBRARIES = (
    "altair",
    "babel",
    "font-source-sans-pro",
    "jinja2",
    "markdown",
    "markupsafe",
    "nh3",
    "pagefind",
    "pagefind-bin",
    "pydantic",
    "pydantic-core",
    "pyicu-wheels",
    "pyyaml",
    "simplemma",
    "vl-convert-python",
)
"""What shapes the bytes of outputs, besides this program."""


@cache
def code() -> str:
    """The digest of this program and of what it makes outputs with, as they were when the process first asked."""
    return digest(code_parts())


@cache
def code_parts() -> bytes:
    """All that is in `code`: JSON, each part by its kind and name."""
    libraries = {"Python": sys.version, **versions(LIBRARIES)}
    return json.dumps({"code": program(OWN / "sitegen"), "library": libraries}).encode()
