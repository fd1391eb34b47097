"""Which known word a wrong one was most likely meant to be.

In: a word that an editor typed, and the words that there are. Out: one of them, or a hint with all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from sitegen.source.problems import Message, say

Names = Mapping[str, tuple[str, ...]]
"""The ids of one kind, and the names that editors know each by."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` was most likely meant to be, if any is near; case does not count."""
    return meant(word, dict.fromkeys(known, ()))


def meant(word: str, names: Names) -> str | None:
    """The id that `word` most likely stands for, if it is near to that or to one of its names."""
    folded = {name.casefold(): each for each, known in names.items() for name in known}
    folded |= {each.casefold(): each for each in names}
    matches = get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return folded[matches[0]] if matches else None


def choice(word: str, names: Names) -> Message:
    """What to write instead of `word`: all ids at once, and first the one that was meant."""
    near = meant(word, names)
    others = ", ".join(each for each in names if each != near)
    if near and others:
        return say("Did you mean “%(near)s”? The others are: %(others)s.", near=near, others=others)
    if near:
        return say("Did you mean “%(near)s”?", near=near)
    return say("Write one of: %(choices)s.", choices=others or "–")
