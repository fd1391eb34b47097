"""The blocks of a Markdown text, divided as GitHub divides them: paragraphs, lists, tables and the like.

In: lines without tabs. Out: a tree of blocks, whose texts still hold Markdown's spans. It follows the appendix of
CommonMark's specification: a line first continues blocks that are open, then it opens new ones, and what is left of it
is text. This module must not know what a block looks like in HTML.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import ClassVar

CODE_INDENT = 4
"""Spaces before a line that make it code."""


@dataclass(eq=False)
class Block:
    """A container. children: the blocks in it. ends_blank: its last line is blank."""

    children: list[Block] = field(default_factory=list)
    ends_blank: bool = False

    def rest(self, line: str) -> str | None:
        """What an open block leaves of a line, or None where the line does not continue it."""
        return line

    def holds(self, _: Block) -> bool:
        """Whether that block may lie directly in it."""
        return True


@dataclass(eq=False)
class Leaf(Block):
    """A block of text. lines: without what containers take of them."""

    lines: list[str] = field(default_factory=list)
    verbatim: ClassVar[bool] = False
    """No block begins within it."""

    def rest(self, line: str) -> str | None:
        """To the first blank line, as a rule."""
        return line if line.strip() else None

    def holds(self, _: Block) -> bool:
        """None."""
        return False

    def add(self, line: str) -> bool:
        """Take what is left of a line; whether the block ends with it."""
        self.lines.append(line)
        return False


class Quote(Block):
    """Lines that begin with '>'."""

    def rest(self, line: str) -> str | None:
        """As of any block."""
        text = line.lstrip(" ")
        return text[1:].removeprefix(" ") if indent(line) < CODE_INDENT and text.startswith(">") else None


@dataclass(eq=False)
class Item(Block):
    """An item of a list. marker: '-', '*', '+', '.' or ')'. number: before the last two. offset: of its text."""

    marker: str = ""
    number: int | None = None
    offset: int = 0

    def rest(self, line: str) -> str | None:
        """Also a blank line, but not a second one before any text."""
        if not line.strip():
            return "" if self.children else None
        return line[self.offset :] if indent(line) >= self.offset else None


class List(Block):
    """Items with one kind of marker."""

    def holds(self, block: Block) -> bool:
        """Only those."""
        return isinstance(block, Item) and (not self.children or block.marker == self.first.marker)

    @property
    def first(self) -> Item:
        """The item that says how the list is marked, and from which number on."""
        assert isinstance(self.children[0], Item)  # noqa: S101 - for types
        return self.children[0]

    @property
    def tight(self) -> bool:
        """Whether no blank line stands between items or in them: then their texts are no paragraphs."""
        *others, last = self.children
        apart = (*others, *(part for each in others for part in each.children), *last.children[:-1])
        return not any(_ends_blank(each) for each in apart)


@dataclass(eq=False)
class Note(Block):
    """A footnote. label: as written."""

    label: str = ""

    def rest(self, line: str) -> str | None:
        """What is indented as code would be, and blank lines."""
        return line[CODE_INDENT:] if indent(line) >= CODE_INDENT else None if line.strip() else ""


@dataclass(eq=False)
class Paragraph(Leaf):
    """Lines of text. no_table: a line of delimiters did not fit the line before it; GitHub then looks no further."""

    no_table: bool = False

    def add(self, line: str) -> bool:
        """Without the indentation."""
        return super().add(line.lstrip(" "))


@dataclass(eq=False)
class Line(Leaf):
    """A block that ends with its line: a heading of `level` 1 to 6, or a rule (0)."""

    level: int = 0
    verbatim = True

    def rest(self, _: str) -> str | None:
        """Nothing continues it."""
        return None


class Indented(Leaf):
    """Code by indentation."""

    verbatim = True

    def rest(self, line: str) -> str | None:
        """With blank lines between."""
        return line[CODE_INDENT:] if indent(line) >= CODE_INDENT else None if line.strip() else ""


@dataclass(eq=False)
class Fence(Leaf):
    """Code between fences. fence: the opening one. offset: its indentation, which the lines may have too."""

    fence: str = ""
    offset: int = 0
    closed: bool = False
    verbatim = True

    def rest(self, line: str) -> str | None:
        """To a fence at least as long."""
        text = line.strip(" ")
        self.closed = indent(line) < CODE_INDENT and text.startswith(self.fence) and not text.strip(self.fence[0])
        return line[min(self.offset, indent(line)) :]


@dataclass(eq=False)
class Html(Leaf):
    """HTML as it stands. end: what ends it, or None where a blank line does."""

    end: re.Pattern[str] | None = None
    verbatim = True

    def rest(self, line: str) -> str | None:
        """Whole lines."""
        return line if self.end or line.strip() else None

    def add(self, line: str) -> bool:
        """To the line that holds its end."""
        return super().add(line) or bool(self.end and self.end.search(line))


@dataclass(eq=False)
class Table(Leaf):
    """Rows of cells. head: the first. aligned: the delimiter cells."""

    head: tuple[str, ...] = ()
    aligned: tuple[str, ...] = ()


def indent(line: str) -> int:
    """The number of spaces that a line begins with."""
    return len(line) - len(line.lstrip(" "))


def _ends_blank(block: Block) -> bool:
    while not block.ends_blank and isinstance(block, List | Item) and block.children:
        block = block.children[-1]
    return block.ends_blank
