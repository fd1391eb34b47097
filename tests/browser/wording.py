"""The words that a page may use in a language, each from where it can only have come.

In: a portal, a language and the view of a page. Out: words in lower case. Four things give words: the messages of the
language's catalog that pages use (ids do not count but for English), the dates that it inflects, CLDR's names of
months and words between items, and the page's view. A word of the view counts if the content or a document has it in
that language: ids and the names of phases and kinds, which stand in views too, are in no language.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path

from babel import Locale
from babel.messages.pofile import read_po
from pydantic import BaseModel

from sitegen import pipeline
from sitegen.language.catalogs import MESSAGE_LANGUAGE, catalog_bytes
from sitegen.language.dates import Form
from sitegen.language.language import language
from sitegen.model.addresses import addresses
from sitegen.model.fields import ID_PATTERN
from sitegen.model.portal import Portal
from sitegen.model.sources import Document
from sitegen.views.edition import Edition
from sitegen.views.pages.prose import not_found_page, root_page
from sitegen.views.site import View, pages, within
from sitegen.views.values import Prose

WORD = re.compile(r"[^\W\d_]{2,}")
ADDRESS = re.compile(r"(?<!\S)(?:https?:/)?/\S+")
PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w+\}")
# Where messages of pages come from; those of the command line name fields of files, in English.
ROOMS = ("sitegen/views/", "sitegen/derive/", "themes/")
PRINTED, UNPUBLISHED = "printed", "note"
"""Fields of records: wordings that stand so in a document, and what is not published."""


@dataclass(frozen=True)
class Spoken:
    """A language of a portal. others: its other languages. printed: documents are in it."""

    code: str
    others: frozenset[str]
    printed: bool


def words(texts: Iterable[str]) -> frozenset[str]:
    """Runs of two letters or more. A letter alone is in every alphabet; a number or an address in no language."""
    return frozenset(word.casefold() for text in texts for word in WORD.findall(ADDRESS.sub(" ", text)))


@cache
def views(root: Path) -> Mapping[str, View]:
    """The view of each page of the portal at `root`, by its address; of what is missing, by "/sv/404" and "/404"."""
    editions = _editions(root)
    own = {view.frame.path: view for edition in editions for view in pages(edition)}
    missing = {f"/{edition.code}/404": not_found_page(edition) for edition in editions}
    roots = {"/": root_page(editions, not_found=False), "/404": root_page(editions, not_found=True)}
    return {**own, **missing, **roots}


@cache
def _portal(root: Path) -> Portal:
    portal = pipeline.read(root).checked.portal
    assert portal is not None
    return portal


def _editions(root: Path) -> tuple[Edition, ...]:
    portal, folders = _portal(root), pipeline.catalogs(root)
    known = addresses(portal)
    return tuple(Edition(portal, language(code, folders), known, None, preview=False) for code in portal.languages)


@cache
def translated(root: Path, code: str) -> frozenset[str]:
    """What pages say in the messages of a language; those of the message ids' own language are the ids."""
    english = code == MESSAGE_LANGUAGE
    po = catalog_bytes(pipeline.catalogs(root), _portal(root).languages[0] if english else code)
    messages = [each for each in read_po(io.BytesIO(po or b"")) if each.id and not each.fuzzy]
    used = [each for each in messages if any(place.startswith(ROOMS) for place, _ in each.locations)]
    forms = [each.id if english else each.string or "" for each in used]
    said = [text for form in forms for text in ((form,) if isinstance(form, str) else form)]
    return words(PLACEHOLDER.sub(" ", text) for text in said)


@cache
def dated(root: Path, code: str) -> frozenset[str]:
    """Dates in each form that a sentence may ask for, and places in a row: the catalog's endings on CLDR's words."""
    spoken = language(code, pipeline.catalogs(root))
    dates = ("2024", *(f"2024-{month:02}{day}" for month in range(1, 13) for day in ("", "-01")))
    inflected = (spoken.date(date, form) for date in dates for form in Form)
    return words((*inflected, *(spoken.ordinal(place) for place in range(1, 11))))


@cache
def regional(code: str) -> frozenset[str]:
    """What CLDR says of dates and enumerations in a language."""
    locale = Locale.parse(code, sep="-")
    months = (name for use in locale.months.values() for width in use.values() for name in width.values())
    between = (text for patterns in locale.list_patterns.values() for text in patterns.values())
    return words((*months, *between, *(str(form) for form in locale.date_formats.values())))


@cache
def written(root: Path, code: str) -> frozenset[str]:
    """What the content says in a language, documents in that language included."""
    portal = _portal(root)
    spoken = Spoken(
        code, frozenset(portal.languages) - {code}, code in {document.language for document in portal.documents}
    )
    return words(_texts(portal, spoken))


def of_view(view: object, root: Path) -> frozenset[str]:
    """Every word in a view and in the text that joins its page, whatever it is for."""
    bodies = _portal(root).bodies
    return words((*_strings(view), *(bodies[prose.path] for prose in within(view, Prose))))


def known(root: Path, code: str, seen: frozenset[str]) -> frozenset[str]:
    """The words that a page may use in a language. seen: those in its view."""
    return translated(root, code) | dated(root, code) | regional(code) | (seen & written(root, code))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from _strings(tuple(value.values()))
    elif isinstance(value, tuple | list | frozenset):
        for item in value:
            yield from _strings(item)
    elif is_dataclass(value):
        yield from _strings(tuple(getattr(value, field.name) for field in fields(value)))


def _texts(value: object, spoken: Spoken) -> Iterator[str]:
    """The texts of content in a language. What is in no language (codes, standards, addresses) is in each."""
    if isinstance(value, str):
        if not ID_PATTERN.fullmatch(value):
            yield value
    elif isinstance(value, Document):
        yield from _document(value, spoken)
    elif isinstance(value, Mapping):
        yield from _mapping(value, spoken)
    elif isinstance(value, BaseModel):
        published = [name for name in type(value).model_fields if name != UNPUBLISHED]
        told = [name for name in published if name != PRINTED or spoken.printed]
        yield from _texts(tuple(getattr(value, name) for name in told), spoken)
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item, spoken)
    elif is_dataclass(value):
        yield from _texts(tuple(getattr(value, field.name) for field in fields(value)), spoken)


def _mapping(value: Mapping[object, object], spoken: Spoken) -> Iterator[str]:
    """A text in each language, or prose by kind, id and language."""
    for key, text in value.items():
        if isinstance(key, tuple):
            yield from _texts(text, spoken) if key[-1] == spoken.code else ()
        elif isinstance(key, str) and key.endswith(".md"):
            yield from _texts(text, spoken) if key.endswith(f".{spoken.code}.md") else ()
        elif key == spoken.code and isinstance(text, str | Mapping):
            yield from _strings(text)  # a name, or its form for each plural category
        elif key not in spoken.others:
            yield from _texts(text, spoken)


def _document(document: Document, spoken: Spoken) -> Iterator[str]:
    """Its title in any language, and what is printed in its own."""
    yield from _texts(document.title, spoken)
    if document.language == spoken.code:
        yield document.issuer or ""
        for section in document.sections:
            yield from (section.heading, *section.lines, *section.columns)
            yield from (cell for row in section.rows for cell in row.cells)
