"""Share cards of every form for the tests, in the words and numbers of no real place."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from jinja2 import Template

from sitegen.render.cards import svg, template
from sitegen.render.pictures import icon, png
from sitegen.render.theme import Theme, read_theme
from sitegen.views.cards import Card, CardFigure, CardHouse
from sitegen.views.values import StatusMark
from tests.conftest import ROOT
from tests.render.chart_samples import LONG, over_time, point

PHASES = ("planned", "started", "done", "dropped", "unknown", "unreported")
EVERY_LETTER = "ÅÄÖ åäö é 1\u202f234\u00a0€ 2024–2026 −5 43\u00a0% ”quoted” ’ … · — ½"
PLAIN = Card(
    url="https://city.example/xx/card.png",
    alt="Watch. Roads.",
    portal="Watch",
    language="Suomi",
    over="A1 · Roadmap",
    title="Roads",
    text="What the source says of roads.",
    status=None,
    figures=(),
    street=tuple(CardHouse(phase, own=phase == "done") for phase in PHASES),
    chart=None,
)
FIGURES = (CardFigure("320\u202f838\u00a0€", "2024", "chart-value"), CardFigure(LONG, "Mål", "chart-target"))
CHART = over_time(point("2022", "252000"), point("2023", "0"), point("2024", "320838", about=True), target="500000")
CHANGE = over_time(
    point("2023", "113000", "113\u202f000"),
    point("2024", "79000", "79\u202f000 (perioden inte slut)", incomplete=True),
    target="124300",
)
PLACES = over_time(
    point("2023", "2.08"), point("2024", "2.22", "2.22 (inte slut)", incomplete=True), target="3", ends=("1", "4")
)
CARDS: dict[str, Card] = {
    "text": PLAIN,
    "bare": replace(PLAIN, portal="", over="", text="", street=()),
    "status": replace(PLAIN, text="", status=StatusMark("Påbörjad", "started")),
    "figures": replace(PLAIN, text="", figures=FIGURES),
    "chart": replace(PLAIN, text="", figures=FIGURES, chart=CHART, status=StatusMark("Ej uppnått", "not-reached")),
    "change": replace(PLAIN, text="", chart=CHANGE, status=StatusMark("Ej uppnått", "not-reached")),
    "places": replace(PLAIN, text="", title=LONG, chart=PLACES, status=StatusMark("Ej uppnått", "not-reached")),
    "below zero": replace(PLAIN, text="", chart=over_time(point("2023", "-5"), point("2024", "3", about=True))),
    "one": replace(PLAIN, text="", chart=over_time(point("2024", "5"), target="5"), street=()),
    "long": replace(PLAIN, title=LONG * 2, over=LONG, portal=LONG, text=f"{LONG}. " * 4),
    "letters": replace(PLAIN, title=EVERY_LETTER, text=EVERY_LETTER),
    "crowded": replace(PLAIN, street=tuple(CardHouse(PHASES[i % 6], own=False) for i in range(300))),
}


def look() -> Theme:
    """The look here."""
    return read_theme((ROOT / "themes",), "riverside")


def card_template() -> Template:
    """That of the look here."""
    return template(look())


def pictured() -> str:
    """The digest of every sample, and of an icon: what must be the same on every machine."""
    drawn = card_template()
    pictures = [png(svg(drawn, card)) for card in CARDS.values()]
    pictures.append(icon((ROOT / "themes" / "riverside" / "assets" / "icon.svg").read_bytes(), 180, "#FFFFFF"))
    return "\n".join(sha256(picture).hexdigest() for picture in pictures)
