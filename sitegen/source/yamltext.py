"""One YAML file becomes a document, or problems.

In: the bytes of a file. Out: a `Document`, or every problem that can be found in it, sorted. It must not know
what the data means.
"""

from __future__ import annotations

from sitegen.source.damage import entities
from sitegen.source.document import Document
from sitegen.source.place import Key, Place
from sitegen.source.problems import Problem, limited
from sitegen.source.quick import Parse, quick
from sitegen.source.reading import Reading
from sitegen.source.report import sort_problems
from sitegen.source.text import at_lines, decode

__all__ = ["Document", "Key", "Place", "read_yaml"]


def read_yaml(
    path: str, content: bytes, *, line_offset: int = 0, parse: Parse = quick
) -> tuple[Document | None, tuple[Problem, ...]]:
    """The document in `content`, or None and all its problems, sorted; never raises for any bytes.

    line_offset: how many lines of the file stand before `content`. parse: `quick`, or what remembers what it gave.
    """
    text, problems = decode(path, content, line_offset=line_offset)
    if text is None:
        return None, problems
    if written := tuple(limited(at_lines(path, text, line_offset, entities))):
        return None, written
    if (data := parse(text)) is None:
        reading = Reading(path, line_offset)
        reading.read(text)
        if reading.problems:
            return None, tuple(limited(iter(sort_problems(reading.problems))))
        data = reading.data
    return Document(path, data, text, line_offset), ()
