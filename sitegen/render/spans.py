"""Spans that GitHub has beside Python-Markdown: struck words, bare addresses, a backslash that breaks a line.

In: patterns of the library's kind. Out: a table of them, with the place of each among the library's own. This module
must not know blocks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree import ElementTree

from markdown.inlinepatterns import InlineProcessor, SimpleTagInlineProcessor, SubstituteTagInlineProcessor
from markdown.util import AtomicString

STRUCK = r"(?<!~)(~~?)(?![~\s])(.+?)(?<![~\s])\1(?!~)"
BREAK = r"\\\n"
ADDRESS = r"(?:(?<![A-Za-z])https?://|(?<![^\s*_~(])www\.)[^\s<\x02]+"
MAIL = r"(?<![A-Za-z0-9.+_/-])[A-Za-z0-9.+_-]+@[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+(?<![_-])"
AFTER = re.compile(r"(?:[?!.,:*_~'\"]|&[a-z0-9]+;)$", re.IGNORECASE)
"""What ends a sentence and no address."""


class Address(InlineProcessor):
    """A bare address is a link."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(  # type: ignore[override] # that of InlineProcessor  # noqa: N802 - the library's name
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002 - likewise
    ) -> tuple[ElementTree.Element, int, int]:
        """The link, without what ends the sentence."""
        text = m[0]
        while (after := AFTER.search(text)) or (text.endswith(")") and text.count(")") > text.count("(")):
            text = text[: after.start()] if after else text[:-1]
        return _link(text, text if "://" in text else f"http://{text}"), m.start(), m.start() + len(text)


class Mail(InlineProcessor):
    """So is a bare mail address."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(  # type: ignore[override] # that of InlineProcessor  # noqa: N802 - the library's name
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002 - likewise
    ) -> tuple[ElementTree.Element, int, int]:
        """The link."""
        return _link(m[0], f"mailto:{m[0]}"), m.start(), m.end()


def _link(text: str, target: str) -> ElementTree.Element:
    link = ElementTree.Element("a", {"href": target})
    link.text = AtomicString(text)
    return link


SPANS: Mapping[str, tuple[InlineProcessor, float]] = {
    "break": (SubstituteTagInlineProcessor(BREAK, "br"), 179),
    "address": (Address(ADDRESS), 88),
    "mail": (Mail(MAIL), 87),
    "struck": (SimpleTagInlineProcessor(STRUCK, "del"), 55),
}
"""Each with its priority: after escapes, code, links and tags, and addresses before what could be emphasis in them."""
