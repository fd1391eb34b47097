"""The ids that references can name, and the names that editors know them by.

In: what the source room read, and the records that are faultless. Out: ids and names, by kind. It must not know who
refers to them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sitegen.model.assembly import Entries
from sitegen.model.kinds import FACTS, PROGRAMME, ROLES, Kind
from sitegen.model.near import Names
from sitegen.model.programme import Programme, Roles
from sitegen.source.tree import Sources

VOCABULARIES: Mapping[str, str] = {
    "theme": "themes",
    "year": "years",
    "benefit": "benefits",
    "need": "needs",
    "level": "levels",
    "status": "statuses",
    "group": "groups",
    "unit": "units",
}
"""The lists of programme.yaml by the kind of what they hold."""
NAMES = ("name", "title", "printed", "letter")


def known_names(sources: Sources, entries: Entries, looks: tuple[str, ...] | None) -> Mapping[str, Names]:
    """The names of each kind. A record with a fault counts as known; a vocabulary with a fault is left out.

    looks: as in `check`.
    """
    known: dict[str, Names] = {kind.name: _records(sources, kind) for kind in FACTS if "{id}" in kind.path}
    if entries.one(Programme):
        data = sources.documents[PROGRAMME.path].data
        known |= {kind: _terms(data.get(name, ())) for kind, name in VOCABULARIES.items()}
    if entries.one(Roles):
        known["role"] = _terms(sources.documents[ROLES.path].data["roles"])
    return known if looks is None else {**known, "look": dict.fromkeys(looks, ())}


def ids(sources: Sources, kind: Kind) -> tuple[str, ...]:
    """The ids of the files of a kind, faulty ones too."""
    matches = (kind.match(path) for path in sources.files)
    return tuple(dict.fromkeys(names["id"] for names in matches if names))


def _records(sources: Sources, kind: Kind) -> Names:
    documents = {each: sources.documents.get(kind.path.replace("{id}", each)) for each in ids(sources, kind)}
    return {each: _names(document.data) if document else () for each, document in documents.items()}


def _terms(items: Any) -> Names:
    return {item["id"]: _names(item) for item in items}


def _names(data: Any) -> tuple[str, ...]:
    return tuple(_texts([data.get(name) for name in NAMES])) if isinstance(data, dict) else ()


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _texts(item)
