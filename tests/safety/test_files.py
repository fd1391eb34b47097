"""The files beside the pages hold harmful texts as their format has it: as words of a cell, a value, a line."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from xml.etree import ElementTree

from sitegen.serve.netlify import parse_headers, parse_redirects
from sitegen.views.pages.sharing import FILE as CARD
from tests.safety.conftest import Built
from tests.safety.strings import GROUPS

FORMULA = re.compile(r"\s*[=+@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
NUMBER = re.compile(r"-?\d+(\.\d+)?")
CONTACT = ["Contact", "Expires", "Preferred-Languages", "Canonical"]


def ending(built: Built, suffix: str) -> Iterator[tuple[str, str]]:
    """(path, text) of every file with this ending."""
    found = [(path, content.decode()) for path, content in built.files.items() if path.endswith(suffix)]
    assert found
    return iter(found)


def test_no_cell_is_a_formula(harmed: Built) -> None:
    """Of every CSV file: what begins like one is led by an apostrophe, a number is not, and no row is longer."""
    numbers = 0
    for path, text in ending(harmed, ".csv"):
        rows = list(csv.reader(io.StringIO(text, newline="")))
        assert {len(rows[0])} == {len(row) for row in rows}, path
        cells = [cell for row in rows for cell in row]
        numbers += sum(bool(NUMBER.fullmatch(cell)) for cell in cells)
        assert [] == [cell for cell in cells if FORMULA.match(cell)], path
        assert [] == [cell for cell in cells if cell.startswith("-") and not NUMBER.fullmatch(cell)], path
    assert numbers


def test_a_card_holds_words_as_words(harmed: Built, twin: Built) -> None:
    """An SVG that can be parsed, with the elements and attributes that harmless words have."""
    allowed, found = ({each for _, svg in ending(built, CARD) for each in _elements(svg)} for built in (twin, harmed))
    assert set() == found - allowed


def _elements(drawn: str) -> Iterator[tuple[str, ...]]:
    for element in ElementTree.fromstring(drawn).iter():  # noqa: S314 - written by us
        yield element.tag, *sorted(element.attrib)


def test_a_manifest_says_what_the_settings_say(harmed: Built) -> None:
    """Name and description letter by letter, and no key that harmless words would not have."""
    settings = harmed.portal.settings
    for language in harmed.portal.languages:
        manifest = json.loads(harmed.files[f"{language}/manifest.webmanifest"])
        assert (settings.name[language], settings.description[language]) == (manifest["name"], manifest["description"])


def test_every_specification_of_a_chart_is_data(harmed: Built) -> None:
    """JSON with strict numbers; no address, and no expression that holds a text of the content."""
    for path, text in ending(harmed, ".json"):
        for expression in _expressions(json.loads(text, parse_constant=_refused)):
            assert [] == [string for string in GROUPS["elements"] if string in expression], path


def _refused(word: str) -> None:
    raise ValueError(word)


def _expressions(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        yield from (str(node[key]) for key in ("signal", "expr", "url", "href") if key in node)
        for value in node.values():
            yield from _expressions(value)
    elif isinstance(node, list):
        for item in node:
            yield from _expressions(item)


def test_lines_of_rules_stay_lines(harmed: Built, twin: Built) -> None:
    """No text adds a header or a redirect, and robots.txt and sitemap say what they always say."""
    for name in ("_headers", "_redirects", "robots.txt", "sitemap.xml"):
        assert twin.files[name] == harmed.files[name], name
    assert parse_headers(harmed.files["_headers"].decode())
    assert parse_redirects(harmed.files["_redirects"].decode())


def test_security_txt_has_its_fields_and_no_other(harmed: Built) -> None:
    """The contact is one line, whatever stands in it."""
    lines = harmed.files[".well-known/security.txt"].decode().splitlines()
    assert CONTACT == [line.partition(":")[0] for line in lines]
