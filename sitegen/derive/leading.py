"""Which indicators say most: those that a page of few words leads with.

In: a portal. Out: indicators in order. The rule stands in one sentence, which the method page states. No words are
chosen here but those of the rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sitegen.derive.changes import contradiction
from sitegen.derive.findings import Outcome, find
from sitegen.derive.shares import shares
from sitegen.language.marks import N_
from sitegen.model.indicators import Indicator
from sitegen.model.portal import Portal

MOST = 5
"""So many indicators lead."""
RULE = N_(
    "The home page leads with at most five indicators: first those on which the source contradicts itself, then of "
    "each group the one whose value is furthest from its target, as a share of the target. An indicator that cannot be "
    "judged, or has no number in the unit of its target, does not lead."
)


def leading(portal: Portal) -> tuple[Indicator, ...]:
    """The indicators that lead, in their order."""
    disputed = [each for each in portal.indicators if contradiction(portal, each)]
    furthest = sorted(_furthest(portal, disputed), key=_distance, reverse=True)
    return (*disputed, *furthest)[:MOST]


def _furthest(portal: Portal, disputed: list[Indicator]) -> Iterator[Indicator]:
    """Of each group the first of those that are furthest from their targets."""
    for group in portal.programme.groups:
        held = [each for each in portal.indicators_of(group.id) if each not in disputed and _is_held(each)]
        if held:
            yield max(held, key=_distance)


def _is_held(indicator: Indicator) -> bool:
    return find(indicator).outcome is not Outcome.NOT_JUDGED and shares(indicator) is not None


def _distance(indicator: Indicator) -> Decimal:
    held = shares(indicator)
    return abs(1 - held.span(held.last).high) if held else Decimal(0)
