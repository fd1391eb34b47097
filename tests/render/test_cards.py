"""Share cards: all that a card says is on it and within it, in letters that every machine has."""

from __future__ import annotations

import os
import re
import struct
import subprocess
import sys
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from sitegen.render.cards import HEIGHT, WIDTH, SmallChart, small_chart, svg
from sitegen.render.letters import FAMILY, Face, face, faces, fit
from sitegen.render.pictures import icon, packed, png
from sitegen.views.cards import Card
from tests.conftest import ROOT
from tests.render.card_samples import CARDS, CHART, EVERY_LETTER, PLAIN, card_template
from tests.render.chart_samples import LONG, over_time, point
from tests.render.test_charts_fonts import machine, monstrous_font

SVG = "{http://www.w3.org/2000/svg}"
every_card = pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)


def texts(card: Card) -> list[ET.Element]:
    """The texts of the drawn card."""
    return list(ET.fromstring(svg(card_template(), card)).iter(f"{SVG}text"))  # noqa: S314 - drawn by us


def read(card: Card) -> str:
    """All that is read on the card, in one line."""
    return " ".join(text.text or "" for text in texts(card))


def rows(picture: bytes) -> Iterator[bytes]:
    """The rows of pixels of a PNG of ours, filters undone: three bytes a pixel."""
    length, at, packed_rows = 0, 8, b""
    while at < len(picture):
        size, kind = struct.unpack_from(">I4s", picture, at)
        data = picture[at + 8 : at + 8 + size]
        length = 1 + 3 * struct.unpack_from(">I", data)[0] if kind == b"IHDR" else length
        packed_rows += data if kind == b"IDAT" else b""
        at += 12 + size
    filtered = zlib.decompress(packed_rows)
    for start in range(0, len(filtered), length):
        yield _unfiltered(filtered[start : start + length])


def _unfiltered(row: bytes) -> bytes:
    kind, pixels = row[0], bytearray(row[1:])
    assert kind in (0, 1), "only what the renderer uses is understood"
    for i in range(3, len(pixels) if kind else 0):
        pixels[i] = (pixels[i] + pixels[i - 3]) & 0xFF
    return bytes(pixels)


def dark(letter: str) -> int:
    """How many pixels of a picture of one letter are darker than its ground."""
    text = f'<text x="10" y="50" font-size="40" font-family="{FAMILY}">{letter}</text>'
    ground = '<rect width="60" height="70" fill="#FFF"/>'
    return sum(
        value < 0x80
        for row in rows(png(f'<svg xmlns="http://www.w3.org/2000/svg" width="60" height="70">{ground}{text}</svg>'))
        for value in row[::3]
    )


@every_card
def test_a_card_says_what_the_view_says(card: Card) -> None:
    """Portal, language, place, title, text, status, figures and their labels; what is too long ends in "…"."""
    wanted = [card.portal, card.language, card.over, card.title, card.text]
    wanted += [card.status.text] if card.status else []
    wanted += [words for figure in card.figures for words in (figure.text, figure.label)]
    shown = read(card)
    for words in filter(None, (" ".join(words.split(" ")) for words in wanted)):
        assert words.strip() in shown or re.search(re.escape(words[:20]) + ".*…", shown), words


@every_card
def test_no_text_leaves_the_card(card: Card) -> None:
    """Each line lies within the margins, by the widths of the font itself, and no two lines meet."""
    for text in texts(card):
        size, weight = int(text.get("font-size") or 0), int(text.get("font-weight") or 400)
        wide = face(weight).width(text.text or "", size)
        left = float(text.get("x") or 0) - {"end": wide, "middle": wide / 2}.get(text.get("text-anchor") or "", 0)
        down = float(text.get("y") or 0)
        assert left >= 60, text.text
        assert left + wide <= WIDTH - 60, text.text
        assert size < down < HEIGHT - size / 4, text.text


@every_card
def test_no_line_lies_on_another(card: Card) -> None:
    """Lines that share a column keep their distance."""
    boxes = [
        (float(text.get("x") or 0), float(text.get("y") or 0), int(text.get("font-size") or 0))
        for text in texts(card)
        if not text.get("text-anchor")
    ]
    for x, down, size in boxes:
        above = [other for other_x, other, _size in boxes if other_x == x and other < down]
        assert not above or down - max(above) >= 0.75 * size, (x, down)


def test_a_text_from_the_content_is_text() -> None:
    """Whatever it holds, it is no markup."""
    hostile = "<b>&\"'</b>"
    assert hostile in read(replace(PLAIN, title=hostile))


def test_a_card_has_the_shape_that_services_expect() -> None:
    """A PNG of 1200 × 630 pixels, opaque, of at most 70 kB."""
    pictures = [png(svg(card_template(), card)) for card in (CARDS["chart"], CARDS["long"], CARDS["crowded"])]
    heads = [struct.unpack_from(">2I2B", picture, 16) for picture in pictures]
    assert [(WIDTH, HEIGHT, 8, 2)] * 3 == heads
    assert max(map(len, pictures)) <= 70_000


def test_packing_changes_no_pixel() -> None:
    """Red, green and blue stay where they were; only that all is opaque is no longer said."""
    head = struct.pack(">2I5B", 2, 2, 8, 6, 0, 0, 0)
    pixels = b"\x01" + bytes((10, 20, 30, 255, 1, 2, 3, 0)) + b"\x00" + bytes((7, 8, 9, 255, 4, 5, 6, 255))
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(pixels)), (b"IEND", b""))
    loose = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
    assert [bytes((10, 20, 30, 11, 22, 33)), bytes((7, 8, 9, 4, 5, 6))] == list(rows(packed(loose)))


@pytest.mark.parametrize("letter", sorted(set(EVERY_LETTER) - set(" \u00a0\u202f")))
def test_every_letter_is_drawn(letter: str) -> None:
    """The font has it, and it leaves ink on the picture."""
    assert letter in face(400).advances
    assert letter in face(700).advances
    assert dark(letter) > 0


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f"])
def test_spaces_are_of_the_font(space: str) -> None:
    """Each has its own width in it: no other font steps in for one, and nothing is drawn."""
    assert 0 < face(400).width(space, 100) < 35
    assert 0 == dark(space)


@pytest.mark.parametrize(
    ("text", "shown"),
    [("e\u2011post", "e-post"), ("kau\u00adpunki", "kaupunki"), ("Ⅻ", "XII"), ("日", "?"), ("\U0001f600", "?")],
)
def test_a_letter_that_the_font_lacks_has_a_stand_in(text: str, shown: str) -> None:
    """The nearest of the same meaning, or a question mark: a font of the machine is never asked."""
    assert shown == face(400).shown(text)


def test_a_text_is_as_large_as_it_goes() -> None:
    """It takes the largest size at which it fits whole; within that, whole words alone."""
    assert (40, ("Roads",)) == _fitted("Roads", 200, 50, 40, 20)
    size, lines = _fitted("Digitaalisten palvelujen", 150, 50, 40, 20)
    assert (20, ("Digitaalisten", "palvelujen")) == (size, lines)


def test_a_word_too_long_is_broken_at_the_smallest_size_only() -> None:
    """All of it stays; no line is wider than the room."""
    size, lines = _fitted("Elinvoimakaupunginosatoimintasuunnitelma", 150, 200, 40, 30)
    assert 30 == size
    assert "Elinvoimakaupunginosatoimintasuunnitelma" == "".join(lines)
    assert max(face(400).width(line, size) for line in lines) <= 150


def test_a_text_too_long_ends_in_dots() -> None:
    """In as many lines as there is room for, one at least."""
    size, lines = _fitted(LONG, 300, 60, 40, 24)
    assert (24, 2, True) == (size, len(lines), lines[-1].endswith("…"))
    assert ("…",) == tuple(line[-1:] for line in _fitted(LONG, 300, 0, 24)[1])


def test_a_text_beyond_any_card_is_not_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its end makes no difference, and takes no time: the beginning stands there, with dots."""
    measured: list[int] = []
    width = Face.width

    def measure(letters: Face, text: str, size: float) -> float:
        measured.append(len(text))
        return width(letters, text, size)

    monkeypatch.setattr(Face, "width", measure)
    shown = fit("w" * 20_000, 500, 200, (30, 20), 400)
    assert (20, "…") == (shown.size, shown.lines[-1][-1])
    assert max(measured) <= 1001


def test_dots_take_no_more_room_than_there_is() -> None:
    """Where they do not fit after the last line, its end makes way."""
    assert (20, ("mm…",)) == _fitted("mmmm bb", face(400).width("mmmm", 20), 20, 20)


def _fitted(text: str, room: float, height: float, *sizes: int) -> tuple[int, tuple[str, ...]]:
    found = fit(text, room, height, sizes, 400)
    return found.size, found.lines


def test_a_small_chart_begins_at_zero_and_holds_its_target() -> None:
    """Years stand at their true distance; the target lies at the top, where it is the highest."""
    chart = small_chart(
        over_time(point("2020", "50"), point("2021", "25"), point("2024", "75"), target="100"), 200, 100
    )
    assert [(0, 50), (50, 75), (200, 25)] == [(spot.x, spot.y) for spot in chart.spots]
    assert (100, 0) == (chart.zero, chart.target)


def test_a_small_chart_shows_what_lies_below_zero() -> None:
    """The line of zero moves up; without a target there is no line of one. A value alone stands in the middle."""
    below = small_chart(over_time(point("2020", "-50"), point("spring", "50")), 100, 100)
    assert (50, None, [100, 0]) == (below.zero, below.target, [spot.y for spot in below.spots])
    alone = small_chart(over_time(point("2020", "0")), 100, 100)
    assert SmallChart((replace(alone.spots[0], x=50, y=100),), 100, None) == alone


def test_an_approximate_value_is_told_apart() -> None:
    """On the small chart as on the large one."""
    assert [False, True] == [spot.about for spot in small_chart(CHART, 100, 100).spots]


def test_drawing_leaves_nothing_behind(tmp_path: Path) -> None:
    """Neither where the process draws nor where the workers of a pool do."""
    drawing = (
        "from concurrent.futures import ProcessPoolExecutor as Pool\n"
        "from multiprocessing import get_context\n"
        "from sitegen.render.pictures import png\n"
        'svg = \'<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>\'\n'
        "with Pool(1, mp_context=get_context('forkserver')) as pool:\n"
        "    assert png(svg) == pool.submit(png, svg).result()\n"
        "import os, tempfile\n"
        "assert len(os.listdir(tempfile.gettempdir())) > 0\n"
    )
    env = os.environ | {"TMPDIR": str(tmp_path), "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", drawing], env=env, cwd=ROOT, check=True)
    assert [] == list(tmp_path.iterdir())


def test_an_icon_has_its_ground_to_the_edges() -> None:
    """Launchers cut icons to shapes: the corners are the ground, the middle is the drawing."""
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><path fill="#C00" d="M0 0h2v2H0z"/></svg>'
    found = list(rows(icon(drawing, 180, "#FFFFFF")))
    assert (180, 540) == (len(found), len(found[0]))
    corners = {found[y][x : x + 3] for y in (0, 179) for x in (0, 537)}
    assert ({b"\xff\xff\xff"}, b"\xcc\x00\x00") == (corners, found[90][270:273])


# --- The fonts of the machine ----------------------------------------------------------------------------------

# Prints the digest of a text in the font's first name, which a machine may have; then those of the cards.
PROGRAM = """
from hashlib import sha256
from sitegen.render.pictures import png
from tests.render.card_samples import pictured
text = '<rect width="60" height="30" fill="#FFF"/><text y="20" font-family="Source Sans Pro">Mål</text>'
print(sha256(png(f'<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30">{text}</svg>')).hexdigest())
print(pictured())
"""


@pytest.fixture(scope="module")
def digests(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, str]]:
    """What is printed on this machine, on one without fonts, and on one with monsters: the first line, the rest."""
    place = tmp_path_factory.mktemp("machines")
    machines = {
        "this": dict(os.environ),
        "bare": machine(place / "bare"),
        "monstrous": machine(place / "monstrous", monstrous_font("sans-serif"), monstrous_font("Source Sans Pro")),
    }
    started = {
        name: subprocess.Popen(
            [sys.executable, "-c", PROGRAM], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
        )
        for name, environment in machines.items()
    }
    return {name: _printed(process) for name, process in started.items()}


def _printed(process: subprocess.Popen[str]) -> tuple[str, str]:
    first, _, rest = process.communicate(timeout=120)[0].partition("\n")
    assert 0 == process.returncode
    return first, rest


def test_the_machines_differ(digests: dict[str, tuple[str, str]]) -> None:
    """A text in a family that a machine has shows its fonts: what is compared below can tell."""
    assert digests["bare"][0] != digests["monstrous"][0]


@pytest.mark.parametrize("name", ["bare", "monstrous"])
def test_cards_do_not_depend_on_the_fonts_of_the_machine(digests: dict[str, tuple[str, str]], name: str) -> None:
    """Fonts hidden, or absurd ones of the name that our font came with: the same bytes."""
    assert len(CARDS) + 1 == len(digests["this"][1].splitlines())
    assert digests["this"][1] == digests[name][1]


def test_our_letters_go_by_no_name_of_a_system() -> None:
    """In the files the family is called as the cards call it, and by no other name."""
    for content in faces().values():
        assert FAMILY.encode("utf-16-be") in content
        assert "Source Sans".encode("utf-16-be") not in content
