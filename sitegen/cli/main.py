"""From the words of a command line to the command that they name.

In: arguments. Out: an exit code. Only the module of the command that is asked for is loaded.
"""

from __future__ import annotations

import argparse
import gc
import locale
import os
import sys
from collections.abc import Callable
from importlib import import_module
from typing import TextIO, cast

from sitegen.cli.arguments import early, parser
from sitegen.cli.console import FAULTS, USAGE, Console
from sitegen.language.catalogs import MESSAGE_LANGUAGE, CatalogError, catalog_languages
from sitegen.language.language import language
from sitegen.pipeline.folders import catalogs
from sitegen.source.problems import say

RARELY = 100_000
"""After so many more objects rings among them are sought: records and views make none, and there are a lot of them."""
COMMANDS = {
    "build": ("building", "build"),
    "check": ("commands", "check"),
    "serve": ("serving", "serve"),
    "new": ("commands", "new"),
    "format": ("commands", "write_canonical"),
    "schema": ("commands", "write_schemas"),
    "explain": ("explaining", "why"),
    "verify": ("verifying", "verify"),
}
"""The module and the function of each command."""


def main(arguments: list[str], *, out: TextIO | None = None, err: TextIO | None = None) -> int:
    """Run one command. Returns the exit code; wrong usage raises SystemExit(2)."""
    gc.set_threshold(RARELY)
    first = _early(arguments)
    folders = catalogs(first.root)
    known = catalog_languages(folders)
    spoken = language(first.lang if first.lang in known else _system_language(known), folders)
    given = parser(known, spoken).parse_args(arguments)
    console = Console(spoken, out or sys.stdout, err or sys.stderr)
    if not (given.root / "content").is_dir():
        console.fault(say("%(path)s has no folder “content”: name the project's folder with --root.", path=given.root))
        return USAGE
    try:
        return _command(given.command)(given, console)
    except CatalogError as error:
        console.fault(say("A message catalog cannot be read: %(reason)s", reason=error))
        return FAULTS


def _early(arguments: list[str]) -> argparse.Namespace:
    """Root and language; where they are given wrongly, the defaults, with which that will be said."""
    try:
        return early().parse_known_args(arguments)[0]
    except argparse.ArgumentError:
        return early().parse_args([])


def _system_language(known: tuple[str, ...]) -> str:
    """The system's language where messages are translated into it, else that of the message ids."""
    wanted = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    code = locale.normalize(wanted).partition("_")[0].lower()
    return code if code in known else MESSAGE_LANGUAGE


def _command(name: str) -> Callable[[argparse.Namespace, Console], int]:
    module, function = COMMANDS[name]
    found = getattr(import_module(f"sitegen.cli.{module}"), function)
    return cast("Callable[[argparse.Namespace, Console], int]", found)
