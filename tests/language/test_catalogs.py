"""A language's messages are compiled from its catalog when needed; without one, the message ids stand."""

from __future__ import annotations

import gettext
from pathlib import Path

import pytest

from sitegen.language.catalogs import CatalogError, catalog_bytes, catalog_languages, catalog_path, translations

HEADER = b'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
GOOD = HEADER + 'msgid "Home"\nmsgstr "Etusivu ä"\n'.encode()


def catalog(folder: Path, code: str, content: bytes = GOOD) -> Path:
    """A folder that holds a catalog of `code`."""
    path = catalog_path(folder, code)
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    return folder


def test_a_message_is_translated_and_an_unknown_one_stays() -> None:
    """Letters of any alphabet are kept."""
    messages = translations(GOOD, "fi")
    assert ("Etusivu ä", "Unknown") == (messages.gettext("Home"), messages.gettext("Unknown"))


def test_without_a_catalog_the_message_ids_are_the_texts() -> None:
    """In singular and plural."""
    messages = translations(None, "fi")
    assert gettext.NullTranslations is type(messages)
    assert ("Home", "days") == (messages.gettext("Home"), messages.ngettext("day", "days", 2))


def test_a_plural_follows_the_rule_of_its_catalog() -> None:
    """Here one with three forms."""
    rule = b'"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n==2 ? 1 : 2);\\n"\n\n'
    forms = b'msgid "day"\nmsgid_plural "days"\nmsgstr[0] "a"\nmsgstr[1] "b"\nmsgstr[2] "c"\n'
    messages = translations(HEADER.rstrip() + b"\n" + rule + forms, "en")
    assert ["a", "b", "c", "c"] == [messages.ngettext("day", "days", n) for n in (1, 2, 3, 0)]


def test_what_is_fuzzy_or_obsolete_or_empty_is_not_used() -> None:
    """Nobody has said that it is right."""
    entries = b'#, fuzzy\nmsgid "a"\nmsgstr "x"\n\nmsgid "b"\nmsgstr ""\n\n#~ msgid "c"\n#~ msgstr "x"\n'
    messages = translations(HEADER + entries, "fi")
    assert ["a", "b", "c"] == [messages.gettext(msgid) for msgid in "abc"]


@pytest.mark.parametrize(
    "po",
    [
        b"no catalog",
        HEADER + b'msgid "a"\nmsgstr "b"\nrubbish\n',
        HEADER + b'msgid "a"\nmsgstr "\xe5"\n',
        b'msgid ""\nmsgstr "Content-Type: text/plain; charset=martian\\n"\n\nmsgid "a"\nmsgstr "b"\n',
        b'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n !=\\n"\n\nmsgid "a"\nmsgstr "b"\n',
        HEADER + b'msgid "%(a)s"\nmsgstr "%(b)s"\n',
        HEADER + b'msgid "%(a)s"\nmsgstr "%(a)s %(a"\n',
        HEADER + b'msgid "%(a)s"\nmsgstr "%(a)d"\n',
        HEADER + b'msgid "a"\nmsgstr "100 %"\n',
    ],
    ids=[
        *("no catalog", "rubbish", "not UTF-8", "unknown encoding", "broken plural"),
        *("unknown value", "broken value", "another type", "stray sign"),
    ],
)
def test_a_broken_catalog_is_one_kind_of_error(po: bytes) -> None:
    """Whoever reads catalogs has one exception to expect."""
    with pytest.raises(CatalogError):
        translations(po, "fi")


def test_the_first_folder_that_has_a_catalog_gives_it(tmp_path: Path) -> None:
    """A portal's own goes before the program's; a folder that is missing is passed over."""
    own, other = catalog(tmp_path / "own", "sv", b"own"), catalog(tmp_path / "other", "sv", b"other")
    catalog(other, "fi", b"fi")
    folders = (tmp_path / "missing", own, other)
    assert [b"own", b"fi", None] == [catalog_bytes(folders, code) for code in ("sv", "fi", "nb")]


def test_the_languages_are_those_with_a_catalog_and_english(tmp_path: Path) -> None:
    """Sorted, each once, from all folders."""
    own, other = catalog(tmp_path / "own", "sv"), catalog(tmp_path / "other", "sv")
    catalog(other, "fi")
    (other / "README").touch()
    assert ("en", "fi", "sv") == catalog_languages((own, other, tmp_path / "missing"))
    assert ("en",) == catalog_languages(())


def test_nothing_is_written_beside_a_catalog(tmp_path: Path) -> None:
    """It is compiled in memory."""
    found = catalog_bytes((catalog(tmp_path, "fi"),), "fi")
    assert "Etusivu ä" == translations(found, "fi").gettext("Home")
    assert ["messages.po"] == [path.name for path in tmp_path.rglob("*") if path.is_file()]
