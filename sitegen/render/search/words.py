"""Words, their base forms and all forms of those, so that an inflected word finds its page from either side.

In: the words of an edition, and what is known of them. Out: the same with what was not known, and the map that the
search page applies to a query. The dictionary is loaded in a process of its own, and only for words that are new:
loading it takes seconds and up to 400 MB. It can be loaded before the words are known. This module must not know where
words are remembered.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LEMMATISER = Path(__file__).with_name("lemmatiser.py")


@dataclass(frozen=True)
class Words:
    """What is known of a language's words.

    bases: word to base form. parts: base form of a compound to the base forms that it is made of. forms: base form to
    its inflected forms, those of parts included.
    """

    bases: Mapping[str, str]
    parts: Mapping[str, tuple[str, ...]]
    forms: Mapping[str, tuple[str, ...]]

    def missing(self, words: Iterable[str]) -> tuple[str, ...]:
        """Those of `words` of which nothing is known, sorted."""
        return tuple(sorted(set(words) - self.bases.keys()))

    @classmethod
    def of_json(cls, data: Any) -> Words:  # noqa: ANN401 - whatever a file held
        """What `data` says, or nothing where it is none of ours."""
        try:
            return cls(dict(data["bases"]), _tuples(data["parts"]), _tuples(data["forms"]))
        except (AttributeError, KeyError, TypeError, ValueError):
            return NO_WORDS

    def json(self) -> Mapping[str, object]:
        """The same as data of JSON."""
        return {"bases": self.bases, "parts": self.parts, "forms": self.forms}

    def of(self, words: Iterable[str]) -> Words:
        """What is known of `words`, and of nothing else."""
        bases = {word: self.bases[word] for word in sorted(set(words)) if word in self.bases}
        own = sorted(set(bases.values()))
        parts = {base: self.parts[base] for base in own if base in self.parts}
        known = sorted({*own, *(part for found in parts.values() for part in found)})
        return Words(bases, parts, {base: self.forms.get(base, ()) for base in known})


def _tuples(lists: Mapping[str, Iterable[str]]) -> Mapping[str, tuple[str, ...]]:
    return {name: tuple(items) for name, items in lists.items()}


NO_WORDS = Words({}, {}, {})


def edition_of(language: str, simplemma: str) -> str:
    """A name that changes with all that decides over a language's base forms: its dictionary and our rules.

    simplemma: the version of the library that brings the dictionary.
    """
    rules = hashlib.sha256(LEMMATISER.read_bytes()).hexdigest()[:16]
    return f"{language}-{simplemma}-{rules}"


class Dictionary:
    """A language's dictionary, which a process begins to load at once and holds for one question."""

    def __init__(self, language: str) -> None:
        command = [sys.executable, "-P", str(LEMMATISER), language]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, encoding="utf-8")  # noqa: S603

    def look_up(self, words: tuple[str, ...], known: Words) -> Words:
        """What is known, and what the dictionary says of `words`.

        Raises subprocess.CalledProcessError where the process fails.
        """
        out, err = self._process.communicate(json.dumps({"words": words, "known": sorted(known.forms)}))
        if code := self._process.returncode:
            raise subprocess.CalledProcessError(code, self._process.args, out, err)
        new = Words.of_json(json.loads(out))
        return Words({**known.bases, **new.bases}, {**known.parts, **new.parts}, {**known.forms, **new.forms})

    def close(self) -> None:
        """End the process, asked or not."""
        with self._process:
            self._process.kill()


def look_up(language: str, words: tuple[str, ...], known: Words) -> Words:
    """As `Dictionary.look_up`, in a process that is started for it."""
    with closing(Dictionary(language)) as dictionary:
        return dictionary.look_up(words, known)


def words_bytes(words: Words) -> bytes:
    """The map that is applied to a query: a line a base form, with all the forms that lead to it.

    Each form is written as the number of letters that the one before it loses at its end, and those that follow.
    What a page itself says leads to its own base form; a form of two base forms leads to the first that is one of a
    page's own words, not only of their parts.
    """
    leading: dict[str, str] = {}
    own = frozenset(words.bases.values())
    for base, forms in sorted(words.forms.items(), key=lambda item: (item[0] not in own, item[0])):
        for form in forms:
            leading.setdefault(form, base)
    leading |= words.bases
    by_base: dict[str, list[str]] = {base: [] for base in words.forms}
    for form, base in leading.items():
        by_base[base] += [form] if form != base else []
    return "".join(f"{_line(base, sorted(by_base[base]))}\n" for base in sorted(by_base)).encode()


def _line(base: str, forms: list[str]) -> str:
    return " ".join((base, *_steps(base, forms)))


def _steps(before: str, forms: list[str]) -> Iterator[str]:
    for form in forms:
        same = next(
            (n for n, (a, b) in enumerate(zip(before, form, strict=False)) if a != b), min(len(before), len(form))
        )
        yield f"{len(before) - same}{form[same:]}"
        before = form
