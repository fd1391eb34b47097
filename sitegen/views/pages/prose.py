"""Pages of prose, the page that is shown where nothing is found, and the choice of language."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sitegen.model.addresses import PageKey
from sitegen.model.portal import Page
from sitegen.model.settings import PageFacts, SectionId
from sitegen.views.cards import Card
from sitegen.views.edition import Edition
from sitegen.views.frame import Alternate, Frame, frame, not_official
from sitegen.views.prose import with_links
from sitegen.views.values import Link, Prose


@dataclass(frozen=True)
class Facts:
    """What only the publisher can say. stated: (label, words). unstated: what is left open, in one sentence, or ""."""

    heading: str
    stated: tuple[tuple[str, str], ...]
    unstated: str


@dataclass(frozen=True)
class ProsePage:
    """A page of prose. facts: what follows the text, if anything does."""

    frame: Frame
    prose: Prose
    facts: Facts | None


@dataclass(frozen=True)
class NotFoundPage:
    """What is shown where an address leads nowhere."""

    frame: Frame
    sections: tuple[Link, ...]


@dataclass(frozen=True)
class Choice:
    """A language at the root: its own name, its words for the choice, the portal's name in it, and where it is.

    search: path of the search page, or "" where there is none; search_for, do_search: the words of its form.
    """

    language: str
    name: str
    portal: str
    description: str
    not_official: str
    path: str
    search: str
    search_for: str
    do_search: str
    sections: tuple[Link, ...]


@dataclass(frozen=True)
class RootPage:
    """An equal choice of language. not_found: shown in place of a page that does not exist."""

    choices: tuple[Choice, ...]
    alternates: tuple[Alternate, ...]
    canonical: str
    not_found: tuple[str, ...]
    card: Card | None = None


def prose_page(edition: Edition, page: Page) -> ProsePage:
    """A page of prose in the edition's language."""
    text = page.texts[edition.code]
    return ProsePage(
        frame=frame(edition, PageKey("page", page.id), edition.name("page", page.id), text.front.summary),
        prose=with_links(edition, text.text),
        facts=_facts(edition, text.front.shows) if text.front.shows else None,
    )


def _facts(edition: Edition, shows: PageFacts) -> Facts:
    """Of each fact its label, how it is named where it is open, and its words, "" where it is open."""
    gettext = edition.language.gettext
    if shows is PageFacts.STATEMENT:
        heading, facts = gettext("Facts of the statement"), _statement(edition)
    else:
        publisher = edition.portal.settings.publisher
        name = edition.text(publisher.name) if publisher else ""
        heading, facts = gettext("The publisher"), ((gettext("Publisher"), gettext("the publisher"), name),)
    feedback = edition.portal.settings.feedback or ""
    facts = (*facts, (gettext("Feedback"), gettext("an address for feedback"), feedback))
    unstated = edition.language.list(name for _, name, words in facts if not words)
    return Facts(
        heading,
        tuple((label, words) for label, _, words in facts if words),
        gettext("Not stated: %(facts)s.", facts=unstated) if unstated else "",
    )


def _statement(edition: Edition) -> tuple[tuple[str, str, str], ...]:
    gettext, date = edition.language.gettext, edition.language.date
    statement = edition.portal.settings.statement
    reviewed = statement.reviewed if statement else None
    return (
        (gettext("Standard"), gettext("the standard"), statement.standard if statement else ""),
        (gettext("Level reached"), gettext("the level reached"), edition.text(statement.level) if statement else ""),
        (gettext("Prepared"), gettext("the day of preparation"), date(statement.prepared) if statement else ""),
        (gettext("Last reviewed"), gettext("the day of the last review"), date(reviewed) if reviewed else ""),
    )


def not_found_page(edition: Edition) -> NotFoundPage:
    """The language's own page for addresses that lead nowhere."""
    gettext = edition.language.gettext
    title = gettext("The page was not found")
    home = frame(edition, PageKey("home"), title, gettext("The address leads to no page of the portal."))
    return NotFoundPage(
        frame=replace(home, kind="not-found", canonical="", choice=""),
        sections=_sections(edition),
    )


def _sections(edition: Edition) -> tuple[Link, ...]:
    return tuple(edition.section_link(section) for section in SectionId if edition.has(section))


def root_page(editions: tuple[Edition, ...], *, not_found: bool) -> RootPage:
    """The page at the root, or the one that is shown for any address outside every language."""
    first = editions[0]
    home = frame(first, PageKey("home"), "", "")
    choices = tuple(
        Choice(
            edition.code,
            setting.name,
            edition.text(edition.portal.settings.name),
            edition.text(edition.portal.settings.description),
            not_official(edition),
            edition.path("home"),
            edition.path("section", SectionId.SEARCH.value) if edition.has(SectionId.SEARCH) else "",
            edition.language.gettext("Words to search for"),
            edition.language.gettext("Find"),
            _sections(edition),
        )
        for edition, setting in zip(editions, first.portal.settings.languages, strict=True)
    )
    titles = tuple(edition.language.gettext("The page was not found") for edition in editions)
    indexed = bool(first.base_url) and not first.preview and not not_found
    return RootPage(
        choices=choices,
        alternates=home.languages if indexed else (),
        canonical=first.absolute("/") if indexed else "",
        not_found=titles if not_found else (),
    )
