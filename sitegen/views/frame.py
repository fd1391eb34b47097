"""What every page shows around its own content: header, crumbs, language links, footer, citation.

In: an edition and what is particular to the page. Out: a Frame.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from sitegen.model.addresses import PageKey
from sitegen.model.settings import SectionId
from sitegen.views.cards import Card
from sitegen.views.documents import as_of
from sitegen.views.edition import Edition
from sitegen.views.values import Link

NAVIGATION = (
    SectionId.PROGRAMME,
    SectionId.ROADMAPS,
    SectionId.PROJECTS,
    SectionId.INDICATORS,
    SectionId.COSTS,
)
FOOTER = (SectionId.USE_CASES, SectionId.SOURCES, SectionId.METHOD)


@dataclass(frozen=True)
class Navigation:
    """An entry of the main menu. current: the page lies in this section."""

    link: Link
    current: bool


@dataclass(frozen=True)
class Alternate:
    """The same page in another language. words: the link in that language. url: absolute where known."""

    language: str
    words: str
    path: str
    url: str


@dataclass(frozen=True)
class Frame:
    """The surroundings of a page.

    kind, id: what it is about. as_of: what its data is as of, in words; "" for a page without data.
    canonical: its full address, or "" where there is none. languages: all, this one included.
    choice: full address of the choice of language, on a home page that has one.
    direction: of writing. not_official: said where no publisher is named. translated: that wordings are ours, or "".
    search: path of the page that a search leads to, or "" where the portal has none.
    publisher, text_licence, data_licence, feedback: None where the publisher has not said.
    report: address for reporting an error on the page, or "" where there is no feedback address.
    card: the picture that stands for the page elsewhere; None where the page has no full address.
    """

    language: str
    direction: str
    kind: str
    id: str
    path: str
    title: str
    description: str
    portal: str
    not_official: str
    translated: str
    home: str
    navigation: tuple[Navigation, ...]
    crumbs: tuple[Link, ...]
    languages: tuple[Alternate, ...]
    canonical: str
    choice: str
    as_of: str
    search: str
    footer: tuple[Link, ...]
    publisher: Link | None
    text_licence: Link | None
    data_licence: Link | None
    feedback: str
    report: str
    card: Card | None = None


def frame(  # noqa: PLR0913 - what pages differ in, by name
    edition: Edition,
    key: PageKey,
    title: str,
    description: str,
    *,
    crumbs: tuple[Link, ...] = (),
    dates: tuple[str, ...] | None = None,
    done: tuple[str, ...] = (),
    undated: int = 0,
) -> Frame:
    """The frame of a page.

    dates, done, undated: what its data is as of, as `as_of` takes it; no dates (None) for a page without data.
    """
    settings = edition.portal.settings
    path = edition.addresses.path(key, edition.code)
    return Frame(
        language=edition.code,
        direction=edition.language.direction,
        kind=key.id if key.kind == "section" else key.kind,
        id="" if key.kind == "section" else key.id,
        path=path,
        title=title,
        description=description,
        portal=edition.text(settings.name),
        not_official=not_official(edition),
        translated=_translated(edition),
        home=edition.path("home"),
        navigation=tuple(_navigation(edition, path, section) for section in NAVIGATION),
        crumbs=crumbs,
        languages=tuple(_alternate(edition, key, code) for code in edition.portal.languages),
        canonical=_indexed(edition, path),
        choice=_indexed(edition, "/") if key.kind == "home" else "",
        as_of="" if dates is None else as_of(edition, dates, done, undated),
        search=edition.path("section", SectionId.SEARCH.value) if edition.has(SectionId.SEARCH) else "",
        footer=(*(edition.section_link(section) for section in FOOTER), *_pages(edition)),
        publisher=_publisher(edition),
        text_licence=_licence(edition, "text_licence"),
        data_licence=_licence(edition, "data_licence"),
        feedback=settings.feedback or "",
        report=_report(edition, title, path),
    )


def not_official(edition: Edition) -> str:
    """That the portal is not the city's own site, as long as no publisher is named; else ""."""
    if edition.portal.settings.publisher is not None:
        return ""
    return edition.language.ngettext(
        "This portal is made from %(city_genitive)s own document. It is not the official site of the city.",
        "This portal is made from %(city_genitive)s own documents. It is not the official site of the city.",
        len(edition.portal.documents),
        city_genitive=edition.text(edition.portal.settings.city_genitive),
    )


def _translated(edition: Edition) -> str:
    """That most wordings in this language are translations made here, where they are; else ""."""
    if edition.code not in edition.portal.translated:
        return ""
    return edition.language.gettext(
        "The names of projects and indicators, and the other texts of the source, are translations into this language "
        "made for this portal, unless they have an official wording in it."
    )


def _navigation(edition: Edition, path: str, section: SectionId) -> Navigation:
    link = edition.section_link(section)
    return Navigation(link, path.startswith(link.url))


def _alternate(edition: Edition, key: PageKey, code: str) -> Alternate:
    words = next(language.link for language in edition.portal.settings.languages if language.code == code)
    path = edition.addresses.path(key, code)
    return Alternate(code, words, path, _indexed(edition, path))


def _indexed(edition: Edition, path: str) -> str:
    """The full address of a path that search engines should know, or ""."""
    return edition.absolute(path) if edition.base_url and not edition.preview else ""


def _pages(edition: Edition) -> tuple[Link, ...]:
    return tuple(Link(edition.name("page", page.id), edition.path("page", page.id)) for page in edition.portal.pages)


def _publisher(edition: Edition) -> Link | None:
    publisher = edition.portal.settings.publisher
    return Link(edition.text(publisher.name), publisher.url or "") if publisher else None


def _report(edition: Edition, title: str, path: str) -> str:
    """Where an error on the page is reported: a letter with the page's title and address, or the publisher's page."""
    feedback = edition.portal.settings.feedback or ""
    if not feedback or "://" in feedback:
        return feedback
    subject = edition.language.gettext("Error on the page “%(title)s”", title=title)
    return f"mailto:{feedback}?subject={quote(subject)}&body={quote(edition.absolute(path), safe='')}"


def _licence(edition: Edition, name: str) -> Link | None:
    licence = getattr(edition.portal.settings, name)
    return Link(edition.text(licence.name), licence.url) if licence else None
