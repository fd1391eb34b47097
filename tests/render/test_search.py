"""What is indexed of a page, base forms, and the index's bytes."""

from __future__ import annotations

import os
from importlib import import_module
from itertools import islice
from pathlib import Path

import pytest

from sitegen.render import search
from sitegen.render.search import copies, lemmatiser
from sitegen.render.search import words as words_module
from sitegen.render.search.words import NO_WORDS, Words, look_up, words_bytes
from sitegen.views.entry import SearchEntry

LANGUAGES = ("sv", "fi", "en")
ENTRY = SearchEntry("sv", "/sv/brunn/", "project", "Klar & färdig")
PAGE = b"""<header>Meny</header><main id="main"><nav>Hem</nav><h1>Brunnarna</h1><p>Kost\xc2\xadnaden: 5 &lt; 6</p>
<svg><text>Ritning</text></svg><q lang="fi">kaivo</q><p data-unsearched>Citera</p><br>
<dt>Tema</dt><dd>Vatten</dd></main>"""


def test_what_is_content_is_indexed() -> None:
    """The main part, without navigation, drawings, other languages and what is marked; no soft hyphens."""
    found = search.read(ENTRY, PAGE)
    assert ("brunnarna", "kostnaden", "tema", "vatten") == found.words
    assert ("brunnarna",) == found.named


def test_a_page_without_main_part_is_a_bug() -> None:
    """Nothing could be found of it."""
    with pytest.raises(ValueError, match="/sv/brunn/"):
        search.read(ENTRY, b"<p>x</p>")


def test_base_forms_stand_beside_the_text() -> None:
    """Those of the title apart; none that the text has itself; the note, escaped."""
    bases = {"brunnarna": "brunn", "kostnaden": "kostnad", "vatten": "vatten"}
    copy = search.scratch(search.read(ENTRY, PAGE), bases, {}).decode()
    assert '<meta data-pagefind-meta="note[content]" content="Klar &amp; färdig">' in copy
    assert '<meta data-pagefind-meta="named[content]" content="brunn">' in copy
    assert '<meta data-pagefind-meta="bases[content]" content="kostnad">' in copy
    assert "Kostnaden: 5 &lt; 6" in copy


def test_numbers_stand_beside_the_text_as_they_are_typed() -> None:
    """Without their spaces, of whatever kind those are; years and numbers that follow each other are not joined."""
    page = "<main><p>5\u00a0700 \u20ac, 1\u202f234\u202f567, 113 000; 2024 2025, 12 34, 2024 100</p></main>"
    copy = search.scratch(search.read(ENTRY, page.encode()), {}, {}).decode()
    assert '<meta data-pagefind-meta="numbers[content]" content="113000 1234567 5700">' in copy


def test_the_same_pages_make_the_same_index() -> None:
    """In one index or in one a language, whatever order they come in or the indexer writes in.

    Each result is of its page's kind.
    """
    pages = {
        f"{code}/{n}/index.html": search.scratch(
            search.read(SearchEntry(code, "", "", "x"), PAGE + b"<p>%d" % n), {}, {}
        )
        for code in LANGUAGES
        for n in range(3)
    }
    first, second = search.index(pages), search.index(dict(reversed(pages.items())))
    assert first == second
    kinds = search.kinds_bytes(first, {f"/{path.removesuffix('index.html')}": "page" for path in pages})
    assert 9 == kinds.count(b'"page"')
    apart = [search.index({path: copy for path, copy in pages.items() if path.startswith(code)}) for code in LANGUAGES]
    assert first == search.joined(apart)


def test_a_tag_that_makes_no_difference_to_the_index_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes the indexer longest to read tags."""
    page = "".join(f"<{tag}>Ord {tag}</{tag}> och" for tag in sorted(copies.PLAIN)).join(
        ("<main><h1>Alla</h1>", "</main>")
    )
    short = search.scratch(search.read(ENTRY, page.encode()), {}, {})
    monkeypatch.setattr(copies, "PLAIN", frozenset())
    whole = search.scratch(search.read(ENTRY, page.encode()), {}, {})
    assert len(short) < len(whole)
    assert search.index({"a.html": whole}) == search.index({"a.html": short})


def test_an_index_is_made_whole_or_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """An indexer that ends too early is a bug."""
    monkeypatch.setattr(import_module(search.index.__module__), "get_executable", lambda: Path("/bin/true"))
    with pytest.raises(RuntimeError):
        search.index({"a.html": b"<p>x</p>"})


def test_a_word_has_a_base_form_and_all_its_forms() -> None:
    """A compound that no dictionary has is inflected like its last part; a known base form is not asked for again."""
    found = look_up("sv", ("kostnaden", "brunnskostnaderna"), NO_WORDS)
    assert {"kostnaden": "kostnad", "brunnskostnaderna": "brunnskostnad"} == found.bases
    assert {"kostnader", "kostnadernas"} <= set(found.forms["kostnad"])
    assert "brunnskostnadens" in found.forms["brunnskostnad"]
    again = look_up("sv", ("kostnader",), Words({}, {}, {"kostnad": ("x",)}))
    assert {"kostnad": ("x",)} == again.forms


def test_forms_are_those_of_any_dictionary() -> None:
    """Whether or not the library holds its words as bytes, which are faster to look through."""
    held = lemmatiser.loaded("sv")
    assert held is not None
    first = dict(islice(held.items(), 1000))
    assert dict(islice(lemmatiser.entries(held), 1000)) == dict(lemmatiser.entries(first))


def test_a_dictionary_that_nobody_asks_is_let_go() -> None:
    """Its process ends at once, loaded or not, and none is left."""
    children = Path(f"/proc/self/task/{os.getpid()}/children")
    before = children.read_text(encoding="ascii")
    dictionary = search.Dictionary("sv")
    assert before != children.read_text(encoding="ascii")
    dictionary.close()
    assert before == children.read_text(encoding="ascii")


def test_a_compound_has_the_words_that_it_ends_in() -> None:
    """With all their forms, whether the dictionary knows it or not; a prefix makes no compound."""
    found = look_up("sv", ("licenskostnaderna", "engångskostnad", "cybersäkerhet", "uppgift"), NO_WORDS)
    parts = {"licenskostnad": ("kostnad",), "engångskostnad": ("kostnad",), "cybersäkerhet": ("säkerhet",)}
    assert parts == found.parts
    assert {"kostnader", "kostnadernas"} <= set(found.forms["kostnad"])


def test_a_compound_has_the_word_that_it_begins_with() -> None:
    """Where that stands there in a form that does not begin with its base form; the search finds the others."""
    found = look_up("fi", ("kaupunginhallituksen", "maksujärjestelmään"), NO_WORDS)
    assert ("hallitus", "kaupunki") == found.parts["kaupunginhallitus"]
    assert ("järjestelmä",) == found.parts["maksujärjestelmä"]
    assert "järjestelmien" in found.forms["järjestelmä"]


def test_where_a_compound_parts_does_not_depend_on_the_other_words() -> None:
    """What is remembered of earlier words changes nothing."""
    first = look_up("sv", ("kostnad", "licenskostnad"), NO_WORDS)
    one_by_one = look_up("sv", ("licenskostnad",), look_up("sv", ("kostnad",), NO_WORDS))
    assert (first.bases, first.parts, first.forms) == (one_by_one.bases, one_by_one.parts, one_by_one.forms)


def test_parts_stand_beside_the_text() -> None:
    """Apart from base forms, and none that is said already."""
    bases = {"brunnarna": "brunn", "kostnaden": "licenskostnad", "vatten": "regnvatten"}
    parts = {"licenskostnad": ("kostnad",), "regnvatten": ("vatten",), "brunnslock": ("lock",)}
    copy = search.scratch(search.read(ENTRY, PAGE), bases, parts).decode()
    assert '<meta data-pagefind-meta="parts[content]" content="kostnad">' in copy


def test_only_the_parts_of_an_editions_own_words_are_kept() -> None:
    """With the forms of both."""
    known = Words(
        {"licenskostnader": "licenskostnad", "brunnslock": "brunnslock"},
        {"licenskostnad": ("kostnad",), "brunnslock": ("lock",)},
        {"licenskostnad": ("licenskostnader",), "kostnad": ("kostnader",), "brunnslock": (), "lock": ("locken",)},
    )
    of = known.of(["licenskostnader"])
    assert {"licenskostnad": ("kostnad",)} == of.parts
    assert {"licenskostnad": ("licenskostnader",), "kostnad": ("kostnader",)} == of.forms


def test_a_form_leads_to_a_base_form_of_the_pages_before_that_of_a_part() -> None:
    """Whatever the alphabet says."""
    words = Words({"varor": "vara"}, {"programvara": ("axa",)}, {"vara": ("var",), "axa": ("var",)})
    assert b"axa\nvara 1 0or\n" == words_bytes(words)


def test_a_language_without_a_dictionary_has_its_words() -> None:
    """Each is its own base form, and none is a compound."""
    assert Words({"ord": "ord"}, {}, {"ord": ()}) == look_up("xx", ("ord",), NO_WORDS)


def test_a_map_of_words_is_written_in_steps() -> None:
    """What a form drops of the one before it, and what it adds; a page's own word leads to its own base form."""
    words = Words({"staden": "stad", "stan": "stan"}, {}, {"stad": ("staden", "stads", "stan"), "stan": ()})
    assert b"stad 0en 2s\nstan\n" == words_bytes(words)


def test_broken_memory_is_no_memory() -> None:
    """Whatever a file held."""
    held: tuple[object, ...] = (None, [], {"bases": {}, "forms": {}}, {"bases": {}, "parts": {}, "forms": []})
    for data in held:
        assert NO_WORDS == Words.of_json(data)


def test_new_rules_forget_the_old_ones() -> None:
    """The name of the memory says language, dictionary and rules."""
    assert 3 == len({words_module.edition_of(*each) for each in (("sv", "1"), ("sv", "2"), ("fi", "1"))})
