"""The generator knows no city: languages, names and the letters of themes are data.

A literal in sitegen/ that equals one of a portal here, the published one or a fixture, was meant for that
portal alone. English is no language of a portal there but that of the message ids: one constant names it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.project.checkout import ROOT

MESSAGE_LANGUAGE = ("MESSAGE_LANGUAGE", "en")
PORTALS = (
    ROOT,
    *sorted(path.parents[1] for path in (ROOT / "tests" / "portals").glob("*/content/portal.yaml")),
)
MODULES = tuple(sorted((ROOT / "sitegen").rglob("*.py")))


def literals(source: str) -> Iterator[tuple[int, str]]:
    """Line and value of each text in a module, less docstrings and the one constant."""
    tree = ast.parse(source)
    exempt = {id(value) for node in ast.walk(tree) if (value := _exempt(node))}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in exempt:
            yield node.lineno, node.value


def _exempt(node: ast.AST) -> ast.expr | None:
    """The text of a docstring, and that of `MESSAGE_LANGUAGE = …`, with or without a type."""
    if isinstance(node, ast.Expr):
        return node.value
    if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Constant):
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target
        return node.value if (ast.unparse(target), node.value.value) == MESSAGE_LANGUAGE else None
    return None


def read(portal: Path, name: str) -> Any:  # noqa: ANN401 - content as any YAML reader sees it
    """A file of a portal's content."""
    return yaml.safe_load((portal / "content" / name).read_text(encoding="utf-8"))


def own_words(portal: Path) -> frozenset[str]:
    """Language codes, letters of themes, and the names of portal and city with their inflections."""
    settings, programme = read(portal, "portal.yaml"), read(portal, "programme.yaml")
    names, cities = settings["name"].values(), settings["city"].values()
    genitives = settings["city_genitive"].values()
    inflected = {word for name in names for word in re.findall(r"\w+", name) if word.startswith(tuple(cities))}
    codes = {language["code"] for language in settings["languages"]}
    letters = {theme["letter"] for theme in programme["themes"] if "letter" in theme}
    return frozenset(codes | letters | {*names, *cities, *genitives} | inflected)


@pytest.mark.parametrize("portal", PORTALS, ids=lambda portal: portal.name)
def test_no_literal_is_a_word_of_a_portal(portal: Path) -> None:
    """Whoever publishes another city's programme changes no code."""
    words = own_words(portal)
    found = [
        f"{module.relative_to(ROOT)}:{line}: {value!r}"
        for module in MODULES
        for line, value in literals(module.read_text(encoding="utf-8"))
        if value in words
    ]
    assert [] == found


def test_the_language_of_the_message_ids_is_named_once() -> None:
    """English is one constant of the languages' room."""
    constant = re.compile(rf'^{MESSAGE_LANGUAGE[0]}\b.*= "{MESSAGE_LANGUAGE[1]}"$', re.MULTILINE)
    homes = [module for module in MODULES if constant.search(module.read_text(encoding="utf-8"))]
    assert [ROOT / "sitegen" / "language"] == [module.parent for module in homes]


def test_the_published_portal_has_words_of_its_own() -> None:
    """Both languages, three letters, the city in both languages: nothing is looked for by an empty set."""
    settings, programme = read(ROOT, "portal.yaml"), read(ROOT, "programme.yaml")
    assert len(settings["languages"]) + len(programme["themes"]) + 2 < len(own_words(ROOT))


@pytest.mark.parametrize(
    "source",
    [
        'page = "xx"',
        'page = f"{path}xx"',
        'match page:\n    case "xx":\n        pass',
        'def path(language: str = "xx") -> None:\n    pass',
        'TEXTS = {"xx": 1}',
        'MESSAGE_LANGUAGE = "xx"',
    ],
)
def test_a_literal_is_found_wherever_it_stands(source: str) -> None:
    """As a value, a piece, a case, a default, a key; and no other language passes as that of the messages."""
    assert ["xx"] == [value for _line, value in literals(source)]


@pytest.mark.parametrize("source", ['"""xx"""', 'def f() -> None:\n    """xx"""', 'MESSAGE_LANGUAGE = "en"\n"""xx"""'])
def test_docstrings_and_the_one_constant_are_no_literals(source: str) -> None:
    """What is said of the code may name anything."""
    assert [] == list(literals(source))
