"""Prose of the content as HTML that can do no harm: Markdown, then a sanitiser with a short list of what may stay.

In: Markdown, the addresses of the pages that it links to, and words of its language. Out: HTML. A heading of the first
level becomes one of the second, for the page's title is the first; one below the fourth becomes one of the fourth.
Links out of the portal carry no referrer and no right to the opener. What is not on the list is shown as it was
written: no text is lost to a tag that is never closed, and who wrote it sees that it does not work here. Images are not
on it, for the content holds none. A comment is for editors alone and is left out. Words of the page's language, and
what they are hidden by, come in last: what the sanitiser sees is the text alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from html import escape

import nh3
from markdown import Markdown
from markdown.util import ETX, STX

from sitegen.render.flavour import Flavour
from sitegen.render.inline import quickened
from sitegen.views.values import ProseWords

# The sanitiser's list. What Markdown makes, and no more: nothing that loads (img, iframe, object, link), runs
# (script, svg, math), styles (style, class), sends (form, input), hides (details, template) or moves the page's own
# landmarks (section, nav, main).
TAGS = frozenset(
    {"p", "br", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd", "strong", "em", "a", "blockquote", "code", "pre"}
    | {"table", "thead", "tbody", "tr", "th", "td", "hr", "abbr", "sub", "sup", "del"}
)
# lang and hreflang say which language a passage or a page is in; scope and title make tables and abbreviations
# readable; id can be linked to, in a name space of its own.
# start is the number of a list's first item, align the side of a table's column.
ATTRIBUTES = {
    "a": {"href", "hreflang", "lang"},
    "th": {"scope", "align"},
    "td": {"align"},
    "ol": {"start"},
    "abbr": {"title"},
    "*": {"id", "lang"},
}
WITHIN = re.compile(r'<a ([^>]*href="(?:/(?!/)|#)[^"]*"[^>]*?) rel="noopener noreferrer">')
"""A link within the portal: nothing is withheld from our own pages."""
ALIGN = re.compile(r'(<t[hd][^>]*) align="(center|left|right)"')
"""Said by a class in the page: the attribute is out of use."""
SIGN = re.compile(f"{STX}([a-z]+):([0-9]+){ETX}")
OWN_IDS = "text-"
HEADING = re.compile(r"(?<=<)(/?)(h[156])\b", re.IGNORECASE)
REFUSED = re.compile(
    rf"<!--.*?-->|<(?!/?(?:{'|'.join(sorted(TAGS))})(?=[\s/>]))",
    re.IGNORECASE | re.DOTALL,
)
"""A comment, or the beginning of what is not on the list."""
# Pages, mail and telephone: nothing that runs (javascript, vbscript, data) or reads this machine (file, blob).
SCHEMES = frozenset({"http", "https", "mailto", "tel"})


def html(markdown: str, addresses: Mapping[str, str], words: ProseWords) -> str:
    """The prose as sanitised HTML. addresses: of links to pages of the portal, by the target as written."""
    clean = ALIGN.sub(r'\1 class="\2"', sanitised(markdown, addresses))
    return SIGN.sub(lambda sign: _worded(sign[1], sign[2], words), clean)


def _worded(kind: str, number: str, words: ProseWords) -> str:
    """A sign in words; a drawn one is for the eye."""
    if kind == "notes":
        return escape(words.notes)
    if kind == "task":
        drawn, said = ("☐", words.undone) if number == "0" else ("☑", words.done)
        return f'<span class="task" aria-hidden="true">{drawn}</span> <span class="unseen">{escape(said)}: </span>'
    before, _, after = (words.note if kind == "note" else words.back).partition("{}")
    drawn = f'<span aria-hidden="true">{number if kind == "note" else "↩"}</span>'
    return f'{drawn}<span class="unseen">{escape(before)}{number}{escape(after)}</span>'


def sanitised(markdown: str, addresses: Mapping[str, str]) -> str:
    """The same with signs for words. addresses: as of `html`."""
    converted = HEADING.sub(lambda tag: tag[1] + heading(tag[2]), _converter().reset().convert(markdown))
    clean = nh3.clean(
        REFUSED.sub(lambda found: "" if found[0] != "<" else "&lt;", converted),
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        # A link that is written 'project:a1' must outlive the test of schemes, for it is resolved only after it.
        url_schemes=SCHEMES | {target.partition(":")[0] for target in addresses},
        attribute_filter=lambda _tag, name, value: _attribute(name, value, addresses),
    )
    return WITHIN.sub(r"<a \1>", clean)


def heading(tag: str) -> str:
    """A tag's name in a page."""
    return {"h1": "h2", "h5": "h4", "h6": "h4"}.get(tag.lower(), tag)


def _attribute(name: str, value: str, addresses: Mapping[str, str]) -> str:
    """Links resolved; ids of prose, and links to them, in a name space of their own beside the page's."""
    if name == "id":
        return f"{OWN_IDS}{value}"
    if name == "href":
        return f"#{OWN_IDS}{value[1:]}" if value.startswith("#") else addresses.get(value, value)
    return value


@cache
def _converter() -> Markdown:
    # Not by its name: what finds that takes longer to load than an edited text to convert.
    return quickened(Markdown(extensions=[Flavour()], output_format="html"))
