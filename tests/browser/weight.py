"""How much a reader's first view of a page weighs: what its markup makes a browser ask for, packed.

In: a page and the folder of its tree. Out: the bytes of each file, as gzip -9 packs them. What a script loads
later, when it is asked to, is no part of a first view.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath

from tests.browser.published import PublishedPage

# The web manifest is asked for by whoever installs the page, and the large icons with it.
LINKED = {"stylesheet", "icon", "preload", "modulepreload"}
PACKED_ALREADY = {".png", ".jpg", ".webp", ".woff2"}
PAGE, STYLES, SCRIPT, LETTERS, OTHER = "HTML", "CSS", "JS", "letters", "other"
TYPES = {".html": PAGE, ".css": STYLES, ".js": SCRIPT, ".woff2": LETTERS}


@dataclass(frozen=True)
class FirstView:
    """page: which one. files: (path below the tree, packed bytes) of the page and all that it asks for."""

    page: PublishedPage
    files: tuple[tuple[str, int], ...]

    def of(self, kind: str) -> int:
        """The packed bytes of one type: HTML, CSS, JS, letters or other."""
        return sum(size for path, size in self.files if TYPES.get(PurePosixPath(path).suffix, OTHER) == kind)

    @property
    def total(self) -> int:
        """All packed bytes."""
        return sum(size for _, size in self.files)


def first_view(out: Path, page: PublishedPage) -> FirstView:
    """The first view of a page, with nothing remembered."""
    paths = (f"{page.path}index.html", *asked_by(page.html))
    return FirstView(page, tuple((path, _packed(out / path[1:])) for path in paths))


def asked_by(html: str) -> tuple[str, ...]:
    """The addresses that a page's markup makes a browser ask for, each once."""
    reader = _Reader()
    reader.feed(html)
    return tuple(dict.fromkeys(reader.addresses))


class _Reader(HTMLParser):
    """Gathers addresses of what a page shows itself with."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        linked = tag == "link" and LINKED & set((given.get("rel") or "").split())
        address = given.get("href") if linked else given.get("src")
        if address and not address.startswith("data:"):
            self.addresses.append(address)


def _packed(path: Path) -> int:
    content = path.read_bytes()
    return len(content) if path.suffix in PACKED_ALREADY else len(gzip.compress(content, 9, mtime=0))
