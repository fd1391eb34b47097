"""The lists of words that residents type, and the pages that they must find.

`<language>.tsv`: base form, inflected form, page. `misspelt.tsv`: language, word with one letter wrong, page.
`compounds.tsv`: language, the last word of a compound, page.
`numbers.tsv`: language, a number as readers type it, page. All were written by hand from the titles of the pages, not
by the program that they test.
"""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent


def rows(name: str) -> list[tuple[str, str, str]]:
    """The rows of a list: two words, or a language and a word, and a page as kind:id."""
    lines = (FOLDER / f"{name}.tsv").read_text("utf-8").splitlines()
    return [(first, second, page) for first, second, page in (line.split("\t") for line in lines)]
