"""One name a page: its title, and where it belongs where another page has the same title.

In: titles and where pages belong, in one language. Out: a name for each page, none twice. It must not know what a page
shows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sitegen.model.addresses import PageKey


class Titled(NamedTuple):
    """A page with its title. within: what it belongs to, "" where that says nothing."""

    key: PageKey
    title: str
    within: str = ""

    @property
    def forms(self) -> tuple[str, str, str]:
        """The name, then with more and more to tell it from others."""
        if self.key.kind == "section":
            return self.title, self.title, self.title
        more = f"{self.title} ({self.within})" if self.within else self.title
        return self.title, more, f"{self.title} ({', '.join(filter(None, (self.within, self.key.id)))})"


def names(pages: Iterable[Titled]) -> Mapping[PageKey, str]:
    """The shortest form of each name that no other page has."""
    forms = {page.key: page.forms for page in pages}
    chosen = {key: form for key, (form, *_) in forms.items()}
    for longer in (1, 2):
        seen = Counter(name.casefold() for name in chosen.values())
        chosen = {key: forms[key][longer] if seen[name.casefold()] > 1 else name for key, name in chosen.items()}
    return chosen
