"""The whole site on one screen: content in, the files of the published tree out.

This is the only module that wires the rooms together. Every step is a function of its arguments.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sitegen.language.language import language
from sitegen.model.addresses import addresses
from sitegen.model.check import Checked, check
from sitegen.model.portal import Portal
from sitegen.render import cards, charts, html, pictures, publishing, search
from sitegen.render.tables import csv_bytes
from sitegen.render.theme import Theme, looks, read_theme
from sitegen.source.problems import Problem
from sitegen.source.tree import Sources, read_sources, read_tree
from sitegen.store.digest import fingerprinted
from sitegen.store.memory import recall, remember
from sitegen.store.tree import MARKER, SIGNATURE
from sitegen.views.drawings import Drawing
from sitegen.views.edition import Edition
from sitegen.views.pages.prose import RootPage, not_found_page, root_page
from sitegen.views.pages.search import SearchPage, search_entry
from sitegen.views.pages.sharing import FILE as CARD
from sitegen.views.pages.sharing import shared_root
from sitegen.views.publishing import Headers, Manifest, Redirects, Robots, SecurityContact, Sitemap, SitemapEntry
from sitegen.views.site import PageView, pages, within
from sitegen.views.values import Table

BUNDLE = "vega.js"
ICON, GROUND = "icon.svg", "paper"
"""What a theme calls its icon, and the colour that its pages lie on."""
WORDS, KINDS = "words.txt", "kinds.json"
OWN = Path(__file__).resolve().parent.parent
"""Where this program lies: its own themes and catalogs serve a portal that has none."""


@dataclass(frozen=True)
class Content:
    """What was read of a portal, and what checking said of it."""

    sources: Sources
    checked: Checked

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem, faults and warnings."""
        return self.checked.problems


def read(root: Path) -> Content:
    """The content below `root`, checked."""
    files, unreadable = read_tree(root)
    sources, unparsable = read_sources(files)
    return Content(sources, check(sources, (*unreadable, *unparsable), looks=looks(themes(root))))


def themes(root: Path) -> tuple[Path, ...]:
    """Where looks may lie."""
    return root / "themes", OWN / "themes"


def catalogs(root: Path) -> tuple[Path, ...]:
    """Where message catalogs may lie."""
    return root / "locale", OWN / "locale"


def made_from(root: Path) -> tuple[Path, ...]:
    """The folders that the site is made from: nothing may be written there."""
    return root / "content", *themes(root), *catalogs(root), OWN / "sitegen"


def tree(
    portal: Portal, root: Path, *, base_url: str | None = None, preview: bool = False, memory: Path | None = None
) -> Mapping[str, bytes]:
    """Every file of the published tree, by its path in the tree.

    base_url: overrides that of the settings. memory: a folder for what is to be remembered.
    Raises ThemeError where the look cannot be used.
    """
    theme = read_theme(themes(root), portal.settings.theme)
    base = (base_url or portal.settings.base_url or "").rstrip("/") or None
    known = addresses(portal)
    editions = tuple(Edition(portal, language(code, catalogs(root)), known, base, preview) for code in portal.languages)
    assets = dict(_assets(theme))
    urls = {name: f"/assets/{path}" for name, (path, _) in assets.items()}
    written = {f"assets/{path}": content for path, content in assets.values()}
    every_page = [view for edition in editions for view in pages(edition)]
    root_view = shared_root(editions, root_page(editions, not_found=False))
    read_pages = dict(_pages(editions, theme, urls, every_page, root_view))
    return {
        **written,
        **read_pages,
        **dict(_search(editions, theme, urls, every_page, read_pages, memory)),
        **dict(_beside(every_page)),
        **dict(_cards(theme, root_view, every_page)),
        **dict(_manifests(editions, theme, urls)),
        **dict(_publishing(editions, every_page)),
    }


def _assets(theme: Theme) -> Iterator[tuple[str, tuple[str, bytes]]]:
    """(name, (fingerprinted path, content)) of every asset."""
    files = {**theme.assets, "style.css": theme.styles(), BUNDLE: charts.bundle(), **dict(_icons(theme))}
    for name, content in files.items():
        yield name, (fingerprinted(name, content), content)


def _icons(theme: Theme) -> Iterator[tuple[str, bytes]]:
    """The theme's icon in the sizes that home screens ask for."""
    for size in pictures.ICON_SIZES:
        yield pictures.icon_name(size), pictures.icon(theme.assets[ICON], size, theme.palette.colours[GROUND][0])


def _pages(
    editions: tuple[Edition, ...],
    theme: Theme,
    urls: Mapping[str, str],
    every_page: list[PageView],
    root_view: RootPage,
) -> Iterator[tuple[str, bytes]]:
    templates = {edition.code: html.environment(theme, edition.language, urls) for edition in editions}
    for view in every_page:
        if not isinstance(view, SearchPage):  # made when there is something to search in
            yield file_of(view.frame.path), html.page(templates[view.frame.language], view)
    for edition in editions:
        yield f"{edition.code}/404.html", html.page(templates[edition.code], not_found_page(edition))
    first = templates[editions[0].code]
    yield "index.html", html.page(first, root_view)
    yield "404.html", html.page(first, root_page(editions, not_found=True))


def file_of(path: str) -> str:
    """Where in the tree the page lies that has this address."""
    return f"{path[1:]}index.html"


def _search(
    editions: tuple[Edition, ...],
    theme: Theme,
    urls: Mapping[str, str],
    every_page: list[PageView],
    read_pages: Mapping[str, bytes],
    memory: Path | None,
) -> Iterator[tuple[str, bytes]]:
    """The search page of each edition, the index of all pages, and each language's words; nothing without search."""
    searches = {view.frame.language: view for view in every_page if isinstance(view, SearchPage)}
    if not searches:
        return
    found = tuple(_searched(every_page, read_pages))
    words = {code: _words(code, found, memory) for code in searches}
    index = search.index(
        {
            file_of(page.entry.path): search.scratch(page, known.bases, known.parts)
            for page in found
            for known in [words[page.entry.language]]
        }
    )
    yield from index.items()
    kinds = search.kinds_bytes(index, {page.entry.path: page.entry.kind for page in found})
    for edition in editions:
        assets = {KINDS: kinds, WORDS: search.words_bytes(words[edition.code])}
        paths = {name: f"assets/{fingerprinted(name, content)}" for name, content in assets.items()}
        yield from ((paths[name], content) for name, content in assets.items())
        templates = html.environment(
            theme, edition.language, {**urls, **{name: f"/{path}" for name, path in paths.items()}}
        )
        view = searches[edition.code]
        yield file_of(view.frame.path), html.page(templates, view)


def _searched(every_page: list[PageView], read_pages: Mapping[str, bytes]) -> Iterator[search.Searched]:
    """What is searched: every page but the search itself."""
    for view in every_page:
        if not isinstance(view, SearchPage):
            yield search.read(search_entry(view, view.frame), read_pages[file_of(view.frame.path)])


def _words(language: str, found: tuple[search.Searched, ...], memory: Path | None) -> search.Words:
    """What is known of the words of a language's pages; the dictionary is asked for those not yet remembered."""
    words = {word for page in found if page.entry.language == language for word in page.words}
    name = f"base-forms-{search.edition_of(language)}"
    known = search.Words.of_json(recall(memory, name))
    if missing := known.missing(words):
        known = search.look_up(language, missing, known)
        remember(memory, name, known.json())
    return known.of(words)


def _beside(every_page: list[PageView]) -> Iterator[tuple[str, bytes]]:
    """The files beside the pages: each table as CSV, each chart's specification."""
    for view in every_page:
        for table in within(view, Table):
            yield table.csv[1:], csv_bytes(table)
        for drawing in within(view, Drawing):
            yield drawing.spec[1:], charts.spec_json(drawing.chart)


def _cards(theme: Theme, root_view: RootPage, every_page: list[PageView]) -> Iterator[tuple[str, bytes]]:
    """The share card beside each page that has one: none has without a base address."""
    drawn = cards.template(theme)
    for folder, card in (("/", root_view.card), *((view.frame.path, view.frame.card) for view in every_page)):
        if card:
            yield f"{folder[1:]}{CARD}", pictures.png(cards.svg(drawn, card))


def _manifests(editions: tuple[Edition, ...], theme: Theme, urls: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    icons = tuple((size, urls[pictures.icon_name(size)]) for size in pictures.ICON_SIZES)
    for edition in editions:
        settings = edition.portal.settings
        name, description = edition.text(settings.name), edition.text(settings.description)
        view = Manifest(edition.code, name, description, edition.path("home"), icons, theme.palette.colours[GROUND][0])
        yield f"{edition.code}/manifest.webmanifest", publishing.manifest(view)


def _publishing(editions: tuple[Edition, ...], every_page: list[PageView]) -> Iterator[tuple[str, bytes]]:
    first = editions[0]
    settings, base, preview = first.portal.settings, first.base_url, first.preview
    searched = any(isinstance(view, SearchPage) for view in every_page)
    yield MARKER, SIGNATURE + publishing.headers(Headers(preview, search=searched))
    yield "_redirects", publishing.redirects(Redirects(first.addresses.aliases, first.portal.languages))
    yield "robots.txt", publishing.robots(Robots(base, preview))
    if base and not preview:
        entries = tuple(
            SitemapEntry(
                view.frame.path,
                tuple((each.language, each.path) for each in view.frame.languages),
                # Readers of any other language choose at the root.
                default="/" if view.frame.choice else None,
            )
            for view in every_page
        )
        yield "sitemap.xml", publishing.sitemap(Sitemap(base, entries))
    if settings.security:
        canonical = f"{base}/.well-known/security.txt" if base else None
        contact = SecurityContact(
            settings.security.contact, settings.security.expires, first.portal.languages, canonical
        )
        yield ".well-known/security.txt", publishing.security(contact)
