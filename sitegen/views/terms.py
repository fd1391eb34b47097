"""Where the words of the vocabularies are explained: the sections of the portal that list what each of them holds.

In: the name of a vocabulary and the id of a term. Out: addresses and links. An address is made of ids, so that it
stays when a name is reworded. This module must not know what stands in those sections.
"""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.language.marks import N_
from sitegen.model.settings import SectionId
from sitegen.views import themes
from sitegen.views.edition import Edition
from sitegen.views.values import Link

PLACES: Mapping[str, SectionId] = {
    "theme": SectionId.PROGRAMME,
    "year": SectionId.PROGRAMME,
    "benefit": SectionId.PROGRAMME,
    "status": SectionId.PROGRAMME,
    "need": SectionId.USE_CASES,
    "level": SectionId.USE_CASES,
    "role": SectionId.USE_CASES,
}
TITLES: Mapping[str, str] = {
    "theme": N_("Themes"),
    "year": N_("Years"),
    "benefit": N_("Long-term benefits"),
    "status": N_("Statuses of the projects"),
    "need": N_("Why the projects are needed"),
    "level": N_("Levels"),
    "role": N_("Responsible roles"),
}


def anchor(name: str, term_id: str = "") -> str:
    """The id of a term's part of its page; without a term, that of the whole vocabulary."""
    if term_id:
        return f"{name}-{term_id}"
    return "statuses" if name == "status" else f"{name}s"


def address(edition: Edition, name: str, term_id: str = "") -> str:
    """The address of a term, or of its vocabulary."""
    return f"{edition.path('section', PLACES[name].value)}#{anchor(name, term_id)}"


def vocabulary_title(edition: Edition, name: str) -> str:
    """The heading of a vocabulary."""
    return themes.label(edition, TITLES[name])


def vocabulary_link(edition: Edition, name: str) -> Link:
    """A link to a vocabulary, with its heading."""
    return Link(vocabulary_title(edition, name), address(edition, name))


def term_link(edition: Edition, name: str, term_id: str) -> Link:
    """A link to what a term holds, with the term's name. Raises StopIteration for a term that does not exist."""
    term = next(term for term in edition.portal.vocabulary[name] if term.id == term_id)
    return Link(edition.text(term.name), address(edition, name, term_id))
