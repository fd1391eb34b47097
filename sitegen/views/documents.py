"""From when what a page tells is, and when the source was written: what a silence of it is worth depends on that.

In: an edition and dates. Out: a sentence. It must not know on which page the sentence stands.
"""

from __future__ import annotations

from sitegen.language.dates import Form
from sitegen.views.edition import Edition


def as_of(edition: Edition, dates: tuple[str, ...], done: tuple[str, ...] = ()) -> str:
    """What the data of a page is as of; without dates, when the source was written.

    done: those of them that only finished projects have, which are named apart from the others.
    """
    gettext = edition.language.gettext
    if not dates:
        return written(edition)
    others = tuple(date for date in dates if date not in done)
    if not others or not done:
        return gettext("The data is %(dates)s.", dates=_from(edition, dates))
    return gettext(
        "The data is %(dates)s, for finished projects %(done)s.",
        dates=_from(edition, others),
        done=_from(edition, done),
    )


def _from(edition: Edition, dates: tuple[str, ...]) -> str:
    return edition.language.list(edition.language.date(date, Form.FROM) for date in dates)


def written(edition: Edition) -> str:
    """From when the latest document is, whether that is our estimate; or that none has a date."""
    language, documents = edition.language, edition.portal.documents
    dated = [(document.date, document.estimated) for document in documents if document.date]
    if not dated:
        return language.ngettext("The source is undated.", "The sources are undated.", len(documents))
    date, estimated = max(dated)
    when = language.date(date, Form.FROM)
    if estimated:
        return language.ngettext(
            "The source is %(when)s, by our estimate.",
            "The latest source is %(when)s, by our estimate.",
            len(documents),
            when=when,
        )
    return language.ngettext("The source is %(when)s.", "The latest source is %(when)s.", len(documents), when=when)
