"""Where files depart from the canonical style, and how they read in it.

In: sources and the portal's languages. Out: canonical texts of the files that have no fault of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sitegen.model.canonical import plain
from sitegen.model.check import validate
from sitegen.model.kinds import kind_of
from sitegen.source.problems import Problem, say
from sitegen.source.style import first_difference, write_prose, write_yaml
from sitegen.source.tree import Sources


def canonical_texts(sources: Sources, languages: tuple[str, ...]) -> Mapping[str, str]:
    """The canonical text of every faultless file, by path."""
    return dict(_canonical(sources, languages))


def _canonical(sources: Sources, languages: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for path, document in sources.documents.items():
        if placed := kind_of(path):
            record, _ = validate(document, placed[0].record, languages)
            if record is not None:
                yield path, write_yaml(plain(record))
    for path, prose in sources.prose.items():
        if placed := kind_of(path):
            record, _ = validate(prose.front, placed[0].record, languages)
            if record is not None:
                yield path, write_prose(plain(record), prose.body)


def departures(sources: Sources, languages: tuple[str, ...]) -> Iterator[Problem]:
    """A warning for each file that is not written in the canonical style, at its first difference."""
    for path, text in canonical_texts(sources, languages).items():
        if (line := first_difference(sources.texts[path], text)) is not None:
            yield Problem(
                path,
                line,
                1,
                say("The file departs from the canonical style from this line on."),
                say("Run “build.py format %(path)s”.", path=path),
                warning=True,
            )
