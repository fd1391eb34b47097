"""What may be given only once: an id or a period in its list, an address in its folder, a code on its roadmap.

In: documents and the records that they are to be. Out: problems, each at the second place and naming the
first. Data that has a fault of another sort takes part all the same.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from sitegen.model.fields import Record
from sitegen.model.indicators import Indicator
from sitegen.model.programme import Group, Roadmap
from sitegen.model.projects import Project
from sitegen.model.references import Entry, Part
from sitegen.model.settings import PageFront, SectionSetting
from sitegen.model.sources import Document
from sitegen.source.problems import Message, Problem, say
from sitegen.source.yamltext import Key

OWN_NAMES = ("id", "code", "period")
"""The fields that tell the items of one list apart."""
FOLDERS: Mapping[type[Record], str] = {
    Document: "document",
    Roadmap: "roadmap",
    Project: "project",
    Indicator: "indicator",
    Group: "group",
    SectionSetting: "",
    PageFront: "",
}
"""In which folder the address of a record stands; "" is the folder of its language."""

Given = tuple[tuple[str, ...], Entry, Key]
"""What may be given only once (its last part is what an editor sees), by which entry, and where."""


def _alike(value: tuple[str, ...]) -> tuple[str, ...]:
    """What is the same for all that readers and people who look for it would take for the same: A19, a19, A 19."""
    return (*value[:-1], "".join(unicodedata.normalize("NFKC", value[-1]).casefold().split()))


def check_once(entries: Iterable[Entry]) -> Iterator[Problem]:
    """Everything that is given a second time."""
    first: dict[tuple[str, ...], tuple[str, Entry, Key]] = {}
    for value, entry, loc in _given(entries):
        if (alike := _alike(value)) in first:
            written, other, other_loc = first[alike]
            line = other.document.place(other_loc).line
            yield entry.problem(loc, *taken(value[-1], other.document.path, line, written=written))
        first.setdefault(alike, (value[-1], entry, loc))


def taken(value: str, path: str, line: int, *, written: str) -> tuple[Message, Message]:
    """The words for an id, address or code that is given twice. written: how it is written the first time."""
    if value == written:
        message = say("“%(value)s” is already used in %(path)s, line %(line)s.", value=value, path=path, line=line)
        return message, say("Choose another one.")
    message = say(
        "“%(value)s” differs too little from “%(written)s” in %(path)s, line %(line)s.",
        value=value,
        written=written,
        path=path,
        line=line,
    )
    return message, say("Choose another one; capitals and spaces tell no two apart.")


def _given(entries: Iterable[Entry]) -> Iterator[Given]:
    for entry in entries:
        for part in entry.parts():
            yield from _own_name(entry, part)
            yield from _code(entry, part)
            yield from _slugs(entry, part)


def _own_name(entry: Entry, part: Part) -> Iterator[Given]:
    """The id of an item of a list."""
    if not part.loc or not isinstance(part.loc[-1], int):
        return
    name = next((name for name in OWN_NAMES if name in part.kind.model_fields), "")
    for loc, found in part.texts(name):
        yield ("item", entry.document.path, *map(str, part.loc[:-1]), found), entry, loc


def _code(entry: Entry, part: Part) -> Iterator[Given]:
    if part.kind is Project:
        for loc, code in part.texts("code"):
            yield ("code", str(part.data.get("roadmap")), code), entry, loc


def _slugs(entry: Entry, part: Part) -> Iterator[Given]:
    """Addresses, earlier ones too: a page cannot stand where another is led on from."""
    if part.kind not in FOLDERS:
        return
    for name in ("slug", "aliases"):
        for language, loc, slug in _by_language(entry, part, name):
            yield ("address", FOLDERS[part.kind], language, slug), entry, loc


def _by_language(entry: Entry, part: Part, name: str) -> Iterator[tuple[str, Key, str]]:
    """(language, place, slug) of the slugs in a field: each under its language, or all in that of the file."""
    if part.kind is PageFront:
        yield from ((entry.document.path.split(".")[-2], loc, slug) for loc, slug in part.texts(name))
    elif isinstance(value := part.data.get(name), dict):
        within = Part((*part.loc, name), part.kind, value)
        yield from ((language, loc, slug) for language in value for loc, slug in within.texts(language))
