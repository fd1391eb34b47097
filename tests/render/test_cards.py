"""Share cards: all that a card says is on it and within it, in letters that every machine has."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass, replace
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from PIL import Image, ImageChops

from sitegen.render.cards import (
    HEIGHT,
    TEMPLATE,
    WIDTH,
    Change,
    SmallChart,
    change,
    small_chart,
    svg,
    template,
    written,
)
from sitegen.render.letters import Face, face, fit
from sitegen.render.pictures import icon, packed, png
from sitegen.render.theme import ThemeError
from sitegen.views.cards import Card
from tests.conftest import ROOT
from tests.render.card_samples import CARDS, CHANGE, CHART, EVERY_LETTER, PLACES, PLAIN, card_template, look
from tests.render.chart_samples import LONG, over_time, point
from tests.render.test_charts_fonts import machine, monstrous_font

SVG = "{http://www.w3.org/2000/svg}"
PLACED = re.compile(r"translate\((\S+) (\S+)\) scale\((\S+) \S+\)")
every_card = pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)


@dataclass(frozen=True)
class Line:
    """A line of text on a card: where it begins, and the size of its letters."""

    text: str
    x: float
    y: float
    size: float


def lines(card: Card) -> list[Line]:
    """The lines of the drawn card."""
    groups = ET.fromstring(svg(card_template(), card)).iter(f"{SVG}g")  # noqa: S314 - drawn by us
    return [_line(group) for group in groups if group.get("aria-label")]


def _line(group: ET.Element) -> Line:
    found = PLACED.fullmatch(group.get("transform") or "")
    assert found, ET.tostring(group)[:200]
    x, y, scale = map(float, found.groups())
    return Line(group.get("aria-label") or "", x, y, scale * face(400).em)


def read(card: Card) -> str:
    """All that is read on the card, in one line."""
    return " ".join(line.text for line in lines(card))


def seen(picture: bytes) -> Image.Image:
    """A PNG of ours, as another program reads it."""
    return Image.open(BytesIO(picture)).convert("RGB")


def dark(drawn: str) -> int:
    """How many pixels are darker than the ground, in a picture of what is drawn in black."""
    ground = '<rect width="60" height="70" fill="#FFF"/>'
    picture = png(f'<svg xmlns="http://www.w3.org/2000/svg" width="60" height="70">{ground}{drawn}</svg>')
    return sum(seen(picture).convert("L").histogram()[:0x80])


def letter_drawn(letter: str) -> str:
    """A letter in the middle of a picture."""
    return "".join(
        f'<path transform="translate(10 50) scale(.04 -.04)" d="{path}"/>' for _, path in face(400).outlines(letter)
    )


@every_card
def test_a_card_says_what_the_view_says(card: Card) -> None:
    """Portal, language, place, title, text, status, figures, their labels, a change; what is too long ends in "…"."""
    wanted = [card.portal, card.language, card.over, card.title, card.text]
    wanted += [card.status.text] if card.status else []
    wanted += [words for figure in card.figures for words in (figure.text, figure.label)]
    if card.chart and len(card.chart.points) < 3:
        wanted += [card.chart.measure, card.chart.target_label]
        wanted += [words for each in card.chart.points for words in (each.period, each.label)]
    shown = read(card)
    for words in filter(None, (" ".join(words.split(" ")) for words in wanted)):
        assert words.strip() in shown or re.search(re.escape(words[:20]) + ".*…", shown), words


@every_card
def test_no_text_leaves_the_card(card: Card) -> None:
    """Each line lies within the margins, and so does all that is drawn below the band along the top."""
    for line in lines(card):
        assert line.x >= 60, line.text
        assert line.size < line.y < HEIGHT - line.size / 4, line.text
    picture = seen(png(svg(card_template(), card)))
    for left, right in ((0, 60), (WIDTH - 60, WIDTH)):
        assert 1 == len(picture.crop((left, 20, right, HEIGHT)).getcolors(2) or ())


@every_card
def test_no_line_lies_on_another(card: Card) -> None:
    """Lines that share a column keep their distance."""
    drawn = lines(card)
    for line in drawn:
        above = [other.y for other in drawn if other.x == line.x and other.y < line.y]
        assert not above or line.y - max(above) >= 0.75 * line.size, line


@pytest.mark.parametrize(("anchor", "places"), [("start", (20, 40)), ("middle", (10, 30)), ("end", (0, 20))])
def test_a_line_stands_beside_its_place(anchor: str, places: tuple[int, int]) -> None:
    """To its right, about it or to its left, as wide as it is measured, with its letters in their order."""
    [line] = ET.fromstring(f'<svg xmlns="{SVG[1:-1]}">{written("Il", 20, 30, 20, anchor=anchor)}</svg>')  # noqa: S314
    placed, [first, second] = _line(line), list(line)
    assert (20, 30) == (placed.size, placed.y)
    assert places[0] <= placed.x <= places[1]
    assert placed.x == pytest.approx(
        20 - {"start": 0, "middle": 0.5, "end": 1}[anchor] * face(400).width("Il", 20), abs=0.1
    )
    assert ("translate(0)", f"translate({face(400).width('I', 1000):g})") == (
        first.get("transform"),
        second.get("transform"),
    )


def test_a_text_from_the_content_is_text() -> None:
    """Whatever it holds, it is no markup."""
    hostile = "<b>&\"'</b>"
    assert hostile in read(replace(PLAIN, title=hostile))


def test_a_card_has_the_shape_that_services_expect() -> None:
    """A PNG of 1200 × 630 pixels, opaque, of at most 60 kB."""
    pictures = [png(svg(card_template(), card)) for card in (CARDS["chart"], CARDS["long"], CARDS["crowded"])]
    opened = [Image.open(BytesIO(picture)) for picture in pictures]
    assert [("PNG", (WIDTH, HEIGHT), "P", False)] * 3 == [
        (each.format, each.size, each.mode, each.has_transparency_data) for each in opened
    ]
    assert max(map(len, pictures)) <= 60_000


def test_a_picture_of_few_colours_stays_as_it_is() -> None:
    """To the pixel, with colours that are almost alike."""
    picture = Image.new("RGB", (3, 2), (251, 250, 247))
    picture.putpixel((1, 0), (247, 248, 244))
    picture.putpixel((2, 1), (0, 1, 2))
    assert picture.tobytes() == seen(packed(picture)).tobytes()


def test_areas_that_are_almost_alike_stay_apart() -> None:
    """A panel that hardly stands out from its ground, although the palette has one place for both."""
    picture = Image.new("RGB", (40, 40), (248, 248, 248))
    picture.paste((251, 251, 251), (0, 0, 20, 20))
    assert picture.tobytes() == seen(packed(picture)).tobytes()


def test_an_icon_has_no_letters() -> None:
    """They would be those of the machine."""
    with pytest.raises(ValueError, match="<text>"):
        icon(b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><g><text>P</text></g></svg>', 180, "#FFF")


def test_the_commonest_colours_are_kept() -> None:
    """Of more than a palette holds, they stay to the pixel; the others are hardly told from what they were."""
    shades = [(value, 255 - value, third) for value in range(256) for third in (0, 128)]
    picture = Image.new("RGB", (512, 3), (251, 250, 247))
    picture.putdata([(251, 250, 247)] * 512 + [(155, 45, 35)] * 512 + shades)
    found = seen(packed(picture))
    assert picture.crop((0, 0, 512, 2)).tobytes() == found.crop((0, 0, 512, 2)).tobytes()
    apart = ImageChops.difference(picture, found).tobytes()
    assert 0 < max(apart) <= 12


def test_a_picture_of_many_colours_keeps_them_all() -> None:
    """A gradient has no steps."""
    picture = Image.linear_gradient("L").convert("RGB")
    picture = Image.merge("RGB", (picture.getchannel(0), picture.getchannel(0).rotate(90), picture.getchannel(2)))
    assert picture.tobytes() == seen(packed(picture)).tobytes()


@pytest.mark.parametrize("letter", sorted(set(EVERY_LETTER) - set(" \u00a0\u202f")))
def test_every_letter_is_drawn(letter: str) -> None:
    """The font has it, and it leaves ink on the picture."""
    assert letter in face(400).advances
    assert letter in face(700).advances
    assert dark(letter_drawn(letter)) > 0


@pytest.mark.parametrize(
    "drawn", ["<text>M</text>", "<text\nx='1'>M</text>", "<s:text>M</s:text>", "{% include 'm' %}"]
)
def test_a_template_with_letters_of_the_machine_is_refused(drawn: str) -> None:
    """A text that is no outline would look as the fonts of the machine do, also where it is included."""
    theme = look()
    with pytest.raises(ThemeError) as caught:
        svg(template(replace(theme, templates={TEMPLATE: f"<svg>{drawn}</svg>", "m": "<text>M</text>"})), PLAIN)
    assert [theme.path(TEMPLATE)] == [problem.path for problem in caught.value.problems]


def test_a_line_with_letters_that_the_font_lacks_is_written() -> None:
    """Also one that was not fitted before."""
    assert 'aria-label="M?"' in written("M\u2603", 0, 0, 20)


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f"])
def test_spaces_are_of_the_font(space: str) -> None:
    """Each has its own width in it: no other font steps in for one, and nothing is drawn."""
    assert 0 < face(400).width(space, 100) < 35
    assert "" == letter_drawn(space)


@pytest.mark.parametrize(
    ("text", "shown"),
    [("e\u2011post", "e\u2011post"), ("kau\u00adpunki", "kaupunki"), ("Ⅻ", "XII"), ("日", "?"), ("\U0001f600", "?")],
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


def test_no_bracket_stays_open_where_a_text_ends_in_dots() -> None:
    """It is cut before the bracket; one that is closed stays."""
    assert (20, ("mm…",)) == _fitted("mm (bb dd) ff", face(400).width("mm (bb dd", 20), 20, 20)
    assert (20, ("mm (bb)…",)) == _fitted("mm (bb) ff dd", face(400).width("mm (bb)…", 20), 20, 20)


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
    assert SmallChart((replace(alone.spots[0], x=50, y=100),), 100, None, target_last=False) == alone


def test_a_change_lies_on_one_scale_with_its_target() -> None:
    """Bars from zero, wherever that is; dots between the ends of their own scale, which are written."""
    assert Change(0, (90.9, 63.6), 100, ()) == change(CHANGE, 100)
    below = change(over_time(point("2023", "-5"), point("2024", "3")), 80)
    assert (50, (0, 80), None) == (below.start, below.marks, below.target)
    assert Change(None, (36, 40.7), 66.7, ("1", "4")) == change(PLACES, 100)


def test_what_was_not_over_is_striped_on_a_card() -> None:
    """The latest of two bars, from end to end, and half of a dot; what was over is plain."""
    late = replace(CHANGE, points=tuple(replace(each, incomplete=False) for each in CHANGE.points))
    for chart, stripes in ((CHANGE, True), (late, False)):
        picture = seen(png(svg(card_template(), replace(CARDS["change"], chart=chart)))).convert("L")
        row = [picture.getpixel((x, 506)) for x in range(420, 820)]
        assert (len(set(row)) > 1) == stripes
        assert 1 == len({picture.getpixel((x, 430)) for x in range(420, 820)})
    halves = [svg(card_template(), replace(CARDS["places"], chart=chart)).count("a14 14") for chart in (PLACES, late)]
    assert [1, 0] == halves


def test_an_approximate_value_is_told_apart() -> None:
    """On the small chart as on the large one."""
    assert [False, False, True] == [spot.about for spot in small_chart(CHART, 100, 100).spots]


def test_an_icon_has_its_ground_to_the_edges() -> None:
    """Launchers cut icons to shapes: the corners are the ground, the middle is the drawing."""
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><path fill="#C00" d="M0 0h2v2H0z"/></svg>'
    found = seen(icon(drawing, 180, "#FFFFFF"))
    assert (180, 180) == found.size
    corners = {found.getpixel((x, y)) for y in (0, 179) for x in (0, 179)}
    assert ({(0xFF, 0xFF, 0xFF)}, (0xCC, 0, 0)) == (corners, found.getpixel((90, 90)))


# --- The fonts of the machine ----------------------------------------------------------------------------------

# Prints the digest of a text in the font's name, which a machine may have; then those of the cards.
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
