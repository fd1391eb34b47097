"""The search of a site: the index of all pages and each language's words, made after the pages.

In: a plan and the entries of its pages. Out: files, and the addresses of those that a search page names. What is
indexed of a page is remembered by the page's bytes, and the index of a language by what is indexed: an edit that
changes no text of a page asks no program for anything. It must not know how an index or a base form is found.
"""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol

from sitegen.pipeline.assets import Remembered
from sitegen.pipeline.output import Output, Plan
from sitegen.pipeline.program import LIBRARIES
from sitegen.store.digest import digest, fingerprinted, versions
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

    def packed(self) -> bytes:
        """As bytes."""
        return pickle.dumps((self.files, self.urls))

    @classmethod
    def of(cls, packed: bytes) -> Found:
        """What `packed` wrote."""
        files, urls = pickle.loads(packed)  # noqa: S301 - as trusted as the compiled templates beside it
        return cls(files, urls)


Loading = Mapping[str, "search.Dictionary"]
"""The dictionaries that are being loaded, by language."""


@contextmanager
def loading(languages: Iterable[str], memo: Memo) -> Iterator[Loading]:
    """Begin to load the dictionaries that will be asked for certain: those of whose words none is remembered."""
    names = {language: _name(language) for language in languages}
    known = memo.known(names.values())
    with ExitStack() as opened:
        yield {
            language: opened.enter_context(closing(_dictionary(language)))
            for language, name in names.items()
            if name not in known
        }


def _dictionary(language: str) -> search.Dictionary:
    from sitegen.render import search  # noqa: PLC0415 - only when what is searched has changed

    return search.Dictionary(language)


@dataclass(frozen=True)
class Searching:
    """Makes the search of a site. view: canonical bytes by digest."""

    view: Callable[[str], bytes]
    remembered: Remembered
    memo: Memo
    dictionaries: Loading

    def found(self, plan: Plan, pages: Mapping[str, Page]) -> Found:
        """The search of the pages of a plan."""
        outputs = [output for output in plan.outputs if output.entry]
        inputs = digest(
            "".join(f"{output.path} {output.entry} {pages[output.path].digest}\n" for output in outputs).encode()
        )
        return Found.of(self.remembered("search", inputs, lambda: self._found(outputs, pages).packed()))

    def _found(self, outputs: list[Output], pages: Mapping[str, Page]) -> Found:
        """The languages side by side: each waits for programs of its own."""
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - only when a page has changed

        from sitegen.render import search  # noqa: PLC0415 - likewise

        read: dict[str, list[bytes]] = {}
        for output in outputs:
            read.setdefault(output.language, []).append(self._read(output, pages[output.path]))
        with ThreadPoolExecutor(len(read)) as threads:
            found = tuple(threads.map(self._language, read, read.values()))
        files = search.joined([each.files for each in found])
        return Found(files, {language: urls for each in found for language, urls in each.urls.items()})

    def _read(self, output: Output, page: Page) -> bytes:
        """What is indexed of a page, as JSON."""

        def read() -> bytes:
            from sitegen.render import search  # noqa: PLC0415 - only when a page has changed
            from sitegen.views.entry import SearchEntry  # noqa: PLC0415 - likewise

            entry = SearchEntry(**json.loads(self.view(output.entry)))
            found = search.read(entry, page.content())
            return json.dumps(
                [vars(entry), output.path, found.content, found.named, found.words], ensure_ascii=False
            ).encode()

        return self.remembered("searched", f"{output.entry} {page.digest}", read)

    def _language(self, language: str, read: list[bytes]) -> Found:
        """The files of a language. They depend on nothing but what was read of its pages."""
        inputs = digest(b"\n".join(read))
        made = partial(self._made, language, read)
        return Found.of(self.remembered("index", f"{language} {inputs}", lambda: made().packed()))

    def _made(self, language: str, read: list[bytes]) -> Found:
        from sitegen.render import search  # noqa: PLC0415 - only when what is searched has changed
        from sitegen.views.entry import SearchEntry  # noqa: PLC0415 - likewise

        pages = {
            path: search.Searched(SearchEntry(**entry), content, tuple(named), tuple(words))
            for entry, path, content, named, words in map(json.loads, read)
        }
        said = {word for page in pages.values() for word in page.words}
        words = self._words(language, said)
        index = search.index({path: search.scratch(page, words.bases, words.parts) for path, page in pages.items()})
        kinds = search.kinds_bytes(index, {page.entry.path: page.entry.kind for page in pages.values()})
        # Most edits bring no word, and what is known of each depends on the dictionary alone.
        inputs = digest("\n".join((_edition(language), *sorted(said))).encode())
        own = {KINDS: kinds, WORDS: self.remembered("words", inputs, lambda: search.words_bytes(words))}
        paths = {name: f"assets/{fingerprinted(name, content)}" for name, content in own.items()}
        files = {**index, **{paths[name]: content for name, content in own.items()}}
        return Found(files, {language: {name: f"/{path}" for name, path in paths.items()}})

    def _words(self, language: str, words: set[str]) -> search.Words:
        """What is known of the words of a language; the dictionary is asked for those not yet remembered."""
        from sitegen.render import search  # noqa: PLC0415 - likewise

        name = _name(language)
        kept = self.memo.get(name)
        known = search.Words.of_json(None if kept is None else json.loads(kept))
        if missing := known.missing(words):
            dictionary = self.dictionaries.get(language)
            known = dictionary.look_up(missing, known) if dictionary else search.look_up(language, missing, known)
            self.memo.keep({name: json.dumps(known.json(), ensure_ascii=False, sort_keys=True).encode()})
        return known.of(words)


def _name(language: str) -> bytes:
    """Under what the base forms of a language are remembered."""
    return f"base forms {_edition(language)}".encode()


def _edition(language: str) -> str:
    from sitegen.render import search  # noqa: PLC0415 - likewise

    return search.edition_of(language, versions(LIBRARIES)["simplemma"])
