"""A plan becomes a site: what is remembered is taken, what is not is made.

In: a plan, the views and texts that it names, the folders of looks and catalogs, and a memo. Out: a Site, every file
of which has a known digest and whose bytes are fetched when they are asked for. It must not know how anything is
made, nor what a record is.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sitegen.pipeline import ledger
from sitegen.pipeline.key import Key
from sitegen.pipeline.look import look
from sitegen.pipeline.output import Output, Plan
from sitegen.pipeline.program import code, code_parts
from sitegen.pipeline.recipes import Job, Studio
from sitegen.pipeline.searching import Found, Searching, loading
from sitegen.pipeline.workshop import Workshop
from sitegen.store.digest import digest

if TYPE_CHECKING:
    from concurrent.futures import Future


GIVEN = "given"
"""The recipe of files made beside the plan. Of those, the index of the search keeps its name as it changes."""
AT_ONCE = 1000
"""Outputs that are made together: enough for several processes."""


class Stale(Exception):
    """What was to be built from has changed meanwhile, or is remembered no more."""


class Entry(NamedTuple):
    """A file of a site. key: what it was made of. digest: of its bytes. content: gives them."""

    key: Key
    digest: str
    content: Callable[[], bytes]


@dataclass(frozen=True)
class Site(Mapping[str, bytes]):
    """A tree: the bytes of each file by its path, fetched when asked for.

    base_url: scheme and host that it is published at, "" where they are not known. found: its search, if it has one. To
    fetch raises Stale where what the site was made of is no more.
    """

    entries: Mapping[str, Entry]
    base_url: str
    found: Found | None = None

    def __getitem__(self, path: str) -> bytes:
        return self.entries[path].content()

    def __iter__(self) -> Iterator[str]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    @property
    def digests(self) -> Mapping[str, str]:
        """SHA-256 of each file, by its path."""
        return {path: entry.digest for path, entry in self.entries.items()}


@dataclass(frozen=True)
class Sources:
    """What a plan names. views: canonical bytes by digest. text: Markdown by path. text_digest: of that."""

    view: Callable[[str], bytes]
    text: Callable[[str], str]
    text_digest: Callable[[str], str]

    @classmethod
    def given(cls, views: Mapping[str, bytes], bodies: Mapping[str, str]) -> Sources:
        """Those at hand. views: packed, as a plan comes with them. bodies: Markdown by path."""

        def view(name: str) -> bytes:
            return zlib.decompress(views[name])

        return cls(view, bodies.__getitem__, lambda path: digest(bodies[path].encode()))


def site(plan: Plan, sources: Sources, root: Path, workshop: Workshop, found: Found | None = None) -> Site:
    """The site of a plan. found: the search of an earlier one, to be taken as it is; else it is made of these pages.

    Raises ThemeError where the look cannot be used, CatalogError for a faulty catalog, Stale where what the plan was
    made of is no more.
    """
    own, memo, tally = code(), workshop.memo, workshop.tally
    late = tuple(output for output in plan.outputs if output.searches)
    fits = not late or (found and all(output.language in found.urls for output in late))
    with tally.timed("ledger"):
        before = ledger.read(memo, own)
    with loading(() if fits or before else (output.language for output in late), memo) as dictionaries:
        with tally.timed("look"):
            files, studio = look(plan, root, workshop, first=not before)
        builder = _Builder(own, workshop, sources, before)
        entries = {f"assets/{path}": given(own, content) for path, content in files}
        entries |= builder.entries(studio, tuple(output for output in plan.outputs if output.entry))
        # The search wants nothing but the pages, and waits for programs of its own.
        search = Searching(sources.view, partial(workshop.remembered, own), memo, dictionaries)
        with nullcontext() if fits else _beside(partial(search.found, plan, dict(entries))) as searching:
            rest = tuple(output for output in plan.outputs if not output.entry and not output.searches)
            entries |= builder.entries(studio, rest)
        found = searching.result() if searching else found
    if late and found:
        entries |= builder.searching(studio, late, found)
    with tally.timed("ledger", calls=0):
        made = {path: (entry.key, entry.digest) for path, entry in entries.items()}
        ledger.keep(memo, own, before, made, workshop.made)
        ledger.tell(memo, own, code_parts)
    return Site({path: entries[path] for path in sorted(entries)}, plan.base_url, found)


@contextmanager
def _beside(work: Callable[[], Found]) -> Iterator[Future[Found]]:
    """Does the work in a thread of its own while the block runs."""
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - only where there is a search

    with ThreadPoolExecutor(1) as thread:
        yield thread.submit(work)


def given(own: str, content: bytes) -> Entry:
    """The entry of a file whose bytes are at hand."""
    name = digest(content)
    return Entry(Key(own, GIVEN, name), name, lambda: content)


def _portions(keys: Mapping[Output, Key]) -> Iterator[Mapping[Output, Key]]:
    """All outputs, a number of them at a time, so that no more than that is held in memory."""
    waiting = iter(keys.items())
    while some := dict(islice(waiting, AT_ONCE)):
        yield some


@dataclass(frozen=True)
class _Builder:
    code: str
    workshop: Workshop
    sources: Sources
    before: ledger.Made

    def entries(self, studio: Studio, outputs: tuple[Output, ...]) -> Mapping[str, Entry]:
        """Each output's entry by its path; what the last build made of the same is not even looked at."""
        keys = {output: self._key(studio, output) for output in outputs}
        digests = dict(self.before[output.path] for output in outputs if output.path in self.before)
        missing = {output: key for output, key in keys.items() if key not in digests}
        if missing:
            self._tell(studio)
        for some in _portions(missing):
            digests |= {key: digest(content) for key, content in self._made(studio, some).items()}
        self._count(keys)
        return {
            output.path: Entry(key, digests[key], partial(self._content, studio, output, key))
            for output, key in keys.items()
        }

    def searching(self, studio: Studio, outputs: tuple[Output, ...], found: Found) -> Mapping[str, Entry]:
        """The files of a search, and the pages that name them."""
        entries = {path: given(self.code, content) for path, content in found.files.items()}
        for output in outputs:
            named = replace(studio, urls={**studio.urls, **found.urls[output.language]})
            entries |= self.entries(named, (output,))
        return entries

    def _count(self, keys: Mapping[Output, Key]) -> None:
        """Those that did not have to be made."""
        kept = Counter(output.recipe for output, key in keys.items() if key not in self.workshop.made)
        for recipe, number in kept.items():
            self.workshop.tally.count(recipe, number, hits=number)

    def _tell(self, studio: Studio) -> None:
        for name, parts in studio.told.items():
            ledger.tell(self.workshop.memo, name, parts)

    def _content(self, studio: Studio, output: Output, key: Key) -> bytes:
        return self._made(studio, {output: key})[key]

    def _key(self, studio: Studio, output: Output) -> Key:
        text = self.sources.text_digest(output.text) if output.text else ""
        recipe = f"{output.recipe}:{output.template}" if output.template else output.recipe
        return Key(self.code, recipe, studio.inputs(output), output.view, text)

    def _made(self, studio: Studio, keys: Mapping[Output, Key]) -> Mapping[Key, bytes]:
        """The bytes of each output. Texts and drawings come first, where a page has to be made."""
        known = self.workshop.memo.known(key.digest for key in keys.values())
        pieces: dict[Key, Callable[[], Job]] = {}
        for output in (output for output, key in keys.items() if key.digest not in known):
            if output.text:
                pieces[self._prose_key(output)] = partial(self._prose, output)
            pieces |= {self._drawing_key(chart): partial(self._drawing, chart) for _, chart in output.drawings}
        made = self.workshop.make(studio, pieces)

        def piece(key: Key, job: Callable[[], Job]) -> str:
            """What was just made; of a page that was thought to be remembered and is damaged it is made now."""
            return (made[key] if key in made else self.workshop.make(studio, {key: job})[key]).decode()

        return self.workshop.make(studio, {key: partial(self._job, output, piece) for output, key in keys.items()})

    def _prose_key(self, output: Output) -> Key:
        return Key(self.code, "prose", "", output.links, self.sources.text_digest(output.text))

    def _prose(self, output: Output) -> Job:
        return Job("prose", self.sources.view(output.links), text=self.sources.text(output.text))

    def _drawing_key(self, chart: str) -> Key:
        return Key(self.code, "drawing", "", chart)

    def _drawing(self, chart: str) -> Job:
        return Job("drawing", self.sources.view(chart))

    def _job(self, output: Output, piece: Callable[[Key, Callable[[], Job]], str]) -> Job:
        return Job(
            output.recipe,
            self.sources.view(output.view),
            output.template,
            output.language,
            piece(self._prose_key(output), partial(self._prose, output)) if output.text else "",
            tuple((name, piece(self._drawing_key(it), partial(self._drawing, it))) for name, it in output.drawings),
        )
