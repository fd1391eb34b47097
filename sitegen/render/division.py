"""Divides a Markdown text into blocks, line by line.

In: lines without tabs. Out: the tree of `sitegen.render.blocks`. What can begin a block is a list of functions, in the
order of the specification. This module must not know what a block looks like in HTML.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from sitegen.render.blocks import (
    CODE_INDENT,
    Block,
    Fence,
    Html,
    Indented,
    Item,
    Leaf,
    Line,
    List,
    Note,
    Paragraph,
    Quote,
    Table,
    indent,
)

DEEPEST = 24
"""Blocks within each other. What would lie deeper is text: a tree is walked by recursion."""
WIDEST = 4
"""Spaces behind an item's marker that belong to it; with more, the item begins with code."""
HEADING = re.compile(r"#{1,6}(?= |$)")
UNDERLINE = re.compile(r"(=+|-+) *")
RULE = re.compile(r"(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})")
FENCE = re.compile(r"(`{3,})[^`]*|(~{3,}).*")
MARKER = re.compile(r"([-+*])(?= |$)|(\d{1,9})([.)])(?= |$)")
NOTE = re.compile(r"\[\^([^\]\s]+)\]: *")
DELIMITER, DELIMITERS = re.compile(r":?-+:?"), re.compile(r"[-:| ]+")
NAMES = (
    "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|"
    "fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|"
    "menuitem|nav|noframes|ol|optgroup|option|p|param|section|source|summary|table|tbody|td|tfoot|th|thead|title|tr|"
    "track|ul"
)
"""Elements that begin a block of HTML wherever a line begins with them."""
VALUE = r"""(?:[^\s"'=<>`]+|'[^']*'|"[^"]*")"""
TAG = re.compile(
    rf"""(?:<[a-z][a-z0-9-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*{VALUE})?)*\s*/?>|</[a-z][a-z0-9-]*\s*>)\s*$""",
    re.IGNORECASE,
)
"""A tag of any other element, alone on its line."""
HTML = (
    (
        re.compile(r"<(?:script|pre|style|textarea)(?=[\s>]|$)", re.IGNORECASE),
        re.compile(r"</(?:script|pre|style|textarea)>", re.IGNORECASE),
    ),
    (re.compile(r"<!--"), re.compile(r"-->")),
    (re.compile(r"<\?"), re.compile(r"\?>")),
    (re.compile(r"<!\[CDATA\["), re.compile(r"\]\]>")),
    (re.compile(r"<![a-z]", re.IGNORECASE), re.compile(r">")),
    (re.compile(rf"</?(?:{NAMES})(?=\s|/?>|$)", re.IGNORECASE), None),
)
"""What begins a block of HTML, and what ends it; None: a blank line."""

Start = tuple[Block, str | None]
"""A block that begins with a line, and what is left of the line; None where that says nothing more."""


def divide(lines: Iterable[str]) -> Block:
    """The whole text."""
    reader = _Reader()
    for line in lines:
        reader.read(line)
    return reader.document


def cells(row: str) -> tuple[str, ...]:
    """The cells of a table's row; a bar that is no border has a backslash before it."""
    parts = [""]
    for piece in re.findall(r"\\.|\||[^\\|]+|\\$", row.strip(" ").removeprefix("|")):
        if piece == "|":
            parts.append("")
        else:
            parts[-1] += "|" if piece == r"\|" else piece
    if len(parts) > 1 and not parts[-1].strip(" "):
        parts.pop()
    return tuple(part.strip(" ") for part in parts)


def _quote(_line: str, text: str, _within: Block) -> Start | None:
    return (Quote(), text[1:].removeprefix(" ")) if text.startswith(">") else None


def _heading(_line: str, text: str, _within: Block) -> Start | None:
    match = HEADING.match(text)
    if match is None:
        return None
    words = text[match.end() :].strip(" ")
    without = words.rstrip("#")
    return Line(lines=[without.rstrip(" ") if without[-1:] in ("", " ") else words], level=match.end()), None


def _fence(line: str, text: str, _within: Block) -> Start | None:
    match = FENCE.fullmatch(text)
    return (Fence(fence=match[1] or match[2], offset=indent(line)), None) if match else None


def _html(line: str, text: str, within: Block) -> Start | None:
    if not text.startswith("<"):
        return None
    for begin, end in HTML:
        if begin.match(text):
            return Html(end=end), line
    return (Html(), line) if not isinstance(within, Paragraph) and TAG.match(text) else None


def _underlined(_line: str, text: str, within: Block) -> Start | None:
    if not isinstance(within, Paragraph) or not within.lines or not UNDERLINE.fullmatch(text):
        return None
    lines, within.lines = within.lines, []
    return Line(lines=["\n".join(lines).strip()], level=1 if text.startswith("=") else 2), None


def _rule(_line: str, text: str, _within: Block) -> Start | None:
    return (Line(), None) if RULE.fullmatch(text) else None


def _item(line: str, text: str, within: Block) -> Start | None:
    match = MARKER.match(text)
    if match is None:
        return None
    after = text[match.end() :]
    number = int(match[2]) if match[2] else None
    if isinstance(within, Paragraph) and (not after.strip() or number not in (None, 1)):
        return None
    padding = indent(after) if after.strip() and indent(after) <= WIDEST else 1
    return Item(marker=match[1] or match[3], number=number, offset=indent(line) + match.end() + padding), after[
        padding:
    ]


def _note(_line: str, text: str, _within: Block) -> Start | None:
    match = NOTE.match(text)
    return (Note(label=match[1]), text[match.end() :]) if match else None


def _table(_line: str, text: str, within: Block) -> Start | None:
    """The last line of a paragraph is the head of a table whose delimiters follow."""
    if not isinstance(within, Paragraph) or within.no_table or not within.lines or not DELIMITERS.fullmatch(text):
        return None
    aligned, head = cells(text), cells(within.lines[-1])
    if not all(DELIMITER.fullmatch(cell) for cell in aligned):
        return None
    if len(aligned) != len(head):
        within.no_table = True
        return None
    within.lines.pop()
    return Table(head=head, aligned=aligned), None


STARTS: tuple[Callable[[str, str, Block], Start | None], ...] = (
    _quote,
    _heading,
    _fence,
    _html,
    _underlined,
    _rule,
    _note,
    _item,
    _table,
)
"""Each is given a line, the same without its indentation, and the innermost open block."""


class _Reader:
    """Holds the path of blocks that are open, from the document down."""

    def __init__(self) -> None:
        self.document = Block()
        self._path: list[Block] = [self.document]

    def read(self, whole: str) -> None:
        """Take the next line."""
        depth, line = self._continued(whole)
        innermost = self._path[depth - 1]
        if isinstance(innermost, Fence) and innermost.closed:
            del self._path[depth - 1 :]
            return
        lazy = depth < len(self._path) and isinstance(self._path[-1], Paragraph)
        while start := self._start(line, self._path[depth - 1], lazy=lazy):
            del self._path[depth:]
            block, rest = start
            self._open(block)
            if rest is None:
                return
            line, depth, lazy = rest, len(self._path), False
        self._take(line, depth, lazy=lazy)

    def _continued(self, line: str) -> tuple[int, str]:
        """How many of the open blocks a line continues, and what is left of it."""
        depth = 1
        for block in self._path[1:]:
            if (rest := block.rest(line)) is None:
                break
            depth, line = depth + 1, rest
        return depth, line

    def _start(self, line: str, within: Block, *, lazy: bool) -> Start | None:
        """The block that begins with a line, and what is left of the line.

        lazy: the line may go on a paragraph that is left open further within.
        """
        if (isinstance(within, Leaf) and within.verbatim) or not line.strip() or len(self._path) > DEEPEST:
            return None
        if indent(line) >= CODE_INDENT:
            return None if lazy or isinstance(within, Paragraph) else (Indented(), line[CODE_INDENT:])
        text = line.lstrip(" ")
        return next((found for start in STARTS if (found := start(line, text, within))), None)

    def _open(self, block: Block) -> None:
        while not self._path[-1].holds(block):
            self._path.pop()
        if isinstance(block, Item) and not isinstance(self._path[-1], List):
            self._add(List())
        self._add(block)

    def _add(self, block: Block) -> None:
        self._path[-1].children.append(block)
        self._path.append(block)

    def _take(self, line: str, depth: int, *, lazy: bool) -> None:
        """What no block begins with is text of the innermost."""
        blank = not line.strip()
        if lazy and not blank:
            self._add_text(line)
            return
        del self._path[depth:]
        self._note(blank=blank)
        if not isinstance(self._path[-1], Leaf) and not blank:
            self._open(Paragraph())
        self._add_text(line)

    def _add_text(self, line: str) -> None:
        innermost = self._path[-1]
        if isinstance(innermost, Leaf) and innermost.add(line):
            self._path.pop()

    def _note(self, *, blank: bool) -> None:
        """Whether the innermost block, and what it ended with, now end with a blank line."""
        innermost = self._path[-1]
        for block in self._path:
            block.ends_blank = False
        innermost.ends_blank = blank and not isinstance(innermost, Quote | Fence | Item)
        if blank and innermost.children:
            innermost.children[-1].ends_blank = True
