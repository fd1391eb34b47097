"""The plan: every file of the published tree, each with the recipe and the view that it is made of.

In: a portal's records. Out: what the tree will hold, and nothing rendered yet. Two plans that are equal make the same
tree with the same look, catalogs and texts. What a language gives to a plan depends on no other's catalog. This module
must not know templates' words, bytes, or what is remembered.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sitegen.language.language import Language
from sitegen.model.addresses import addresses
from sitegen.model.portal import Portal
from sitegen.model.settings import SectionId
from sitegen.pipeline.output import Output, Plan
from sitegen.render.templates import TEMPLATES
from sitegen.store.canonical import canonical
from sitegen.store.digest import digest
from sitegen.store.tree import MARKER
from sitegen.views.drawings import Drawing
from sitegen.views.edition import Edition
from sitegen.views.pages.prose import not_found_page, root_page
from sitegen.views.pages.search import SearchPage, search_entry
from sitegen.views.pages.sharing import FILE as CARD
from sitegen.views.pages.sharing import shared_root
from sitegen.views.publishing import (
    Headers,
    Manifest,
    Redirects,
    Register,
    Robots,
    SecurityContact,
    Sitemap,
    SitemapEntry,
)
from sitegen.views.site import PageView, View, pages, within
from sitegen.views.values import Prose, Table

REGISTER = "addresses.json"
"""Where the register of addresses lies in the tree."""


@dataclass
class _Views:
    """The canonical bytes of views by their digest, packed by zlib: there are many, and each is wanted once."""

    kept: dict[str, bytes] = field(default_factory=dict)

    def add(self, view: object) -> str:
        content = canonical(view)
        name = digest(content)
        if name not in self.kept:
            self.kept[name] = zlib.compress(content, 1)
        return name


@dataclass(frozen=True)
class Part:
    """What one language gives to a plan. listed: its pages as the sitemap has them. views: as `plan` gives them."""

    outputs: tuple[Output, ...]
    listed: tuple[SitemapEntry, ...]
    views: Mapping[str, bytes]


@dataclass(frozen=True)
class Asked:
    """What a plan is asked for. base_url: overrides that of the settings. preview: as in Edition."""

    base_url: str | None = None
    preview: bool = False

    def base(self, portal: Portal) -> str | None:
        """Scheme and host without a final slash, or None."""
        return (self.base_url or portal.settings.base_url or "").rstrip("/") or None

    def editions(self, portal: Portal, languages: tuple[Language, ...]) -> tuple[Edition, ...]:
        """The portal in each of the languages."""
        known, base = addresses(portal), self.base(portal)
        return tuple(Edition(portal, each, known, base, self.preview) for each in languages)


def plan(portal: Portal, languages: tuple[Language, ...], asked: Asked) -> tuple[Plan, Mapping[str, bytes]]:
    """The plan of a portal's site, and the canonical bytes of every view in it, packed, by their digest.

    languages: the portal's, with their catalogs.
    """
    return joined(portal, languages, asked, tuple(part(portal, language, asked) for language in languages))


def part(portal: Portal, language: Language, asked: Asked) -> Part:
    """What one language gives to the plan: all that it decides over alone."""
    [edition] = asked.editions(portal, (language,))
    views, listed = _Views(), list[SitemapEntry]()
    outputs = tuple(_of_edition(edition, views, listed))
    return Part(outputs, tuple(listed), views.kept)


def joined(
    portal: Portal, languages: tuple[Language, ...], asked: Asked, parts: tuple[Part, ...]
) -> tuple[Plan, Mapping[str, bytes]]:
    """The plan of the parts of all languages, and the views in it. The others as in `plan`."""
    views = _Views({name: view for each in parts for name, view in each.views.items()})
    listed = tuple(entry for each in parts for entry in each.listed)
    rest = tuple(_of_all(asked.editions(portal, languages), views, listed))
    outputs = tuple(output for each in parts for output in each.outputs)
    theme, base = portal.settings.theme, asked.base(portal) or ""
    return Plan(theme, base, tuple(portal.languages), (*outputs, *rest)), views.kept


def _of_edition(edition: Edition, views: _Views, listed: list[SitemapEntry]) -> Iterator[Output]:
    """Every output of an edition. No view of a page is held longer than it takes to write it down."""
    searched = edition.has(SectionId.SEARCH)
    for view in pages(edition):
        listed.append(sitemap_entry(view))
        entry = views.add(search_entry(view, view.frame)) if searched and not isinstance(view, SearchPage) else ""
        yield _page(file_of(view.frame.path), view.frame.language, view, views, entry)
        yield from _beside(view, views)
    yield _page(f"{edition.code}/404.html", edition.code, not_found_page(edition), views)
    yield Output(f"{edition.code}/manifest.webmanifest", "manifest", views.add(manifest(edition)))


def _of_all(editions: tuple[Edition, ...], views: _Views, listed: tuple[SitemapEntry, ...]) -> Iterator[Output]:
    """What there is once for all languages."""
    root, first = shared_root(editions, root_page(editions, not_found=False)), editions[0].code
    yield _page("index.html", first, root, views)
    yield _page("404.html", first, root_page(editions, not_found=True), views)
    if root.card:
        yield Output(CARD, "card", views.add(root.card))
    yield from (Output(path, recipe, views.add(view)) for path, recipe, view in publishing(editions[0], listed))


def _page(path: str, language: str, view: View, views: _Views, entry: str = "") -> Output:
    """A page. entry: view of what the search knows of it: of every page with an address, but the search itself."""
    prose = next(within(view, Prose), None)
    return Output(
        path,
        "page",
        views.add(view),
        template=TEMPLATES[type(view)],
        language=language,
        text=prose.path if prose else "",
        links=views.add(prose) if prose else "",
        drawings=tuple((drawing.id, views.add(drawing.chart)) for drawing in within(view, Drawing)),
        entry=entry,
        searches=isinstance(view, SearchPage),
    )


def file_of(path: str) -> str:
    """Where in the tree the page lies that has this address."""
    return f"{path[1:]}index.html"


def _beside(view: PageView, views: _Views) -> Iterator[Output]:
    """The files beside a page: each table as CSV, each chart's specification, its card."""
    for table in (each for each in within(view, Table) if each.csv):
        yield Output(table.csv[1:], "table", views.add(table))
    for drawing in within(view, Drawing):
        yield Output(drawing.spec[1:], "specification", views.add(drawing.chart))
    if view.frame.card:
        yield Output(f"{view.frame.path[1:]}{CARD}", "card", views.add(view.frame.card))


def manifest(edition: Edition) -> Manifest:
    """What a home screen is told; icons and colours are the look's."""
    settings = edition.portal.settings
    name, description = edition.text(settings.name), edition.text(settings.description)
    return Manifest(edition.code, name, description, edition.path("home"))


def publishing(first: Edition, listed: tuple[SitemapEntry, ...]) -> Iterator[tuple[str, str, object]]:
    """(path, recipe, view) of what is there once for the whole site. listed: its pages, as in the sitemap."""
    settings, base, preview = first.portal.settings, first.base_url, first.preview
    yield MARKER, "headers", Headers(preview, search=first.has(SectionId.SEARCH))
    yield "_redirects", "redirects", Redirects(first.addresses.aliases, first.portal.languages)
    yield REGISTER, "register", Register(tuple(first.addresses.owners.items()), first.addresses.aliases)
    yield "robots.txt", "robots", Robots(base, preview)
    if base and not preview:
        yield "sitemap.xml", "sitemap", Sitemap(base, listed)
    if settings.security:
        canonical_url = f"{base}/.well-known/security.txt" if base else None
        contact = SecurityContact(
            settings.security.contact, settings.security.expires, first.portal.languages, canonical_url
        )
        yield ".well-known/security.txt", "security", contact


def sitemap_entry(view: PageView) -> SitemapEntry:
    """A page as the sitemap has it."""
    return SitemapEntry(
        view.frame.path,
        tuple((each.language, each.path) for each in view.frame.languages),
        # Readers of any other language choose at the root.
        default="/" if view.frame.choice else None,
    )
