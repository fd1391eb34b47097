"""Prose stands beside its record, and in every language of the portal or in none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sitegen.model.kinds import FACTS, PAGE, kind_of
from sitegen.source.problems import Problem, say
from sitegen.source.tree import Sources


def check_prose(sources: Sources, languages: tuple[str, ...]) -> Iterator[Problem]:
    """Faults in which files of prose there are; what they say is not looked at."""
    found: defaultdict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for path in sources.texts:
        placed = kind_of(path)
        if placed and "language" in placed[1]:
            kind, names = placed
            found[kind.name, names["id"]][names["language"]] = path
    for (kind_name, record_id), paths in sorted(found.items()):
        yield from _languages(paths, languages)
        yield from _record(sources, kind_name, record_id, paths)


def _languages(paths: dict[str, str], languages: tuple[str, ...]) -> Iterator[Problem]:
    if not languages:
        return
    for language, path in paths.items():
        if language not in languages:
            yield Problem(
                path,
                1,
                1,
                say("“%(value)s” is not a language of this portal.", value=language),
                say("Write one of: %(known)s.", known=", ".join(languages)),
            )
    missing = [language for language in languages if language not in paths]
    if missing and len(missing) < len(languages):
        path = next(iter(paths.values()))
        yield Problem(
            path,
            1,
            1,
            say("The text is missing in: %(missing)s.", missing=", ".join(missing)),
            say("Write the missing file, or remove this one: a text is in every language or in none."),
        )


def _record(sources: Sources, kind_name: str, record_id: str, paths: dict[str, str]) -> Iterator[Problem]:
    if kind_name == PAGE.name:
        return
    record_path = next(kind.path for kind in FACTS if kind.name == kind_name).replace("{id}", record_id)
    if record_path not in sources.texts:
        for path in paths.values():
            yield Problem(
                path,
                1,
                1,
                say("There is no record for this text: %(path)s is missing.", path=record_path),
                say("Name the file after the record it belongs to, with the language before “.md”."),
            )
