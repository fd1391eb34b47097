"""Every part of a document can be pointed at."""

from __future__ import annotations

import pickle

import pytest

from sitegen.source.yamltext import Document, Key, Place, read_yaml

TEXT = """\
id: 'a1'
values:
  - year: 2023
    level: {about: 50}
  - 'text'
"""


@pytest.fixture
def document() -> Document:
    """A small document with a mapping in a list in a mapping."""
    document, _ = read_yaml("content/a1.yaml", TEXT.encode())
    assert document
    return document


@pytest.mark.parametrize(
    ("loc", "place", "key_place"),
    [
        ((), Place(1, 1), Place(1, 1)),
        (("id",), Place(1, 5), Place(1, 1)),
        (("values",), Place(3, 3), Place(2, 1)),
        (("values", 0), Place(3, 5), Place(3, 5)),
        (("values", 0, "year"), Place(3, 11), Place(3, 5)),
        (("values", 0, "level"), Place(4, 12), Place(4, 5)),
        (("values", 0, "level", "about"), Place(4, 20), Place(4, 13)),
        (("values", 1), Place(5, 5), Place(5, 5)),
    ],
)
def test_values_and_keys_have_places(document: Document, loc: Key, place: Place, key_place: Place) -> None:
    """A value's place is where it begins, a key's where the key begins."""
    assert (place, key_place) == (document.place(loc), document.key_place(loc))
    assert (place, key_place) == (document.places[loc], document.key_places[loc])


@pytest.mark.parametrize(
    ("loc", "existing"),
    [
        (("title",), ()),
        (("values", 0, "number", "year"), ("values", 0, "year")),
        (("values", 0, "level", "about", "about", "value"), ("values", 0, "level", "about")),
        (("values", 7), ("values",)),
        (("values", -1), ("values",)),
        (("values", "year"), ("values",)),
        (("id", 0), ("id",)),
        ((3, "values", 1), ("values", 1)),
    ],
)
def test_what_does_not_exist_is_skipped(document: Document, loc: Key, existing: Key) -> None:
    """A union's tag, a missing field and an index out of range lead to the deepest part that exists."""
    assert document.places[existing] == document.place(loc)
    assert document.key_places[existing] == document.key_place(loc)


def test_a_document_can_be_remembered(document: Document) -> None:
    """A document survives being stored and read again."""
    assert document == pickle.loads(pickle.dumps(document))  # noqa: S301 - its own bytes
