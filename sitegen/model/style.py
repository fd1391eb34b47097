"""Where files depart from the canonical style, and how they read in it.

In: sources and the portal's languages. Out: canonical texts of the files that have no fault of their own. A file with a
comment has no canonical text: the style has no comments, and nothing that somebody typed may be lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sitegen.model.canonical import plain
from sitegen.model.check import validate
from sitegen.model.kinds import kind_of
from sitegen.source.comments import first_comment
from sitegen.source.problems import Problem, say
from sitegen.source.style import first_difference, write_prose, write_yaml
from sitegen.source.tree import Sources


def canonical_texts(sources: Sources, languages: tuple[str, ...]) -> Mapping[str, str]:
    """The canonical text of every faultless file without a comment, by path."""
    return dict(_canonical(sources, languages))


def _canonical(sources: Sources, languages: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for path, document in sources.documents.items():
        if (placed := kind_of(path)) and not first_comment(document.text):
            record, _ = validate(document, placed[0].record, languages)
            if record is not None:
                yield path, write_yaml(plain(record))
    for path, prose in sources.prose.items():
        if (placed := kind_of(path)) and not first_comment(prose.front.text):
            record, _ = validate(prose.front, placed[0].record, languages)
            if record is not None:
                yield path, write_prose(plain(record), prose.body)


def comments(sources: Sources) -> Iterator[Problem]:
    """A warning for each file that has a comment, at the first."""
    fronts = (prose.front for prose in sources.prose.values())
    for document in (*sources.documents.values(), *fronts):
        if place := first_comment(document.text):
            yield Problem(
                document.path,
                place.line + document.line_offset,
                place.column,
                say("A remark behind “#” stands here. “build.py format” would lose it and leaves the file as it is."),
                say("Move it into the field “note” where there is one, or delete it."),
                warning=True,
            )


def departures(sources: Sources, languages: tuple[str, ...]) -> Iterator[Problem]:
    """A warning for each file that is not written in the canonical style, at the first place that departs."""
    yield from comments(sources)
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
