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
    *points: Point,
    target: str | None = None,
    target_last: bool = False,
    measure: str = "Euro per år",
    ends: tuple[str | None, str | None] = (None, None),
    left: str = "",
) -> TimeChart:
    """An indicator over time; the target's label is "Mål" with its number. ends: of the unit's scale."""
    level, lowest, highest = (None if number is None else Decimal(number) for number in (target, *ends))
    return TimeChart(
        name="Köpen steg mellan åren.",
        points=points,
        target=level,
        target_last=target_last,
        target_label="" if target is None else f"Mål {target}",
        left=left,
        lowest=lowest,
        highest=highest,
        measure=measure,
        locale=LOCALE,
    )


def bars(*numbers: tuple[str, str], measure: str = "Projekt") -> BarChart:
    """Bars of one tone, each a label and its number."""
    made = tuple(Bar(label=label, number=Decimal(text), text=text, tone="done") for label, text in numbers)
    return BarChart(name="De flesta är påbörjade.", bars=made, measure=measure)


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
    "three": over_time(
        point("2022", "252000", "noin 252000", about=True),
        point("2023", "260000"),
        point("2024", "320838", incomplete=True),
        target="500000",
    ),
    "on a scale": over_time(
        point("2023", "2.08", "2,08"),
        point("2024", "2.22", "2,22 (inte slut)", incomplete=True),
        target="3",
        ends=("1", "4"),
        left="0,78 kvar till målet, vår uträkning",
    ),
    "one on a scale": over_time(point("2024", "3.5", about=True), target="4", ends=("1", None)),
    "bars": bars(("Färdiga", "5"), ("Påbörjade", "17"), ("Planeras", "0")),
    "long labels": bars((LONG, "4"), ("Osaamisalueet & <muut>", "7")),
}


def drawn() -> str:
    """Every sample as a drawing and as a specification: what must be the same on every machine."""
    return "\n".join(svg(chart) + spec_json(chart).decode() for chart in SAMPLES.values())
