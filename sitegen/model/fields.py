"""The types that fields are declared with: texts, numbers, dates, ids, slugs, addresses.

In: plain data as the source room read it. Out: checked values, or pydantic errors whose type names the
fault; `model.faults` turns those into sentences. Nothing here knows what a project or an indicator is.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, TypeVar

from babel.numbers import get_currency_symbol, is_currency
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from sitegen.language.catalogs import MESSAGE_LANGUAGE, is_known
from sitegen.source.links import ORIGIN
from sitegen.source.text import UNSEEN

ID_PATTERN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
RESERVED = re.compile("con|prn|aux|nul|(com|lpt)[1-9]")
"""What Windows takes for a device whatever its ending, so that no file can have the name."""
DATE_PATTERN = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
# A number as people write it: thousands apart, a comma, a unit. '3.000' is not among them: it may be 3 or 3000.
WRITTEN_NUMBER = re.compile(
    r"(?P<sign>[-+−]?)(?P<whole>[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+|[0-9]+)"
    r"(?:(?P<point>[.,])(?P<decimals>[0-9]{1,2}|[0-9]{4,}))?(?P<unit>\s*[^\d\s.,:_'-][^\d]*)?"
)
# With a mark between thousands; '3.000' would be a number by itself, but hardly the one that was meant.
GROUPED_NUMBER = re.compile(r"[-+−]?[0-9]{1,3}(?:[.,'’][0-9]{3})+(?:[.,][0-9]+)?(?:\s*[^\d\s][^\d]*)?")
# A date as people write it, day first, or without zeros.
WRITTEN_DATES = tuple(
    map(
        re.compile,
        (
            r"(?:(?P<day>[0-9]{1,2})\. ?)?(?P<month>[0-9]{1,2})\. ?(?P<year>[0-9]{4})",
            r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})(?:-(?P<day>[0-9]{1,2}))?",
            r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})",
        ),
    )
)
TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
SHORT = 40
"""So many characters a short name may have."""
TAB = re.compile("\t")

T = TypeVar("T")


def _without_docstring(schema: dict[str, Any]) -> None:
    """Docstrings are for programmers: editors read the labels of fields."""
    schema.pop("title", None)
    schema.pop("description", None)


class Record(BaseModel):
    """A checked, immutable record: unknown fields are faults and nothing is converted unasked."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, json_schema_extra=_without_docstring)


@dataclass(frozen=True)
class Ref:
    """Marks a field whose value is the id of a record of `kind`; cross-checking reads it."""

    kind: str


def fault(code: str, **context: Any) -> PydanticCustomError:
    """A pydantic error of type `code`; its sentence stands in `model.sentences`."""
    return PydanticCustomError(code, code, context)


def line(text: str) -> str:
    """A text that is one line and not empty; else a fault."""
    if not text.strip():
        raise fault("text_empty")
    if "\n" in text or "\r" in text:
        raise fault("text_lines")
    if (unseen := UNSEEN.search(text) or TAB.search(text)) is not None:
        raise fault("text_unseen", character=f"{ord(unseen[0]):04X}")
    return text


def _short(text: str) -> str:
    if len(text) > SHORT:
        raise fault("short_long", most=SHORT, length=len(text))
    return text


def _id(text: str) -> str:
    if not ID_PATTERN.fullmatch(text):
        raise fault("id_form", value=text)
    if RESERVED.fullmatch(text):
        raise fault("id_reserved", value=text)
    return text


def _number_as_text(value: object) -> object:
    """A year without quotes is a number; so is 10.2024."""
    return str(value) if isinstance(value, int | Decimal) and not isinstance(value, bool) else value


def _date(text: str) -> str:
    match = DATE_PATTERN.fullmatch(text)
    if not match:
        meant = _meant_date(text)
        raise fault("date_written", value=text, meant=meant) if meant else fault("date_form", value=text)
    year, month, day = match.groups()
    try:
        datetime.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise fault("date_impossible", value=text) from None
    return text


def _meant_date(text: str) -> str | None:
    """The date that another way of writing stands for, as it is written here; None where it may be two."""
    match = next(filter(None, (form.fullmatch(text.strip()) for form in WRITTEN_DATES)), None)
    if match is None:
        return None
    year, month, day = match.group("year", "month", "day")
    try:
        return f"{datetime.date(int(year), int(month), int(day or 1))}"[: 10 if day else 7]
    except ValueError:
        return None


def _number(value: object, info: ValidationInfo) -> Decimal:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    if isinstance(value, str) and (written := WRITTEN_NUMBER.fullmatch(value.strip())):
        raise _not_plain(value, written, (info.context or {}).get("currency", ""))
    if isinstance(value, str) and GROUPED_NUMBER.fullmatch(value.strip()):
        raise fault("number_groups", value=value)
    raise fault("number_type")


def _not_plain(value: str, written: re.Match[str], currency: str) -> PydanticCustomError:
    """The number to write is told only where nothing beside the digits can make it another one: 12 te is 12000."""
    if not _is_plain_unit((written["unit"] or "").strip(), currency):
        return fault("number_words", value=value)
    return fault("number_comma" if written["point"] == "," else "number_unit", value=value, plain=_plain(written))


def _is_plain_unit(unit: str, currency: str) -> bool:
    """Whether a unit leaves the number as it is: nothing, per cent, or the portal's own currency."""
    own = (currency, get_currency_symbol(currency, MESSAGE_LANGUAGE)) if is_currency(currency) else ()
    return unit in ("", "%", *own)


def _plain(written: re.Match[str]) -> str:
    """The number as it is written here: no spaces, no leading zeros, a point."""
    sign = "-" if written["sign"] in ("-", "−") else ""
    whole = re.sub(r"\D", "", written["whole"]).lstrip("0") or "0"
    return f"{sign}{whole}" + (f".{written['decimals']}" if written["decimals"] else "")


def _tag(code: str) -> str:
    if not (TAG.fullmatch(code) and is_known(code)):
        raise fault("language_code", value=code)
    return code


def _currency(code: str) -> str:
    if not is_currency(code):
        raise fault("currency_code", value=code)
    return code


def _origin(text: str) -> str:
    if not ORIGIN.fullmatch(text):
        raise fault("origin_form", value=text)
    return text


def _address(text: str) -> str:
    if not re.fullmatch(r"https?://[^\s/]+(/\S*)?", text):
        raise fault("address_form", value=text)
    return text


def _contact(text: str) -> str:
    if not re.fullmatch(r"(https://\S+|[^\s@:]+@[^\s@]+\.[^\s@]+)", text):
        raise fault("contact_form", value=text)
    return text


def _known(info: ValidationInfo, otherwise: Iterable[str]) -> tuple[str, ...]:
    """The languages of the portal; where they could not be read, any language is one."""
    return tuple(info.context["languages"] if info.context else otherwise)


def _by_language(value: object, info: ValidationInfo) -> object:
    if not isinstance(value, Mapping):
        raise fault("texts_form", example=", ".join(f"{language}: '…'" for language in _known(info, ())) or "…")
    return value


def _languages(texts: Mapping[str, Any], info: ValidationInfo) -> Mapping[str, Any]:
    """Every language of the portal and no other, in the portal's order."""
    languages = _known(info, texts)
    missing = [language for language in languages if language not in texts]
    if missing:
        raise fault("language_missing", missing=", ".join(missing), first=missing[0])
    return {language: texts[language] for language in languages}


def _in_order(slugs: Mapping[str, Any], info: ValidationInfo) -> Mapping[str, Any]:
    """In the portal's order, without languages that have nothing."""
    return {language: slugs[language] for language in _known(info, slugs) if slugs.get(language)}


def _language(code: str, info: ValidationInfo) -> str:
    languages = _known(info, (code,))
    if code not in languages:
        raise fault("language_unknown", value=code, known=", ".join(languages))
    return code


Line = Annotated[str, AfterValidator(line)]
"""One line of text, not empty."""
Cell = Annotated[str, AfterValidator(lambda text: line(text) if text else text)]
"""A printed table cell: one line, possibly empty."""
Id = Annotated[
    str,
    AfterValidator(_id),
    WithJsonSchema({"type": "string", "pattern": f"^(?!({RESERVED.pattern})$){ID_PATTERN.pattern}$"}),
]
"""Lowercase ASCII letters and digits, joined by hyphens; stable for ever. Often a file's name, or a folder's."""
Date = Annotated[
    str,
    BeforeValidator(_number_as_text),
    AfterValidator(_date),
    WithJsonSchema({"type": "string", "pattern": f"^{DATE_PATTERN.pattern}$"}),
]
"""A date with the precision of its source: '2024', '2024-10' or '2024-01-22'."""
Number = Annotated[Decimal, BeforeValidator(_number), WithJsonSchema({"type": "number"})]
"""A number as JSON writes it; its printed decimals are kept."""
LanguageTag = Annotated[str, AfterValidator(_tag), WithJsonSchema({"type": "string", "pattern": f"^{TAG.pattern}$"})]
"""A BCP 47 code of a language that CLDR knows, such as pt or pt-BR."""
CurrencyCode = Annotated[str, AfterValidator(_currency), WithJsonSchema({"type": "string", "pattern": "^[A-Z]{3}$"})]
"""An ISO 4217 code."""
Origin = Annotated[str, AfterValidator(line), AfterValidator(_origin)]
"""A scheme and a host, such as https://example.org."""
Address = Annotated[str, AfterValidator(line), AfterValidator(_address)]
"""An absolute http(s) address."""
Contact = Annotated[str, AfterValidator(line), AfterValidator(_contact)]
"""An e-mail address or an https address."""
EVERY_LANGUAGE = "x-languages"
"""Marks in a JSON Schema what is given once a language."""
A_LANGUAGE = "x-language"
"""Marks in a JSON Schema what is the code of a language."""
LanguageCode = Annotated[str, AfterValidator(_language), Field(json_schema_extra={A_LANGUAGE: True})]
"""The code of a language of the portal."""
ByLanguage = Annotated[
    Mapping[LanguageCode, T],
    BeforeValidator(_by_language),
    AfterValidator(_languages),
    Field(json_schema_extra={EVERY_LANGUAGE: True}),
]
"""Something in every language of the portal."""
Text = ByLanguage[Line]
"""One line of text in every language of the portal."""
ShortText = ByLanguage[Annotated[Line, AfterValidator(_short), WithJsonSchema({"type": "string", "maxLength": SHORT})]]
"""One line of at most 40 characters in every language of the portal."""
Slug = ByLanguage[Id]
"""The last part of a page's address in every language."""
Aliases = Annotated[Mapping[LanguageCode, tuple[Id, ...]], AfterValidator(_in_order)]
"""Slugs that a page had before; they become redirects."""
