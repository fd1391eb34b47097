"""Prose reads as in GitHub's preview, where editors see it first; where it cannot, the difference is known."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.render.markdown import html
from sitegen.render.preview import difference, drawn
from tests.render.elements import WORDS, Elements

NOTE = (
    '<sup id="text-fnref-1"><a href="#text-fn-1"><span aria-hidden="true">1</span>'
    '<span class="unseen">Note 1</span></a></sup>'
)
BACK = '<a href="#text-fnref-1"><span aria-hidden="true">↩</span><span class="unseen">Back from note 1</span></a>'
GITHUB: Mapping[str, tuple[str, str]] = {
    "a list right after a line": ("Vi gör:\n- ett\n- två", "<p>Vi gör:</p><ul><li>ett</li><li>två</li></ul>"),
    "nesting by two spaces": ("- a\n  - b\n    - c", "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li></ul>"),
    "nesting by four": ("- a\n    - b", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
    "nesting under a number": ("1. a\n   - b\n2. c", "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>"),
    "a date at the beginning": (
        "22. tammikuuta 2024 kaupunginhallitus päätti",
        '<ol start="22"><li>tammikuuta 2024 kaupunginhallitus päätti</li></ol>',
    ),
    "a date within a paragraph": ("Kokous oli\n22. tammikuuta", "<p>Kokous oli 22. tammikuuta</p>"),
    "a date that is escaped": ("22\\. tammikuuta", "<p>22. tammikuuta</p>"),
    "numbers after an interruption": (
        "1. a\n2. b\n\nText\n\n3. c",
        '<ol><li>a</li><li>b</li></ol><p>Text</p><ol start="3"><li>c</li></ol>',
    ),
    "numbers in brackets": ("0) a\n1) b", '<ol start="0"><li>a</li><li>b</li></ol>'),
    "another marker": ("- a\n* b", "<ul><li>a</li></ul><ul><li>b</li></ul>"),
    "a list with blank lines": ("- a\n\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
    "an item of two paragraphs": ("- a\n\n  b\n- c", "<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul>"),
    "a line that goes on lazily": ("- a\nb", "<ul><li>a b</li></ul>"),
    "a table right after a line": (
        "Summor:\n| a | b |\n|---|--:|\n| 1 | 2 |\nefter",
        (
            '<p>Summor:</p><table><thead><tr><th>a</th><th class="right">b</th></tr></thead><tbody>'
            '<tr><td>1</td><td class="right">2</td></tr><tr><td>efter</td><td class="right"></td></tr></tbody></table>'
        ),
    ),
    "a table without outer bars": (
        "a | b\n:-: | :-\n1\\|2 | 3 | 4",
        (
            '<table><thead><tr><th class="center">a</th><th class="left">b</th></tr></thead><tbody>'
            '<tr><td class="center">1|2</td><td class="left">3</td></tr></tbody></table>'
        ),
    ),
    "columns that do not fit": ("| a | b |\n|---|", "<p>| a | b | |---|</p>"),
    "words both bold and slanted": (
        "***a*** **_b_**",
        "<p><strong><em>a</em></strong> <strong><em>b</em></strong></p>",
    ),
    "struck words": ("~~inte~~ ~så~ a~b", "<p><del>inte</del> <del>så</del> a~b</p>"),
    "a bare address": (
        "Se https://x.example/a_b_(c)?d=1&e=2, (https://y.example/).",
        (
            '<p>Se <a href="https://x.example/a_b_(c)?d=1&amp;e=2">https://x.example/a_b_(c)?d=1&amp;e=2</a>, '
            '(<a href="https://y.example/">https://y.example/</a>).</p>'
        ),
    ),
    "an address without a scheme": ("www.x.example.", '<p><a href="http://www.x.example">www.x.example</a>.</p>'),
    "a mail address": ("a.b@x.example.", '<p><a href="mailto:a.b@x.example">a.b@x.example</a>.</p>'),
    "an address in a link": ("[https://x.example](/sv/)", '<p><a href="/sv/">https://x.example</a></p>'),
    "an address in code": ("`https://x.example`", "<p><code>https://x.example</code></p>"),
    "a backslash at the end": ("a\\\nb", "<p>a<br> b</p>"),
    "two spaces at the end": ("a  \nb", "<p>a<br> b</p>"),
    "escaped signs": (r"\<b\> \~a\~ \| \& \"", '<p>&lt;b&gt; ~a~ | &amp; "</p>'),
    "headings": ("# a #\n#b\n## c\nd", "<h2>a</h2><p>#b</p><h2>c</h2><p>d</p>"),
    "a heading by a line under it": ("a\nb\n---", "<h2>a b</h2>"),
    "code between fences": ("a\n```py\n<b>  *c*\n```\nd", "<p>a</p><pre><code>&lt;b&gt; *c* </code></pre><p>d</p>"),
    "code in an item": ("- a\n  ~~~\n  b\n  ~~~", "<ul><li>a<pre><code>b </code></pre></li></ul>"),
    "code by indentation": ("a\n\n    b\n\n    c", "<p>a</p><pre><code>b c </code></pre>"),
    "a quotation": ("a\n> b\nc\n> - d", "<p>a</p><blockquote><p>b c</p><ul><li>d</li></ul></blockquote>"),
    "a rule": ("a\n\n* * *\nb", "<p>a</p><hr><p>b</p>"),
    "links by reference": ("[a][B] [b]\n\n[b]: /sv/ 'titel'", '<p><a href="/sv/">a</a> <a href="/sv/">b</a></p>'),
    "terms and abbreviations": ("AI\n: x\n\n*[AI]: y", "<p>AI : x</p><p>*[AI]: y</p>"),
    "a task": (
        "- [x] a\n- [ ] b\n- [x]c",
        (
            '<ul><li><span class="task" aria-hidden="true">☑</span> <span class="unseen">Done: </span>a</li>'
            '<li><span class="task" aria-hidden="true">☐</span> <span class="unseen">Not done: </span>b</li>'
            "<li>[x]c</li></ul>"
        ),
    ),
    "a footnote": (
        "a[^n]\n\n[^n]: *b*\n\n    - c",
        f'<p>a{NOTE}</p><h2>Notes</h2><ol><li id="text-fn-1"><p><em>b</em></p><ul><li>c</li></ul>{BACK}</li></ol>',
    ),
    "a footnote that is nowhere": ("a[^n] b[^m]\n\n[^o]: c", "<p>a[^n] b[^m]</p>"),
    "raw HTML of several lines": (
        "<dl>\n<dt>a</dt>\n<dd>*b*</dd>\n</dl>\n\n*c*",
        "<dl><dt>a</dt><dd>*b*</dd></dl><p><em>c</em></p>",
    ),
}
"""By the specification of GitHub Flavored Markdown: Markdown, and its HTML, as far as spaces do not matter."""


BLOCK = re.compile(r" *(</?(?:p|[uod]l|li|d[dt]|table|thead|tbody|tr|t[dh]|pre|blockquote|h[2-4]|hr)\b[^>]*>) *")


def made(markdown: str) -> str:
    """The HTML of a text, spaced as the expectations are: no space beside a block's tag, one elsewhere."""
    plain = html(markdown, {}, WORDS).replace(' rel="noopener noreferrer"', "")
    return BLOCK.sub(r"\1", " ".join(plain.split()))


@pytest.mark.parametrize("name", GITHUB)
def test_a_text_reads_as_on_github(name: str) -> None:
    """Each construct, by the words of the specification, and GitHub's own parser agrees."""
    markdown, expected = GITHUB[name]
    assert BLOCK.sub(r"\1", expected) == made(markdown)
    assert None is difference(markdown)


LINES = (
    *("", "a", "b c", "d  ", "e\\", "    f", "  g", "# h", "## i", "---", "===", "> j", "> - k", ">"),
    *("- l", "* m", "+ n", "- [x] o", "  - p", "    - q", "- # r", "- > s", "  > t"),
    *("1. u", "2. v", "22. w", "3) x", "   1. y"),
    *("|a|b|\n|-|-:|\n|c|d|", "- |a|b|\n  |-|-|\n  |c|d|", "```\n- a\n```", "  ~~~\n  b\n  ~~~", "[^1]: z"),
)


@given(st.lists(st.sampled_from(LINES), max_size=9).map("\n".join))
def test_blocks_are_those_of_github(markdown: str) -> None:
    """However ordinary lines follow upon each other."""
    assert None is difference(f"{markdown}\n\nx[^1]")


PIECES = (
    *("a ", "b", "~~", "*", "_", "[^1] ", "https://x.example ", "`", "\\", "(", ")"),
    *("\n", "\n\n", "  ", "- ", "1. ", "> ", "# ", "|a|b|\n|-|-:|\n|c|d|\n"),
)


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_what_differs_is_known_at_its_line(markdown: str) -> None:
    """Whatever is written: the difference is none, or one at a line that there is."""
    found = difference(f"{markdown}\n\n[^1]: x")
    assert found is None or 1 <= found[0] <= markdown.count("\n") + 3


@pytest.mark.parametrize(
    ("markdown", "line", "near"),
    [
        ("a\n\nb\n<u>c</u>", 3, "b"),
        ("a\n\n<details>\n<summary>b</summary>\n\nc\n\n</details>", 3, "b"),
        ("a\n\n- **”b”**c", 3, "**”b”**c"),
        ("a\n\n[b](c d)", 3, "[b](c d)"),
        ("a\n\n![b](c.png)", 3, ""),
        ("a\n\n- \n\n\n- b", 6, "b"),
        ("a\n\n|b|\n|-|-|\n|c|d|\n|-|-|", 3, "|b| |-|-| |c|d| |-|-|"),
        (f"a\n\n{'> ' * 30}b", 3, "b"),
    ],
)
def test_a_difference_is_known_where_it_begins(markdown: str, line: int, near: str) -> None:
    """Raw HTML that is shown as it was written, and what the two parsers do not read alike."""
    assert (line, near) == difference(markdown)


@pytest.mark.parametrize(
    ("markdown", "written"),
    [
        ("> [!NOTE]\n> x", ["> [!NOTE]"]),
        ("Bra :tada: kl. 12:30:45", [":tada:"]),
        ("Om $x^2$ är $5 eller $6", ["$x^2$"]),
        ("$$\nx\n$$", ["$$\nx\n$$"]),
        ("```mermaid\na\n```", ["```mermaid"]),
        ("`:tada:` och\n\n```\n$x$\n```", []),
        ("[project](project:a1) och a: b:", []),
    ],
)
def test_what_github_draws_is_known(markdown: str, written: list[str]) -> None:
    """Boxes, small pictures, formulas and drawings, which the portal shows as they are written."""
    assert written == [text for _, text in drawn(markdown)]


def test_footnotes_are_numbered_as_the_text_refers_to_them() -> None:
    """One that is referred to twice leads back to both, one may refer to another, and an idle one is left out."""
    found = Elements(html("a[^z] b[^y] c[^z]\n\n[^x]: X\n[^y]: Y[^w]\n[^z]: Z\n[^w]: W", {}, WORDS))
    links = [attributes["href"] or "" for tag, attributes in found.tags if tag == "a"]
    assert ["#text-fn-1", "#text-fn-2", "#text-fn-1"] == links[:3]
    assert {"#text-fnref-1", "#text-fnref-1-2", "#text-fnref-2", "#text-fnref-3"} == {x for x in links if "fnref" in x}
    ids = [attributes["id"] for _, attributes in found.tags if "id" in attributes]
    assert len(ids) == len({*ids})
    assert {f"#{each}" for each in ids} == {*links}
    assert "X" not in found.text
    assert ["Z", "Y", "W"] == [each for each in found.text if each in "XYZW"]


def test_no_text_can_hold_a_sign_for_words() -> None:
    """What the portal says in a text comes from its catalog alone."""
    assert "Note" not in html("\x02note:1\x03 \x02task:1\x03", {}, WORDS)


def test_words_are_escaped() -> None:
    """Whatever a catalog says."""
    words = type(WORDS)(*("<b>{}" for _ in range(5)))
    assert "<b>" not in html("- [x] a[^1]\n\n[^1]: b", {}, words)


@pytest.mark.parametrize("begin", ["> ", "- ", "1. ", "> - "])
def test_what_lies_very_deep_is_text(begin: str) -> None:
    """No text takes the program to the end of its stack."""
    assert "end" in Elements(html(f"{begin * 2_000}end", {}, WORDS)).text


@pytest.mark.parametrize(
    "piece", ["a", "*", "~", "`", "|", "[", "<", "\\", "# ", "- ", "- a\n", "\n", "a\n|-", "w.", "a@", ":"]
)
def test_no_text_takes_long(piece: str) -> None:
    """As long a one as may be, of one piece: the test as a whole would hang."""
    longest = 50_000 if piece not in "[<" else 1_000
    assert isinstance(html(piece * (longest // len(piece)), {}, WORDS), str)
