"""The JSON Schema of each kind of file, read off the declarations that validation itself uses.

In: a kind, the portal's languages, and a translator for labels and help. Out: a JSON Schema (draft 2020-12)
that a text editor can complete and explain fields with.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sitegen.language.plurals import categories
from sitegen.model.fields import A_LANGUAGE, EVERY_LANGUAGE
from sitegen.model.forms import IN_FORMS
from sitegen.model.kinds import Kind

MARKS = (EVERY_LANGUAGE, A_LANGUAGE)
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(kind: Kind, languages: tuple[str, ...], gettext: Callable[[str], str]) -> dict[str, Any]:
    """The schema of one kind of file.

    languages: the codes that a text must be given in. gettext: translates titles and descriptions.
    """
    declared = kind.record.model_json_schema(mode="validation")
    return {"$schema": DIALECT, **_rewrite(declared, languages, gettext)}


def _rewrite(node: Any, languages: tuple[str, ...], gettext: Callable[[str], str]) -> Any:
    if isinstance(node, list):
        return [_rewrite(item, languages, gettext) for item in node]
    if not isinstance(node, dict):
        return node
    rewritten = {key: _rewrite(value, languages, gettext) for key, value in node.items() if key not in MARKS}
    for name in ("title", "description"):
        if "enum" in rewritten:
            rewritten.pop(name, None)
        elif isinstance(rewritten.get(name), str):
            rewritten[name] = gettext(rewritten[name])
    if node.get(A_LANGUAGE) and languages:
        return {**rewritten, "enum": list(languages)}
    return _per_language(rewritten, languages) if node.get(EVERY_LANGUAGE) and languages else rewritten


def _per_language(node: dict[str, Any], languages: tuple[str, ...]) -> dict[str, Any]:
    """An object with one required property a language, in place of any property."""
    text = node.pop("additionalProperties", {"type": "string"})
    node.pop("propertyNames", None)
    in_forms = text.pop(IN_FORMS, False)
    return {**node, **_all({code: _in_forms(text, code) if in_forms else text for code in languages})}


def _in_forms(text: Any, code: str) -> Any:
    """One text, or one for each plural category of the language."""
    return {"anyOf": [text, {"type": "object", **_all(dict.fromkeys(categories(code), text))}]}


def _all(properties: dict[str, Any]) -> dict[str, Any]:
    return {"properties": properties, "required": list(properties), "additionalProperties": False}
