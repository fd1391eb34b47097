"""What residents come for: the answer, or that the source has none, where one looks and in few steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.published import Published


@dataclass(frozen=True)
class Task:
    """A question. links: what is clicked from the home page on. asked: what is searched for instead of that."""

    language: str
    answers: tuple[str, ...]
    links: tuple[str, ...] = ()
    asked: str = ""


TASKS = (
    Task("sv", ("Färdigt", "3 000 € per år"), ("Färdigt", "Kundtjänstapp och -kort")),
    Task("fi", ("Valmis", "3 000 € vuodessa"), ("Valmis", "Asiakaspalvelusovellus ja -kortti")),
    Task("sv", ("Avstås", "varför man avstår"), ("Avstås", "Självbetjäning inom tidsbokning")),
    Task("fi", ("Luovutaan", "ei selviä, miksi"), ("Luovutaan", "Itsepalvelu ajanvarauksessa")),
    Task(
        "sv",
        ("enligt vår uträkning 0,78", "går det inte att säga om"),
        (
            "17 indikatorer",
            "ePorvoos kundnöjdhet, skalan 1–4",
        ),
    ),
    Task(
        "fi",
        ("laskelmamme mukaan 0,78", "ei voi sanoa"),
        (
            "17 mittaria",
            "ePorvoon asiakastyytyväisyys, asteikko 1–4",
        ),
    ),
    Task("sv", ("Status framgår inte av källan", "framgår inte av källans text"), asked="matsvinn"),
    Task("fi", ("Tila ei selviä lähteestä", "ei selviä lähteen tekstistä"), asked="ruokahävikki"),
    Task("sv", ("framgår inte av källans text, som bara räknar upp rollerna",), asked="C5"),
    Task("fi", ("ei selviä lähteen tekstistä, jossa vastuutahot vain luetellaan",), asked="C5"),
)


def first_hit(window: Page, words: str) -> None:
    """Search from the header, and go to what stands first."""
    window.locator(".menu-button").click()
    window.locator("header input[name=q]").fill(words)
    window.keyboard.press("Enter")
    expect(window.locator("[data-search]")).to_have_attribute("aria-busy", "false")
    window.locator("[data-found]:not([hidden]) li a").first.click()


@pytest.mark.parametrize("task", TASKS, ids=lambda task: f"{task.language}-{(task.links or (task.asked,))[-1]}")
def test_two_steps_lead_to_an_answer(task: Task, real: Published, opened: Callable[..., BrowserContext]) -> None:
    """On a small phone, by what stands on the home page or by a word in its search; each answer is seen."""
    window = opened(viewport={"width": 360, "height": 800}).new_page()
    window.goto(f"{real.url}/{task.language}/")
    for name in task.links:
        window.locator("main").get_by_role("link", name=name, exact=True).first.click()
    if task.asked:
        first_hit(window, task.asked)
    window.wait_for_selector("main[data-id]")
    for answer in task.answers:
        expect(window.locator("main").get_by_text(answer).first).to_be_visible()
