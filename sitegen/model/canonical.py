"""The canonical order and completeness of a file: fields as declared, languages as listed, empties left out.

In: a validated record. Out: plain data for the source room's writer. One style for the text editor and the
form in the browser keeps differences to single lines.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from sitegen.model.fields import Record


def plain(record: Record) -> dict[str, Any]:
    """The record as mappings, lists, texts and numbers, in the order of its declaration."""
    values = ((name, _plain(getattr(record, name))) for name in type(record).model_fields)
    declared = type(record).model_fields
    return {name: value for name, value in values if not _is_left_out(value, declared[name])}


def _is_left_out(value: Any, field: Any) -> bool:
    return not field.is_required() and (value in ([], {}) or value == field.default)


def _plain(value: Any) -> Any:
    if isinstance(value, Record):
        return plain(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
