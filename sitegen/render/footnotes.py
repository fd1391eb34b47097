"""Footnotes: numbered in the order in which the text refers to them, with links there and back.

In: footnotes by their labels. Out: elements. What needs words of a language is a sign between STX and ETX, which no
text of the content can hold. This module must not know a language. (The library's own extension numbers footnotes as
they are written down, keeps those that nothing refers to, and knows nothing of blocks as GitHub has them.)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from xml.etree import ElementTree

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX
from markdown_it.tree import SyntaxTreeNode

REFERENCE = r"\[\^([^\]\s]+)\]"
LABEL = "note"
"""An attribute that a place has until it is numbered."""


def sign(kind: str, number: int) -> str:
    """What stands for words of the page's language."""
    return f"{STX}{kind}:{number}{ETX}"


class Reference(InlineProcessor):
    """A place in the text that refers to a footnote."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, notes: Mapping[str, SyntaxTreeNode]) -> None:
        super().__init__(REFERENCE)
        self._notes = notes

    def handleMatch(  # type: ignore[override] # None where there is no such footnote  # noqa: N802 - the library's name
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002 - likewise
    ) -> tuple[ElementTree.Element | None, int | None, int | None]:
        """The place; its number is known when the whole text is."""
        label = m[1].lower()
        return (ElementTree.Element("sup", {LABEL: label}), *m.span()) if label in self._notes else (None, None, None)


class Footnotes(Treeprocessor):
    """Puts those that the text refers to at its end."""

    def __init__(
        self,
        md: Markdown,
        notes: Mapping[str, SyntaxTreeNode],
        write: Callable[[SyntaxTreeNode, ElementTree.Element], None],
    ) -> None:
        super().__init__(md)
        self._notes, self._write = notes, write

    def run(self, root: ElementTree.Element) -> None:
        """A footnote may refer to others, so there can be more of them after each."""
        if not self._notes:
            return
        places: dict[str, list[str]] = {}
        items: list[ElementTree.Element] = []
        waiting = _numbered(root, places)
        while waiting:
            item = ElementTree.Element("li", {"id": f"fn-{len(items) + 1}"})
            self._write(self._notes[waiting.pop(0)], item)
            self.md.treeprocessors["inline"].run(item)
            waiting += _numbered(item, places)
            items.append(item)
        if items:
            ElementTree.SubElement(root, "h2").text = sign("notes", 0)
            ElementTree.SubElement(root, "ol").extend(items)
        for number, (item, ids) in enumerate(zip(items, places.values(), strict=True), 1):
            _lead_back(item, number, ids)


def _numbered(element: ElementTree.Element, places: dict[str, list[str]]) -> list[str]:
    """The labels that an element is the first to refer to. places: the ids of all places by label, in order."""
    new: list[str] = []
    for place in element.iter("sup"):
        if (label := place.attrib.pop(LABEL, None)) is None:
            continue
        if label not in places:
            places[label] = []
            new.append(label)
        number, ids = list(places).index(label) + 1, places[label]
        ids.append(f"fnref-{number}-{len(ids) + 1}" if ids else f"fnref-{number}")
        place.set("id", ids[-1])
        ElementTree.SubElement(place, "a", {"href": f"#fn-{number}"}).text = sign("note", number)
    return new


def _lead_back(item: ElementTree.Element, number: int, ids: list[str]) -> None:
    last = item[-1] if len(item) and item[-1].tag == "p" else item
    for target in ids:
        if len(last):
            last[-1].tail = f"{last[-1].tail or ''} "
        else:
            last.text = f"{last.text or ''} "
        ElementTree.SubElement(last, "a", {"href": f"#{target}"}).text = sign("back", number)
