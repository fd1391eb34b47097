"""Markdown as GitHub reads it: an extension of Python-Markdown.

In: the library's converter. Out: the same with blocks divided by markdown-it-py, which keeps to CommonMark's
specification, and with the spans and footnotes that GitHub has beside the library's. This module must not know a
language, nor what may stay in a page.
"""

from __future__ import annotations

import re
import string
from xml.etree import ElementTree

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.extensions import Extension
from markdown.util import AtomicString, code_escape
from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, paragraph
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.footnote.index import footnote_def

from sitegen.render.footnotes import Footnotes, Reference, sign
from sitegen.render.spans import SPANS

DEEPEST = 24
"""Blocks within each other. What would lie deeper is text: a tree is walked by recursion."""
NOTE_ENDS = ["paragraph", "reference", "blockquote", "list"]
"""What the line of a footnote puts an end to."""
TASK = re.compile(r"\[([ xX])\] +(?=\S)")
INDENTATION = re.compile(r"\n +")


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
        self.notes: dict[str, SyntaxTreeNode] = {}
        self._blocks = _Blocks("commonmark", {"maxNesting": 2 * DEEPEST}).enable("table")
        self._blocks.block.ruler.before("table", "deep", _deep)
        self._blocks.block.ruler.before("reference", "note", footnote_def, {"alt": NOTE_ENDS})
        self._blocks.core.ruler.enableOnly("block")

    def parseChunk(self, parent: ElementTree.Element, text: str) -> None:  # noqa: N802 - the library's name
        """The blocks of a text, within an element."""
        named: dict[str, dict[str, dict[str, str]]] = {}
        blocks = self._blocks.parse(text, named)
        self.md.references |= {label.lower(): (link["href"], "") for label, link in named.get("references", {}).items()}
        self.write(SyntaxTreeNode(blocks), parent)

    def write(self, container: SyntaxTreeNode, parent: ElementTree.Element) -> None:
        """The blocks of a container, within an element."""
        for node in container.children:
            self._write(node, parent)

    def _write(self, node: SyntaxTreeNode, parent: ElementTree.Element) -> None:
        match node.type:
            case "inline":
                _append(parent, _text(node))
            case "fence" | "code_block":
                code = ElementTree.SubElement(ElementTree.SubElement(parent, "pre"), "code")
                code.text = AtomicString(code_escape(node.content))
            case "html_block":
                # An element without a name: what is stashed stands for itself.
                bare = ElementTree.SubElement(parent, "p")
                bare.tag = None  # type: ignore[assignment] # the library's way to write none
                bare.text = AtomicString(self.md.htmlStash.store(node.content))
                bare.tail = "\n"
            case "footnote_reference":
                self.notes.setdefault(node.meta["label"].lower(), node)
            case "paragraph" if node.hidden:
                self.write(node, parent)
            case _:
                self.write(node, ElementTree.SubElement(parent, node.tag, dict(map(_attribute, node.attrs.items()))))


class _Blocks(MarkdownIt):
    """Leaves the targets of links by reference as they are written: the sanitiser judges them, as it does others."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - the library's names
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - likewise
        return url


def _deep(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - as the library calls it
    return state.level >= DEEPEST and paragraph(state, start, end, silent)


def _attribute(attribute: tuple[str, object]) -> tuple[str, str]:
    """A column's side is no style here."""
    name, value = attribute
    return ("align", str(value).removeprefix("text-align:")) if name == "style" else (name, str(value))


def _text(node: SyntaxTreeNode) -> str:
    """What it says, with a sign for the box of a task, with which an item begins."""
    text = INDENTATION.sub("\n", node.content)
    block = node.parent
    item = block and block.parent
    if item and item.type == "list_item" and item.children[0] is block and (match := TASK.match(text)):
        return sign("task", int(match[1] != " ")) + text[match.end() :]
    return text


def _append(parent: ElementTree.Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = f"\n{text}"
    else:
        parent.text = text
