"""Where GitHub's preview, in which editors read a text first, shows something else than the portal will.

In: Markdown. Out: the line from which on GitHub's own parser makes something else of it than ours, and what GitHub
draws beyond Markdown. This module must not know which file a text stands in, nor what is published of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import pairwise, zip_longest
from urllib.parse import unquote

from cmarkgfm import github_flavored_markdown_to_html
from cmarkgfm.cmark import Options

from sitegen.render.markdown import OWN_IDS, SIGN, heading, sanitised
from sitegen.source.links import targets, without_code

OPTIONS = Options.CMARK_OPT_FOOTNOTES | Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_SOURCEPOS
UNSEEN = frozenset({"thead", "tbody", "section"})
"""Elements that make no difference to a reader."""
SWAPPED = {("<strong>", "<em>"), ("</em>", "</strong>")}
"""Either order of the two looks the same, and the parsers differ in it."""
SINGLE = frozenset({"br", "hr"})
BACK = re.compile(rf"#(?:{OWN_IDS})?fnref")
BOXES = "☐☑"
FENCE = re.compile(r"^ {0,3}(?:```|~~~) *(?:mermaid|math|geojson|topojson|stl)\b", re.MULTILINE)
DRAWN = re.compile(
    r"""^>[ ]?\[!(?:note|tip|important|warning|caution)\]                # a box
    | (?<![\w:]):[a-z0-9_+-]*[a-z][a-z0-9_+-]*:(?![\w:])               # a small picture
    | \$\$.+?\$\$ | (?<![\w$\\])\$(?=[^\s$])[^$\n]*(?<=\S)\$(?![\w$])  # a formula
    """,
    re.IGNORECASE | re.MULTILINE | re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True)
class Step:
    """A tag with what it says, or the text between two tags. line: of the Markdown, from 1."""

    line: int
    tag: str
    text: str


def drawn(markdown: str) -> Iterator[tuple[int, str]]:
    """(offset, as written) of what GitHub draws and the portal shows as it is written."""
    for match in (*FENCE.finditer(markdown), *DRAWN.finditer(without_code(markdown))):
        yield match.start(), match[0].strip()


def difference(markdown: str) -> tuple[int, str] | None:
    """(line, words near it) from which on GitHub shows something else than the portal; None where all is the same."""
    own = {target: target for _, target in targets(markdown)}
    theirs = _steps(github_flavored_markdown_to_html(markdown, options=OPTIONS))
    ours = _steps(SIGN.sub(_neutral, sanitised(markdown, own)))
    for at, (one, other) in enumerate(zip_longest(theirs, ours)):
        if one is None or other is None or (one.tag, one.text) != (other.tag, other.text):
            rest = theirs[at:] or theirs[-1:] or (Step(1, "", ""),)
            return _line(markdown, rest[0]), next((step.text for step in rest if not step.tag), "")
    return None


def _line(markdown: str, step: Step) -> int:
    """The line of a step: GitHub's parser says only where its block begins, and nothing of raw HTML."""
    written = step.tag.rstrip(">") or step.text.partition(" ")[0]
    lines = enumerate(markdown.split("\n")[step.line - 1 :], step.line)
    return next((number for number, line in lines if written in line), step.line)


def _neutral(sign: re.Match[str]) -> str:
    """A sign without words, as far as GitHub has any."""
    if sign[1] == "task":
        return f"{BOXES[int(sign[2])]} "
    return sign[2] if sign[1] == "note" else ""


def _steps(html: str) -> tuple[Step, ...]:
    outline = _Outline()
    outline.feed(html)
    outline.close()
    texts = (Step(step.line, step.tag, step.text if step.tag else step.text.strip()) for step in outline.steps)
    kept = [step for step in texts if step.tag or step.text]
    # The heading of footnotes is ours alone, and has no words here.
    empty = ("<h2>", "</h2>")
    ends = [at for at, pair in enumerate(pairwise(kept)) if (pair[0].tag, pair[1].tag) == empty]
    return tuple(step for at, step in enumerate(kept) if at not in ends and at - 1 not in ends)


class _Outline(HTMLParser):
    """Gathers what a reader is shown."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.steps: list[Step] = []
        self._line, self._verbatim, self._back = 1, 0, False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A list's number, a column's side and a link's target belong to it."""
        said = {name: value or "" for name, value in attrs}
        self._line = max(self._line, int((said.get("data-sourcepos") or "0").partition(":")[0]))
        if tag == "input":
            self.handle_data(f"{BOXES['checked' in said]} ")
            return
        target = unquote(said.get("href", ""))
        self._back |= tag == "a" and bool(BACK.match(target))
        self._verbatim += tag == "pre"
        more = (said.get("start", ""), said.get("align", ""), "" if target.startswith("#") else target)
        self._tag(f"<{heading(tag)}>", tag, " ".join(more).strip())
        if tag == "p" and self.steps[-2:-1] and not self.steps[-2].tag and self.steps[-2].text.strip() in [*BOXES]:
            # GitHub puts the box before the paragraph.
            self.steps[-2:] = reversed(self.steps[-2:])

    def handle_endtag(self, tag: str) -> None:
        """Of what is empty there is none."""
        self._verbatim -= tag == "pre"
        if tag not in SINGLE and tag != "input":
            self._tag(f"</{heading(tag)}>", tag, "")
        self._back &= tag != "a"

    def handle_data(self, data: str) -> None:
        """Whitespace matters in code alone."""
        text = data if self._verbatim else re.sub(r"[ \n]+", " ", data)
        if self.steps and not self.steps[-1].tag and not self._back:
            text = self.steps.pop().text + text
        if not self._back:
            self.steps.append(Step(self._line, "", re.sub(" +", " ", text) if not self._verbatim else text))

    def _tag(self, tag: str, name: str, text: str) -> None:
        if not self._back and name not in UNSEEN:
            swapped = self.steps and (self.steps[-1].tag, tag) in SWAPPED
            self.steps.insert(len(self.steps) - bool(swapped), Step(self._line, tag, text))
