"""A sentence names a roadmap by its year, in the form that the sentence needs, where the year tells it apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sitegen.language.language import language
from sitegen.views.edition import Edition
from sitegen.views.roadmaps import in_roadmap, of_roadmaps
from tests.conftest import ROOT
from tests.views.editions import edition

NAMED = {
    "sv": ("färdplanen för 2024", "färdplanerna för 2024 och 2025", "i färdplanen för 2024"),
    "en": ("the roadmap for 2024", "the roadmaps for 2024 and 2025", "in the roadmap for 2024"),
}
TITLED = {
    "sv": ("färdplanen ”Plan-24*”", "färdplanen ”Plan-24*” och färdplanen ”Plan-25*”", "i färdplanen ”Plan-24*”"),
    "en": ("the roadmap “Plan-24”", "the roadmap “Plan-24” and the roadmap “Plan-25”", "in the roadmap “Plan-24”"),
}


def spoken(code: str, *, years: tuple[str, str] = ("2024", "2025")) -> Edition:
    """An edition with its catalog, whose two roadmaps are of these years."""
    made = edition(code=code)
    roadmaps = tuple(
        each.model_copy(update={"year": year}) for each, year in zip(made.portal.roadmaps, years, strict=True)
    )
    terms = tuple(each.model_copy(update={"name": {code: each.id}}) for each in made.portal.programme.years)
    programme = made.portal.programme.model_copy(update={"years": terms})
    return replace(
        made,
        portal=replace(made.portal, roadmaps=roadmaps, programme=programme),
        language=language(code, (ROOT / "locale",)),
    )


def names(made: Edition) -> tuple[str, str, str]:
    """Of the first roadmap, of both, and in the first."""
    first, second = made.portal.roadmaps
    return of_roadmaps(made, first), of_roadmaps(made, first, second), in_roadmap(made, first)


@pytest.mark.parametrize("code", NAMED)
def test_a_roadmap_is_named_by_its_year(code: str) -> None:
    """One or several."""
    assert NAMED[code] == names(spoken(code))


@pytest.mark.parametrize("code", TITLED)
@pytest.mark.parametrize("years", [("2024", "2024"), ("none", "none")])
def test_where_the_year_does_not_tell_them_apart_the_title_is_quoted(code: str, years: tuple[str, str]) -> None:
    """And where the year is none."""
    assert TITLED[code] == names(spoken(code, years=years))
