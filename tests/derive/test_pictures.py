"""What the source holds only as a picture."""

from __future__ import annotations

from sitegen.derive.pictures import pictures
from sitegen.model.portal import Portal
from sitegen.model.programme import Distribution, Facet, Shown
from tests.derive.records import chart as named
from tests.derive.records import portal, with_charts


def charted(*charts: Distribution) -> Portal:
    """A portal whose source has these charts."""
    return with_charts(portal(), *charts)


def ids(found: tuple[Distribution, ...]) -> list[str]:
    """The charts by their ids."""
    return [chart.id for chart in found]


def test_a_chart_of_the_roadmap_comes_before_one_of_the_programme() -> None:
    """Which stands for every roadmap that has none of its own."""
    of = charted(named("all", Facet.THEME), named("own", Facet.THEME, roadmap="plan-24"))
    assert ["own"] == ids(pictures(of, "plan-24", Facet.THEME))
    assert ["all"] == ids(pictures(of, "plan-25", Facet.THEME))


def test_a_chart_answers_for_its_subject_alone() -> None:
    """And for the fields that it shows of each project."""
    of = charted(named("own", Facet.OTHER, Shown.COSTS, roadmap="plan-24"))
    assert ["own"] == ids(pictures(of, "plan-24", Shown.COSTS))
    assert [[], [], []] == [
        ids(pictures(of, "plan-24", Shown.EFFECTS)),
        ids(pictures(of, "plan-24", Facet.THEME)),
        ids(pictures(of, "plan-25", Shown.COSTS)),
    ]
