"""The message ids of the interface as `make messages` gathers them.

In: the recipe in the Makefile. Out: its keywords, and a fresh template. Nothing of the recipe is written twice.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS
from babel.messages.frontend import parse_keywords
from babel.messages.pofile import read_po

from tests.project.checkout import ROOT

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8").replace("\\\n", "")
KEYWORDS = DEFAULT_KEYWORDS | parse_keywords(re.findall(r"--keyword=(\S+)", MAKEFILE))


def extraction() -> list[str]:
    """The arguments with which the recipe calls Babel's extraction."""
    (recipe,) = re.findall(r"^\t\$\(babel\) (extract .*)$", MAKEFILE, re.MULTILINE)
    return shlex.split(recipe)


def template(pot: Path) -> Catalog:
    """All message ids of code and themes, gathered anew. pot: where the template may be written."""
    arguments = [f"--output-file={pot}" if "--output-file" in each else each for each in extraction()]
    program = (sys.executable, "-P", "-m", "babel.messages.frontend", "--quiet")
    subprocess.run([*program, *arguments], cwd=ROOT, check=True, capture_output=True)
    return read_po(pot.read_bytes().splitlines(keepends=True), abort_invalid=True)
