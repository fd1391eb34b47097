"""A language as the rooms above use it: its messages, its way of writing numbers and dates, its alphabet.

In: a code and translations. Out: texts. All rules of writing come from CLDR through Babel, those of sorting
from ICU; nothing here knows a language by name.
"""

from __future__ import annotations

import datetime
import gettext
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.language.catalogs import catalog_bytes, translations
from sitegen.language.dates import Form, inflected

if TYPE_CHECKING:
    from babel import Locale
    from icu import Collator, ImmutableIndex

DOUBLED = re.compile(r"(?<=[.?!…])\.(?=\s|$)")
"""The full stop of a sentence after a name that ends in a mark of its own."""
SOFT_HYPHEN = "\N{SOFT HYPHEN}"
"""ICU marks with it where long words for numbers may be divided; the search would not know them."""


def language(code: str, folders: tuple[Path, ...]) -> Language:
    """The language `code` with its catalog from the first of `folders` that has one.

    Raises CatalogError where its catalog cannot be read. A code that CLDR does not know is a bug: `check` refuses it.
    """
    return Language(code, translations(catalog_bytes(folders, code), code))


@dataclass(frozen=True)
class Language:
    """One language. Texts it returns are final; spaces within numbers do not break."""

    code: str
    messages: gettext.NullTranslations

    def gettext(self, msgid: str, **values: object) -> str:
        """The translated message, its %(name)s placeholders filled."""
        text = self.messages.gettext(msgid)
        return DOUBLED.sub("", text % values) if values else text

    def ngettext(self, singular: str, plural: str, n: int, **values: object) -> str:
        """The translated message in the form for `n`; %(n)s is filled with the written number."""
        text = self.messages.ngettext(singular, plural, n)
        return DOUBLED.sub("", text % {"n": self.number(Decimal(n)), **values})

    @cached_property
    def locale(self) -> Locale:
        """CLDR's data of the language."""
        from babel import Locale  # noqa: PLC0415 - Babel is loaded only where something is written

        return Locale.parse(self.code, sep="-")

    @property
    def direction(self) -> str:
        """The direction of writing: ltr or rtl."""
        return str(self.locale.text_direction)

    @cached_property
    def _collator(self) -> Collator:
        import icu  # noqa: PLC0415 - loaded only where something is sorted

        return icu.Collator.createInstance(icu.Locale(self.code))

    @cached_property
    def _alphabet(self) -> ImmutableIndex:
        import icu  # noqa: PLC0415 - likewise

        return icu.AlphabeticIndex(icu.Locale(self.code)).buildImmutableIndex()

    @property
    def quotation_marks(self) -> tuple[str, str]:
        """What a quotation begins and ends with."""
        import icu  # noqa: PLC0415 - Babel has no quotation marks

        kinds = icu.ULocaleDataDelimiterType
        data = icu.LocaleData(self.code)
        return str(data.getDelimiter(kinds.QUOTATION_START)), str(data.getDelimiter(kinds.QUOTATION_END))

    def ordinal(self, number: int) -> str:
        """The place in a row, in words where the language has them: third."""
        import icu  # noqa: PLC0415 - Babel has no ordinals

        form = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale(self.code))
        names = (str(form.getRuleSetName(place)) for place in range(form.getNumberOfRuleSetNames()))
        spelt = next((name for name in names if name.startswith("%spellout-ordinal")), None)
        if spelt is None:
            return self.number(Decimal(number))
        form.setDefaultRuleSet(spelt)
        return str(form.format(number)).replace(SOFT_HYPHEN, "")

    def number(self, number: Decimal) -> str:
        """The number with as many decimals as it was given with."""
        return self._once(number, "", self._number)

    def percent(self, number: Decimal) -> str:
        """A number of per cent (43 is 43 %), with as many decimals as it was given with."""
        from babel.numbers import format_percent  # noqa: PLC0415 - see above

        pattern = re.sub(r"0(?=\D*$)", f"0{_fraction(number)}", self.locale.percent_formats[None].pattern)
        return self._signed(format_percent(number / 100, format=pattern, locale=self.locale))

    def _number(self, number: Decimal, _: str) -> str:
        from babel.numbers import format_decimal  # noqa: PLC0415 - see above

        return self._signed(format_decimal(number, format=f"#,##0{_fraction(number)}", locale=self.locale))

    def currency(self, number: Decimal, code: str) -> str:
        """A sum in the currency with the ISO 4217 code `code`: whole, or with all decimals that the currency has."""
        return self._once(number, code, self._currency)

    def _currency(self, number: Decimal, code: str) -> str:
        from babel.numbers import format_currency, get_currency_precision  # noqa: PLC0415 - see above

        fraction = _fraction(number, least=get_currency_precision(code))
        pattern = self.locale.currency_formats["standard"].pattern.replace(".00", fraction)
        return self._signed(format_currency(number, code, format=pattern, locale=self.locale, currency_digits=False))

    def _once(self, number: Decimal, code: str, write: Callable[[Decimal, str], str]) -> str:
        """What `write` gives. Babel takes its time, and a figure stands in many places."""
        key = str(number), code
        if key not in self._written:
            self._written[key] = write(number, code)
        return self._written[key]

    @cached_property
    def _written(self) -> dict[tuple[str, str], str]:
        """Numbers and sums by the number and the code of the currency."""
        return {}

    def _signed(self, written: str) -> str:
        # Babel writes a hyphen, whatever the language's sign is.
        return written.replace("-", self.locale.number_symbols["latn"]["minusSign"])

    def currency_sign(self, code: str) -> str:
        """The sign of the currency with the ISO 4217 code `code`."""
        from babel.numbers import get_currency_symbol  # noqa: PLC0415 - see above

        return get_currency_symbol(code, locale=self.locale)

    def category(self, number: Decimal) -> str:
        """CLDR's plural category of the number as it is written: 1 and 1.0 may ask for different forms."""
        return str(self.locale.plural_form(number))

    def date(self, date: str, form: Form | None = None) -> str:
        """A date in words with the precision it is given in: year, month or day.

        form: the one that its sentence needs; None where it stands by itself.
        """
        if form is not None:
            return inflected(date, form, self.locale.months["stand-alone"]["wide"], self.gettext)
        year, _, rest = date.partition("-")
        month, _, day = rest.partition("-")
        if not month:
            return date
        from babel.dates import format_date, format_skeleton  # noqa: PLC0415 - see above

        known = datetime.date(int(year), int(month), int(day or 1))
        if not day:
            return str(format_skeleton("yMMMM", known, locale=self.locale))
        return str(format_date(known, format="long", locale=self.locale))

    def capital(self, text: str) -> str:
        """The text as a heading or a sentence begins: with a capital letter."""
        return text[:1].upper() + text[1:]

    def list(self, items: Iterable[str]) -> str:
        """The items as an enumeration: a, b and c."""
        from babel.lists import format_list  # noqa: PLC0415 - see above

        return str(format_list(list(items), locale=self.locale))

    def choice(self, items: Iterable[str]) -> str:
        """The items as alternatives: a, b or c."""
        from babel.lists import format_list  # noqa: PLC0415 - see above

        return str(format_list(list(items), style="or", locale=self.locale))

    def initial(self, text: str) -> str:
        """The letter of the language's own alphabet that `text` is listed under; its first sign, if it is none."""
        label = str(self._alphabet.getBucket(self._alphabet.getBucketIndex(text))[0])
        return label if label.isalpha() else text[:1].upper()

    def sort_key(self, text: str) -> bytes:
        """A key that sorts texts by the language's own alphabet."""
        return bytes(self._collator.getSortKey(text))


def full_stop(text: str) -> str:
    """The text with a full stop at its end, unless it ends in a mark of its own."""
    return DOUBLED.sub("", f"{text}.")


def _fraction(number: Decimal, least: int = 0) -> str:
    """The part of a number pattern for the decimals that `number` was given with; if any, for `least` of them."""
    exponent = number.as_tuple().exponent
    decimals = max(-exponent, least) if isinstance(exponent, int) and exponent < 0 else 0
    return f".{'0' * decimals}" if decimals else ""
