"""Why a file is not YAML, in words that an editor of content understands.

In: the text and the parser's error. Out: a place, what is wrong there and what to write instead. It must not
know what the file is about. The parser says what it expected, in English and in its own terms; here its words
only choose among our messages, and the text around the place decides which of the frequent causes it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from sitegen.source.problems import Message, say
from sitegen.source.text import split_lines
from sitegen.source.unquoted import QUOTES

# Possessive throughout: a line of a million dashes must not be tried in a million ways.
GLUED = re.compile(r"\s*+(?:- ++)*+[^\s:'\"#-][^\s:]*+:(?=[^\s:/])")
VALUE = re.compile(r"\s*+(?:- ++)*+(?:[^\s'\"#][^:]*+|'[^']*+'|\"[^\"]*+\"): ++(?=\S)")
SPECIAL = frozenset("@`%&*!|>[]{},?-")
AT_CONTEXT = (
    "a quoted scalar",
    "a simple key",
    "a block scalar",
    "an alias",
    "an anchor",
    "a tag",
    "a directive",
)


@dataclass(frozen=True)
class Fault:
    """line, column: from 1, in the text that was parsed."""

    line: int
    column: int
    message: Message
    hint: Message


@dataclass(frozen=True)
class _Scene:
    """What the parser said, where it stood (line and column from 0), and the lines around."""

    text: str
    lines: list[str]
    said: str
    during: str
    line: int
    column: int
    began: tuple[int, int]

    @property
    def row(self) -> str:
        return self.lines[self.line] if self.line < len(self.lines) else ""

    @property
    def opens_row(self) -> bool:
        return not self.row[: self.column].strip()


def explain(text: str, error: yaml.YAMLError) -> Fault:
    """The fault that `error` stands for, at the place where an editor would mend it."""
    scene = _scene(text, error)
    found = (cause(scene) for cause in CAUSES)
    return next((fault for fault in found if fault), _unreadable(scene))


def _scene(text: str, error: yaml.YAMLError) -> _Scene:
    mark = getattr(error, "problem_mark", None)
    began = getattr(error, "context_mark", None) or mark
    said = str(getattr(error, "problem", None) or "")
    during = str(getattr(error, "context", None) or "")
    line, column = (mark.line, mark.column) if mark else (0, 0)
    return _Scene(text, split_lines(text), said, during, line, column, (began.line, began.column) if began else (0, 0))


def _tab(scene: _Scene) -> Fault | None:
    indent = re.match(r"[ \t]*", scene.row)
    if not indent or "\t" not in indent[0]:
        return None
    hint = say("Indent with spaces: two for each level.")
    return Fault(scene.line + 1, indent[0].index("\t") + 1, say("The line is indented with a tab."), hint)


def _escape(scene: _Scene) -> Fault | None:
    if "escape" not in scene.said and "hex" not in scene.said:
        return None
    message = say("Inside double quotes a backslash begins a code, and this code does not exist.")
    return _at(
        scene.line,
        scene.column,
        message,
        say("Put the text in single quotes, where a backslash is only a backslash: '…'."),
    )


def _unclosed(scene: _Scene) -> Fault | None:
    """A quoted text that ran on over the end of its line into the place of the error."""
    if scene.during.endswith("a quoted scalar"):
        return _open_quote(scene, *scene.began)
    for token in _quoted_before(scene):
        if token.start_mark.line < token.end_mark.line == scene.line:
            return _open_quote(scene, token.start_mark.line, token.start_mark.column)
    return None


def _open_quote(scene: _Scene, line: int, column: int) -> Fault:
    last = scene.lines[line].rstrip()[-1]
    if last in QUOTES:
        message = say("The text that begins here ends with “%(quote)s”, which closes nothing here.", quote=last)
        return _at(line, column, message, say("End the text with the quote it begins with: '…'."))
    message = say("The text that begins here has no closing quote on its line.")
    return _at(line, column, message, say("End the text with the quote it begins with: '…'."))


def _inner_quote(scene: _Scene) -> Fault | None:
    for token in _quoted_before(scene):
        line, column = token.end_mark.line, token.end_mark.column
        if not _may_follow_quote(scene.row, column):
            message = say("The text ends at this quote, but the line goes on.")
            return _at(
                line,
                column - 1,
                message,
                say("End the line here; an apostrophe inside '…' is written twice: ''."),
            )
    return None


def _may_follow_quote(row: str, column: int) -> bool:
    in_brackets = "[" in row[:column] or "{" in row[:column]
    return bool(re.match(r"\s*(:\s|:$|[],}])" if in_brackets else r"\s*(:\s|:$)", row[column:]))


def _quoted_before(scene: _Scene) -> Iterator[yaml.Token]:
    """The quoted texts that end on the line of the error, before it."""
    try:
        for token in yaml.scan(scene.text, Loader=yaml.CSafeLoader):
            if (token.start_mark.line, token.start_mark.column) >= (scene.line, scene.column):
                return
            if _is_quoted(token) and token.end_mark.line == scene.line:
                yield token
    except yaml.YAMLError:
        return


def _is_quoted(token: yaml.Token) -> bool:
    return isinstance(token, yaml.ScalarToken) and token.style in ("'", '"')


def _colon_in_text(scene: _Scene) -> Fault | None:
    value = VALUE.match(scene.row)
    if "mapping values" not in scene.said or not value or value.end() > scene.column:
        return None
    message = say("There is a colon inside a text without quotes.")
    return _at(scene.line, value.end(), message, say("Put the whole text in single quotes: '…'."))


def _glued(scene: _Scene) -> Fault | None:
    """`id:a1` is one word to YAML; the parser complains on that line or on the next that has a colon."""
    if "mapping values" in scene.said:
        line = _line_above(scene)
    elif "could not find expected ':'" in scene.said:
        line = scene.began[0]
    else:
        return None
    match = GLUED.match(scene.lines[line])
    return _no_space(line, match.end()) if match else _no_colon(scene, line)


def _no_space(line: int, column: int) -> Fault:
    return _at(
        line,
        column,
        say("There is no space after the colon."),
        say("Write a space between the colon and the value: field: '…'."),
    )


def _no_colon(scene: _Scene, line: int) -> Fault | None:
    row = scene.lines[line]
    if line == scene.line or re.search(r":\s|:$|^\s*-\s", row):
        return None
    column = len(row) - len(row.lstrip())
    if row[column] == "-":
        return _at(
            line,
            column,
            say("There is no space after the dash."),
            say("Write a space between the dash and the value: - '…'."),
        )
    return _at(line, column, say("This line has no field name with a colon."), say("Write field: '…'."))


def _line_above(scene: _Scene) -> int:
    above = range(scene.line - 1, -1, -1)
    return next((number for number in above if scene.lines[number].strip()), scene.line)


def _open_list(scene: _Scene) -> Fault | None:
    if not scene.during.startswith("while parsing a flow"):
        return None
    line, column = scene.began
    message = say(
        "“%(character)s” begins a list or a group of fields that is not closed.",
        character=_character(scene, line, column),
    )
    return _at(
        line,
        column,
        message,
        say("Put a text in single quotes: '…'; begin each item of a list on its own line with “- ”."),
    )


def _special(scene: _Scene) -> Fault | None:
    """A text without quotes whose first character means something to YAML."""
    line, column = scene.began if any(words in scene.during for words in AT_CONTEXT) else (scene.line, scene.column)
    value = VALUE.match(scene.row)
    if value and value.end() <= scene.column and scene.row[value.end()] in SPECIAL:
        line, column = scene.line, value.end()
    character = _character(scene, line, column)
    if character not in SPECIAL or _list_mark(scene, line, column):
        return None
    message = say("A text without quotes cannot begin with “%(character)s”.", character=character)
    return _at(line, column, message, say("Put the text in single quotes: '…'."))


def _list_mark(scene: _Scene, line: int, column: int) -> bool:
    """Whether a dash begins its row: then it is a list item in the wrong place, not a text."""
    row = scene.lines[line]
    return row[column] == "-" and not row[:column].strip(" -")


def _character(scene: _Scene, line: int, column: int) -> str:
    return scene.lines[line][column : column + 1] if line < len(scene.lines) else ""


def _no_key(scene: _Scene) -> Fault | None:
    if not scene.opens_row or scene.row[scene.column : scene.column + 1] != ":":
        return None
    return _at(scene.line, scene.column, say("There is no field name before the colon."), say("Write field: '…'."))


def _indent(scene: _Scene) -> Fault | None:
    if not scene.opens_row and "mapping values" not in scene.said:
        return None
    column = len(scene.row) - len(scene.row.lstrip())
    message = say("The line does not line up with the lines above it.")
    hint = say("Begin it with as many spaces as the lines it belongs with; items of a list begin with “- ”.")
    return _at(scene.line, column, message, hint)


def _unreadable(scene: _Scene) -> Fault:
    message = say("The line cannot be read from here on.")
    return _at(scene.line, scene.column, message, say("Write field: '…', with the text in single quotes."))


def _at(line: int, column: int, message: Message, hint: Message) -> Fault:
    return Fault(line + 1, column + 1, message, hint)


# The first that applies is told: causes that the text proves stand before those that it only suggests.
CAUSES = (
    _tab,
    _escape,
    _unclosed,
    _inner_quote,
    _colon_in_text,
    _glued,
    _open_list,
    _special,
    _no_key,
    _indent,
)
