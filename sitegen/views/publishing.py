"""What the files beside the pages may know: headers, redirects, sitemap, robots.txt and more.

In: values chosen from the portal. Out: frozen views, one an output. Paths are root-absolute, decoded (not
percent-encoded) and end in a slash where a folder's index is meant. This module must not know the formats.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Headers:
    """The response headers of the whole site.

    preview: search engines are told to keep away. search: pages may run WebAssembly, unless they say otherwise.
    """

    preview: bool
    search: bool


@dataclass(frozen=True)
class Redirects:
    """Where requests go that name no file.

    aliases: (old path, path of today) pairs. languages: codes whose folder holds a 404.html of its own.
    """

    aliases: tuple[tuple[str, str], ...]
    languages: tuple[str, ...]


@dataclass(frozen=True)
class Register:
    """Whose each address is, so that a later site can be held against this one.

    pages: (path, owner as a link names it) pairs. aliases: as in Redirects.
    """

    pages: tuple[tuple[str, str], ...]
    aliases: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class SitemapEntry:
    """A page. alternates: (language code, path), the page itself among them.

    default: the page for readers of any other language (the choice of language, for a home page).
    """

    path: str
    alternates: tuple[tuple[str, str], ...]
    default: str | None = None


@dataclass(frozen=True)
class Sitemap:
    """Every page that search engines should know. base_url: scheme and host, with or without a last slash."""

    base_url: str
    entries: tuple[SitemapEntry, ...]


@dataclass(frozen=True)
class Robots:
    """robots.txt names the sitemap where there is one: not without a base URL, and not in a preview."""

    base_url: str | None
    preview: bool


@dataclass(frozen=True)
class Manifest:
    """What a home screen is told of the portal in one language.

    start: path of the home page. icons: (pixels of a side, path) pairs. ground: the colour that pages lie on.
    """

    language: str
    name: str
    description: str
    start: str
    icons: tuple[tuple[int, str], ...] = ()
    ground: str = ""


@dataclass(frozen=True)
class SecurityContact:
    """Where to report a vulnerability.

    contact: an e-mail address or a URI. expires: the last day, month or year in which it holds (ISO), or
    a full timestamp. languages: codes, the preferred first. canonical: absolute URL of the file itself.
    """

    contact: str
    expires: str
    languages: tuple[str, ...]
    canonical: str | None
