"""Plain data with a position for every key.

In: what was read from one file. Out: the data, and where each part of it stands. It must not know what the
data means, nor how it was read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Key = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A position in a file; line and column count from 1, columns in characters."""

    line: int
    column: int


@dataclass(frozen=True)
class Document:
    """A faultless YAML file.

    path: posix, relative to the root. data: a dict[str, …] of the same, lists, str, int, Decimal, bool, None.
    places: where the value at a key begins. key_places: where the key itself begins (for a list item, its
    value).
    """

    path: str
    data: Any
    places: Mapping[Key, Place]
    key_places: Mapping[Key, Place]

    def place(self, loc: tuple[str | int, ...]) -> Place:
        """Where the value at `loc` begins, or that of its deepest ancestor that exists.

        Parts of `loc` that the data does not have (the tag of a union, a missing field) are skipped.
        """
        return self.places[self._existing(loc)]

    def key_place(self, loc: tuple[str | int, ...]) -> Place:
        """Where the key at `loc` begins; parts that do not exist are skipped as in `place`."""
        key = self._existing(loc)
        return self.key_places.get(key, self.places[key])

    def _existing(self, loc: tuple[str | int, ...]) -> Key:
        key: Key = ()
        node = self.data
        for part in loc:
            if _has(node, part):
                node, key = node[part], (*key, part)
        return key


def _has(node: object, part: str | int) -> bool:
    if isinstance(node, dict):
        return isinstance(part, str) and part in node
    return isinstance(node, list) and isinstance(part, int) and 0 <= part < len(node)
