"""The types that fields are declared with: texts, numbers, dates, ids, slugs, addresses.

In: plain data as the source room read it. Out: checked values, or pydantic errors whose type names the
fault; `model.faults` turns those into sentences. Nothing here knows what a project or an indicator is.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

ID_PATTERN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
DATE_PATTERN = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
NUMBER_PATTERN = re.compile(r"[-+]?[\d\s .,'\u00a0\u202f]*\d[\d\s .,'\u00a0\u202f]*")
YEAR_DIGITS = 4
CONTROL = re.compile(r"[\x00-\x1f\x7f\u0085\u2028\u2029]")


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
    """A pydantic error of type `code`; its sentence stands in `model.faults`."""
    return PydanticCustomError(code, code, context)


def _line(text: str) -> str:
    if not text.strip():
        raise fault("text_empty")
    if CONTROL.search(text):
        raise fault("text_lines")
    return text


def _id(text: str) -> str:
    if not ID_PATTERN.fullmatch(text):
        raise fault("id_form", value=text)
    return text


def _year_as_text(value: object) -> object:
    is_year = isinstance(value, int) and not isinstance(value, bool) and len(str(value)) == YEAR_DIGITS
    return str(value) if is_year else value


def _date(text: str) -> str:
    match = DATE_PATTERN.fullmatch(text)
    if not match:
        raise fault("date_form", value=text)
    year, month, day = match.groups()
    try:
        datetime.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise fault("date_impossible", value=text) from None
    return text


def _number(value: object) -> Decimal:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    if isinstance(value, str) and "," in value and NUMBER_PATTERN.fullmatch(value):
        raise fault("number_comma", value=value, plain=re.sub(r"[\s\u00a0\u202f]", "", value).replace(",", "."))
    if isinstance(value, str) and (digits := re.match(r"[-+]?\d[\d \u00a0\u202f]*(\.\d+)?", value)):
        raise fault("number_unit", value=value, plain=re.sub(r"[\s\u00a0\u202f]", "", digits[0]))
    raise fault("number_type", value=str(value))


def _address(text: str) -> str:
    if not re.fullmatch(r"https?://[^\s/]+(/\S*)?", text):
        raise fault("address_form", value=text)
    return text


def _contact(text: str) -> str:
    if not re.fullmatch(r"(https://\S+|[^\s@:]+@[^\s@]+\.[^\s@]+)", text):
        raise fault("contact_form", value=text)
    return text


def _languages(texts: Mapping[str, Any], info: ValidationInfo) -> Mapping[str, Any]:
    """Every language of the portal and no other, in the portal's order."""
    languages: tuple[str, ...] = info.context["languages"] if info.context else tuple(texts)
    missing = [language for language in languages if language not in texts]
    if missing:
        raise fault("language_missing", missing=", ".join(missing))
    return {language: texts[language] for language in languages}


def _language(code: str, info: ValidationInfo) -> str:
    languages: tuple[str, ...] = info.context["languages"] if info.context else (code,)
    if code not in languages:
        raise fault("language_unknown", value=code, known=", ".join(languages))
    return code


Line = Annotated[str, AfterValidator(_line)]
"""One line of text, not empty."""
Cell = Annotated[str, AfterValidator(lambda text: _line(text) if text else text)]
"""A printed table cell: one line, possibly empty."""
Id = Annotated[str, AfterValidator(_id), WithJsonSchema({"type": "string", "pattern": f"^{ID_PATTERN.pattern}$"})]
"""Lowercase ASCII letters and digits, joined by hyphens; stable for ever."""
Date = Annotated[
    str,
    BeforeValidator(_year_as_text),
    AfterValidator(_date),
    WithJsonSchema({"type": "string", "pattern": f"^{DATE_PATTERN.pattern}$"}),
]
"""A date with the precision of its source: '2024', '2024-10' or '2024-01-22'."""
Number = Annotated[Decimal, BeforeValidator(_number), WithJsonSchema({"type": "number"})]
"""A number as JSON writes it; its printed decimals are kept."""
Address = Annotated[str, AfterValidator(_address)]
"""An absolute http(s) address."""
Contact = Annotated[str, AfterValidator(_contact)]
"""An e-mail address or an https address."""
LanguageCode = Annotated[str, AfterValidator(_language)]
Text = Annotated[
    Mapping[LanguageCode, Line], AfterValidator(_languages), Field(json_schema_extra={"x-languages": True})
]
"""One line of text in every language of the portal."""
Slug = Annotated[Mapping[LanguageCode, Id], AfterValidator(_languages), Field(json_schema_extra={"x-languages": True})]
"""The last part of a page's address in every language."""
Aliases = Mapping[LanguageCode, tuple[Id, ...]]
"""Slugs that a page had before; they become redirects."""
