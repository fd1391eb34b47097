"""A built portal as the browser tests see it: its address and its pages.

In: the folder of a built tree. Out: what each page says of itself. Kinds of page are found in the tree, so
that a new kind is looked at without a word here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

LANGUAGE = re.compile(r'<html lang="([^"]+)"')
MAIN = re.compile(r'<main id="main" data-kind="([^"]+)"(?: data-id="([^"]+)")?')
MOVED = re.compile(r"(\S+) (\S+) 301")
ROOT_KIND = "root"


@dataclass(frozen=True)
class PublishedPage:
    """A page of the tree. id: "" where there is one page of its kind."""

    path: str
    language: str
    kind: str
    id: str
    html: str = field(repr=False)


@dataclass(frozen=True)
class Published:
    """A portal that is being served. url: without a slash at the end."""

    url: str
    out: Path
    pages: tuple[PublishedPage, ...] = field(repr=False)

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of its languages, in alphabetical order."""
        return tuple(sorted({page.language for page in self.pages}))

    @property
    def kinds(self) -> tuple[PublishedPage, ...]:
        """The fullest page of each kind in each language."""
        fullest: dict[tuple[str, str], PublishedPage] = {}
        for page in sorted(self.pages, key=lambda page: (len(page.html), page.path)):
            fullest[page.kind, page.language] = page
        return tuple(fullest[key] for key in sorted(fullest))

    def having(self, text: str) -> tuple[PublishedPage, ...]:
        """The fullest page of each kind in each language, of those in which `text` stands."""
        return Published(self.url, self.out, tuple(page for page in self.pages if text in page.html)).kinds

    @property
    def moved(self) -> tuple[tuple[str, str], ...]:
        """(old path, new path) of every page that moved; of a folder that moved, its front page."""
        rules = MOVED.findall((self.out / "_redirects").read_text("utf-8"))
        return tuple((old.removesuffix("*"), new.removesuffix(":splat")) for old, new in rules)


def published(url: str, out: Path) -> Published:
    """The portal whose tree is in `out`."""
    return Published(url, out, tuple(_page(out, path) for path in sorted(out.rglob("index.html"))))


def _page(out: Path, path: Path) -> PublishedPage:
    html = path.read_text("utf-8")
    language, main = LANGUAGE.search(html), MAIN.search(html)
    assert language is not None, path
    assert main is not None, path
    folder = path.parent.relative_to(out).as_posix()
    return PublishedPage("/" if folder == "." else f"/{folder}/", language[1], main[1], main[2] or "", html)
