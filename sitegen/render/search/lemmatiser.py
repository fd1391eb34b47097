"""Looks words up in the lemmatiser's dictionary: run as a program of its own, because of what it loads.

In: a language as its argument, whose dictionary is loaded before anything is asked; on stdin JSON with `words`
(lowercase) and `known`, base forms whose forms need not be listed. Out, on stdout: JSON with `bases` (word to base
form, for every word), `parts` (base form to the base forms that it is compounded of, for every base form that is a
compound) and `forms` (base form to all its inflected forms, parts included). In a language without a dictionary, every
word is its own base form. It imports nothing of this project.

A compound that the dictionary does not know is inflected like its last part that it knows. Where a compound parts is
taken from the dictionary alone, so that it does not depend on what else is asked: what is before its last part must be
a word as well, or the compound one that the dictionary does not have, or the last part long.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from typing import Any

TAIL, HEAD = 4, 3
"""Letters that the last part of a compound has at least, and what stands before it."""
LONG = 7
"""Letters of a last part that does not stand at the end of a word by chance, whatever is before it."""
ROUNDS = 3
"""A base form can have one itself: what is looked up is the last of them."""


def main() -> None:
    """Answer one question."""
    language = sys.argv[1]
    dictionary = loaded(language)
    asked = json.load(sys.stdin)
    json.dump(look_up(language, dictionary, asked["words"], frozenset(asked["known"])), sys.stdout)


def loaded(language: str) -> Mapping[str, str] | None:
    """The dictionary of a language: inflected form to base form. None where it has none."""
    from simplemma.strategies.dictionaries import DEFAULT_DICTIONARY_FACTORY  # noqa: PLC0415 - takes seconds and memory

    try:
        return DEFAULT_DICTIONARY_FACTORY.get_dictionary(language)
    except ValueError:
        return None


def look_up(
    language: str, dictionary: Mapping[str, str] | None, words: Iterable[str], known: frozenset[str]
) -> Mapping[str, Mapping[str, Any]]:
    """Base forms of `words`, and the forms of those base forms that are not `known`."""
    if dictionary is None:
        return {"bases": {word: word for word in words}, "parts": {}, "forms": {word: [] for word in words}}
    from simplemma import Lemmatizer  # noqa: PLC0415 - as in `loaded`

    lemmatizer = Lemmatizer()

    def once(word: str) -> str:
        base = lemmatizer.lemmatize(word, language).lower()
        return base if base != word or word in dictionary else _compound(word, dictionary)

    bases = {word: _last(word, once) for word in words}
    parts = {base: found for base in sorted(set(bases.values())) if (found := _parts(base, dictionary))}
    wanted = {*bases.values(), *(part for found in parts.values() for part in found)} - known
    return {"bases": bases, "parts": parts, "forms": _forms(sorted(wanted), dictionary)}


def _last(word: str, once: Any) -> str:  # noqa: ANN401 - a function of one word
    for _ in range(ROUNDS):
        word = once(word)
    return word


def _compound(word: str, dictionary: Mapping[str, str]) -> str:
    """The word with its last part in the base form."""
    tail = _tail(word, dictionary)
    return word[: len(word) - len(tail)] + dictionary[tail].lower() if tail else word


def _tail(word: str, dictionary: Mapping[str, str]) -> str:
    """The longest last part that the dictionary knows, or ""."""
    tails = (word[start:] for start in range(HEAD, len(word) - TAIL + 1))
    return next((tail for tail in tails if tail in dictionary), "")


def _parts(base: str, dictionary: Mapping[str, str]) -> list[str]:
    """The base forms that a compound ends in, and those before them that it does not begin with as they stand."""
    # A word of the dictionary that begins so short is most often none of two: för-dela, upp-gift.
    least = HEAD + 1 if base in dictionary else HEAD
    splits = [(base[:at], base[at:]) for at in range(least, len(base) - TAIL + 1)]
    ends = [(head, tail) for head, tail in splits if dictionary.get(tail) == tail]
    known = [(head, tail) for head, tail in ends if _is_word(head, dictionary)]
    if not known:
        known = [(head, tail) for head, tail in ends if base not in dictionary or len(tail) >= LONG][:1]
    heads = {dictionary[head].lower() for head, _ in known if len(head) >= TAIL and head in dictionary}
    # A prefix is found as it stands; another first letter is the dictionary's mistake.
    return sorted({tail for _, tail in known} | {h for h in heads if h[0] == base[0] and not base.startswith(h)})


def _is_word(head: str, dictionary: Mapping[str, str]) -> bool:
    """Whether the first part of a compound is known, or is a compound of what is."""
    if head in dictionary:
        return True
    splits = ((head[:at], head[at:]) for at in range(TAIL, len(head) - TAIL + 1))
    return any(first in dictionary and last in dictionary for first, last in splits)


def _forms(bases: list[str], dictionary: Mapping[str, str]) -> Mapping[str, list[str]]:
    stems = {base: base if base in dictionary else _tail(base, dictionary) for base in bases}
    wanted: dict[bytes, list[str]] = {stem.encode(): [] for stem in stems.values() if stem}
    for form, base in entries(dictionary):
        if base in wanted:
            wanted[base].append(form.decode().lower())
    return {
        base: sorted({base[: len(base) - len(stem)] + form for form in wanted.get(stem.encode(), ())} - {base})
        for base, stem in stems.items()
    }


def entries(dictionary: Mapping[str, str]) -> Iterable[tuple[bytes, bytes]]:
    """Every form and its base form in UTF-8, as the library holds them: to decode millions takes seconds."""
    held = getattr(dictionary, "_dict", None)
    if isinstance(held, dict):
        return held.items()
    return ((form.encode(), base.encode()) for form, base in dictionary.items())


if __name__ == "__main__":
    main()
