"""Prose of the content as HTML that can do no harm: Markdown, then a sanitiser with a short list of what may stay.

In: Markdown and the addresses of the pages that it links to. Out: HTML. A heading of the first level becomes
one of the second, for the page's title is the first. Links out of the portal
carry no referrer and no right to the opener.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import nh3
from markdown import Markdown

TAGS = frozenset(
    {"p", "br", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd", "strong", "em", "a", "blockquote", "code", "pre"}
    | {"table", "thead", "tbody", "tr", "th", "td", "hr", "abbr", "sub", "sup"}
)
ATTRIBUTES = {"a": {"href", "hreflang", "lang"}, "th": {"scope"}, "abbr": {"title"}, "*": {"id", "lang"}}
WITHIN = re.compile(r'<a ([^>]*href="/(?!/)[^"]*"[^>]*?) rel="noopener noreferrer">')
"""A link within the portal: nothing is withheld from our own pages."""
OWN_IDS = "text-"
SCHEMES = frozenset({"http", "https", "mailto", "tel"})


def html(markdown: str, addresses: Mapping[str, str]) -> str:
    """The prose as sanitised HTML. addresses: of links to pages of the portal, by the target as written."""
    converted = _converter().reset().convert(markdown)
    clean = nh3.clean(
        re.sub(r"<(/?)h1\b", r"<\1h2", converted),
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        # A link that is written 'project:a1' must outlive the test of schemes, for it is resolved only after it.
        url_schemes=SCHEMES | {target.partition(":")[0] for target in addresses},
        attribute_filter=lambda _tag, name, value: _attribute(name, value, addresses),
    )
    return WITHIN.sub(r"<a \1>", clean)


def _attribute(name: str, value: str, addresses: Mapping[str, str]) -> str:
    """Links resolved; ids of prose, and links to them, in a name space of their own beside the page's."""
    if name == "id":
        return f"{OWN_IDS}{value}"
    if name == "href":
        return f"#{OWN_IDS}{value[1:]}" if value.startswith("#") else addresses.get(value, value)
    return value


@cache
def _converter() -> Markdown:
    return Markdown(extensions=["tables", "def_list", "abbr", "sane_lists"], output_format="html")
