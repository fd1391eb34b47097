"""What a page says to assistive technology: each text of Chromium's accessibility tree, and in which language.

In: a window with a page. Out: every name, description, value and spoken role, with the languages that the
page gives for it. Roles themselves are ids, which the reader's own software puts into words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

Node = Mapping[str, Any]
TEXTS = ("name", "description", "value")
SPOKEN = {"roledescription", "valuetext", "placeholder"}
LEAF, PIECE = "StaticText", "InlineTextBox"


@dataclass(frozen=True)
class Said:
    """A text of the tree. languages: of the words themselves; several where a name is put together of parts."""

    role: str
    text: str
    languages: frozenset[str]


def said(window: Page) -> list[Said]:
    """Every text of the tree, in its order."""
    session = window.context.new_cdp_session(window)
    languages = _languages(session.send("DOM.getDocument", {"depth": -1, "pierce": True})["root"])
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    by_id = {node["nodeId"]: node for node in nodes}
    return [each for node in nodes if not node["ignored"] for each in _of(node, by_id, languages)]


def _of(node: Node, by_id: Mapping[str, Node], languages: Mapping[int, tuple[str, frozenset[str]]]) -> Iterator[Said]:
    role = str(node["role"]["value"])
    if role == PIECE:  # a line of the text above it
        return
    own, within = _place(node, by_id, languages)
    spoken = frozenset({own}) if role == LEAF else within | _naming(node, languages)
    for text in _texts(node):
        yield Said(role, text, spoken)


def _texts(node: Node) -> Iterator[str]:
    values = [node[name] for name in TEXTS if name in node]
    values += [each["value"] for each in node.get("properties", ()) if each["name"] in SPOKEN]
    yield from (value["value"] for value in values if isinstance(value.get("value"), str) and value["value"].strip())


def _place(
    node: Node, by_id: Mapping[str, Node], languages: Mapping[int, tuple[str, frozenset[str]]]
) -> tuple[str, frozenset[str]]:
    """The language of a node, and those within it; of what a style sheet adds, those of the element above it."""
    while node.get("backendDOMNodeId") not in languages:
        node = by_id[node["parentId"]]
    return languages[node["backendDOMNodeId"]]


def _naming(node: Node, languages: Mapping[int, tuple[str, frozenset[str]]]) -> frozenset[str]:
    """The languages of the elements that give a node its name."""
    sources = node.get("name", {}).get("sources", ())
    values = (source[key] for source in sources for key in ("attributeValue", "nativeSourceValue") if key in source)
    named = (other["backendDOMNodeId"] for value in values for other in value.get("relatedNodes", ()))
    return frozenset(code for other in named for code in languages[other][1])


def _languages(root: Node) -> Mapping[int, tuple[str, frozenset[str]]]:
    """Of each node of the document: its language, and all languages within it."""
    found: dict[int, tuple[str, frozenset[str]]] = {}

    def enter(node: Node, above: str) -> frozenset[str]:
        attributes = node.get("attributes", ())
        own = dict(zip(attributes[::2], attributes[1::2], strict=True)).get("lang", above)
        children = (*node.get("children", ()), *node.get("pseudoElements", ()))
        # The document itself has no language: that is said on its first element.
        within = frozenset({own} - {""}).union(*(enter(child, own) for child in children))
        found[node["backendNodeId"]] = own, within
        return within

    enter(root, "")
    return found
