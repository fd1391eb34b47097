"""Markdown as GitHub reads it: an extension of Python-Markdown.

In: the library's converter. Out: the same with blocks divided by `sitegen.render.division`, and with the spans and
footnotes that GitHub has beside the library's. This module must not know a language, nor what may stay in a page.
"""

from __future__ import annotations

import re
import string
from itertools import zip_longest
from xml.etree import ElementTree

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.extensions import Extension
from markdown.util import AtomicString, code_escape

from sitegen.render.blocks import Block, Fence, Html, Indented, Line, List, Note, Paragraph, Quote, Table
from sitegen.render.division import cells, divide
from sitegen.render.footnotes import Footnotes, Reference, sign
from sitegen.render.spans import SPANS

TASK = re.compile(r"\[([ xX])\] +(?=\S)")
DEFINITION = re.compile(
    r"""\[(?!\s*\])(?P<label>(?:\\.|[^\[\]\\])+)\]:[ ]*\n?[ ]*
    (?P<target><[^<>\n]*>|[^\s<]\S*)
    (?:[ ]*\n?[ ]*(?<=[ \n])(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\)))?
    [ ]*(?:\n|$)""",
    re.VERBOSE,
)
"""Where links by reference lead."""
ALIGNED = {(True, True): "center", (True, False): "left", (False, True): "right"}
"""By a colon before and behind the dashes."""


class Flavour(Extension):
    """The extension."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Register it."""
        md.registerExtension(self)
        md.parser = self.parser = Parser(md)
        md.preprocessors.deregister("html_block")
        md.ESCAPED_CHARS = list(string.punctuation)
        for name in ("image_link", "image_reference", "short_image_ref"):
            md.inlinePatterns.deregister(name)
        for name, (span, priority) in SPANS.items():
            md.inlinePatterns.register(span, name, priority)
        md.inlinePatterns.register(Reference(self.parser.notes), "note", 175)
        md.treeprocessors.register(Footnotes(md, self.parser.notes, self.parser.write), "notes", 15)

    def reset(self) -> None:
        """Forget one text before the next."""
        self.parser.notes.clear()


class Parser(BlockParser):
    """Writes blocks as elements. notes: footnotes by their labels in lowercase."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.notes: dict[str, Note] = {}

    def parseChunk(self, parent: ElementTree.Element, text: str) -> None:  # noqa: N802 - the library's name
        """The blocks of a text, within an element."""
        self.write(divide(text.split("\n")), parent)

    def write(self, container: Block, parent: ElementTree.Element, *, tight: bool = False) -> None:
        """The blocks of a container, within an element. tight: its texts are no paragraphs."""
        for block in container.children:
            if tight and isinstance(block, Paragraph):
                _append(parent, self._text(block))
            else:
                self._write(block, parent)

    def _write(self, block: Block, parent: ElementTree.Element) -> None:  # noqa: C901 - a line a kind
        match block:
            case Paragraph():
                if text := self._text(block):
                    _element(parent, "p", text)
            case Line(level=0):
                _element(parent, "hr")
            case Line():
                _element(parent, f"h{block.level}", "\n".join(block.lines))
            case Quote():
                self.write(block, _element(parent, "blockquote"))
            case List():
                self._list(block, parent)
            case Table():
                _table(block, parent)
            case Indented() | Fence():
                code = "\n".join(block.lines) if isinstance(block, Fence) else "\n".join(block.lines).rstrip()
                _element(_element(parent, "pre"), "code", AtomicString(code_escape(f"{code}\n")))
            case Html():
                # An element without a name: what is stashed stands for itself.
                bare = ElementTree.SubElement(parent, "p")
                bare.tag = None  # type: ignore[assignment] # the library's way to write none
                bare.text = AtomicString(self.md.htmlStash.store("\n".join(block.lines)))
                bare.tail = "\n"
            case Note():
                self.notes.setdefault(block.label.lower(), block)

    def _list(self, block: List, parent: ElementTree.Element) -> None:
        listed = _element(parent, "ul" if block.first.number is None else "ol")
        if block.first.number not in (None, 1):
            listed.set("start", str(block.first.number))
        for item in block.children:
            _mark_task(item)
            self.write(item, _element(listed, "li"), tight=block.tight)

    def _text(self, block: Paragraph) -> str:
        """What it says, without the definitions that it begins with."""
        text = "\n".join(block.lines)
        while match := DEFINITION.match(text):
            label = " ".join(match["label"].lower().split())
            self.md.references.setdefault(label, (match["target"].lstrip("<").rstrip(">"), ""))
            text = text[match.end() :]
        return text.strip()


def _element(parent: ElementTree.Element, tag: str, text: str | None = None) -> ElementTree.Element:
    made = ElementTree.SubElement(parent, tag)
    made.text = text
    return made


def _append(parent: ElementTree.Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = f"\n{text}"
    else:
        parent.text = text


def _mark_task(item: Block) -> None:
    first = item.children[0] if item.children else None
    if isinstance(first, Paragraph) and first.lines and (match := TASK.match(first.lines[0])):
        first.lines[0] = sign("task", int(match[1] != " ")) + first.lines[0][match.end() :]


def _table(block: Table, parent: ElementTree.Element) -> None:
    table = _element(parent, "table")
    _row(_element(table, "thead"), "th", block.head, block)
    body = _element(table, "tbody") if block.lines else table
    for line in block.lines:
        _row(body, "td", cells(line), block)


def _row(parent: ElementTree.Element, tag: str, texts: tuple[str, ...], table: Table) -> None:
    row = _element(parent, "tr")
    for text, aligned in zip_longest(texts[: len(table.head)], table.aligned, fillvalue=""):
        cell = _element(row, tag, text)
        if align := ALIGNED.get((aligned.startswith(":"), aligned.endswith(":"))):
            cell.set("align", align)
