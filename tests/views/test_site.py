"""An edition has a page for every address, and what lies within a view is found."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.model.indicators import Comparison
from sitegen.views.drawings import Drawing
from sitegen.views.edition import Edition
from sitegen.views.pages.indicator import IndicatorPage
from sitegen.views.site import pages, within
from sitegen.views.values import Link, Table
from tests.derive.records import cost, effect, indicator, number, project
from tests.views.editions import edition

DONE = Comparison(roadmap="plan-24", statuses=("is-done",))
RECORDS = (
    project("well", "is-done", theme="roads", costs=(cost("5"),), effects=(effect(),)),
    project("pond", roadmap="plan-25"),
    indicator(number("2023", "1"), number("2024", "2")),
    indicator(number("2024", "7"), unit="share", name="begun", compare_with=DONE),
)


def paths(of: Edition) -> list[str]:
    """The paths of all pages."""
    return [view.frame.path for view in pages(of)]


def test_there_is_one_page_for_each_address() -> None:
    """None is missing, none is made twice."""
    for code in ("sv", "en"):
        of = edition(*RECORDS, code=code)
        known = sorted(place.path for (_, language), place in of.addresses.places.items() if language == code)
        assert known == sorted(paths(of))


def test_a_portal_without_projects_and_indicators_has_its_pages() -> None:
    """Sections stand from the first day, empty."""
    assert len(paths(edition(*RECORDS))) == len(paths(edition())) + len(RECORDS)


def test_no_two_pages_have_one_title_or_one_description() -> None:
    """Within a language."""
    frames = [view.frame for view in pages(edition(*RECORDS))]
    assert len(frames) == len({frame.title for frame in frames}) == len({frame.description for frame in frames})


def test_files_beside_pages_never_share_a_path() -> None:
    """Tables and drawings, of all pages together."""
    views = list(pages(edition(*RECORDS)))
    files = [table.csv for view in views for table in within(view, Table)]
    files += [drawing.spec for view in views for drawing in within(view, Drawing)]
    assert files
    assert len(files) == len(set(files))


def test_a_contradiction_is_said_on_both_pages() -> None:
    """Each leads to the other."""
    views = {view.frame.path: view for view in pages(edition(*RECORDS))}
    found = views["/en/indicators/begun/"]
    assert isinstance(found, IndicatorPage)
    assert ["/en/roadmaps/plan-24/"] == [note.link.url for note in found.contradictions]
    other = views["/en/roadmaps/plan-24/"]
    assert ["/en/indicators/begun/"] == [note.link.url for note in getattr(other, "contradictions", ())]


@dataclass(frozen=True)
class Nest:
    """A view with a link, and views within it."""

    link: Link | None
    nests: tuple[Nest, ...] = ()


def test_what_lies_within_a_view_is_found_in_the_order_of_the_fields() -> None:
    """At any depth, the view itself included."""
    inner = Nest(Link("b", "/b/"), (Nest(Link("c", "/c/")), Nest(None)))
    nest = Nest(Link("a", "/a/"), (inner, Nest(Link("d", "/d/"))))
    assert ["a", "b", "c", "d"] == [link.text for link in within(nest, Link)]
    assert [nest] == list(within(nest, Nest))
    assert [] == list(within(nest, Table))
