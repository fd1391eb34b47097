"""How many targets are reached, in one sentence: the answer that the home page and the list of indicators give.

In: an edition. Out: a text. It says of when it is, and of which targets the source names no year.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sitegen.derive.changes import judged
from sitegen.derive.findings import Outcome
from sitegen.model.indicators import Indicator
from sitegen.model.sources import Document
from sitegen.views.edition import Edition
from sitegen.views.verdicts import Verdicts, names_no_year


def summary(edition: Edition) -> str:
    """How many indicators have reached their targets, have not, or cannot be judged; what is disputed is no success."""
    language, indicators = edition.language, edition.portal.indicators
    if not indicators:
        return language.gettext("The source has no indicator.")
    groups = {outcome: [each for each in indicators if judged(edition.portal, each) is outcome] for outcome in Outcome}
    reached, disputed = groups[Outcome.REACHED], groups[Outcome.REACHED_DISPUTED]
    missed = [*groups[Outcome.NOT_REACHED], *groups[Outcome.NOT_REACHED_DISPUTED]]
    parts = language.list(_parts(edition, groups, len(reached), len(disputed), missed))
    return _dated(edition, len(indicators), parts, [*reached, *disputed, *missed])


def _parts(
    edition: Edition,
    groups: Mapping[Outcome, list[Indicator]],
    reached: int,
    disputed: int,
    missed: list[Indicator],
) -> Iterator[str]:
    ngettext = edition.language.ngettext
    if reached or not disputed:
        yield ngettext("%(n)s has reached its target", "%(n)s have reached their targets", reached)
    if disputed:
        yield ngettext(
            "%(n)s has reached its target, but the source contradicts itself on it",
            "%(n)s have reached their targets, but the source contradicts itself on them",
            disputed,
        )
    not_reached = ngettext("%(n)s has not reached its target", "%(n)s have not reached their targets", len(missed))
    yield f"{not_reached} {_no_year(edition, missed)}".strip()
    unjudged = len(groups[Outcome.NOT_JUDGED])
    yield ngettext("%(n)s cannot be judged", "%(n)s cannot be judged", unjudged)


def _no_year(edition: Edition, missed: list[Indicator]) -> str:
    """Of which targets that are not reached the source names no year; what has to grow every year needs none."""
    yearless = sum(names_no_year(each) for each in missed)
    if not yearless:
        return ""
    end = edition.portal.programme.end
    if yearless == len(missed):
        return edition.language.gettext(
            "(the source names no target year, and the programme runs until %(end)s)", end=end
        )
    return edition.language.ngettext(
        "(for %(n)s of them the source names no target year, and the programme runs until %(end)s)",
        "(for %(n)s of them the source names no target year, and the programme runs until %(end)s)",
        yearless,
        end=end,
    )


def _dated(edition: Edition, number: int, parts: str, held: list[Indicator]) -> str:
    """The sentence with what it is of: a document written before the periods were over, or how many are so.

    held: the indicators that are judged.
    """
    ngettext, verdicts = edition.language.ngettext, Verdicts(edition)
    early = [document for each in held if (document := verdicts.early(each))]
    if len(early) == len(held) and (document := _only(early)):
        return ngettext(
            "By our judgement, when the document was written, %(written)s, of %(n)s indicator %(parts)s.",
            "By our judgement, when the document was written, %(written)s, of %(n)s indicators %(parts)s.",
            number,
            written=verdicts.written(document),
            parts=parts,
        )
    counted = ngettext(
        "By our judgement, of %(n)s indicator %(parts)s.",
        "By our judgement, of %(n)s indicators %(parts)s.",
        number,
        parts=parts,
    )
    if not early:
        return counted
    count = ngettext(
        "The period of %(n)s judged value was not over when its document was written.",
        "The periods of %(n)s judged values were not over when their documents were written.",
        len(early),
    )
    return f"{counted} {count}"


def _only(documents: list[Document]) -> Document | None:
    return documents[0] if len({each.id for each in documents}) == 1 else None
