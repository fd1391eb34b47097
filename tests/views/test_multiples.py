"""Small multiples: their geometry says what the numbers say, and what has no number has words."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from sitegen import pipeline
from sitegen.derive.shares import shares
from sitegen.derive.values import interval, latest
from sitegen.language.language import language
from sitegen.model.addresses import addresses
from sitegen.model.indicators import Indicator
from sitegen.model.portal import Portal
from sitegen.views.edition import Edition
from sitegen.views.multiples import Bar, Bars, Multiple, Span, multiple, reading
from tests.derive.records import about, growth, indicator, level, number, said, worded
from tests.views.editions import edition, written

ROOT = Path(__file__).resolve().parents[2]
ROUNDING = Decimal("0.01")
"""Per cent of the width: two places are written."""


def small(given: Indicator, code: str = "en") -> Multiple:
    """The small multiple of an indicator."""
    return multiple(edition(given, code=code), given)


def drawn(given: Indicator) -> Bars:
    """Its drawing, for it has one."""
    bars = small(given).bars
    assert bars is not None
    return bars


def end(span: Span | None) -> Decimal:
    """Where a part of the drawing ends, in per cent of its width."""
    assert span is not None
    return Decimal(span.start) + Decimal(span.width)


@pytest.fixture(scope="module", params=[".", "tests/portals/lindhamn"])
def portal(request: pytest.FixtureRequest) -> Portal:
    """Each portal in turn."""
    found = pipeline.read(ROOT / request.param).checked.portal
    assert found is not None
    return found


def spoken(portal: Portal) -> Edition:
    """A portal in one of its languages."""
    return Edition(portal, language(portal.languages[0], ()), addresses(portal), None, preview=False)


def test_bar_and_target_are_to_each_other_as_value_and_target(portal: Portal) -> None:
    """For every indicator: from zero to the end of the bar, over zero to the line, is value over target."""
    seen = 0
    for given in portal.indicators:
        bars, held, last = multiple(spoken(portal), given).bars, shares(given), latest(given)
        assert (bars is None) == (held is None)
        if bars is None or held is None or last is None:
            continue
        numbers = interval(last)
        assert numbers is not None
        room = Decimal(100) / Decimal(bars.target)
        for number_, span in ((numbers.low, bars.latest.sure), (numbers.high, bars.latest.possible)):
            expected = min(number_ / held.target, room) * Decimal(bars.target)
            assert abs(expected - end(span or bars.latest.sure)) <= 2 * ROUNDING, given.id
        seen += 1
    assert seen >= 6


def test_the_target_lies_at_one_place_and_nothing_beyond_the_edge(portal: Portal) -> None:
    """In every drawing, whatever the numbers; no mark begins before zero."""
    found = [bars for given in portal.indicators for bars in [multiple(spoken(portal), given).bars] if bars]
    assert 1 == len({bars.target for bars in found})
    spans = [
        span
        for bars in found
        for bar in (bars.latest, bars.earlier)
        if bar
        for span in (bar.sure, bar.possible, bars.below)
        if span
    ]
    assert all(Decimal(span.start) >= 0 and Decimal(span.width) >= 0 and end(span) <= 100 for span in spans)


def test_every_indicator_says_value_target_and_finding_in_words(portal: Portal) -> None:
    """None is a gap: where nothing can be drawn, the words of the source stand there, and why nothing is judged."""
    made = [multiple(spoken(portal), given) for given in portal.indicators]
    assert [] == [each.link.text for each in made if not (each.value.text and each.target and each.outcome_words)]
    assert [] == [each.link.text for each in made if (each.outcome == "not-judged") != bool(each.reason)]


def test_a_bar_begins_at_zero_and_the_earlier_value_has_its_own() -> None:
    """A hundred is the target: half of it ends half way, and the first value is named with its period."""
    given = indicator(number("2023", "25"), number("2024", "50"))
    assert Bars(
        target="62.5",
        zero="0",
        below=None,
        latest=Bar(Span("0", "31.25"), None, cut=False),
        earlier=Bar(Span("0", "15.62"), None, cut=False),
        incomplete=False,
    ) == drawn(given)
    assert ("Target 100", "2023: 25") == (small(given).target, small(given).earlier)


def test_an_approximate_value_is_an_interval() -> None:
    """Sure up to 45, possible up to 55."""
    assert Bar(Span("0", "28.12"), Span("28.12", "6.25"), cut=False) == drawn(indicator(about("2024", "50"))).latest


def test_a_bar_beyond_the_drawing_is_cut_and_the_rest_is_said() -> None:
    """Its end is at the edge; how many times the target it is stands beside it."""
    given = indicator(number("2023", "90"), number("2024", "250"))
    assert Bar(Span("0", "100"), None, cut=True) == drawn(given).latest
    assert ("By our calculation the value is 2.5 times the target.",) == small(given).notes


def test_a_bar_that_just_fits_is_not_cut() -> None:
    """A hundred and sixty per cent of the target is the edge."""
    assert not drawn(indicator(number("2023", "90"), number("2024", "160"))).latest.cut


def test_a_target_of_growth_is_the_level_that_it_leads_to() -> None:
    """Named with the number to reach, by our calculation and by the rule."""
    given = small(indicator(number("2022", "100"), number("2024", "60"), target=growth("10")))
    assert "Target 121, our calculation: 10% a year, starting from 2022" == given.target


def test_a_bar_of_a_period_that_was_not_over_is_marked_and_said() -> None:
    """Beside the value, and in how the drawings are read; what was over has no such words."""
    given = indicator(number("2023", "25"), number("2024", "50"))
    early, late = (multiple(written(edition(given), date), given) for date in ("2024-10", "2025"))
    assert [True, False] == [each.bars is not None and each.bars.incomplete for each in (early, late)]
    assert ["2024 (period not over)", "2024"] == [early.period, late.period]
    assert [1, 0] == [sum("not over" in each for each in reading(edition(given), [of])) for of in (early, late)]


def test_a_target_that_may_be_a_ceiling_is_asked_after() -> None:
    """The mark says that it may be either, and nothing is judged."""
    given = small(indicator(number("2023", "130"), number("2024", "120")))
    assert ("Target 100, floor or ceiling?", "not-judged") == (given.target, given.outcome)


@pytest.mark.parametrize(
    ("given", "value", "target"),
    [
        (indicator(said("2024", "being planned")), "being planned", "100 pieces"),
        (indicator(number("2024", "5"), target=worded("better")), "5", "better"),
        (indicator(number("2024", "5", "share")), "5%", "100 pieces"),
        (indicator(), "no value", "100 pieces"),
    ],
)
def test_what_has_no_common_scale_has_words(given: Indicator, value: str, target: str) -> None:
    """The value as it is printed and the target in full, without a drawing."""
    found = small(given)
    assert (None, value, target) == (found.bars, found.value.text, found.target)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("40", "50", "nearer to the target than before (2023)"),
        ("50", "40", "further from the target than before (2023)"),
        ("40", "40", "as far from the target as before (2023)"),
    ],
)
def test_a_value_short_of_its_target_is_on_its_way_or_not(first: str, last: str, words: str) -> None:
    """Compared with the first value, in a few words."""
    assert words == small(indicator(number("2023", first), number("2024", last), target=level("90"))).change


def test_drawings_are_explained_as_far_as_they_are_there() -> None:
    """What only some drawings have is explained where one has it; without a drawing there is nothing to explain."""
    plain = small(indicator(number("2024", "5")))
    full = small(indicator(about("2023", "90"), number("2024", "250")))
    assert [1, 4, 0] == [len(reading(edition(), shown)) for shown in ((plain,), (plain, full), (small(indicator()),))]


def test_a_scale_that_does_not_begin_at_zero_says_so(portal: Portal) -> None:
    """The part below its lowest number is no bar, and is told in words."""
    units = {unit.id: unit.lowest for unit in portal.programme.units if unit.lowest}
    found = [each for given in portal.indicators if given.unit in units for each in [multiple(spoken(portal), given)]]
    scaled = [each for each in found if each.bars]
    assert scaled
    for each in scaled:
        assert each.bars is not None
        assert each.bars.below is not None
        assert each.bars.below.start == "0"
        assert each.bars.below.width == each.bars.latest.sure.start
        assert "The scale begins at 1." in each.notes
