"""Markdown's inline patterns, each tried only on texts that hold the character it begins with.

In: a converter. Out: the same converter, which makes the same HTML in less time: most texts hold no code, no escape
and no tag, and the library tries each of its patterns on every text. A pattern is known by its regular expression, so
one that another version of the library words differently is tried as always; so are all where that version works
differently inside. This module must not know what a pattern makes.
"""

from __future__ import annotations

from collections.abc import Mapping

from markdown import Markdown, inlinepatterns
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

from sitegen.render.footnotes import REFERENCE
from sitegen.render.spans import ADDRESS, BREAK, MAIL, STRUCK

_INNER = "_InlineProcessor__"
_BEGINNINGS: Mapping[str, str] = {
    inlinepatterns.BACKTICK_RE: "`",
    inlinepatterns.ESCAPE_RE: "\\",
    inlinepatterns.REFERENCE_RE: "[",
    inlinepatterns.AUTOLINK_RE: "<",
    inlinepatterns.AUTOMAIL_RE: "<",
    inlinepatterns.LINE_BREAK_RE: "\n",
    inlinepatterns.HTML_RE: "<",
    inlinepatterns.ENTITY_RE: "&",
    r"\*|_": "*_",
    REFERENCE: "[",
    BREAK: "\\",
    ADDRESS: ":w",
    MAIL: "@",
    STRUCK: "~",
}
"""Characters, one of which a text must hold for the pattern to match."""
_SIGNS = frozenset("".join(_BEGINNINGS.values()))


def quickened(made: Markdown) -> Markdown:
    """The converter, with its inline patterns tried only where they can match."""
    if all(hasattr(InlineProcessor, f"{_INNER}{name}") for name in ("handleInline", "applyPattern")):
        made.treeprocessors.register(_Quick(made), "inline", 20)  # in place of the library's own
    return made


class _Quick(InlineProcessor):
    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._tried = tuple(
            (each, _SIGNS.intersection(_BEGINNINGS.get(each.pattern, ""))) for each in md.inlinePatterns
        )
        self._always = any(not beginnings for _, beginnings in self._tried)
        self._apply = getattr(self, f"{_INNER}applyPattern")
        setattr(self, f"{_INNER}handleInline", self._handled)

    def _handled(self, data: str, first: int = 0) -> str:
        """The text with what matches replaced, from the pattern of this number on."""
        signs = _SIGNS.intersection(data)
        if isinstance(data, AtomicString) or not (signs or self._always):
            return data
        for number in range(first, len(self._tried)):
            pattern, beginnings = self._tried[number]
            start, matched = 0, not (beginnings and beginnings.isdisjoint(signs))
            while matched:
                data, matched, start = self._apply(pattern, data, number, start)
        return data
