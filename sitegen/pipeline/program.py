"""The program, and the libraries that it makes outputs with, as one digest.

In: nothing. Out: `code`, a part of every key, and what it stands for. It must not know what is made.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections.abc import Mapping
from functools import cache

from sitegen.pipeline.folders import OWN
from sitegen.store.digest import digest, program, versions

LIBRARIES = (
    "altair",
    "babel",
    "brotli",
    "fontpkg-source-sans-3",
    "fontpkg-source-serif-4",
    "fonttools",
    "jinja2",
    "markdown",
    "markdown-it-py",
    "markupsafe",
    "mdit-py-plugins",
    "nh3",
    "pagefind",
    "pagefind-bin",
    "pillow",
    "pydantic",
    "pydantic-core",
    "pyicu-wheels",
    "pyyaml",
    "simplemma",
    "vl-convert-python",
)
"""What shapes the bytes of outputs, besides this program, Python and zlib."""


def libraries() -> Mapping[str, str]:
    """The version of each library that shapes bytes, by its name. zlib, which packs pictures, is the system's."""
    return {**versions(LIBRARIES), "zlib": zlib.ZLIB_RUNTIME_VERSION}


@cache
def code() -> str:
    """The digest of this program and of what it makes outputs with, as they were when the process first asked."""
    return digest(code_parts())


@cache
def code_parts() -> bytes:
    """All that is in `code`: JSON, each part by its kind and name."""
    return json.dumps({"code": program(OWN / "sitegen"), "library": {"Python": sys.version, **libraries()}}).encode()
