"""The texts of records that are ours to word, in all languages; what stands as printed is not among them.

In: what the source room read. Out: each text with its place. It must not know what is looked for in them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sitegen.model.kinds import kind_of
from sitegen.model.references import parts
from sitegen.source.problems import Message, Problem
from sitegen.source.tree import Sources
from sitegen.source.yamltext import Document, Key

ADDRESSES = frozenset({"slug", "aliases"})
"""What is given once a language but is no text."""
FRONT_TEXTS = ("title", "summary")
"""The texts in front matter: in the language of the file."""


@dataclass(frozen=True)
class Wording:
    """One text of a record, in each language that it is given in.

    form: the plural category that it stands in within each language, if any.
    """

    document: Document
    loc: Key
    texts: Mapping[str, str]
    form: Key = ()

    def warning(self, language: str, message: Message, hint: Message) -> Problem:
        """A warning at the text in `language`."""
        place = self.document.place((*self.loc, language, *self.form))
        return Problem(self.document.path, place.line, place.column, message, hint, warning=True)


def wordings(sources: Sources, languages: tuple[str, ...]) -> Iterator[Wording]:
    """Every text of every record, in the order of paths. Transcripts and printed forms are given in no language."""
    for path, document in sources.documents.items():
        kind, _ = kind_of(path) or (None, {})
        for part in parts(kind.record, document.data) if kind else ():
            for name, value in part.data.items():
                if name not in ADDRESSES and isinstance(value, dict) and {*value} <= {*languages}:
                    yield from _forms(document, (*part.loc, name), value)
    for path, prose in sources.prose.items():
        _, names = kind_of(path) or (None, {})
        for name in FRONT_TEXTS:
            if isinstance(text := prose.front.data.get(name), str) and "language" in names:
                yield Wording(prose.front, (name,), {names["language"]: text})


def _forms(document: Document, loc: Key, value: Mapping[str, Any]) -> Iterator[Wording]:
    """The texts without forms, and those of each plural category."""
    yield Wording(document, loc, _texts(value))
    forms = {language: texts for language, texts in value.items() if isinstance(texts, dict)}
    for category in dict.fromkeys(category for texts in forms.values() for category in texts):
        texts = {language: texts.get(category) for language, texts in forms.items()}
        yield Wording(document, loc, _texts(texts), (category,))


def _texts(value: Mapping[str, Any]) -> Mapping[str, str]:
    return {language: text for language, text in value.items() if isinstance(text, str)}
