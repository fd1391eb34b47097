"""What an indicator shows, as a headline: one sentence that carries its own doubt.

In: an edition and an indicator. Out: a text, or "" where there is no number to tell. No per cent is calculated over a
period that was not over, and where the source contradicts itself the headline says so.
"""

from __future__ import annotations

from sitegen.derive.changes import Contradiction, contradiction
from sitegen.derive.findings import Outcome, find
from sitegen.derive.shares import shares
from sitegen.language.marks import N_
from sitegen.model.indicators import Indicator
from sitegen.views.edition import Edition
from sitegen.views.phrases import Phrases
from sitegen.views.verdicts import Verdicts

ALONE = (
    N_("%(name)s: %(after)s, target %(target)s"),
    N_("%(name)s: %(after)s, target %(target)s, but the period was not over"),
)
CHANGED = (
    N_("%(name)s: from %(before)s to %(after)s, target %(target)s"),
    N_("%(name)s: from %(before)s to %(after)s, target %(target)s, but the period was not over"),
)
GROWING = (
    N_("%(name)s: from %(before)s to %(after)s"),
    N_("%(name)s: from %(before)s to %(after)s, but the period was not over"),
)
"""Each by whether the period was not over."""


def headline(edition: Edition, indicator: Indicator) -> str:
    """The headline of an indicator."""
    disputed = contradiction(edition.portal, indicator)
    return _disputed(edition, disputed) if disputed else _held(edition, indicator)


def _disputed(edition: Edition, found: Contradiction) -> str:
    return edition.language.gettext(
        "%(name)s: the source says %(printed)s, its own list %(count)s of %(total)s",
        name=edition.short_name("indicator", found.indicator),
        printed=edition.language.percent(found.printed),
        count=found.count,
        total=found.total,
    )


def _held(edition: Edition, indicator: Indicator) -> str:
    """The change, or the value alone, with the target and whether the period was over."""
    held, finding, verdicts = shares(indicator), find(indicator), Verdicts(edition)
    if held is None or finding.outcome is Outcome.NOT_JUDGED:
        return ""
    phrases, early = Phrases(edition), verdicts.early(indicator) is not None
    values = {
        "name": edition.short_name("indicator", indicator.id),
        "after": phrases.observation(indicator, held.last).text,
        "target": verdicts.required(indicator, finding).text,
    }
    if held.first is None:
        return edition.language.gettext(ALONE[early], **values)
    values |= {"before": phrases.observation(indicator, held.first).text}
    # What has to grow has no target of its own in the source: the number to reach is our calculation.
    return edition.language.gettext((CHANGED if indicator.target.growth is None else GROWING)[early], **values)
