"""Charts of every kind for the tests, in the words and numbers of no real place."""

from __future__ import annotations

from decimal import Decimal

from sitegen.render.charts import spec_json, svg
from sitegen.views.charts import Bar, BarChart, Chart, NumberLocale, Point, TimeChart

LOCALE = NumberLocale(decimal=",", grouping="\u202f", minus="−")


def point(period: str, number: str, label: str = "", *, about: bool = False, incomplete: bool = False) -> Point:
    """A point; its label is its number where nothing else is given."""
    return Point(period=period, number=Decimal(number), label=label or number, about=about, incomplete=incomplete)


def over_time(
    *points: Point, target: str | None = None, target_last: bool = False, measure: str = "Euro per år"
) -> TimeChart:
    """An indicator over time; the target's label is "Mål" with its number."""
    level = None if target is None else Decimal(target)
    return TimeChart(
        name="Köpen steg mellan åren.",
        points=points,
        target=level,
        target_last=target_last,
        target_label="" if target is None else f"Mål {target}",
        measure=measure,
        locale=LOCALE,
    )


def bars(*numbers: tuple[str, str], measure: str = "Projekt") -> BarChart:
    """Bars of one tone, each a label and its number."""
    made = tuple(Bar(label=label, number=Decimal(text), text=text, tone="done") for label, text in numbers)
    return BarChart(name="De flesta är påbörjade.", bars=made, beside=(), measure=measure)


LONG = "Ympäristövaikutusten tunnistaminen tietojärjestelmähankinnoissa ja kuormituksen vähentäminen"
SAMPLES: dict[str, Chart] = {
    "rising": over_time(point("2023", "252000"), point("2024", "320838"), target="500000"),
    "incomplete": over_time(
        point("2023", "113000"),
        point("2024", "79000", "79 000 (perioden inte slut)", incomplete=True),
        target="124300",
        target_last=True,
    ),
    "incomplete alone": over_time(point("2024", "970", "970 (inte slut)", incomplete=True), target="1500"),
    "no target": over_time(point("2023", "113000"), point("2024", "79000")),
    "below zero": over_time(point("2018", "-3"), point("2019", "4.5"), point("2023", "7.25"), target="6"),
    "many": over_time(*(point(str(2005 + i), str(3 + i + 4 * (i % 3))) for i in range(20)), target="20"),
    "single": over_time(point("2024", "50", "noin 50 käyttäjää", about=True), target="300"),
    "single above": over_time(point("2024", "12"), target="5"),
    "bars": bars(("Färdiga", "5"), ("Påbörjade", "17"), ("Planeras", "0")),
    "long labels": bars((LONG, "4"), ("Osaamisalueet & <muut>", "7")),
}


def drawn() -> str:
    """Every sample as a drawing and as a specification: what must be the same on every machine."""
    return "\n".join(svg(chart) + spec_json(chart).decode() for chart in SAMPLES.values())
