"""Whatever is edited, no published address and no section is lost, or led to another record, without a fault."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from sitegen import pipeline
from sitegen.cli.vanished import vanished
from sitegen.store.tree import publish
from tests.links import parsed
from tests.pipeline.editing import ABOUT, Edited, edited
from tests.truth.reading import ANY, Element, find

pytestmark = pytest.mark.usefixtures("once")
PROJECT, BOATS = "content/projects/y1.yaml", "content/indicators/boats.yaml"
ROADMAP, SETTINGS = "content/roadmaps/r2030.yaml", "content/portal.yaml"
EVERYWHERE = "content/**/*.yaml"
COSTS_AND_USE = "      sv: '%s'\n      en: 'costs'\n  - id: 'use-cases'\n    slug:\n      sv: '%s'\n"
SLUGS = (
    (PROJECT, "'lighthouse'", "'light-house'"),
    (PROJECT, "sv: 'fyren'", "sv: 'fyr'"),
    (PROJECT, "'lamp'", "'old-lamp'"),
    (PROJECT, "    - 'lamp'", "    - 'lamp'\n    - 'lighthouse'\n    - 'light-house'"),
    (ROADMAP, "en: '2030'", "en: 'first'"),
    (BOATS, "  sv: 'batar'\n  en: 'boats'", "  sv: 'baten'\n  en: 'boats'\naliases:\n  sv:\n    - 'batar'"),
    (SETTINGS, "      en: 'projects'", "      en: 'works'"),
    (SETTINGS, "      en: 'projects'", "      en: 'works'\n    aliases:\n      en:\n        - 'projects'"),
    (SETTINGS, COSTS_AND_USE % ("kostnader", "bruk"), COSTS_AND_USE % ("bruk", "kostnader")),
    (ABOUT, "slug: 'about'", "slug: 'on-this'"),
    (ABOUT, "slug: 'about'", "slug: 'on-this'\naliases:\n  - 'about'"),
)
"""Addresses, with and without an alias of the old one; each edit undoes itself when it is made again."""
PORTIONS = {"test_no_address_is_lost_in_silence": (1, 10)}
"""Of 150 edits for `make soak`."""
FACTS = (
    (PROJECT, "problem:\n  sv: 'Det är mörkt.'\n  en: 'It is dark.'\n", ""),
    (EVERYWHERE, "'top'", "'head'"),
    (EVERYWHERE, "'sea'", "'shore'"),
    (BOATS, "number: 62.5", "number: 62"),
)
"""What sections are made of, and what is in them."""


def names(page: Element) -> set[str]:
    """The ids of the headings of a page."""
    return {heading.get("id") or "" for heading in find(page, "h2", id=ANY)}


def led(path: str, redirects: str) -> str:
    """Where a reader who asks for `path` comes to in the end, by the lines of _redirects."""
    for line in redirects.splitlines() * 5:
        old, new, status = line.split()
        if status == "301" and (found := re.fullmatch(re.escape(old).replace(r"\*", "(.*)"), path)):
            path = new.replace(":splat", "".join(found.groups()))
    return path


def owner(page: Element) -> tuple[str | None, str | None]:
    """Which record a page is of."""
    [main] = find(page, "main")
    return main.get("data-kind"), main.get("data-id")


def lost(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> Iterator[str]:
    """Addresses and sections of the one tree that a reader does not find in the other, or finds to be another's."""
    now, then = addressed(after), addressed(before)
    there = {owner(page) for page in now.values()}
    for path in {*then, *answered(before, then)}:
        page, answer = then[led(path, text(before))], now.get(led(path, text(after)))
        if answer is None or (owner(answer) != owner(page) and (path in now or owner(page) in there)):
            yield path
        elif path in then:
            yield from (f"{path}#{name}" for name in names(page) - names(answer))


def addressed(tree: Mapping[str, bytes]) -> dict[str, Element]:
    """The pages that have an address."""
    return {path: page for path, page in parsed(tree).items() if path.endswith("/")}


def text(tree: Mapping[str, bytes]) -> str:
    """The lines of _redirects."""
    return tree["_redirects"].decode()


def answered(tree: Mapping[str, bytes], pages: Mapping[str, Element]) -> Iterator[str]:
    """The addresses that pages had before."""
    for line in text(tree).splitlines():
        old, new, status = line.split()
        folder = new.removesuffix(":splat")
        below = [page.removeprefix(folder) for page in pages if page.startswith(folder)] if "*" in old else [""]
        yield from (old.replace("*", rest) for rest in below if status == "301")


class Editor(RuleBasedStateMachine):
    """Edits a portal in any order; after each edit, what is lost against the site before is told."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.portal = edited(Path(self.folder.name))
        self.published: Mapping[str, bytes] = {}
        self.told: list[str] = []

    def teardown(self) -> None:
        """Leave nothing behind."""
        self.folder.cleanup()

    @rule(edit=st.sampled_from(SLUGS))
    def move(self, edit: tuple[str, str, str]) -> None:
        """A page to another address, or back."""
        exchange(self.portal, *edit)

    @rule(edit=st.sampled_from(FACTS))
    def rewrite(self, edit: tuple[str, str, str]) -> None:
        """What sections are made of."""
        exchange(self.portal, *edit)

    @rule()
    def delete_or_bring_back(self) -> None:
        """A page, with all that it is in every language."""
        for language in ("sv", "en"):
            path = self.portal.path(f"content/pages/about.{language}.md")
            aside = path.with_suffix(".md~")
            (path if path.exists() else aside).rename(aside if path.exists() else path)

    @invariant()
    def nothing_is_lost_in_silence(self) -> None:
        """And nothing is told that is not lost."""
        self.told = []
        records = pipeline.read(self.portal.root).checked.portal
        if records is None:
            return
        tree = partial(pipeline.tree, records, self.portal.root, memory=self.portal.memory)
        out = Path(self.folder.name) / "public"
        made = dict(tree())
        if self.published:
            self.told = sorted(str(problem.message.values["path"]) for problem in vanished(str(out), records, tree))
            assert sorted(lost(self.published, made)) == self.told
        publish(out, made)
        self.published = made


def exchange(portal: Edited, where: str, one: str, other: str) -> None:
    """Put one text in the place of the other, whichever is there, in every file of that name."""
    texts = {path: path.read_text(encoding="utf-8") for path in portal.root.glob(where)}
    there, instead = (other, one) if other and any(other in text for text in texts.values()) else (one, other)
    for path, text in texts.items():
        if there in text:
            path.write_text(text.replace(there, instead), encoding="utf-8")


LOST = (
    {"/en/projects/lighthouse/"},
    {"/sv/projekt/fyren/"},
    {"/en/projects/lamp/"},
    set[str](),
    {"/en/roadmaps/2030/"},
    set[str](),
    {"/en/projects/", "/en/projects/lamp/", "/en/projects/lighthouse/"},
    set[str](),
    {"/sv/bruk/", "/sv/kostnader/"},
    {"/en/about/"},
    set[str](),
    {"/en/projects/lighthouse/#problem", "/sv/projekt/fyren/#problem"},
    {"/en/sources/report/#top-heading", "/sv/kallor/rapport/#top-heading"},
    {"/en/indicators/#group-sea"},  # in the other language it has another slug
    set[str](),
)
"""By each of these edits."""


def test_what_each_edit_loses_is_told() -> None:
    """Each by itself, on the site as it was."""
    editor = Editor()
    told = []
    for edit in (*SLUGS, *FACTS):
        editor.nothing_is_lost_in_silence()
        exchange(editor.portal, *edit)
        editor.nothing_is_lost_in_silence()
        told.append({*editor.told})
        exchange(editor.portal, *edit)
    editor.teardown()
    assert [*LOST] == told


def test_no_address_is_lost_in_silence(portion: int, *, soak: bool) -> None:
    """Over any edits, each compared with the site before it; each portion has an order of its own."""
    budget = settings(
        max_examples=6 if soak else 2,
        stateful_step_count=25 if soak else 8,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(type(f"Editor{portion}", (Editor,), {}), settings=budget)
