"""The links in a text of Markdown, and what an address begins with.

In: Markdown. Out: where each link stands and what it names, as written. It must not know what a target means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

ORIGIN = re.compile(r"https?://[^\s/?#@\"'<>\\]+/?")
"""A scheme and a host: every link of the site begins at the host's root."""
TARGET = re.compile(
    r"""\]\(\s*<?(?P<inline>[^\s)>]+)            # [text](target)
    | ^\s{0,3}\[[^\]]+\]:\s*<?(?P<reference>[^\s>]+)  # [label]: target
    | href\s*=\s*["']?(?P<html>[^\s"'>]+)           # <a href="target">
    """,
    re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)
CODE = re.compile(r"^(```|~~~).*?^\1|(`+)(?!`).+?(?<!`)\2(?!`)|^(?: {4}|\t)[^\n]*|\\[\[\]`]", re.MULTILINE | re.DOTALL)
"""What is shown as it stands: blocks and passages of code, escaped brackets."""


def targets(markdown: str) -> Iterator[tuple[int, str]]:
    """(offset, target) of every link in `markdown`, code left out."""
    shown = CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), markdown)
    for match in TARGET.finditer(shown):
        yield match.start(match.lastgroup or 0), match[match.lastgroup or 0]
