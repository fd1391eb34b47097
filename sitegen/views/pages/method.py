"""How we count: the rules by which findings, intervals, totals and readings come about."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.derive import leading, periods
from sitegen.derive.findings import RULES
from sitegen.model.addresses import PageKey
from sitegen.model.settings import SectionId
from sitegen.views.edition import Edition
from sitegen.views.frame import Frame, frame
from sitegen.views.quotations import Dating, dating
from sitegen.views.values import Link
from sitegen.views.verdicts import OUTCOMES


@dataclass(frozen=True)
class RuleView:
    """A rule of judging. id: its address on the page. outcome: what follows, as machine name and in words."""

    id: str
    statement: str
    outcome: str
    outcome_words: str


@dataclass(frozen=True)
class MethodPage:
    """The rules of the code, read off the same declaration, and those of the content.

    periods: the rule for incomplete values. leading: the rule for what stands on the home
    page. undated: the documents without a date of their own, each with its estimate.
    """

    frame: Frame
    rules: tuple[RuleView, ...]
    periods: str
    leading: str
    undated: tuple[tuple[Link, Dating], ...]
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
        periods=gettext(periods.RULE),
        leading=gettext(leading.RULE),
        undated=tuple(
            (Link(edition.text(each.title), edition.path("document", each.id)), dating(edition, each))
            for each in edition.portal.documents
            if each.date is None or each.estimated
        ),
        readings=tuple((rule.id, edition.text(rule.text)) for rule in edition.portal.programme.rules),
        indicators=edition.section_link(SectionId.INDICATORS),
        costs=edition.section_link(SectionId.COSTS),
    )
