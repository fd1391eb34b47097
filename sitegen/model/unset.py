"""What check counts without calling it a fault: settings that only the publisher can fill, texts translated here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sitegen.model.kinds import SETTINGS
from sitegen.model.portal import Portal
from sitegen.model.references import walk
from sitegen.model.settings import Settings
from sitegen.source.problems import Message, Problem, say

PUBLISHER_ONLY = ("publisher", "text_licence", "data_licence", "feedback", "base_url", "statement", "security")


def notices(portal: Portal) -> Iterator[Problem]:
    """A warning for each unset field, and one for each language with texts translated here."""
    for name in PUBLISHER_ONLY:
        if getattr(portal.settings, name) is None:
            help_text = Message(str(Settings.model_fields[name].description), {})
            yield Problem(
                SETTINGS.path,
                1,
                1,
                say("“%(field)s” is not set; the pages say so.", field=name),
                say("Add it when the publisher has decided: %(help)s", help=help_text),
                warning=True,
            )
    for language, count in translated(portal).items():
        yield Problem(
            SETTINGS.path,
            1,
            1,
            say("Records with a text translated here, in “%(language)s”: %(count)s.", language=language, count=count),
            say("Replace a translation by the official wording where there is one, and remove the mark."),
            warning=True,
        )


def translated(portal: Portal) -> Counter[str]:
    """How many records have a text that was translated here, by language."""
    records = (
        portal.programme,
        *portal.roles,
        *portal.documents,
        *portal.roadmaps,
        *portal.projects,
        *portal.indicators,
    )
    found = (getattr(part, "translated", ()) for record in records for _, part in walk(record))
    return Counter(language for languages in found for language in languages)
