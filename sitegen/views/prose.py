"""Prose of the content with the addresses of the pages that it links to."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.model.links import link_target
from sitegen.model.portal import Text
from sitegen.views.edition import Edition
from sitegen.views.values import Prose, ProseWords


def prose(edition: Edition, kind: str, record_id: str) -> Prose | None:
    """The prose beside a record, or None where it has none."""
    found = edition.portal.prose.get((kind, record_id, edition.code))
    return with_links(edition, found.text) if found else None


def lead(edition: Edition, kind: str, record_id: str) -> str:
    """The record in a sentence, as its prose has it, or ""."""
    found = edition.portal.prose.get((kind, record_id, edition.code))
    return (found.front.summary or "") if found else ""


def with_links(edition: Edition, text: Text) -> Prose:
    """A text with its links to pages of the portal resolved in the edition's language."""
    return Prose(text.path, _words(edition), tuple(dict(_links(edition, text.links)).items()))


def _words(edition: Edition) -> ProseWords:
    gettext = edition.language.gettext
    return ProseWords(
        gettext("Footnotes"),
        gettext("Footnote %(number)s", number="{}"),
        gettext("Back from footnote %(number)s to the text", number="{}"),
        gettext("Done"),
        gettext("Not done"),
    )


def _links(edition: Edition, targets: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for target in targets:
        if (named := link_target(target)) is not None:
            key, fragment = named
            yield target, f"{edition.addresses.path(key, edition.code)}{fragment}"
