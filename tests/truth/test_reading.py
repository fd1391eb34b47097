"""What the reader of built pages sees, and what it refuses, on small snippets."""

from pathlib import Path

import pytest

from tests.truth.reading import (
    ANY,
    find,
    holds,
    numbers,
    opens,
    parse,
    plain,
    read_site,
    read_table,
    reads,
    resembles,
    rows,
    stands,
    text,
    without,
)

COST = """<p data-field="cost"><b data-field="amount">9 €</b>
<i data-field="saving"><b data-field="amount">5 €</b></i></p>"""


def test_no_break_spaces_and_line_ends_are_one_space() -> None:
    """White space of every kind is one space; hyphens and case stay."""
    assert "3 000 € – Å-ä" == plain("  3\u202f000\u00a0€\n\t– Å-ä ")


def test_inline_elements_do_not_part_a_word_but_cells_do() -> None:
    """Emphasis inside a word leaves it whole, neighbouring cells and lines stand apart."""
    assert "Borgå a b c" == text(parse("<p>Bor<em>gå</em></p><table><tr><td>a</td><td>b<br>c</td></tr></table>"))


def test_character_references_are_read() -> None:
    """An escaped character counts as the character."""
    assert '"Kort" & app' == text(parse("<p>&quot;Kort&quot; &amp; app</p>"))


def test_what_nobody_reads_is_not_text() -> None:
    """Head, script, style, drawings and hidden elements give no text."""
    hidden = "<head><title>t</title></head><script>s</script><style>c</style><svg><text>g</text></svg>"
    assert "seen" == text(parse(f"{hidden}<p hidden>h</p><template>x</template><p>seen</p>"))


def test_elements_are_found_by_tag_and_attributes() -> None:
    """A tag, an attribute with a value or with any value all narrow the search, nested or not."""
    tree = parse('<p data-field="a">1<i data-field="a" lang="sv">2</i></p><div data-quote>3</div>')
    assert ["12", "2"] == [text(hit) for hit in find(tree, data_field="a")]
    assert ["2"] == [text(hit) for hit in find(tree, "i", data_field="a", lang="sv")]
    assert ["3"] == [text(hit) for hit in find(tree, data_quote=ANY)]
    assert () == find(tree, "p", lang=ANY)


def test_a_part_can_be_left_out() -> None:
    """What is inside an element that is left out is no longer found; the rest is."""
    tree = parse(COST)
    assert ["9 €"] == [text(hit) for hit in find(without(tree, data_field="saving"), data_field="amount")]
    assert "9 €" == text(without(tree, data_field="saving"))


def test_rows_are_the_cells_with_text() -> None:
    """Head cells and data cells count alike, and an empty cell is no cell."""
    table = "<table><tr><th>A</th><td> </td><td>b\u00a0c</td></tr><tr><td>d</td></tr></table>"
    assert (("A", "b c"), ("d",)) == rows(parse(table))


@pytest.mark.parametrize("html", ["<p><b>x</p></b>", "<p>x", "x</p>"])
def test_tags_that_do_not_pair_are_refused(html: str) -> None:
    """A page with a missing or crossed end tag is not read by guessing."""
    with pytest.raises(ValueError, match="end"):
        parse(html)


def test_self_closed_and_void_elements_need_no_end() -> None:
    """Elements without content neither swallow what follows nor need an end tag."""
    assert ["p"] == [hit.tag for hit in find(parse("<svg><path/></svg><hr><br/><p>x</p>")) if text(hit)]


def test_a_site_is_read_with_address_language_and_quotations(tmp_path: Path) -> None:
    """A page knows where it lies, its language, what it is about, and which rows it quotes."""
    quote = '<blockquote lang="sv" data-quote><table><tr><td>q</td></tr></table></blockquote>'
    (tmp_path / "fi").mkdir()
    (tmp_path / "fi" / "index.html").write_text(
        '<html lang="fi"><body><table><tr><td>r</td></tr></table>'
        f'<main data-kind="k" data-id="1">{quote}</main></body></html>',
        encoding="utf-8",
    )
    (page,) = read_site(tmp_path)
    assert ("/fi/", "fi", "k", "1") == (page.address, page.language, page.kind, page.id)
    assert ((("r",), ("q",)), (("q",),)) == (page.rows, page.quoted)


def test_a_broken_page_is_named(tmp_path: Path) -> None:
    """The message about a page that cannot be read says which file it is."""
    (tmp_path / "x.html").write_text("<p>", encoding="utf-8")
    with pytest.raises(ValueError, match=r"x\.html"):
        read_site(tmp_path)


def test_a_table_keeps_quotation_marks_and_refuses_ragged_lines(tmp_path: Path) -> None:
    """Quotation marks are letters like others; a line with a cell too few is an error, not a shift."""
    path = tmp_path / "t.tsv"
    path.write_text('a\tb\n"x"\t\n', encoding="utf-8")
    assert ({"a": '"x"', "b": ""},) == read_table(path)
    path.write_text("a\tb\nx\n", encoding="utf-8")
    with pytest.raises(ValueError, match="shorter"):
        read_table(path)


def test_cells_are_held_whole_and_in_order() -> None:
    """A part of a cell, or cells in another order, do not count."""
    assert holds(("A", "A1", "Namn", "2025"), ("A", "Namn", "2025"))
    assert not holds(("A1", "Namn"), ("A",))
    assert not holds(("Namn", "A"), ("A", "Namn"))


def test_words_stand_whole() -> None:
    """A short word inside a longer one does not count, punctuation around it does not matter."""
    assert stands("Lag", "(Lag)")
    assert not stands("Lag", "Lagar")
    assert not stands("26", "126")


@pytest.mark.parametrize("shown", ["13", "31", "3,5", "1,3", "3 000", "-3", "\u22123", "3a"])
def test_a_number_inside_another_does_not_count(shown: str) -> None:
    """Digits, decimals, thousands or a sign beside it make another number."""
    assert not reads("3", shown)


@pytest.mark.parametrize("shown", ["3", "minst 3.", "(3)", "3, skalan 1–4", "3 %"])
def test_a_number_with_words_around_it_counts(shown: str) -> None:
    """Words, punctuation and units leave the number what it is."""
    assert reads("9|3", shown)


def test_a_value_opens_its_text() -> None:
    """The reading comes first, whichever of the alternatives it is; what follows may be a unit only."""
    assert opens("cirka 50|ca 50", "ca 50 användare")
    assert opens("100 %", "100 %")
    assert not opens("50", "ca 50")
    assert not opens("79", "79 000")
    assert not reads("970", "1 970")
    assert opens("79 000", "79 000 år 2024")


def test_all_numbers_of_a_text_are_seen() -> None:
    """Thousands are one number, a second number is seen, zero is a number."""
    assert (8700,) == numbers("8 700 € om året")
    assert (22, 26) == numbers("22 av 26")
    assert (0,) == numbers("0")
    assert (5, 2024) == numbers("5 2024")


def test_a_corrected_misprint_resembles_the_print_and_a_translation_does_not() -> None:
    """One letter mended, or a code in front, is the same text; another language is not."""
    assert resembles("Uteckling av Power plattform", "Utveckling av Power plattform")
    assert resembles("Skapande av ESG-mätare", "B2 – Skapande av ESG-mätare")
    assert not resembles("Skapande av ESG-mätare", "ESG-mittarien luominen")
