"""Every message of the interface is translated in every language of locale/, and keeps its form."""

from __future__ import annotations

import io
import re
import warnings
from collections import Counter
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po

from tests.project.checkout import ROOT
from tests.project.messages import template

CODES = tuple(sorted(path.parents[1].name for path in ROOT.glob("locale/*/LC_MESSAGES/messages.po")))
QUOTES = {"sv": "””", "fi": "””"}
"""The marks that a language puts around what it quotes."""
FORMS = ("%(facet)s: %(term)s", "%(part)s) %(amount)s")
"""Messages without a word."""
SAME = {
    "sv": {
        "%(facet)s: %(term)s",
        "%(part)s) %(amount)s",
        "Data:",
        "Id",
        "Period",
        "Problem",
        "Standard",
        "Status",
        "Text",
        "status",
    },
    "fi": {*FORMS, "Data:"},
}
"""Messages that read the same as in English."""
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%(?!\()\S?")
FOREIGN_QUOTES = re.compile(r"[\"“„«»‘]")
NAMED = re.compile(r"@|://|/\w+/|\b\w+\.(com|org|net|fi|se|io|local)\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def gathered(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """The message ids of code and themes, gathered anew."""
    return template(tmp_path_factory.mktemp("template") / "messages.pot")


@pytest.fixture(scope="module", params=CODES)
def catalog(request: pytest.FixtureRequest) -> Catalog:
    """The catalog of a language; what cannot be read in it is an error."""
    content = (ROOT / "locale" / request.param / "LC_MESSAGES" / "messages.po").read_bytes()
    return read_po(io.BytesIO(content), locale=request.param, abort_invalid=True)


def messages(catalog: Catalog) -> Iterator[Message]:
    """All messages of a catalog, without its header."""
    return (message for message in catalog if message.id)


def key(message: Message) -> tuple[object, object]:
    """What a message is looked up by; singular and plural belong together."""
    return message.context, tuple(message.id) if isinstance(message.id, (list, tuple)) else message.id


def pairs(message: Message) -> Iterator[tuple[str, str]]:
    """Each translated form with the English one that it stands for: any plural form, for the plural."""
    if isinstance(message.id, str):
        yield message.id, str(message.string or "")
        return
    for number, form in enumerate(message.string or ()):
        yield message.id[min(number, 1)], form


def each_pair(catalog: Catalog) -> list[tuple[str, str]]:
    """The pairs of all messages that are translated."""
    return [pair for message in messages(catalog) for pair in pairs(message) if pair[1]]


def code(catalog: Catalog) -> str:
    """The code of the language."""
    return str(catalog.locale).replace("_", "-")


def test_there_are_catalogs() -> None:
    """Each is that of a language whose quotes are named above, and whose own words are known."""
    assert CODES
    assert set(CODES) == QUOTES.keys() == SAME.keys()


def test_the_messages_are_those_of_code_and_themes(gathered: Catalog, catalog: Catalog) -> None:
    """None is missing, and none is left over; `make messages` brings a catalog up to date."""
    wanted, present = {key(each) for each in messages(gathered)}, {key(each) for each in messages(catalog)}
    assert len(wanted) > 400
    assert set() == wanted - present
    assert set() == present - wanted
    assert {} == catalog.obsolete


def test_every_message_is_translated_for_certain(catalog: Catalog) -> None:
    """In every form; nothing is fuzzy."""
    assert [] == [message.id for message in messages(catalog) if message.fuzzy]
    forms = (pair for message in messages(catalog) for pair in pairs(message))
    assert [] == [msgid for msgid, string in forms if not string.strip()]


def test_placeholders_are_those_of_the_message(catalog: Catalog) -> None:
    """None is lost, invented or misspelt, and no stray per cent sign breaks one."""
    different = [
        (msgid, string)
        for msgid, string in each_pair(catalog)
        if Counter(PLACEHOLDER.findall(msgid)) != Counter(PLACEHOLDER.findall(string))
    ]
    assert [] == different


def test_a_counted_message_has_as_many_forms_as_the_language(catalog: Catalog) -> None:
    """And the rule that chooses among them is that of the language."""
    assert get_plural(code(catalog)).num_plurals == catalog.num_plurals
    assert get_plural(code(catalog)).plural_expr.strip("()") == catalog.plural_expr.strip("()")
    counted = [message for message in messages(catalog) if not isinstance(message.id, str)]
    assert counted
    assert [] == [message.id for message in counted if len(message.string or ()) != catalog.num_plurals]


def test_a_message_differs_from_english(catalog: Catalog) -> None:
    """But for words that are the same in both languages, and each of those is among the messages."""
    same = {msgid for msgid, string in each_pair(catalog) if msgid == string}
    assert SAME[code(catalog)] == same


def test_spaces_and_line_ends_at_the_edges_are_kept(catalog: Catalog) -> None:
    """A message is set between others as the English one is; within, no space is doubled."""
    assert [] == [
        (msgid, string)
        for msgid, string in each_pair(catalog)
        if [_edges(msgid), "  " in msgid, msgid.count("\n")] != [_edges(string), "  " in string, string.count("\n")]
    ]


def _edges(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def test_quotes_are_those_of_the_language(catalog: Catalog) -> None:
    """In pairs, no fewer than in English, none of another language; single straight ones are YAML's own."""
    marks = QUOTES[code(catalog)]
    wrong = [
        (msgid, string)
        for msgid, string in each_pair(catalog)
        if set(FOREIGN_QUOTES.findall(string)) - set(marks)
        or ("'" in string and "'" not in msgid)
        or len(re.findall("[“”]", msgid)) > len(re.findall(f"[{marks}]", string))
        or len(re.findall(f"[{marks}]", string)) % 2
    ]
    assert [] == wrong


def test_a_sentence_stays_a_sentence(catalog: Catalog) -> None:
    """What ends in a full stop, a colon or a question mark does so in translation."""
    assert [] == [(msgid, string) for msgid, string in each_pair(catalog) if _end(msgid) != _end(string)]


def _end(text: str) -> str:
    return text[-1:] if text[-1:] in ".:?!…" else ""


def test_a_catalog_compiles_without_a_warning(catalog: Catalog) -> None:
    """And has what Babel itself checks."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        write_mo(io.BytesIO(), catalog)
    assert [] == [(message.id, errors) for message, errors in catalog.check() if errors]


def test_the_header_names_nobody_and_no_machine(catalog: Catalog) -> None:
    """The language and the project, and no address of either."""
    headers = dict(catalog.mime_headers)
    assert code(catalog) == headers["Language"]
    assert {"portal-sitegen", code(catalog)} == {headers[name] for name in ("Last-Translator", "Language-Team")}
    assert {"portal-sitegen"} == {headers["Report-Msgid-Bugs-To"]}
    written = "".join(value for name, value in headers.items() if name not in {"MIME-Version", "Content-Type"})
    assert None is NAMED.search(f"{catalog.header_comment}{written}")


def test_no_place_in_the_code_is_named_by_line(catalog: Catalog) -> None:
    """A moved line would change the catalog where no message changed."""
    assert [] == [message.id for message in messages(catalog) if any(line for _, line in message.locations)]
