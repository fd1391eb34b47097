"""What is marked for translation reaches the catalogs: whatever Python sees marked is gathered."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file

from tests.project.checkout import ROOT
from tests.project.messages import KEYWORDS

MODULES = tuple(sorted((ROOT / "sitegen").rglob("*.py")))


def marked(source: str) -> Iterator[str]:
    """The message id of each call of a marking function in a module."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and node.args and _name(node.func) in KEYWORDS:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def _name(function: ast.expr) -> str:
    """The last name of what is called: `_` in `self._`."""
    return function.attr if isinstance(function, ast.Attribute) else ast.unparse(function)


def test_the_marking_functions_are_known() -> None:
    """Those of gettext and our own."""
    assert {"_", "N_", "gettext", "ngettext", "say", "UnsafeOutput"} <= KEYWORDS.keys()


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_marked_text_is_gathered(module: Path) -> None:
    """Babel reads tokens and loses a call in an f-string or two calls deep: give it a line of its own."""
    gathered = {
        message if isinstance(message, str) else message[0]
        for _line, message, _comments, _context in extract_from_file("python", module, KEYWORDS)
    }
    source = module.read_text(encoding="utf-8")
    assert [] == [text for text in marked(source) if text not in gathered]
