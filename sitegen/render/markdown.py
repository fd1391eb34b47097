"""Prose of the content as HTML that can do no harm: Markdown, then a sanitiser with a short list of what may stay.

In: Markdown and the addresses of the pages that it links to. Out: HTML. A heading of the first level becomes
one of the second, for the page's title is the first; one below the fourth becomes one of the fourth. Links out of
the portal carry no referrer and no right to the opener. What is not on the list is shown as it was written: no
text is lost to a tag that is never closed, and who wrote it sees that it does not work here. Images are not on it,
for the content holds none. A comment is for editors alone and is left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import nh3
from markdown import Markdown
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension

from sitegen.render.inline import quickened

# The sanitiser's list. What Markdown makes, and no more: nothing that loads (img, iframe, object, link), runs
# (script, svg, math), styles (style, class), sends (form, input), hides (details, template) or moves the page's own
# landmarks (section, nav, main).
TAGS = frozenset(
    {"p", "br", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd", "strong", "em", "a", "blockquote", "code", "pre"}
    | {"table", "thead", "tbody", "tr", "th", "td", "hr", "abbr", "sub", "sup"}
)
# lang and hreflang say which language a passage or a page is in; scope and title make tables and abbreviations
# readable; id can be linked to, in a name space of its own.
ATTRIBUTES = {"a": {"href", "hreflang", "lang"}, "th": {"scope"}, "abbr": {"title"}, "*": {"id", "lang"}}
WITHIN = re.compile(r'<a ([^>]*href="/(?!/)[^"]*"[^>]*?) rel="noopener noreferrer">')
"""A link within the portal: nothing is withheld from our own pages."""
OWN_IDS = "text-"
HEADING = re.compile(r"<(/?)h([156])\b", re.IGNORECASE)
REFUSED = re.compile(
    rf"<!--.*?-->|<(?!/?(?:{'|'.join(sorted(TAGS))})(?=[\s/>]))",
    re.IGNORECASE | re.DOTALL,
)
"""A comment, or the beginning of what is not on the list."""
# Pages, mail and telephone: nothing that runs (javascript, vbscript, data) or reads this machine (file, blob).
SCHEMES = frozenset({"http", "https", "mailto", "tel"})


def html(markdown: str, addresses: Mapping[str, str]) -> str:
    """The prose as sanitised HTML. addresses: of links to pages of the portal, by the target as written."""
    converted = HEADING.sub(_heading, _converter().reset().convert(markdown))
    clean = nh3.clean(
        REFUSED.sub(lambda found: "" if found[0] != "<" else "&lt;", converted),
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        # A link that is written 'project:a1' must outlive the test of schemes, for it is resolved only after it.
        url_schemes=SCHEMES | {target.partition(":")[0] for target in addresses},
        attribute_filter=lambda _tag, name, value: _attribute(name, value, addresses),
    )
    return WITHIN.sub(r"<a \1>", clean)


def _heading(tag: re.Match[str]) -> str:
    return f"<{tag[1]}h{2 if tag[2] == '1' else 4}"


def _attribute(name: str, value: str, addresses: Mapping[str, str]) -> str:
    """Links resolved; ids of prose, and links to them, in a name space of their own beside the page's."""
    if name == "id":
        return f"{OWN_IDS}{value}"
    if name == "href":
        return f"#{OWN_IDS}{value[1:]}" if value.startswith("#") else addresses.get(value, value)
    return value


@cache
def _converter() -> Markdown:
    # Not by their names: what finds those takes longer to load than an edited text to convert.
    extensions = (TableExtension(), DefListExtension(), AbbrExtension(), SaneListExtension())
    made = Markdown(extensions=extensions, output_format="html")
    for name in ("image_link", "image_reference", "short_image_ref"):
        made.inlinePatterns.deregister(name)
    return quickened(made)
