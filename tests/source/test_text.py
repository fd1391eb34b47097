"""Bytes become text only when an editor can see every character of it."""

from __future__ import annotations

import pytest

from sitegen.source.problems import say
from sitegen.source.text import decode, decode_anyhow, split_lines


def test_lines_end_where_an_editor_ends_them() -> None:
    """LF, CRLF and CR end a line; other separators of Unicode do not."""
    assert ["a", "b", "c", "d\x0be\u2028f", ""] == split_lines("a\nb\r\nc\rd\x0be\u2028f\n")


def test_a_byte_order_mark_is_dropped() -> None:
    """A UTF-8 byte order mark is no part of the text."""
    assert ("å", ()) == decode("a.yaml", b"\xef\xbb\xbf\xc3\xa5")


@pytest.mark.parametrize(
    ("content", "line", "column", "byte"),
    [
        (b"\xe5", 1, 1, "0xE5"),
        ("å: 😀\r\nö".encode() + b"\xe4x", 2, 2, "0xE4"),
        (b"a\n\nbc\xc3", 3, 3, "0xC3"),
        (b"\xef\xbb\xbfab\xff", 1, 3, "0xFF"),
    ],
)
def test_a_byte_that_is_not_utf8_is_pointed_at(content: bytes, line: int, column: int, byte: str) -> None:
    """The line and the column, in characters, of the first bad byte are told, with the byte."""
    text, (problem,) = decode("a.md", content)
    assert (None, line, column) == (text, problem.line, problem.column)
    assert say("The file is not UTF-8: the byte %(byte)s stands here.", byte=byte) == problem.message


def test_invisible_characters_are_reported_once_a_line() -> None:
    """A control character, a line separator, a stray byte order mark, a forced direction; a tab is none."""
    text, problems = decode("a.md", "\ta\x00\x01\nb\nc\u2028\nd\ufeff\x85\ne\u202ef".encode(), line_offset=10)
    assert None is text
    assert [(11, 3, "0000"), (13, 2, "2028"), (14, 2, "FEFF"), (15, 2, "202E")] == [
        (problem.line, problem.column, problem.message.values["code"]) for problem in problems
    ]


@pytest.mark.parametrize(
    ("text", "column", "meant"),
    [
        ("TillstÃ¥nd", 7, "å"),
        ("Ã…bo", 1, "Å"),
        ("itâ€™s", 3, "’"),
        ("2024â€“2026", 5, "–"),
        ("5 â\u201a¬", 3, "€"),
        ("5Â\u00a0%", 2, "\u00a0"),
        ("lost\ufffd", 5, None),
        ("\uf0b7 item", 1, None),
    ],
)
def test_a_damaged_character_is_pointed_at(text: str, column: int, meant: str | None) -> None:
    """With the character that it was, where its bytes still tell."""
    decoded, (problem,) = decode("a.md", f"line\n{text}\n".encode())
    assert (None, 2, column) == (decoded, problem.line, problem.column)
    assert problem.hint
    assert ({"meant": meant} if meant else {}) == problem.hint.values


def test_every_damaged_character_is_told() -> None:
    """Several on a line, each at its column; those that stand side by side and are lost for ever count as one."""
    _, problems = decode("a.md", "TillstÃ¥nd fÃ¶r\n\nlost\ufffd\ufffd hÃ¤r\n".encode())
    assert [(1, 7), (1, 13), (3, 5), (3, 9)] == [(problem.line, problem.column) for problem in problems]


def test_two_versions_that_git_left_are_told_where_they_begin() -> None:
    """In facts and in prose; a line that underlines a heading is none."""
    _, (problem,) = decode("a.md", b"a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> main\n")
    assert (2, 1, "Two versions of this place") == (problem.line, problem.column, problem.message.msgid[:26])
    assert () == decode("a.md", b"a\n=======\nb <<<<<<< c\n")[1]


@pytest.mark.parametrize("text", ["KÄYTTÄJÄ… Å” Ö–", "AMANHÃ… MANHÃ\u00a0", "50 € – “x” ’y’ 😀 ½ ° §", "ÂME"])
def test_a_real_text_is_not_damaged(text: str) -> None:
    """Capitals before punctuation, and signs of real texts, are as they should be."""
    assert (text, ()) == decode("a.md", text.encode())


def test_undecodable_bytes_can_still_be_shown() -> None:
    """For showing, a bad byte becomes the replacement character."""
    assert "\ufeffa\ufffdb" == decode_anyhow(b"\xef\xbb\xbfa\xe5b")
