"""Whatever an input has become, it is used or its faults are told: no crash, no traceback, no hang, nothing touched."""

from __future__ import annotations

import io
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from sitegen import pipeline
from sitegen.language.catalogs import CatalogError, compiled, messages
from sitegen.language.language import language
from sitegen.model.check import check
from sitegen.model.style import departures
from sitegen.model.unset import notices
from sitegen.render.markdown import html
from sitegen.render.theme import ThemeError, read_theme
from sitegen.source.problems import Problem
from sitegen.source.report import annotation, render
from sitegen.source.tree import read_sources, read_tree
from tests.conftest import ROOT
from tests.render.elements import WORDS
from tests.safety.mutating import mutations

BASE = ROOT / "tests" / "cases" / "check" / "base"
SPOKEN = language("sv", (ROOT / "locale",)).messages.gettext
SECONDS = 60
"""No input takes so long; one that does is a hang."""
PORTION = 1_000
"""Inputs of one test."""
PORTIONS = {
    "test_content": (4, 85),
    "test_catalogs": (1, 5),
    "test_the_form_of_a_look": (1, 9),
    "test_templates": (2, 50),
}
"""Of a thousand inputs, of templates of twenty: 100,000 inputs in all for `make soak`."""


@contextmanager
def ending() -> Iterator[None]:
    """Fails where what is within takes too long."""

    def hang(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, hang)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def told(problems: tuple[Problem, ...], texts: Mapping[str, str]) -> None:
    """Each problem as it is shown, in a terminal and beside a change."""
    for problem in problems:
        assert render(problem, texts.get(problem.path), SPOKEN)
        assert annotation(problem, SPOKEN).startswith("::")


@pytest.mark.usefixtures("soak")
def test_content(portion: int) -> None:
    """A file of facts or of prose is checked, and its Markdown shown."""
    files = read_tree(BASE)[0]
    paths = tuple(files)
    for at, content in mutations(tuple(files.values()), portion, PORTION):
        with ending():
            sources, unread = read_sources({**files, paths[at]: content})
            checked = check(sources, unread, looks=("riverside",))
            found = (*checked.problems, *departures(sources, checked.languages))
            if checked.portal:
                found = (*found, *notices(checked.portal, sources))
            told(found, sources.texts)
            if paths[at] in sources.prose:
                assert isinstance(html(sources.prose[paths[at]].body, {}, WORDS), str)


@pytest.mark.usefixtures("soak")
def test_catalogs(portion: int) -> None:
    """A catalog is compiled and speaks, or is refused with the reason."""
    po = (ROOT / "locale" / "fi" / "LC_MESSAGES" / "messages.po").read_bytes()
    head, *entries = po.split(b"\n\n")
    refused = 0
    for at, content in mutations(tuple(entries), portion, PORTION):
        with ending():
            try:
                spoken = messages(compiled(b"\n\n".join((head, content, entries[at - 1])), "fi"))
            except CatalogError as error:
                refused += bool(str(error))
                continue
            for entry in read_po(io.BytesIO(b"\n\n".join((head, entries[at])))):
                if isinstance(entry.id, str) and entry.id and entry.python_format:
                    assert spoken.gettext(entry.id) % Anything()
    assert 0 < refused < PORTION


class Anything(dict[str, int]):
    """Has a value for each name of a message."""

    def __missing__(self, _: str) -> int:
        return 1


@pytest.fixture(scope="module")
def looks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of looks with one that replaces nothing yet."""
    folder = tmp_path_factory.mktemp("looks")
    (folder / "mine" / "templates").mkdir(parents=True)
    return folder


@pytest.mark.usefixtures("soak")
def test_the_form_of_a_look(portion: int, looks: Path) -> None:
    """A theme.yaml makes a style sheet, or its faults are told."""
    whole = (ROOT / "themes" / "riverside" / "theme.yaml").read_bytes()
    path = looks / "mine" / "theme.yaml"
    for _, content in mutations((whole, b"extends: 'riverside'\ntokens:\n  gap: '1rem'\n"), portion, PORTION):
        path.write_bytes(content)
        with ending():
            try:
                read_theme((looks, ROOT / "themes"), "mine").require(assets=("style.css",), colours=("paper",))
            except ThemeError as error:
                told(error.problems, error.texts)
    assert [Path("mine"), Path("mine/templates"), Path("mine/theme.yaml")] == sorted(
        each.relative_to(looks) for each in looks.rglob("*")
    )


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A portal with a look of its own that extends another."""
    root = tmp_path_factory.mktemp("own") / "portal"
    for path, content in read_tree(BASE)[0].items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content.replace(b"theme: 'riverside'", b"theme: 'mine'"))
    (root / "themes" / "mine" / "templates").mkdir(parents=True)
    (root / "themes" / "mine" / "theme.yaml").write_text("extends: 'riverside'\n", encoding="utf-8")
    return root


@pytest.mark.usefixtures("soak", "once")
def test_templates(portion: int, own: Path) -> None:
    """A template makes its pages, or its fault is told at its place; what is remembered of the others stays."""
    portal = pipeline.read(own).checked.portal
    assert portal is not None
    folder = own / "themes" / "mine" / "templates"
    sources = {path.name: path.read_bytes() for path in (ROOT / "themes" / "riverside" / "templates").iterdir()}
    names = tuple(name for name in sources if name.endswith(".html"))
    refused = 0
    for at, content in mutations(tuple(sources[name] for name in names), portion, PORTION // 50):
        (folder / names[at]).write_bytes(content)
        with ending():
            try:
                dict(pipeline.tree(portal, own, memory=own / ".cache"))
            except ThemeError as error:
                told(error.problems, error.texts)
                refused += len(error.problems)
        (folder / names[at]).unlink()
    assert refused
    assert [own] == list(own.parent.iterdir())


def test_mutations_are_the_same_again_and_not_all_alike() -> None:
    """So that a failure can be looked at."""
    inputs = (b"a: 'b'\n", b"---\nc: 'd'\n---\n\ntext\n")
    once = list(mutations(inputs, 1, 50))
    assert once == list(mutations(inputs, 1, 50))
    assert len({*once}) > 40
