"""What the index of the search knows of a page beside its text.

In: words already chosen. Out: a frozen view. It must not know how a search works, nor load what pages are made of.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SearchEntry:
    """A page that can be found. path: its address. kind: machine name. note: status or value, or ""."""

    language: str
    path: str
    kind: str
    note: str
