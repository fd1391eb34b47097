"""Prose becomes HTML that can do no harm, with its links resolved and its headings under the page's own."""

from __future__ import annotations

import pytest

from sitegen.render.markdown import ATTRIBUTES, SCHEMES, TAGS, html
from tests.render.elements import WORDS, Elements

LINKS = (("page:about", "/sv/om/"), ("project:a1#costs", "/sv/projekt/a1/#costs"))


def made(markdown: str) -> str:
    """The HTML of Markdown that may link to two pages."""
    return html(markdown, dict(LINKS), WORDS)


HARMFUL = (
    "<script>alert(1)</script>",
    "<ScRiPt src=//x.example/y></ScRiPt>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<<script>script>alert(1)</script>",
    '<p onclick="alert(1)">x</p>',
    "<p OnMouseOver=alert(1)>x</p>",
    '<a href="page:about" onclick="alert(1)">x</a>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" jav&#x09;ascript:alert(1)">x</a>',
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](java&#9;script:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x][y]\n\n[y]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "[x](vbscript:x)",
    "[x](file:///etc/passwd)",
    '<p style="background:url(//x.example)">x</p>',
    "<style>p{display:none}</style>",
    '<iframe src="https://x.example"></iframe>',
    '<object data="x"></object><embed src="x">',
    "![x](https://x.example/track.png)",
    '<img src="data:image/svg+xml,x" onerror="alert(1)">',
    "<svg><a xlink:href='javascript:alert(1)'>x</a><script>1</script></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<form action="https://x.example"><input name="a"><button>x</button></form>',
    '<meta http-equiv="refresh" content="0;url=//x.example"><base href="//x.example/"><link rel="stylesheet" href="x">',
    "|a|\n|-|\n|<script>alert(1)</script>|",
    "# <img src=x onerror=alert(1)>",
    '*[x]: "><script>alert(1)</script>\n\nx',
    "<!-- <script> --><!--><script>alert(1)</script>",
    "<video><source onerror=alert(1)></video><audio src=x>",
    '<details open ontoggle="alert(1)">x</details>',
)


@pytest.mark.parametrize("markdown", HARMFUL)
def test_nothing_harmful_is_left(markdown: str) -> None:
    """Only the listed tags and attributes remain, and only addresses of the listed schemes."""
    for tag, attributes in Elements(made(f"{markdown}\n\nafter")).tags:
        assert tag in TAGS
        assert set(attributes) <= ATTRIBUTES.get(tag, set()) | ATTRIBUTES["*"] | ({"rel"} if tag == "a" else set())
        address = attributes.get("href") or ""
        assert address.startswith("/sv/") or address.partition(":")[0] in SCHEMES or not address


def test_what_may_stay_is_harmless() -> None:
    """The list itself names nothing that runs, loads or styles."""
    forbidden = {"script", "style", "iframe", "object", "embed", "img", "svg", "math", "form", "input", "base", "link"}
    assert set() == TAGS & forbidden
    allowed = {name for names in ATTRIBUTES.values() for name in names}
    assert [] == [name for name in allowed if name.startswith("on") or name in {"style", "src", "srcset", "class"}]
    assert {"http", "https", "mailto", "tel"} == SCHEMES


def test_what_may_not_stand_is_shown_as_it_was_written() -> None:
    """Who wrote it sees that it does not work here, and no text is lost to a tag that is never closed."""
    found = Elements(made("<script>alert(1)</script>\n\n<Textarea>\n\nafter"))
    assert ["<script>alert(1)</script>", "<Textarea>", "after"] == found.text.split()
    assert [] == [tag for tag, _ in found.tags if tag != "p"]


def test_a_comment_is_for_editors_alone() -> None:
    """It is left out, however long; one that is never closed is shown, as is what follows."""
    assert "a b" == " ".join(Elements(made("a\n\n<!-- x\n\ny -->\n\nb")).text.split())
    assert "a <!-- x y b" == " ".join(Elements(made("a\n\n<!-- x\n\ny\n\nb")).text.split())


def test_an_image_is_shown_as_it_was_written() -> None:
    """The content holds no images: nothing is loaded, and the words stay."""
    found = Elements(made("![t](https://x.example/a.png)"))
    assert ("![t](https://x.example/a.png)", ["p", "a"]) == (found.text, [tag for tag, _ in found.tags])
    assert "<p>&lt;img src=\"a.png\" alt='t'&gt;</p>" == made("<p><img src=\"a.png\" alt='t'></p>")


def test_headings_below_the_fourth_are_of_the_fourth() -> None:
    """There are no deeper ones in a page."""
    assert "<h4>a</h4>\n<h4>b</h4>" == made("##### a\n\n###### b")


@pytest.mark.parametrize(
    "markdown",
    [
        "[t](page:about)",
        "[t](<page:about>)",
        '[t](page:about "A title")',
        "[t][a]\n\n[a]: page:about",
        '<a href="page:about">t</a>',
        "<a href='page:about'>t</a>",
        "<a href=page:about>t</a>",
    ],
)
def test_a_link_to_a_page_leads_to_its_address(markdown: str) -> None:
    """However it is written."""
    assert ["/sv/om/"] == [attributes["href"] for tag, attributes in Elements(made(markdown)).tags if tag == "a"]


def test_a_link_keeps_its_fragment_and_others_stay_as_they_are() -> None:
    """Out of the portal, to a path, within the page."""
    given = ("project:a1#costs", "https://x.example/a?b=1&c=2", "mailto:a@x.example", "tel:+358", "/sv/a/", "#here")
    found = Elements(made(" ".join(f"[t]({target})" for target in given))).tags
    expected = ["/sv/projekt/a1/#costs", *given[1:-1], "#text-here"]
    assert expected == [attributes["href"] for tag, attributes in found if tag == "a"]


def test_a_target_that_is_no_page_leads_nowhere() -> None:
    """The words stay; the address, which no browser knows, does not."""
    assert '<p><a rel="noopener noreferrer">t</a></p>' == made("[t](pagex:about)")


@pytest.mark.parametrize("text", ["page:about", 'href="page:about"', 'see page:about, "page:about"'])
def test_a_target_in_the_text_is_text(text: str) -> None:
    """Also beside a link to it, and in code."""
    assert f"{text} t" == Elements(made(f"{text} [t](page:about)")).text.strip()
    assert text == Elements(made(f"`{text}` [](page:about)")).text.strip()


def test_a_link_has_no_right_to_the_opener() -> None:
    """And says not where it comes from."""
    assert 'rel="noopener noreferrer"' in made("[t](https://x.example/)")


def test_headings_stand_under_that_of_the_page() -> None:
    """The first level becomes the second, however it is written; the others stay."""
    markdown = '# A\n\nB\n=\n\n<h1 id="c">C</h1>\n\n## D\n\n### E'
    expected = ["h2", "h2", "h2", "h2", "h3"]
    assert expected == [tag for tag, _ in Elements(made(markdown)).tags if tag.startswith("h")]
    assert "<code>&lt;h1&gt;</code>" in made("`<h1>`")


def test_one_text_leaves_nothing_behind_for_the_next() -> None:
    """Footnotes and link definitions are those of their own text."""
    made("a[^1] [ref]\n\n[^1]: b\n\n[ref]: https://x.example/")
    assert "<p>a[^1] [ref]</p>" == made("a[^1] [ref]")


def test_text_is_escaped() -> None:
    """Signs of HTML that are none."""
    assert "<p>1 &lt; 2 &amp; 3 &gt; 2</p>" == made("1 < 2 & 3 > 2")
