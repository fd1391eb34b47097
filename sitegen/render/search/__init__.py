"""The search: what is indexed of each page, base forms of its words, and the index itself as files.

What comes in are finished pages and what the views say of them; what goes out are the files of the index and one
map of words a language. The room does not know what is remembered, or where.
"""

from __future__ import annotations

from sitegen.render.search.copies import Searched, read, scratch
from sitegen.render.search.index import BUNDLE, index, joined, kinds_bytes
from sitegen.render.search.words import NO_WORDS, Dictionary, Words, edition_of, look_up, words_bytes

__all__ = [
    "BUNDLE",
    "NO_WORDS",
    "Dictionary",
    "Searched",
    "Words",
    "edition_of",
    "index",
    "joined",
    "kinds_bytes",
    "look_up",
    "read",
    "scratch",
    "words_bytes",
]
