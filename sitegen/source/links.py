"""The links, images and footnotes in a text of Markdown, and what an address begins with.

In: Markdown. Out: where each stands and what it names, as written. It must not know what a target means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

ORIGIN = re.compile(r"https?://[^\s/?#@\"'<>\\]+/?")
"""A scheme and a host: every link of the site begins at the host's root."""
TARGET = re.compile(
    r"""\]\(\s*<?(?P<inline>[^\s)>]+)            # [text](target)
    | ^[ >]*\[(?!\^)(?P<label>[^\]]+)\]:\s*<?(?P<reference>[^\s>]+)  # [label]: target
    | href\s*=\s*["']?(?P<html>[^\s"'>]+)           # <a href="target">
    """,
    re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)
IMAGE = re.compile(r"!\[(?!\^)(?P<text>[^\]]*)\](?:\([^)]*\)|\[(?!\^)(?P<label>[^\]]*)\]|(?![(\[:]))")
DRAWN = re.compile(r"<img\b[^>]*>?", re.IGNORECASE)
"""An image as HTML writes it."""
NOTE = re.compile(r"\[\^(?P<label>[^\]\s]+)\](?!\()")
DEFINING = re.compile(r"(?:[ >]|[-+*] |\d{1,9}[.)] )*")
"""What may stand before a footnote on its line."""
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
CODE = re.compile(
    r"""^[ ]{0,3}(?P<fence>`{3,}|~{3,}).*?(?:^[ ]*(?P=fence)|\Z)    # a block between fences
    | (?P<span>`+)(?!`).+?(?<!`)(?P=span)(?!`)
    | \\[\[\]`!<]""",
    re.MULTILINE | re.DOTALL | re.VERBOSE,
)
"""What is shown as it stands: blocks and passages of code, escaped brackets."""
BULLET = re.compile(r" {0,3}(?:[-+*]|\d{1,9}[.)]|\[\^[^\]\s]+\]:)(?: |$)")
"""What begins an item of a list or a footnote: lines that are indented go on with it, and are no code."""


@dataclass(frozen=True)
class NoteMark:
    """A place that refers to a footnote, or the beginning of the footnote itself. label: in lowercase."""

    offset: int
    label: str
    defines: bool


def targets(markdown: str) -> Iterator[tuple[int, str]]:
    """(offset, target) of every link in `markdown`, code and images left out."""
    text = without_code(markdown)
    drawn = {_label(match) for match in IMAGE.finditer(text)}
    for match in TARGET.finditer(IMAGE.sub(_blank, text)):
        name = "reference" if match["reference"] else match.lastgroup or ""
        if name != "reference" or _label(match) not in drawn:
            yield match.start(name), match[name]


def images(markdown: str) -> Iterator[tuple[int, str]]:
    """(offset, as written) of every image in `markdown`, code and comments left out."""
    text = COMMENT.sub(_blank, without_code(markdown))
    labels = {_label(match) for match in TARGET.finditer(text) if match["reference"]}
    for match in (*IMAGE.finditer(text), *DRAWN.finditer(text)):
        # '![x]' is an image only where it is said somewhere which.
        if match.re is DRAWN or not match[0].endswith(f"![{match['text']}]") or _label(match) in labels:
            yield match.start(), match[0]


def note_marks(markdown: str) -> Iterator[NoteMark]:
    """Everything that refers to a footnote or begins one, in its order; code and comments left out."""
    text = COMMENT.sub(_blank, without_code(markdown))
    for match in NOTE.finditer(text):
        before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        defines = text.startswith(":", match.end()) and bool(DEFINING.fullmatch(before))
        yield NoteMark(match.start(), match["label"].lower(), defines)


def _label(match: re.Match[str]) -> str:
    """The label that an image or a definition has, as Markdown compares it."""
    written = match["label"] or (match["text"] if match.re is IMAGE else "")
    return " ".join(written.lower().split())


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
