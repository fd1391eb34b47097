"""From a validation error to a sentence that tells an editor what to write instead.

In: a pydantic error (type, context, input) and the record it arose in. Out: a message and a hint. One row a
type of error; a type that has no row here is a bug, which a test looks for.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from pydantic_core import ErrorDetails

from sitegen.language.marks import N_
from sitegen.model.fields import Record
from sitegen.model.near import nearest
from sitegen.source.problems import Message

Loc = tuple[int | str, ...]

SENTENCES: Mapping[str, tuple[str, str]] = {
    "missing": (
        N_("The field “%(field)s” is missing."),
        N_("Add a line “%(field)s: …”. %(help)s"),
    ),
    "extra_forbidden": (
        N_("There is no field “%(field)s” here."),
        N_("The fields here are: %(known)s."),
    ),
    "string_type": (
        N_("“%(field)s” must be a text."),
        N_("Write one text in single quotes: '…'."),
    ),
    "string_unquoted": (
        N_("“%(field)s” must be a text, and without quotes %(value)s is none."),
        N_("Write it in single quotes: '%(value)s'."),
    ),
    "int_type": (
        N_("“%(field)s” must be a whole number."),
        N_("Write digits only, without quotes."),
    ),
    "bool_type": (
        N_("“%(field)s” must be true or false."),
        N_("Write true or false, without quotes."),
    ),
    "mapping_type": (
        N_("“%(field)s” must hold fields of its own."),
        N_("Write its fields on the lines below it, indented by two spaces."),
    ),
    "tuple_type": (
        N_("“%(field)s” must be a list."),
        N_("Write each item on a line of its own that begins with “- ”."),
    ),
    "enum": (
        N_("“%(value)s” is not a choice for “%(field)s”."),
        N_("Write one of: %(choices)s."),
    ),
    "choice_type": (
        N_("“%(field)s” must be one of certain words."),
        N_("Write one of: %(choices)s."),
    ),
    "greater_than_equal": (
        N_("“%(field)s” must be at least %(ge)s."),
        N_("Write %(ge)s or a larger number."),
    ),
    "too_short": (
        N_("“%(field)s” must have at least one item."),
        N_("Write each item on a line of its own that begins with “- ”."),
    ),
    "text_empty": (
        N_("“%(field)s” is empty."),
        N_("Write the text, or leave the whole field out if it is optional."),
    ),
    "text_unseen": (
        N_("“%(field)s” has a character that cannot be seen (U+%(character)s)."),
        N_("Delete the character, or write a space in its place."),
    ),
    "texts_form": (
        N_("“%(field)s” must be given in each language."),
        N_("Write a line for each language below it, indented by two spaces: %(example)s."),
    ),
    "text_lines": (
        N_("“%(field)s” has more than one line."),
        N_("Write it on one line; longer texts belong in a Markdown file."),
    ),
    "short_long": (
        N_("“%(field)s” has %(length)s characters, and a short name at most %(most)s."),
        N_("Shorten it; the whole name stays in the title."),
    ),
    "id_form": (
        N_("“%(value)s” cannot be used here."),
        N_("Write lowercase letters a–z and digits, with hyphens between words, such as “customer-app”."),
    ),
    "id_reserved": (
        N_("“%(value)s” cannot be used here: Windows keeps the name for a device."),
        N_("Write something longer, such as “%(value)s-1”."),
    ),
    "date_form": (
        N_("“%(value)s” is not a date as it is written here."),
        N_("Write a year, a month or a day as in '2024', '2024-10' or '2024-01-22'."),
    ),
    "date_impossible": (
        N_("There is no such date as “%(value)s”."),
        N_("Write year, month and day in this order, such as '2024-01-22'."),
    ),
    "number_comma": (
        N_("“%(value)s” has a decimal comma."),
        N_("Write a point and no quotes: %(plain)s."),
    ),
    "number_unit": (
        N_("“%(value)s” is not a plain number."),
        N_("Write the number alone, without unit, spaces or quotes: %(plain)s."),
    ),
    "number_words": (
        N_("“%(value)s” is not a plain number."),
        N_("Write the whole number with all its digits, without words, unit or quotes."),
    ),
    "number_type": (
        N_("“%(field)s” must be a number."),
        N_("Write digits only, with a point before decimals, without quotes."),
    ),
    "address_form": (
        N_("“%(value)s” is not a web address."),
        N_("Write it in full, beginning with https://."),
    ),
    "language_code": (
        N_("“%(value)s” is not the code of a language."),
        N_("Write a BCP 47 code in lowercase, with a region where it matters, such as “pt” or “pt-BR”."),
    ),
    "currency_code": (
        N_("“%(value)s” is not the code of a currency."),
        N_("Write its ISO 4217 code, three capital letters, such as EUR."),
    ),
    "origin_form": (
        N_("“%(value)s” is not an address such as https://example.org."),
        N_("Write scheme and host alone, without a path."),
    ),
    "contact_form": (
        N_("“%(value)s” is neither an e-mail address nor a web address."),
        N_("Write an address such as name@example.org, or one beginning with https://."),
    ),
    "language_missing": (
        N_("“%(field)s” is missing in: %(missing)s."),
        N_("Add a line for each missing language, such as “%(first)s: '…'”."),
    ),
    "forms_form": (
        N_("“%(field)s” must be one text, or a text for each form that a number asks for."),
        N_("Write one text in single quotes, or a line for each form below it, such as “one: '…'” and “other: '…'”."),
    ),
    "form_missing": (
        N_("“%(field)s” lacks in “%(language)s” the form: %(missing)s."),
        N_("Add a line “%(first)s: '…'”, with the name as it reads after %(number)s."),
    ),
    "form_unknown": (
        N_("“%(value)s” is not a form that “%(language)s” has."),
        N_("Write one of: %(known)s."),
    ),
    "language_unknown": (
        N_("“%(value)s” is not a language of this portal."),
        N_("Write one of: %(known)s."),
    ),
    "one_of": (
        N_("Only one of these fields can be given: %(names)s. Given: %(given)s."),
        N_("Keep one of them and remove the others."),
    ),
    "none_of": (
        N_("One of these fields is missing: %(names)s."),
        N_("Add one of them, and only one."),
    ),
    "estimate_part": (
        N_("An estimated date has three fields: date, estimated, read_from. Missing: %(missing)s."),
        N_("Add what is missing; where the document gives its own date, leave “date” alone."),
    ),
    "cells_count": (
        N_("Row %(row)s has %(cells)s cells, but the table has %(columns)s columns."),
        N_("Give each row as many cells as there are columns; an empty cell is written ''."),
    ),
}
NEARABLE: Mapping[str, tuple[str, str]] = {
    "extra_forbidden": ("field", "known"),
    "enum": ("value", "choices"),
    "language_unknown": ("value", "known"),
    "form_unknown": ("value", "known"),
}
"""Faults of a word that may be a near miss: which values hold it, and those that it may have been meant for."""
NONE_GIVEN = "–"
ALSO_AS = {"model_type": "mapping_type", "model_attributes_type": "mapping_type", "dict_type": "mapping_type"}
NEAR = N_("Did you mean “%(near)s”?")


def sentence(error: ErrorDetails, loc: Loc, record: type[Record]) -> tuple[Message, Message]:
    """What is wrong, and what to write instead.

    error: as pydantic lists it. loc: its place within a `record`, by field names and list indices.
    Raises KeyError for a type of error that has no sentence.
    """
    kind = _kind(error)
    message, hint = SENTENCES[kind]
    values = _values(error, loc, record)
    if kind in NEARABLE:
        word, known = (str(values[name]) for name in NEARABLE[kind])
        if near := nearest(word, known.split(", ")):
            return Message(message, values), Message(NEAR, {"near": near})
    return Message(message, values), Message(hint, values)


def _kind(error: ErrorDetails) -> str:
    """The row of SENTENCES. A number or truth value where a text belongs only lacks its quotes."""
    kind = ALSO_AS.get(error["type"], error["type"])
    if kind == "string_type" and isinstance(error["input"], bool | int | Decimal):
        return "string_unquoted"
    if kind == "enum" and not isinstance(error["input"], str):
        return "choice_type"
    if kind == "one_of" and not given(error):
        return "none_of"
    return kind


def given(error: ErrorDetails) -> list[str]:
    """Which of the fields that exclude each other an error of type "one_of" found."""
    names = str((error.get("ctx") or {}).get("given", NONE_GIVEN))
    return [] if names == NONE_GIVEN else names.split(", ")


def renamed(error: ErrorDetails, record: type[Record]) -> Loc | None:
    """Where the field belongs whose name an error of type "extra_forbidden" comes near to, if any."""
    if error["type"] != "extra_forbidden":
        return None
    near = nearest(str(error["loc"][-1]), _known(error["loc"], record))
    return (*error["loc"][:-1], near) if near else None


def record_at(loc: Loc, record: type[Record]) -> type[Record] | None:
    """The record type in which the field at the end of `loc` stands."""
    current: type[Record] | None = record
    for part in loc[:-1]:
        if isinstance(part, int) or current is None:
            continue
        field = current.model_fields.get(part)
        current = record_in(field.annotation) if field else None
    return current


def record_in(annotation: Any) -> type[Record] | None:
    """The record type that an annotation such as tuple[Theme, ...] or Target | None holds."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        if (found := record_in(part)) is not None:
            return found
    return None


def _values(error: ErrorDetails, loc: Loc, record: type[Record]) -> dict[str, object]:
    names = [part for part in loc if isinstance(part, str)]
    owner = record_at(loc, record)
    field = owner.model_fields.get(names[-1]) if owner and names else None
    known = ", ".join(_known(loc, record))
    choices = ", ".join(_choices(error))
    help_text = Message(field.description, {}) if field and field.description else ""
    own: dict[str, object] = {"field": names[-1] if names else "", "help": help_text, "value": _shown(error["input"])}
    return own | {"known": known, "choices": choices} | dict(error.get("ctx") or {})


def _shown(value: object) -> str:
    """A value as it stands in the file."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _known(loc: Loc, record: type[Record]) -> list[str]:
    owner = record_at(loc, record)
    return list(owner.model_fields) if owner else []


def _choices(error: ErrorDetails) -> list[str]:
    expected = str((error.get("ctx") or {}).get("expected", ""))
    return expected.replace("'", "").replace(" or ", ", ").split(", ")
