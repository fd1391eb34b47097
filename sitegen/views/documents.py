"""When the source was written: what a silence of it is worth depends on that.

In: an edition. Out: a sentence. It must not know on which page the sentence stands.
"""

from __future__ import annotations

from sitegen.language.dates import Form
from sitegen.views.edition import Edition


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
