"""The search of a site: the index of all pages and each language's words, made after the pages.

In: a plan and the entries of its pages. Out: files, and the addresses of those that a search page names. What is
indexed of a page is remembered by the page's bytes, and the index by what is indexed: an edit that changes no text
of a page asks no program for anything. It must not know how an index or a base form is found.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from sitegen.pipeline.assets import Remembered
from sitegen.pipeline.output import Output, Plan
from sitegen.store.digest import digest, fingerprinted
from sitegen.store.memo import Memo

if TYPE_CHECKING:
    from sitegen.render import search

WORDS, KINDS = "words.txt", "kinds.json"


class Page(Protocol):
    """A page that was made."""

    @property
    def digest(self) -> str:
        """Of its bytes."""

    @property
    def content(self) -> Callable[[], bytes]:
        """Gives its bytes."""


@dataclass(frozen=True)
class Found:
    """What makes a site searchable. files: by path. urls: of what the search page of a language names, by language."""

    files: Mapping[str, bytes]
    urls: Mapping[str, Mapping[str, str]]

    def json(self) -> bytes:
        """As bytes."""
        files = {path: base64.b64encode(content).decode() for path, content in self.files.items()}
        return json.dumps([files, self.urls]).encode()

    @classmethod
    def of_json(cls, content: bytes) -> Found:
        """What `json` wrote."""
        files, urls = json.loads(content)
        return cls({path: base64.b64decode(text) for path, text in files.items()}, urls)


def searched(
    plan: Plan, pages: Mapping[str, Page], view: Callable[[str], bytes], remembered: Remembered, memo: Memo
) -> Found:
    """The search of the pages of a plan."""
    outputs = [output for output in plan.outputs if output.entry]
    inputs = digest(
        "".join(f"{output.path} {output.entry} {pages[output.path].digest}\n" for output in outputs).encode()
    )

    def read() -> bytes:
        return _found([_read(output, pages[output.path], view, remembered) for output in outputs], remembered, memo)

    return Found.of_json(remembered("search", inputs, read))


def _read(output: Output, page: Page, view: Callable[[str], bytes], remembered: Remembered) -> bytes:
    """What is indexed of a page, as JSON."""

    def read() -> bytes:
        from sitegen.render import search  # noqa: PLC0415 - only when a page has changed
        from sitegen.views.entry import SearchEntry  # noqa: PLC0415 - likewise

        entry = SearchEntry(**json.loads(view(output.entry)))
        found = search.read(entry, page.content())
        return json.dumps(
            [vars(entry), output.path, found.content, found.named, found.words], ensure_ascii=False
        ).encode()

    return remembered("searched", f"{output.entry} {page.digest}", read)


def _found(read: list[bytes], remembered: Remembered, memo: Memo) -> bytes:
    """The files of the search. They depend on nothing but what was read of the pages."""
    inputs = digest(b"\n".join(read))
    return remembered("index", inputs, lambda: _made([json.loads(each) for each in read], memo).json())


def _made(read: list[list[Any]], memo: Memo) -> Found:
    from sitegen.render import search  # noqa: PLC0415 - only when what is searched has changed
    from sitegen.views.entry import SearchEntry  # noqa: PLC0415 - likewise

    pages = {
        path: search.Searched(SearchEntry(**entry), content, tuple(named), tuple(words))
        for entry, path, content, named, words in read
    }
    languages = dict.fromkeys(page.entry.language for page in pages.values())
    words = {code: _words(code, pages.values(), memo) for code in languages}
    index = search.index(
        {
            path: search.scratch(page, known.bases, known.parts)
            for path, page in pages.items()
            for known in [words[page.entry.language]]
        }
    )
    kinds = search.kinds_bytes(index, {page.entry.path: page.entry.kind for page in pages.values()})
    files, urls = dict(index), {}
    for code in languages:
        own = {KINDS: kinds, WORDS: search.words_bytes(words[code])}
        paths = {name: f"assets/{fingerprinted(name, content)}" for name, content in own.items()}
        files |= {paths[name]: content for name, content in own.items()}
        urls[code] = {name: f"/{path}" for name, path in paths.items()}
    return Found(files, urls)


def _words(language: str, found: Any, memo: Memo) -> search.Words:  # noqa: ANN401 - pages as read
    """What is known of the words of a language's pages; the dictionary is asked for those not yet remembered."""
    from sitegen.render import search  # noqa: PLC0415 - likewise

    words = {word for page in found if page.entry.language == language for word in page.words}
    name = f"base forms {search.edition_of(language)}".encode()
    kept = memo.get(name)
    known = search.Words.of_json(None if kept is None else json.loads(kept))
    if missing := known.missing(words):
        known = search.look_up(language, missing, known)
        memo.keep({name: json.dumps(known.json(), ensure_ascii=False, sort_keys=True).encode()})
    return known.of(words)
