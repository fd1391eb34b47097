"""Which values were printed before their period was over.

In: a portal and an observation. Out: the document that the observation is from, if it was written too early.
Only observations are of a period: the status of a project is what was seen at a date, and is never incomplete.
"""

from __future__ import annotations

import calendar
import datetime

from sitegen.language.marks import N_
from sitegen.model.indicators import Observation
from sitegen.model.portal import Portal
from sitegen.model.sources import Document

RULE = N_(
    "A value is incomplete when its period ends after the date of the document that prints it. Of a document that is "
    "dated by month or year alone, the last day counts. Values of an incomplete period are marked wherever they "
    "stand. A finding on one says how it stood when the document was written, and no change is calculated from it. "
    "Values of a document that has neither a date nor an estimate of one are not marked."
)
"""The rule as the method page states it."""


def last_day(date: str) -> datetime.date:
    """The last day of a year, a month or a day."""
    year, month, day = (*(int(part) for part in date.split("-")), 0, 0)[:3]
    month = month or 12
    return datetime.date(year, month, day or calendar.monthrange(year, month)[1])


def early_document(portal: Portal, observation: Observation) -> Document | None:
    """The document of an incomplete observation; None of a complete one.

    Decision: the document's date is taken as late as it can have been (October is its last day), so that a value is
    called incomplete only where it must be. Without a date of the document nothing is known, and nothing is marked.
    """
    document = portal.document[observation.source.document]
    if document.date is None or last_day(observation.period) <= last_day(document.date):
        return None
    return document
