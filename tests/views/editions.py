"""Editions of an invented portal, in English or Swedish, without catalogs: the messages are their ids.

In: records, and what the publisher has said. Out: an edition, from which the test makes its view.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sitegen.language.language import language
from sitegen.model.addresses import addresses
from sitegen.model.indicators import Indicator
from sitegen.model.projects import Project
from sitegen.views.edition import Edition
from tests.derive.records import portal


def edition(
    *records: Project | Indicator, code: str = "en", base_url: str | None = None, preview: bool = False, **said: object
) -> Edition:
    """An edition of a portal with these records. said: settings that only the publisher can fill."""
    made = portal(*records)
    made = replace(made, settings=made.settings.model_copy(update=said))
    return Edition(made, language(code, (Path("nowhere"),)), addresses(made), base_url, preview)


def written(of: Edition, date: str | None, *, estimated: bool = False) -> Edition:
    """The edition with that date of its documents."""
    documents = (each.model_copy(update={"date": date, "estimated": estimated}) for each in of.portal.documents)
    return replace(of, portal=replace(of.portal, documents=tuple(documents)))
