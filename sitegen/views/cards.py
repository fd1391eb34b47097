"""What a share card shows: the picture that stands for a page where somebody passes on its address.

In: texts already chosen, in the page's language. Out: a frozen view. This module must not know how a card looks.
"""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.views.charts import TimeChart
from sitegen.views.values import StatusMark


@dataclass(frozen=True)
class CardFigure:
    """A figure as read, with what it is. tone: name of a colour of the theme."""

    text: str
    label: str
    tone: str


@dataclass(frozen=True)
class CardHouse:
    """A project on the street. own: it is the one that the page is about."""

    phase: str
    own: bool


@dataclass(frozen=True)
class Card:
    """A card. url: the picture's full address. alt: what is read on it, for those who do not see it.

    language: its name in itself. over: where the page belongs, or "". text: a sentence, where there is neither
    a status nor a figure; else "". chart: one that is drawn as a change stands in place of figures and street.
    """

    url: str
    alt: str
    portal: str
    language: str
    over: str
    title: str
    text: str
    status: StatusMark | None
    figures: tuple[CardFigure, ...]
    street: tuple[CardHouse, ...]
    chart: TimeChart | None
