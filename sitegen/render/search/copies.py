"""A page as the index sees it: its main part, less what is no content of its own.

In: a published page and its entry. Out: first its words, then a scratch copy for the indexer, with status,
base forms, and numbers without their spaces beside the text. Left out are navigation, drawings, forms, passages in
another language and whatever a template marks `data-unsearched`. This module must not know the indexer's program, or
how base forms are found.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser

from sitegen.views.entry import SearchEntry

WORD = re.compile(r"[^\W\d_]{2,}")
SPACED = re.compile(r"(?<!\d)\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)")
"""A number in groups of three digits, which readers type without spaces."""
LEFT_OUT = frozenset({"nav", "svg", "script", "noscript", "form", "button", "template"})
MARKS = frozenset({"data-unsearched", "data-quote", "download", "hidden"})
PLAIN = frozenset({"a", "dd", "dt", "span", "strong", "th", "tr"})
"""Elements that are as good as their content to the indexer. It takes as long for a tag as for some words."""
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
TITLE = "h1"
SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True)
class Searched:
    """A page that can be found. content: HTML of what is indexed. words: in lowercase, sorted, none twice.

    named: those in its title.
    """

    entry: SearchEntry
    content: str
    named: tuple[str, ...]
    words: tuple[str, ...]


def read(entry: SearchEntry, page: bytes) -> Searched:
    """What is indexed of a published page. Raises ValueError where the page has no main part."""
    reader = _Reader(entry.language)
    reader.feed(page.decode())
    reader.close()
    if not reader.kept:
        raise ValueError(f"{entry.path} has no main part")
    return Searched(entry, "".join(reader.kept), _words(reader.title), _words(reader.text))


def _words(texts: list[str]) -> tuple[str, ...]:
    text = unicodedata.normalize("NFC", "".join(texts)).lower()
    return tuple(sorted(set(WORD.findall(text))))


def _numbers(text: str) -> list[str]:
    """Those that are printed with spaces, without them."""
    return sorted({re.sub(r"\D", "", number) for number in SPACED.findall(text)})


def scratch(page: Searched, bases: Mapping[str, str], parts: Mapping[str, tuple[str, ...]]) -> bytes:
    """The copy for the indexer. bases: word to base form; those not in the text stand beside it, unseen.

    parts: base form of a compound to those that it is made of, which stand there likewise. Base forms of words in the
    title stand apart, so that they can weigh more, and so do parts, so that they can weigh less. Numbers stand there
    as they are typed, without spaces.
    """
    own = {bases[word] for word in page.words if word in bases}
    named = {bases[word] for word in page.named if word in bases} - set(page.named)
    beside = own - set(page.words) - named
    within = {part for base in own for part in parts.get(base, ())} - set(page.words) - own
    entry = page.entry
    facts = (
        ("note", entry.note),
        ("named", " ".join(sorted(named))),
        ("bases", " ".join(sorted(beside))),
        ("parts", " ".join(sorted(within))),
        ("numbers", " ".join(_numbers(page.content))),
    )
    head = "".join(
        f'<meta data-pagefind-meta="{name}[content]" content="{escape(value)}">' for name, value in facts if value
    )
    return (
        f'<!doctype html><html lang="{entry.language}"><head><meta charset="utf-8"><title></title>{head}</head>'
        f"<body><main data-pagefind-body>{page.content}</main></body></html>"
    ).encode()


class _Reader(HTMLParser):
    """Gathers what stands in the main part and counts. A page's tags pair."""

    def __init__(self, language: str) -> None:
        super().__init__(convert_charrefs=True)
        self.kept: list[str] = []
        self.text: list[str] = []
        self.title: list[str] = []
        self._in_title = False
        self._language = language
        self._open: list[bool] = []
        """For each open element from the main part on, whether it counts."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            self._add(f"<{tag}>", " ")
        elif tag == "main" or self._open:
            self._in_title |= tag == TITLE
            self._open.append(self._counts(tag, dict(attrs)))
            self._add("" if tag in PLAIN else f"<{tag}>", " ")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Within drawings alone, which do not count."""

    def handle_endtag(self, tag: str) -> None:
        if self._open:
            self._add(" " if tag in PLAIN else f"</{tag}> ", " ")
            self._in_title &= tag != TITLE
            self._open.pop()

    def handle_data(self, data: str) -> None:
        words = data.replace(SOFT_HYPHEN, "")
        self._add(escape(words, quote=False), words)

    def _counts(self, tag: str, attributes: Mapping[str, str | None]) -> bool:
        foreign = attributes.get("lang", self._language) != self._language
        return all(self._open) and tag not in LEFT_OUT and not MARKS & attributes.keys() and not foreign

    def _add(self, markup: str, words: str) -> None:
        if self._open and all(self._open):
            self.kept.append(markup)
            self.text.append(words)
            if self._in_title:
                self.title.append(words)
