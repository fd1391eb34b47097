"""What is typed otherwise than it is printed: plain spaces in numbers, hyphens for dashes, straight quotation marks.

In: a portal and the files that it was read from. Out: warnings that say what to write. What a language writes comes
from CLDR. Transcripts and printed forms are as their source has them, and are not looked at.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from sitegen.language.language import Language
from sitegen.model.kinds import kind_of
from sitegen.model.portal import Portal
from sitegen.model.wordings import wordings
from sitegen.source.links import without_code
from sitegen.source.problems import Message, Problem, limited, say
from sitegen.source.tree import Sources

NO_BREAK = "\u00a0"
DASH = "–"
HIDDEN = "\ufffc"
"""Stands for what is not text: no letter, no digit, no space."""
GROUPED = r"[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+(?!\w| [0-9])"
RANGE = re.compile(
    rf"(?<![\w.,/:+-])(?P<low>{GROUPED}|[0-9]{{1,4}})-(?P<high>{GROUPED}|[0-9]{{1,4}})(?![\w/-]|[.,][0-9])"
)
MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
ZERO = re.compile(r"0[0-9]")
SPACED = re.compile(r"[^\s|]*[^\s|-](?: --? [^\s|-][^\s|]*)+")
HYPHEN = re.compile(r"(?P<before>\S) --? (?=(?P<after>\S))")
PAIR = re.compile(r"(?<!\w)(?P<mark>[\"'])(?P<text>(?!\s)[^\"'\n]*[^\"'\s])(?P=mark)(?!\w)")
STRAIGHT = re.compile(r"\w*[\"']\w*")
NOT_TEXT = re.compile(r"\]\([^)\n]*\)|<[^>\n]+>|https?://\S+|^ {0,3}\[[^\]\n]+\]:.*$", re.MULTILINE)
"""Targets of links, tags and addresses."""

Slip = tuple[int, Message, Message]
"""At which character of a text, what is wrong, and what to write."""


def typography(portal: Portal, sources: Sources) -> Iterator[Problem]:
    """A warning for each slip in the texts of records and in prose."""
    codes = tuple(language.code for language in portal.settings.languages)
    rules = {code: Rules(Language(code, gettext.NullTranslations()), portal.settings.currency) for code in codes}
    for wording in wordings(sources, codes):
        for code, text in wording.texts.items():
            yield from (wording.warning(code, message, hint) for _, message, hint in rules[code].slips(text))
    for path, prose in sources.prose.items():
        _, names = kind_of(path) or (None, {})
        if (code := names.get("language", "")) in rules:
            slips = rules[code].slips(shown(prose.body))
            yield from limited(
                Problem(path, *prose.place(offset), message, hint, warning=True) for offset, message, hint in slips
            )


def shown(markdown: str) -> str:
    """The text with as many other signs in place of code, addresses and markup."""
    marked = zip(markdown, without_code(markdown), strict=True)
    text = "".join(sign if sign == seen else HIDDEN for sign, seen in marked)
    return NOT_TEXT.sub(lambda match: re.sub(r"[^\n]", HIDDEN, match[0]), text)


class Rules:
    """How a language is written. currency: the ISO 4217 code of sums."""

    def __init__(self, language: Language, currency: str) -> None:
        self._marks = language.quotation_marks
        self._group = str(language.locale.number_symbols["latn"]["group"])
        self._per_cent = NO_BREAK if language.percent(Decimal(5))[1:2].isspace() else ""
        sign = rf"%|[$£¥\u20a0-\u20cf]|{re.escape(language.currency_sign(currency))}(?!\w)"
        self._amount = re.compile(
            rf"(?<![\w.,/+])(?<![0-9] )(?P<number>(?!0[0-9 ]){GROUPED}|[0-9]+)(?P<decimals>[.,][0-9]+)?"
            rf"(?P<unit> (?:{sign}))?"
        )
        self._all: tuple[Callable[[str], Iterator[Slip]], ...] = (
            self._spaces,
            self._ranges,
            self._dashes,
            self._quotes,
        )

    def slips(self, text: str) -> Iterator[Slip]:
        """All that is to be written otherwise, in no certain order."""
        for look in self._all:
            yield from look(text)

    def _spaces(self, text: str) -> Iterator[Slip]:
        for match in self._amount.finditer(text):
            number = match["number"].replace(" ", self._group) + (match["decimals"] or "")
            unit = (match["unit"] or "").replace(" ", self._per_cent if "%" in (match["unit"] or "") else NO_BREAK)
            if " " in match[0]:
                yield _space(match.start(), match[0], number + unit)

    def _ranges(self, text: str) -> Iterator[Slip]:
        for match in RANGE.finditer(text):
            low, high = (int(re.sub(r"\D", "", match[name])) for name in ("low", "high"))
            if low < high and not MONTH.fullmatch(match[0]) and not any(map(ZERO.match, match.groups())):
                yield _dash(match.start(), match[0], f"{match['low']}{DASH}{match['high']}")

    def _dashes(self, text: str) -> Iterator[Slip]:
        for match in SPACED.finditer(text):
            yield _dash(match.start(), match[0], HYPHEN.sub(_dashed, match[0]))

    def _quotes(self, text: str) -> Iterator[Slip]:
        begin, end = self._marks
        for match in PAIR.finditer(text):
            yield _quote(match.start(), match[0], f"{begin}{match['text']}{end}")
        rest = PAIR.sub(lambda match: HIDDEN * len(match[0]), text)
        for match in STRAIGHT.finditer(rest):
            better = re.sub('^"', begin, match[0]).replace('"', end).replace("'", "’")
            yield _quote(match.start(), match[0], better)


def _dashed(match: re.Match[str]) -> str:
    """Between numbers a dash stands without spaces."""
    space = "" if match["before"].isdigit() and match["after"].isdigit() else " "
    return f"{match['before']}{space}{DASH}{space}"


def _space(at: int, text: str, better: str) -> Slip:
    message = say("A line can break at the space in “%(text)s”.", text=text)
    if better.replace(NO_BREAK, " ").replace("\u202f", " ") == text:
        return at, message, say("Write a no-break space (U+00A0) in its place.")
    return at, message, say("Write “%(better)s”.", better=better)


def _dash(at: int, text: str, better: str) -> Slip:
    message = say("“%(text)s” has a hyphen where a dash belongs.", text=text.replace(HIDDEN, ""))
    return at, message, say("Write “%(better)s”.", better=better.replace(HIDDEN, ""))


def _quote(at: int, text: str, better: str) -> Slip:
    return at, say("Straight quotation marks: %(text)s.", text=text), say("Write: %(better)s.", better=better)
