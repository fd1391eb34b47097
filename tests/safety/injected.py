"""A portal with harmful strings in every text field, and its twin with harmless words in the same places.

In: the portal of the invented place, and the declarations of its records. Out: copies of it. Which fields are
texts is read off the JSON Schema of each kind, so that a new field is filled from the day it is declared.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from sitegen import pipeline
from sitegen.model.fields import A_LANGUAGE
from sitegen.model.kinds import FACTS, PROSE, Kind, kind_of
from sitegen.model.portal import Portal
from sitegen.source.damage import damaged, entities
from sitegen.source.style import write_prose, write_yaml
from sitegen.source.tree import Sources, read_sources, read_tree
from tests.safety.strings import STRINGS

Key = tuple[str | int, ...]
LINDHAMN = Path(__file__).resolve().parents[1] / "portals" / "lindhamn"
ADDRESS = re.compile(r"https?://|[^\s@]+@")
STRICT = frozenset({"Settings.base_url"})
"""Strings without a pattern in the schema that are no texts: a harmful one is refused."""
ACCEPTED = tuple(string for string in STRINGS if not any((*damaged(string), *entities(string))))
"""The strings that a text of a record can hold. Those written with HTML's names of characters are refused there."""
UNPUBLISHED = "note"
ADDED: tuple[tuple[str, Key, object], ...] = (("content/programme.yaml", ("statuses", 0, "printed"), ["Printed"]),)
"""Texts that may be left out, and are in that portal."""
CONSTRAINED = {"pattern", "enum", "const", A_LANGUAGE}


@dataclass(frozen=True)
class Place:
    """Where a text stands: file, keys, and the field that is declared, such as 'Project.title'."""

    path: str
    key: Key
    field: str


def declared() -> frozenset[str]:
    """Every text field of every kind of file."""
    return frozenset(field for kind in (*FACTS, *PROSE) for field in _declared(kind)) - STRICT


def _declared(kind: Kind) -> Iterator[str]:
    schema = kind.record.model_json_schema()
    for name, node in {kind.record.__name__: schema, **schema.get("$defs", {})}.items():
        for field, value in node.get("properties", {}).items():
            if field != UNPUBLISHED and any(_is_text(part) for part in _within(value)):
                yield f"{name}.{field}"


def _within(node: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield node
    inner = [node.get("items"), node.get("additionalProperties"), *node.get("anyOf", ())]
    for part in inner:
        if isinstance(part, dict):
            yield from _within(part)


def _is_text(node: Mapping[str, Any]) -> bool:
    return node.get("type") == "string" and not CONSTRAINED & node.keys()


def _limits() -> Iterator[tuple[str, int]]:
    for kind in (*FACTS, *PROSE):
        schema = kind.record.model_json_schema()
        for name, node in {kind.record.__name__: schema, **schema.get("$defs", {})}.items():
            for field, value in node.get("properties", {}).items():
                yield from ((f"{name}.{field}", part["maxLength"]) for part in _within(value) if "maxLength" in part)


LIMITS = dict(_limits())
"""The fields whose texts may only be so long: one string stands in each."""


def places(sources: Sources) -> tuple[Place, ...]:
    """Every text of the content."""
    fronts = {path: prose.front for path, prose in sources.prose.items()}
    return tuple(
        place
        for path, document in sorted({**sources.documents, **fronts}.items())
        for place in _places(path, document.data)
        if place.field not in STRICT and place.key[-1] != UNPUBLISHED
    )


def _places(path: str, data: object) -> Iterator[Place]:
    placed = kind_of(path)
    assert placed is not None
    record = placed[0].record
    schema = record.model_json_schema()
    yield from (
        Place(path, key, field) for key, field in _texts(schema, schema.get("$defs", {}), data, record.__name__, ())
    )


def _texts(
    node: Mapping[str, Any], definitions: Mapping[str, Any], data: object, field: str, key: Key
) -> Iterator[tuple[Key, str]]:
    if "$ref" in node:
        name = node["$ref"].rpartition("/")[2]
        yield from _texts(definitions[name], definitions, data, name, key)
    for part in node.get("anyOf", ()):
        yield from _texts(part, definitions, data, field, key)
    if isinstance(data, dict):
        for name, value in data.items():
            inner, owner = (
                (node["properties"].get(name, {}), f"{field}.{name}")
                if "properties" in node
                else (node.get("additionalProperties", {}), field)
            )
            yield from _texts(inner if isinstance(inner, dict) else {}, definitions, value, owner, (*key, name))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _texts(node.get("items", {}), definitions, value, field, (*key, index))
    elif isinstance(data, str) and data and _is_text(node):
        yield key, field


def written(root: Path, change: Callable[[str], str]) -> Mapping[Place, str]:
    """A copy of the invented portal at `root`, in which every text is led on by harmful strings; what was written.

    Each field that takes long texts holds each string at least once, and texts of a field that were equal stay so.
    change: makes of the strings what is written instead.
    """
    shutil.copytree(LINDHAMN, root)
    sources, _ = read_sources(read_tree(LINDHAMN)[0])
    for path, key, value in ADDED:
        _branch(_data(sources, path), key)[key[-1]] = value
    found = places(sources)
    old = {place: _branch(_data(sources, place.path), place.key)[place.key[-1]] for place in found}
    distinct = dict.fromkeys((place.field, old[place]) for place in found)
    counted, strings = Counter(field for field, _ in distinct), {field: cycle(ACCEPTED) for field in declared()}
    new = {
        (field, text): _led_on(text, change(" ".join(islice(strings[field], -(-len(ACCEPTED) // counted[field])))))
        for field, text in distinct
    }
    for (field, text), limit in ((key, LIMITS[key[0]]) for key in distinct if key[0] in LIMITS):
        fitting = (string for string in strings[field] if len(f"{text} {string}") <= limit)
        new[field, text] = _led_on(text, change(next(fitting)))
    texts = {place: new[place.field, old[place]] for place in found}
    for place, text in texts.items():
        _branch(_data(sources, place.path), place.key)[place.key[-1]] = text
    for path, document in sources.documents.items():
        (root / path).write_text(write_yaml(document.data), encoding="utf-8")
    for path, prose in sources.prose.items():
        (root / path).write_text(write_prose(prose.front.data, prose.body), encoding="utf-8")
    return texts


def _data(sources: Sources, path: str) -> Any:  # noqa: ANN401 - content before it is checked
    return sources.documents[path].data if path in sources.documents else sources.prose[path].front.data


def _branch(data: Any, key: Key) -> Any:  # noqa: ANN401 - likewise
    """The mapping or list that the last part of the key is of."""
    for part in key[:-1]:
        data = data[part]
    return data


def _led_on(old: str, text: str) -> str:
    return f"https://x.example/{''.join(text.split())}" if ADDRESS.match(old) else f"{old} {text}"


def harmless(_: str) -> str:
    """Words that no program takes for anything else."""
    return "harmless words"


def portal(root: Path, change: Callable[[str], str]) -> Portal:
    """The faultless portal at `root`, with every harmful string in the Markdown of a page as well."""
    content = pipeline.read(root)
    assert () == content.problems
    assert content.checked.portal is not None
    added = "\n\n".join(each for string in STRINGS for each in contexts(change(string)))
    bodies = {
        path: f"{body}\n\n{added}\n\nthe end" if "about" in path else body
        for path, body in content.checked.portal.bodies.items()
    }
    return replace(content.checked.portal, bodies=bodies)


def contexts(string: str) -> tuple[str, ...]:
    """Pieces of Markdown with the string in them: alone, in a sentence, in a heading, an item and a table."""
    return string, f"before {string} after", f"## {string}", f"- {string}", f"|a|b|\n|-|-|\n|{string}|c|"
