"""The templates of a look: how they are run, and where one is at fault.

In: a look. Out: an environment of Jinja, and ThemeErrors with file and line for what goes wrong in a template. The
templates of a look from elsewhere are run in Jinja's sandbox, where they see what they are given and can neither change
it nor reach what it is made of. This module must not know pages or cards.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jinja2 import (
    BytecodeCache,
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

from sitegen.render.theme import Theme, ThemeError
from sitegen.source.problems import Problem, say

OWN = str(Path(__file__).resolve().parents[1])


def environment(theme: Theme, extensions: tuple[str, ...] = (), compiled: BytecodeCache | None = None) -> Environment:
    """An environment for the templates of `theme`. compiled: remembers compiled templates."""

    def load(name: str) -> tuple[str, str, None] | None:
        source = theme.templates.get(name)
        return None if source is None else (source, theme.path(name), None)

    # Our own templates are code like this, and a sandbox makes pages take half as long again.
    kind = Environment if theme.own else ImmutableSandboxedEnvironment
    return kind(
        bytecode_cache=compiled,
        loader=FunctionLoader(load),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=extensions,
    )


@contextmanager
def told(theme: Theme) -> Iterator[None]:
    """Raises ThemeError with file and line in place of what goes wrong in a template within.

    What goes wrong in this program itself is a bug and stays what it is.
    """
    try:
        yield
    except Exception as error:
        paths = {theme.path(name): source for name, source in theme.templates.items()}
        places = [place for place in _places(error, theme) if place[0] in paths or place[0].startswith(OWN)]
        path, line = places[-1] if places else (OWN, 1)
        if isinstance(error, ThemeError) or not (isinstance(error, TemplateError | RecursionError) or path in paths):
            raise
        if path not in paths:  # it is not even there, or nested so deeply that it cannot be compiled
            path, line = theme.path(str(getattr(error, "name", ""))), 1
        reason = str(error) if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"
        problem = Problem(path, line, 1, say("The template cannot be used: %(reason)s", reason=reason.strip()))
        raise ThemeError(theme.name, (problem,), paths) from error


def _places(error: Exception, theme: Theme) -> Iterator[tuple[str, int]]:
    """(file, line) of each call on the way to the error; that of a syntax error is said by itself."""
    yield from ((frame.filename, frame.lineno or 1) for frame in traceback.extract_tb(error.__traceback__))
    if isinstance(error, TemplateSyntaxError) and error.name:
        yield theme.path(error.name), error.lineno
