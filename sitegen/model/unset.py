"""What check counts without calling it a fault: what only the publisher can fill, texts translated here, open ends.

In: a whole portal and the files that it was read from. Out: warnings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from sitegen.model.kinds import SETTINGS, kind_of
from sitegen.model.portal import Portal
from sitegen.model.references import parts
from sitegen.model.settings import Settings
from sitegen.source.problems import Message, Problem, say
from sitegen.source.tree import Sources
from sitegen.source.yamltext import Document, Key

PUBLISHER_ONLY = ("publisher", "text_licence", "data_licence", "feedback", "base_url", "statement", "security")
OPEN = "…"
"""What stands where an editor has yet to write."""


def notices(portal: Portal, sources: Sources) -> Iterator[Problem]:
    """A warning for each unset field, for each language with texts translated here, for each text yet to be written."""
    yield from _unset(portal)
    for language, count in sorted(translated(sources).items()):
        yield _of_settings(
            say("Records with a text translated here, in “%(language)s”: %(count)s.", language=language, count=count),
            say("Replace a translation by the official wording where there is one, and remove the mark."),
        )
    yield from _open(sources)


def _unset(portal: Portal) -> Iterator[Problem]:
    for name in PUBLISHER_ONLY:
        if getattr(portal.settings, name) is None:
            help_text = Message(str(Settings.model_fields[name].description), {})
            yield _of_settings(
                say("“%(field)s” is not set; the pages say so.", field=name),
                say("Add it when the publisher has decided: %(help)s", help=help_text),
            )


def _of_settings(message: Message, hint: Message) -> Problem:
    return Problem(SETTINGS.path, 1, 1, message, hint, warning=True)


def translated(sources: Sources) -> Counter[str]:
    """How many records and texts have a wording that was translated here, by language."""
    counted: Counter[str] = Counter()
    for path, document in sources.documents.items():
        kind, _ = kind_of(path) or (None, {})
        for part in parts(kind.record, document.data) if kind else ():
            counted.update({language for _, language in part.texts("translated")})
    for path, prose in sources.prose.items():
        _, names = kind_of(path) or (None, {})
        counted.update([names["language"]] if prose.front.data.get("translated") is True else [])
    return counted


def _open(sources: Sources) -> Iterator[Problem]:
    message, hint = say("“%(open)s” is still to be written.", open=OPEN), say("Write the text.")
    for document in (*sources.documents.values(), *(prose.front for prose in sources.prose.values())):
        for key in _open_ends(document.data):
            yield _at(document, key, message, hint)
    for path, prose in sources.prose.items():
        if prose.body.strip() == OPEN:
            yield Problem(path, prose.body_line, 1, message, hint, warning=True)


def _at(document: Document, key: Key, message: Message, hint: Message) -> Problem:
    place = document.place(key)
    return Problem(document.path, place.line, place.column, message, hint, warning=True)


def _open_ends(data: Any, key: Key = ()) -> Iterator[Key]:
    if data == OPEN:
        yield key
    for name, value in data.items() if isinstance(data, dict) else enumerate(data if isinstance(data, list) else ()):
        yield from _open_ends(value, (*key, name))
