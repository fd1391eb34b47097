"""Plain data with a position for every key.

In: what was read from one file. Out: the data, and where each part of it stands, which is found out when it is asked
for: only of what has a fault. It must not know what the data means.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sitegen.source.place import Key, Place
from sitegen.source.reading import Reading


@dataclass(frozen=True)
class Document:
    """A faultless YAML file.

    path: posix, relative to the root. data: a dict[str, …] of the same, lists, str, int, Decimal, bool, None.
    text: what it was read from. line_offset: how many lines of the file stand before that.
    """

    path: str
    data: Any
    text: str
    line_offset: int

    @property
    def places(self) -> Mapping[Key, Place]:
        """Where the value at a key begins."""
        return self._reading.places

    @property
    def key_places(self) -> Mapping[Key, Place]:
        """Where the key itself begins (for a list item, its value)."""
        return self._reading.key_places

    @cached_property
    def _reading(self) -> Reading:
        reading = Reading(self.path, self.line_offset)
        reading.read(self.text)
        return reading

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
