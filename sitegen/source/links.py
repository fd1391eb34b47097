"""The links and images in a text of Markdown, and what an address begins with.

In: Markdown. Out: where each stands and what it names, as written. It must not know what a target means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

ORIGIN = re.compile(r"https?://[^\s/?#@\"'<>\\]+/?")
"""A scheme and a host: every link of the site begins at the host's root."""
TARGET = re.compile(
    r"""\]\(\s*<?(?P<inline>[^\s)>]+)            # [text](target)
    | ^[ >]*\[(?!\^)[^\]]+\]:\s*<?(?P<reference>[^\s>]+)  # [label]: target
    | href\s*=\s*["']?(?P<html>[^\s"'>]+)           # <a href="target">
    """,
    re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)
IMAGE = re.compile(r"!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])")
CODE = re.compile(
    r"""^[ ]{0,3}(?P<fence>`{3,}|~{3,}).*?(?:^[ ]*(?P=fence)|\Z)    # a block between fences
    | (?P<span>`+)(?!`).+?(?<!`)(?P=span)(?!`)
    | \\[\[\]`!<]""",
    re.MULTILINE | re.DOTALL | re.VERBOSE,
)
"""What is shown as it stands: blocks and passages of code, escaped brackets."""
BULLET = re.compile(r" {0,3}(?:[-+*]|\d{1,9}[.)]|\[\^[^\]\s]+\]:)(?: |$)")
"""What begins an item of a list or a footnote: lines that are indented go on with it, and are no code."""


def targets(markdown: str) -> Iterator[tuple[int, str]]:
    """(offset, target) of every link in `markdown`, code and images left out."""
    for match in TARGET.finditer(IMAGE.sub(_blank, without_code(markdown))):
        yield match.start(match.lastgroup or 0), match[match.lastgroup or 0]


def images(markdown: str) -> Iterator[tuple[int, str]]:
    """(offset, as written) of every image in `markdown`, code left out."""
    for match in IMAGE.finditer(without_code(markdown)):
        yield match.start(), match[0]


def without_code(markdown: str) -> str:
    """The same with spaces in place of code and of what is escaped."""
    return CODE.sub(_blank, _without_indented(markdown))


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _without_indented(markdown: str) -> str:
    """The same with spaces in place of blocks of code by indentation."""
    lines, before, listed = markdown.split("\n"), "", False
    for number, line in enumerate(lines):
        indented = line.startswith(("    ", "\t"))
        if line.strip() and not indented:
            listed = bool(BULLET.match(line)) or (listed and (bool(before.strip()) or line.startswith(" ")))
        elif indented and not listed and not before.strip():
            lines[number] = " " * len(line)
            continue
        before = line
    return "\n".join(lines)
