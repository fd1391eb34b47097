"""A finding never travels without what contradicts it: on pages, in files, on the card and among search results."""

from __future__ import annotations

import pytest

from sitegen.model.indicators import Comparison
from sitegen.views.edition import Edition
from sitegen.views.frame import Frame
from sitegen.views.multiples import multiple
from sitegen.views.pages.indicator import IndicatorPage
from sitegen.views.pages.lists import indicators_page
from sitegen.views.pages.project import ProjectPage
from sitegen.views.pages.search import search_entry
from sitegen.views.pages.sharing import shared
from sitegen.views.site import pages
from tests.derive.records import indicator, level, number, project
from tests.views.editions import edition

SENTENCE = (
    "The source contradicts itself: it gives 100% for “Begun”, but in its own list 1 of 2 projects (50%, our "
    "calculation) are done."
)
BRIEF = "Reached in 2024, but the source contradicts itself"
BEGUN = indicator(
    number("2024", "100", "share"),
    target=level("100", "share"),
    unit="share",
    name="begun",
    compare_with=Comparison(roadmap="plan-24", statuses=("is-done",)),
)


@pytest.fixture
def of() -> Edition:
    """A portal whose one indicator says that all is done, while the list has one of two projects."""
    torn = project("y", ("2024", "is-started"), ("2024-10", "is-dropped"))
    return edition(project("x", "is-done"), torn, BEGUN, base_url="https://example.org")


def page(of: Edition, kind: type) -> tuple[object, Frame]:
    """The last page of a kind, with its frame."""
    found = [view for view in pages(of) if isinstance(view, kind)][-1]
    return found, found.frame


def test_its_page_says_so_in_the_finding_and_in_its_description(of: Edition) -> None:
    """The description is what other sites and search engines show."""
    view, frame = page(of, IndicatorPage)
    assert isinstance(view, IndicatorPage)
    assert ("reached-disputed", BRIEF, [SENTENCE]) == (
        view.outcome,
        view.outcome_words,
        [note.sentence for note in view.contradictions],
    )
    assert frame.description.endswith(f"target 100%. {SENTENCE}")


def test_its_drawing_says_so(of: Edition) -> None:
    """Who does not see it hears of the list as well."""
    view, _ = page(of, IndicatorPage)
    assert isinstance(view, IndicatorPage)
    assert view.drawing is not None
    assert f"Chart: Begun. 2024: 100%. Target 100%. {SENTENCE}" == view.drawing.chart.name


def test_the_card_says_so(of: Edition) -> None:
    """In its own colour, and in the words for those who do not see it."""
    view, _ = page(of, IndicatorPage)
    assert isinstance(view, IndicatorPage)
    card = shared(of, view).frame.card
    assert card is not None
    assert card.status is not None
    assert (BRIEF, "reached-disputed") == (card.status.text, card.status.phase)
    assert BRIEF in card.alt


def test_a_search_result_says_so(of: Edition) -> None:
    """Beside a value that is contradicted, and beside a status."""
    assert [f"100% (2024). {SENTENCE}"] == [search_entry(*page(of, IndicatorPage)).note]
    assert "says both “started” (2024) and “dropped” (October 2024)." in search_entry(*page(of, ProjectPage)).note


def test_small_multiples_and_lists_say_so(of: Edition) -> None:
    """In words on the page, and under a name of its own in CSV, counts included."""
    small = multiple(of, BEGUN)
    assert ("reached-disputed", BRIEF, SENTENCE) == (small.outcome, small.outcome_words, small.contradiction)
    listed = indicators_page(of, {"begun": small})
    assert (BRIEF, ("reached-disputed",)) == (
        listed.groups[0].table.rows[0].cells[-1].text,
        listed.groups[0].table.rows[0].cells[-1].plain,
    )
    assert [("reached", "0"), ("reached-disputed", "1"), ("not-reached", "0"), ("not-judged", "0")] == [
        (row.cells[0].plain[0], row.cells[1].text) for row in listed.outcomes_table.rows
    ]
    assert ["0", "1", "0", "0"] == [total.number for total in listed.outcomes]
