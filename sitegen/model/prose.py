"""Prose stands beside its record, and in every language of the portal or in none."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from sitegen.model.kinds import FACTS, PROSE, Kind, kind_of
from sitegen.source.problems import Message, Problem, say
from sitegen.source.tree import Sources

SECOND = re.compile(r"(?P<id>.+)-[0-9]+")
"""How a form names a second file of one name."""

Fault = tuple[Message, Message]


def check_prose(sources: Sources, languages: tuple[str, ...]) -> Iterator[Problem]:
    """Faults in which files of prose there are; what they say is not looked at."""
    found: defaultdict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for path in sources.files:
        kind, names = kind_of(path) or (None, {})
        if kind is not None and "language" in names:
            found[kind.path, names["id"]][names["language"]] = path
    for (_, record_id), paths in sorted(found.items()):
        yield from _of_one_text(sources, record_id, paths, languages)


def record_path(kind: Kind, record_id: str) -> str | None:
    """The file of facts that a text of `kind` belongs to; None where it belongs to none."""
    facts = {fact.name: fact.path for fact in FACTS} if kind in PROSE else {}
    return facts[kind.name].replace("{id}", record_id) if kind.name in facts else None


def _of_one_text(
    sources: Sources, record_id: str, paths: Mapping[str, str], languages: tuple[str, ...]
) -> Iterator[Problem]:
    """Of a text without record or in a strange language, no other fault is told: it would follow from that one."""
    kind, _ = kind_of(next(iter(paths.values()))) or (None, {})
    record = record_path(kind, record_id) if kind is not None else None
    if record is not None and record not in sources.files:
        for language, path in paths.items():
            yield Problem(path, 1, 1, *_without_record(sources, path, language, record))
        return
    strange = [language for language in paths if languages and language not in languages]
    for language in strange:
        yield Problem(paths[language], 1, 1, *_strange(language, languages))
    missing = [language for language in languages if language not in paths]
    if missing and not strange:
        yield Problem(next(iter(paths.values())), 1, 1, *_missing(missing))


def _without_record(sources: Sources, path: str, language: str, record: str) -> Fault:
    first = SECOND.fullmatch(path.removesuffix(f".{language}.md"))
    if first and f"{first['id']}.yaml" in sources.files:
        return (
            say("This is a second text of %(path)s.", path=f"{first['id']}.yaml"),
            say("Move what it says into %(path)s, and delete this file.", path=f"{first['id']}.{language}.md"),
        )
    return (
        say("There is no record for this text: %(path)s is missing.", path=record),
        say("Name the file after the record it belongs to, with the language before “.md”."),
    )


def _strange(language: str, languages: tuple[str, ...]) -> Fault:
    return (
        say("“%(value)s” is not a language of this portal.", value=language),
        say("Write one of: %(known)s.", known=", ".join(languages)),
    )


def _missing(missing: list[str]) -> Fault:
    return (
        say("The text is missing in: %(missing)s.", missing=", ".join(missing)),
        say("Write the missing file, or remove this one: a text is in every language or in none."),
    )
