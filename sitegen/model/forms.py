"""Names that stand after a number: one text a language, or one for each plural category that CLDR has for it.

In: plain data as the source room read it. Out: checked texts, or pydantic errors whose type names the fault. Nothing
here knows what is counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, PlainValidator, WithJsonSchema

from sitegen.language.plurals import OTHER, categories
from sitegen.model.fields import ByLanguage, fault, line

IN_FORMS = "x-forms"
"""Marks in a JSON Schema what may have a form for each plural category."""

Forms = str | Mapping[str, str]
"""The forms of a name in one language: one text where all are alike, or a text for each plural category."""


def _forms(value: object) -> Forms:
    if isinstance(value, str):
        return line(value)
    if not isinstance(value, Mapping) or not all(isinstance(text, str) for text in value.values()):
        raise fault("forms_form")
    return {category: line(text) for category, text in value.items()}


def _complete(names: Mapping[str, Forms]) -> Mapping[str, Forms]:
    """Names with the forms that their languages have, no more and no fewer, in CLDR's order."""
    return {language: _ordered(language, forms) for language, forms in names.items()}


def _ordered(language: str, forms: Forms) -> Forms:
    if isinstance(forms, str):
        return forms
    known = categories(language)
    if unknown := [category for category in forms if category not in known]:
        raise fault("form_unknown", value=unknown[0], language=language, known=", ".join(known))
    if missing := [category for category in known if category not in forms]:
        first = missing[0]
        raise fault("form_missing", missing=", ".join(missing), language=language, first=first, number=known[first])
    return {category: forms[category] for category in known}


def form(forms: Forms, category: str = OTHER) -> str:
    """The form for a plural category; without one, the form in which a name stands without a number."""
    return forms if isinstance(forms, str) else forms[category]


Counted = Annotated[
    ByLanguage[Annotated[Forms, PlainValidator(_forms), WithJsonSchema({"type": "string", IN_FORMS: True})]],
    AfterValidator(_complete),
]
"""A name in every language of the portal, in each form that a number before it asks for."""
