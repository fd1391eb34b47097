"""Where something stands: in which folder, and in a file.

In: nothing. Out: `FOLDER`, `Place`, and `Key`, the way to a value in plain data. It must not know what stands there.
"""

from __future__ import annotations

from dataclasses import dataclass

FOLDER = "content"
"""Where all that the city says lies, below the project's root."""
Key = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A position in a file; line and column count from 1, columns in characters."""

    line: int
    column: int
