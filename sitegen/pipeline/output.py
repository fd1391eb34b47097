"""What a plan is made of, as plain as JSON, so that it can be remembered and sent to other processes.

In: nothing. Out: `Output`, `Plan`. It must not know how anything is made.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple


class Output(NamedTuple):
    """A file of the published tree. Views are named by their digests; "" where there is none.

    path: in the tree. recipe: how the view becomes bytes. template, language: of a page. text: path of the Markdown
    that joins it. links: view of that text. drawings: (id, view of the chart). entry: view of what the search knows
    of it. searches: it is a search page, which comes after the index.
    """

    path: str
    recipe: str
    view: str
    template: str = ""
    language: str = ""
    text: str = ""
    links: str = ""
    drawings: tuple[tuple[str, str], ...] = ()
    entry: str = ""
    searches: bool = False


@dataclass(frozen=True)
class Plan:
    """Every output of a site. theme: the look that makes it. base_url: where it is published, "" if not known."""

    theme: str
    base_url: str
    languages: tuple[str, ...]
    outputs: tuple[Output, ...]

    def json(self) -> bytes:
        """The plan as JSON."""
        whole = [self.theme, self.base_url, self.languages, self.outputs]
        return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()

    @classmethod
    def of_json(cls, content: bytes) -> Plan:
        """The plan that `json` wrote."""
        theme, base_url, languages, rows = json.loads(content)
        return cls(theme, base_url, tuple(languages), tuple(map(_output, rows)))


def _output(row: Iterable[Any]) -> Output:
    """An output from its fields in the order of their declaration."""
    *first, drawings, entry, searches = row
    return Output._make((*first, tuple(map(tuple, drawings)), entry, searches))
