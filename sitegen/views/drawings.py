"""What is drawn: which indicators and counts have a drawing, and with which words.

In: an edition and what was derived. Out: a Drawing, or None where there is nothing to draw.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from sitegen.derive.changes import contradiction
from sitegen.derive.findings import find
from sitegen.derive.periods import early_document
from sitegen.derive.values import numeric, printed_number, target_unit, unit_of
from sitegen.language.dates import Form
from sitegen.model.forms import form
from sitegen.model.indicators import Indicator, Observation
from sitegen.model.programme import UnitKind
from sitegen.model.settings import Extra
from sitegen.views.charts import Bar, BarChart, Chart, NumberLocale, Point, TimeChart
from sitegen.views.contradictions import contradiction_words
from sitegen.views.edition import Edition
from sitegen.views.phrases import Phrases
from sitegen.views.verdicts import Verdicts


@dataclass(frozen=True)
class Drawing:
    """A chart of a page. id: its address on the page. spec: path of the file that the interactive chart reads."""

    id: str
    chart: Chart
    spec: str


def number_locale(edition: Edition) -> NumberLocale:
    """The signs with which the language writes numbers."""
    symbols = edition.language.locale.number_symbols["latn"]
    return NumberLocale(symbols["decimal"], symbols["group"], symbols["minusSign"])


def indicator_drawing(edition: Edition, indicator: Indicator, path: str) -> Drawing | None:
    """Values over time with the level to reach in the same unit; None for a single value without such a level."""
    points = numeric(indicator)
    if not points or not edition.shows(Extra.CHARTS):
        return None
    unit = unit_of(indicator, points[-1])
    points = tuple(point for point in points if unit_of(indicator, point) == unit)
    level, label = _level(edition, indicator, points)
    lowest = edition.portal.unit[unit].lowest or None
    left = Verdicts(edition).left(indicator) if lowest else ""
    if len(points) < 2 and level is None:  # noqa: PLR2004 - one point is no development
        return None
    chart = TimeChart(
        name=_name(edition, indicator, points, (label, left)),
        points=tuple(_point(edition, indicator, point) for point in points),
        target=level,
        target_last=indicator.target.growth is not None,
        target_label=label,
        left=left,
        lowest=lowest,
        highest=edition.portal.unit[unit].highest,
        measure=_measure(edition, unit),
        locale=number_locale(edition),
    )
    return Drawing("chart", chart, f"{path}chart.json")


def _level(edition: Edition, indicator: Indicator, points: tuple[Observation, ...]) -> tuple[Decimal | None, str]:
    """The level to reach in the unit of the points, and its label; None and "" where there is none.

    What grows is a level for the latest period alone, and says so.
    """
    gettext, phrases, target = edition.language.gettext, Phrases(edition), indicator.target
    if target_unit(indicator) != unit_of(indicator, points[-1]):
        return None, ""
    if target.level is not None:
        return target.level, gettext("Target %(target)s", target=phrases.target(indicator).text)
    found = find(indicator)
    # What grows from an approximate number is no single level.
    if target.growth is None or found.required is None or points[0].about is not None:
        return None, ""
    label = gettext(
        "Target %(of_period)s: %(target)s",
        of_period=edition.language.date(points[-1].period, Form.OF),
        target=Verdicts(edition).aim(indicator, found, short=True),
    )
    return found.required, edition.language.capital(label)


def _name(edition: Edition, indicator: Indicator, points: tuple[Observation, ...], beside: tuple[str, ...]) -> str:
    """All that is drawn, and what contradicts it, in whole sentences. beside: what is written beside the values."""
    language, disputed = edition.language, contradiction(edition.portal, indicator)
    values = language.list(f"{language.date(point.period)}: {_label(edition, indicator, point)}" for point in points)
    title, values = edition.text(indicator.title), language.capital(values)
    name = language.gettext("Chart: %(title)s. %(values)s.", title=title, values=values)
    said = (*(f"{text}." for text in beside if text), contradiction_words(edition, disputed) if disputed else "")
    return " ".join((name, *filter(None, said)))


def _point(edition: Edition, indicator: Indicator, observation: Observation) -> Point:
    return Point(
        period=observation.period,
        number=printed_number(observation) or Decimal(0),
        label=_label(edition, indicator, observation, drawn=True),
        about=observation.about is not None,
        incomplete=early_document(edition.portal, observation) is not None,
    )


def _label(edition: Edition, indicator: Indicator, observation: Observation, *, drawn: bool = False) -> str:
    return Verdicts(edition).marked(Phrases(edition).observation(indicator, observation).text, observation, drawn=drawn)


def _measure(edition: Edition, unit_id: str) -> str:
    unit = edition.portal.unit[unit_id]
    name = form(unit.name[edition.code])
    if unit.kind is UnitKind.CURRENCY:
        return f"{_currency_sign(edition)} {name}"
    return name


def _currency_sign(edition: Edition) -> str:
    return edition.language.currency_sign(edition.portal.settings.currency)


def bars_drawing(
    edition: Edition,
    path: str,
    drawing_id: str,
    title: str,
    measure: str,
    bars: Iterable[tuple[str, Decimal, str, str]],
) -> Drawing | None:
    """Magnitudes side by side, each (label, number, number as written, tone); None where the portal has no charts."""
    if not edition.shows(Extra.CHARTS):
        return None
    drawn = tuple(Bar(*bar) for bar in bars)
    values = edition.language.list(f"{bar.label} {bar.text}" for bar in drawn)
    name = edition.language.gettext("Chart: %(title)s. %(values)s.", title=title, values=values)
    chart = BarChart(name, drawn, measure)
    return Drawing(drawing_id, chart, f"{path}{drawing_id}.json")
