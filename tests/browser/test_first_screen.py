"""What residents ask first, and where on the screen the answer ends: at home, or one tap from there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.published import Published

SIZES = [(360, 800), (1280, 800)]


@dataclass(frozen=True)
class Question:
    """What is asked. place: what on the page answers it. words: of the answer. link: tapped at home first, or ""."""

    language: str
    place: str
    words: tuple[str, ...]
    link: str = ""


SATISFACTION = ".multiple:has(.bars)"
QUESTIONS = {
    "promised": (
        Question("sv", ".answer-promised", ("3", "Människonära elektroniska tjänster", "Dagliga klimatinsatser")),
        Question("fi", ".answer-promised", ("3", "Ihmislähtöiset sähköiset palvelut", "Päivittäiset ilmastoteot")),
    ),
    "done": (
        Question("sv", ".answer-outcome", ("5 av 26", "17 är påbörjade")),
        Question("fi", ".answer-outcome", ("5/26", "17 on aloitettu")),
    ),
    "cost": (
        Question("sv", ".answer-costs", ("8\u00a0700\u00a0€", "per år", "15\u00a0200\u00a0€")),
        Question("fi", ".answer-costs", ("8\u00a0700\u00a0€", "vuosikulu", "15\u00a0200\u00a0€")),
    ),
    "satisfaction": (
        Question("sv", SATISFACTION, ("kundnöjdhet", "2,22", "Mål 3", "Inte uppnått"), "17 indikatorer"),
        Question("fi", SATISFACTION, ("asiakastyytyväisyys", "2,22", "Tavoite 3", "Ei saavutettu"), "17 mittaria"),
    ),
    "open": (
        Question("sv", ".answer-open", ("26", "2025", "status")),
        Question("fi", ".answer-open", ("26", "2025", "tila")),
    ),
}


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", QUESTIONS)
def test_an_answer_ends_within_the_first_screen(
    name: str, size: tuple[int, int], real: Published, opened: Callable[..., BrowserContext]
) -> None:
    """In each language, on a phone as on a desk, without a scroll."""
    width, height = size
    for question in QUESTIONS[name]:
        window = opened(viewport={"width": width, "height": height}).new_page()
        window.goto(f"{real.url}/{question.language}/")
        if question.link:
            window.locator("main").get_by_role("link", name=question.link, exact=True).first.click()
        answer = window.locator(question.place).first
        for words in question.words:
            expect(answer).to_contain_text(words)
        box = answer.bounding_box()
        assert box is not None
        assert 0 < box["y"] + box["height"] <= height, question
