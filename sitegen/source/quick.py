"""The data of a YAML file that nothing can be said against, in a third of the time.

In: the text of one YAML file. Out: its data, or nothing where `Reading` would find a fault, or might: then that reads
it and tells. Files are nearly always faultless, and of those nobody asks where their keys stand. It must not know what
the data means, nor what a fault is.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import Any, Final

import yaml

from sitegen.source.reading import DEEPEST, LONGEST_TEXT, MOST_VALUES
from sitegen.source.scalars import plain_scalar
from sitegen.source.unquoted import BEHIND, ODD_SPACE, QUOTES

Parse = Callable[[str], dict[str, Any] | None]
"""What `quick` does. The same text always has the same data."""
SHORT = 20
"""Characters of a text that likely stands in many files (an id, a year), and is held once."""


def quick(text: str) -> dict[str, Any] | None:
    """The data, or None where `Reading` has to read it; never raises."""
    if BEHIND.search(text) or ODD_SPACE.search(text):
        return None
    try:
        return _Quick().read(text)
    except (_Odd, ValueError, yaml.YAMLError):
        return None


class _Odd(Exception):
    """Something that is not in an ordinary file."""


class _Quick:
    def __init__(self) -> None:
        self._top: list[Any] = []
        self._node: Any = self._top
        self._above: list[Any] = []
        self._name: str | None = None
        self._values = 0
        self._acts: Final[Mapping[type[yaml.Event], Callable[[Any], None]]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._begin,
            yaml.SequenceStartEvent: self._begin,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
        }

    def read(self, text: str) -> dict[str, Any]:
        acts = self._acts
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if (act := acts.get(type(event))) is not None:
                act(event)
            elif isinstance(event, yaml.AliasEvent):
                raise _Odd
        if len(self._top) != 1 or not isinstance(self._top[0], dict) or self._values > MOST_VALUES:
            raise _Odd
        return self._top[0]

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        value: Any = event.value
        if event.anchor is not None or event.tag is not None or len(value) > LONGEST_TEXT:
            raise _Odd
        if event.implicit[0]:
            if value in ("", "<<") or value[0] in QUOTES:
                raise _Odd
            value = plain_scalar(value)
        elif len(value) <= SHORT:
            value = sys.intern(value)
        if self._name is None and type(self._node) is dict:
            self._begin_field(value)
        else:
            self._put(value)

    def _begin_field(self, name: object) -> None:
        if not isinstance(name, str) or name in self._node:
            raise _Odd
        self._values += 1
        self._name = sys.intern(name)

    def _put(self, value: object) -> None:
        self._values += 1
        if self._name is None:
            self._node.append(value)
        else:
            self._node[self._name] = value
            self._name = None

    def _begin(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        if event.anchor is not None or event.tag is not None or len(self._above) == DEEPEST:
            raise _Odd
        if self._name is None and type(self._node) is dict:
            raise _Odd
        inner: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
        self._put(inner)
        self._above.append(self._node)
        self._node = inner

    def _end(self, _: yaml.Event) -> None:
        self._node = self._above.pop()
