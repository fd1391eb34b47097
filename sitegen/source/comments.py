"""Where remarks behind "#" stand in a file.

In: the text of a YAML file that can be read. Out: places. It must not know what the data means. The parser passes
comments over, and so does the writer of the canonical style: whoever writes a file anew must know that it has none.
"""

from __future__ import annotations

import re

import yaml

from sitegen.source.place import Place
from sitegen.source.text import split_lines

IN_HEAD = re.compile(r"\S+[ \t]+(?=#)")
BLOCK = frozenset({"|", ">"})
"""Styles of a text whose first line holds no text, but maybe a comment."""


def first_comment(text: str) -> Place | None:
    """Where the first comment begins; from 1."""
    if "#" not in text:
        return None
    last = 0
    for token in yaml.scan(text, Loader=yaml.CSafeLoader):
        begin = token.start_mark.index
        if (at := text.find("#", last, begin)) >= 0:
            return _place(text, at)
        last = token.end_mark.index
        if isinstance(token, yaml.ScalarToken) and token.style in BLOCK and (match := IN_HEAD.match(text, begin)):
            return _place(text, match.end())
    return None


def _place(text: str, offset: int) -> Place:
    lines = split_lines(text[:offset])
    return Place(len(lines), len(lines[-1]) + 1)
