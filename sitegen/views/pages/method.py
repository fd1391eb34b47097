"""How we count: the rules by which findings, intervals, totals and readings come about."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.derive.findings import RULES
from sitegen.model.addresses import PageKey
from sitegen.model.settings import SectionId
from sitegen.views.edition import Edition
from sitegen.views.frame import Frame, frame
from sitegen.views.phrases import OUTCOMES
from sitegen.views.values import Link


@dataclass(frozen=True)
class RuleView:
    """A rule of judging. id: its address on the page. outcome: what follows, as machine name and in words."""

    id: str
    statement: str
    outcome: str
    outcome_words: str


@dataclass(frozen=True)
class MethodPage:
    """The rules of the code, read off the same declaration, and those of the content."""

    frame: Frame
    rules: tuple[RuleView, ...]
    readings: tuple[tuple[str, str], ...]
    indicators: Link
    costs: Link


def method_page(edition: Edition) -> MethodPage:
    """The page of the method."""
    gettext = edition.language.gettext
    return MethodPage(
        frame=frame(
            edition,
            PageKey("section", SectionId.METHOD.value),
            edition.section_title(SectionId.METHOD),
            gettext("The rules by which findings, totals and readings come about, stated in full."),
        ),
        rules=tuple(
            RuleView(rule.id, gettext(rule.statement), rule.outcome.value, gettext(OUTCOMES[rule.outcome]))
            for rule in RULES
        ),
        readings=tuple((rule.id, edition.text(rule.text)) for rule in edition.portal.programme.rules),
        indicators=edition.section_link(SectionId.INDICATORS),
        costs=edition.section_link(SectionId.COSTS),
    )
