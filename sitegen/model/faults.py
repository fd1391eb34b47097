"""From a validation error to a sentence that tells an editor what to write instead.

In: a pydantic error (type, context, input) and the record it arose in. Out: a message and a hint. It must not know how
they are worded.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from pydantic_core import ErrorDetails

from sitegen.language.marks import N_
from sitegen.model.fields import Record
from sitegen.model.near import nearest
from sitegen.model.sentences import SENTENCES
from sitegen.source.problems import Message

Loc = tuple[int | str, ...]

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
