"""What pages say that the source does not say: each sentence hangs on a field that the record leaves empty."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sitegen.derive.pictures import FACETS
from sitegen.language.language import language
from sitegen.model.indicators import Indicator
from sitegen.model.programme import Distribution, Facet, Shown
from sitegen.model.projects import Project
from sitegen.views.pages.costs import costs_page
from sitegen.views.pages.indicator import indicator_page
from sitegen.views.pages.project import project_page
from sitegen.views.pages.roadmap import roadmap_page
from sitegen.views.silences import CHARTED, SILENCES
from sitegen.views.vocabularies import vocabulary
from tests.conftest import ROOT
from tests.derive.records import chart, cost, effect, indicator, level, number, project, texts, with_charts
from tests.views.editions import edition

EMPTY = project("pond")
FULL = project("well", "is-started", theme="roads", code="R1", costs=(cost("5"),), effects=(effect(),)).model_copy(
    update={
        "problem": texts("Mud"),
        "role": "clerk",
        "level": "whole",
        "need": "law",
        "benefit": "time",
    }
)


def silences(record: Project, *charts: Distribution) -> list[str]:
    """What the page of a project says that the source does not say."""
    of = edition(record)
    of = replace(of, portal=with_charts(of.portal, *charts))
    page = project_page(of, record)
    return [each.words for each in (*page.silences, *filter(None, [page.charts]))]


@pytest.mark.parametrize("field", SILENCES)
def test_a_silence_about_a_project_hangs_on_its_field(field: str) -> None:
    """It is there where the field is empty, and nowhere else."""
    sentence = SILENCES[field]
    assert field in Project.model_fields
    assert sentence in silences(EMPTY)
    assert sentence not in silences(EMPTY.model_copy(update={field: getattr(FULL, field)}))


def test_a_silence_about_an_indicator_hangs_on_its_field() -> None:
    """No earlier value, no year of the target; and nothing that an indicator could not tell."""

    def said(record: Indicator) -> list[str]:
        return [each.words for each in indicator_page(edition(record), record, (), {}).silences]

    year, earlier = (
        "by which year the target should be reached",
        "any earlier value",
    )
    dated = level("5").model_copy(update={"by": "2026"})
    assert [year, earlier] == said(indicator(number("2024", "5")))
    assert [year] == said(indicator(number("2023", "4"), number("2024", "5")))
    assert [earlier] == said(indicator(number("2024", "5"), target=dated))


def test_the_year_of_a_target_stands_beside_it() -> None:
    """Where the source names one."""
    dated = indicator(number("2024", "5"), target=level("5").model_copy(update={"by": "2026"}))
    made = indicator_page(edition(dated), dated, (), {})
    assert "by 2026" == made.target_by


def test_no_sentence_misses_a_year_that_the_target_has() -> None:
    """Neither the finding nor the pace."""
    open_ = indicator(number("2023", "3"), number("2024", "4"), target=level("5"))
    dated = open_.model_copy(update={"target": open_.target.model_copy(update={"by": "2026"})})
    made = [indicator_page(edition(each), each, (), {}) for each in (open_, dated)]
    assert [True, False] == ["names no target year" in each.finding for each in made]
    assert [True, False] == ["Without a target year" in each.pace for each in made]


@pytest.mark.parametrize("shown", Shown)
def test_what_the_source_has_as_a_picture_is_not_called_absent(shown: Shown) -> None:
    """Of a project on whose roadmap there is a chart of its effects, or of its costs."""
    absent, charted = SILENCES[shown.value], CHARTED[shown.value]
    own, other = (chart("map", Facet.OTHER, shown, roadmap=roadmap) for roadmap in ("plan-24", "plan-25"))
    assert [False, True] == [sentence in silences(EMPTY, own) for sentence in (absent, charted)]
    assert [True, False] == [sentence in silences(EMPTY, other) for sentence in (absent, charted)]


def test_a_cost_that_only_a_picture_has_is_not_called_absent() -> None:
    """Among the facts of the project."""
    of = edition(EMPTY)
    charted = replace(of, portal=with_charts(of.portal, chart("map", Facet.OTHER, Shown.COSTS, roadmap="plan-24")))
    places = [project_page(each, EMPTY).no_cost for each in (of, charted)]
    assert ["not in the source", "not in the text of the source"] == places


@pytest.mark.parametrize("facet", FACETS)
def test_charts_of_what_a_record_leaves_open_are_named(facet: Facet) -> None:
    """By their titles, for nobody knows what they show of one project; not where the record says it itself."""
    sentence = "The source has the chart “All” only as a picture, without figures in the text."
    assert sentence in silences(EMPTY, chart("all", facet))
    assert sentence not in silences(FULL, chart("all", facet))
    assert not any("chart" in each for each in silences(EMPTY))


def test_a_chart_of_effects_is_named_beside_effects_in_the_text() -> None:
    """It may hold estimates; one of finished projects is named on their pages alone."""
    of_done = chart("map", Facet.OTHER, Shown.EFFECTS, roadmap="plan-24").model_copy(update={"status": "is-done"})
    named = [
        [each for each in silences(project("well", status, effects=(effect(),)), of_done) if "chart" in each]
        for status in ("is-done", "is-started")
    ]
    assert [["The source has the chart “Map” only as a picture, without figures in the text."], []] == named


@pytest.mark.parametrize("code", ["sv", "fi"])
def test_silences_are_parts_of_one_sentence(code: str) -> None:
    """Whatever they are about, and where a chart may tell more: a list of them reads as one sentence."""
    spoken = language(code, (ROOT / "locale",))
    said = [spoken.gettext(each) for each in (*SILENCES.values(), *CHARTED.values())]
    assert [] == [each for each in said if each != each.lower() or each.endswith(".")]


def test_a_vocabulary_that_no_project_uses_names_its_chart() -> None:
    """Once, though two roadmaps share it; of statuses there is none."""
    of = edition(EMPTY, project("lake", roadmap="plan-25"))
    of = replace(of, portal=with_charts(of.portal, chart("all", Facet.ROLE)))
    note = vocabulary(of, "role").note
    assert note.endswith("of the roadmaps for 2024 and 2025. All: only as a chart, without figures in the text.")
    assert 1 == note.count("All:")
    assert "chart" not in vocabulary(of, "status").note


def test_a_chart_is_told_as_one_on_the_pages_of_roadmap_and_costs() -> None:
    """Never as a figure that is not in the source."""
    of = edition(EMPTY)
    of = replace(of, portal=with_charts(of.portal, chart("map", Facet.OTHER, roadmap="plan-24")))
    told = "The source has the chart “Map” only as a picture, without figures in the text."
    assert told == roadmap_page(of, of.portal.roadmap["plan-24"], ()).silences[-1].words
    assert ("Map",) == costs_page(of).unknown


def test_a_roadmap_says_what_is_left_open_of_its_projects() -> None:
    """How many have no cost and that their themes are not told, with where more of it stands; else nothing."""
    of = edition(EMPTY)
    said = [(each.words, each.url) for each in roadmap_page(of, of.portal.roadmap["plan-24"], ()).silences]
    assert [
        ("1 project without a figure for its cost, of 1 in the roadmap for 2024.", "/en/costs/#no-cost-plan-24"),
        ("The source does not say which theme the single projects belong to.", "/en/programme/#themes"),
    ] == said
    full = edition(project("well", theme="roads", costs=(cost("5"),)))
    assert () == roadmap_page(full, full.portal.roadmap["plan-24"], ()).silences
