"""After any edits a build that remembers makes the same bytes as a clean one."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from sitegen.render import pictures, search
from sitegen.render.search.words import Words
from tests.pipeline.editing import (
    ABOUT,
    CATALOG,
    PORTAL,
    ROOT,
    TEMPLATE,
    edited,
    with_finnish,
    without_finnish,
)

pytestmark = pytest.mark.usefixtures("once")
WORDS = st.text("abcåäö <&'\"{%", min_size=1, max_size=6).map(lambda text: f"x{text.strip()}x")
LINE = st.text("abcåäö <&{%#*[]()", max_size=20)
PORTIONS = {"test_any_edits_make_what_a_clean_build_makes": (4, 40)}
"""Of fifty edits, or of 250: 10,000 in all for `make soak`."""
SETTINGS, SEARCHED = "content/portal.yaml", "  - id: 'search'\n    slug:\n      sv: 'sok'\n      en: 'search'\n"
BODIES = (ABOUT, "content/pages/about.sv.md", "content/projects/y1.en.md", "content/projects/y1.sv.md")


def whole(editor: Editor) -> bool:
    """Nothing is broken, and no text is away."""
    return not editor.broken and all(editor.portal.path(name).exists() for name in BODIES)


class Editor(RuleBasedStateMachine):
    """Edits a portal in any order; after each edit the incremental tree equals the clean one.

    searched: it has a search and an address from the start.
    """

    searched = False

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.portal = edited(Path(self.folder.name))
        self.broken: dict[str, bytes] = {}
        if self.searched:
            self.add_or_delete_the_search()
            self.publish_elsewhere(host="klarsund.example")

    def teardown(self) -> None:
        """Leave nothing behind."""
        self.folder.cleanup()

    @precondition(whole)
    @rule(name=st.sampled_from(BODIES), line=LINE)
    def write_a_text(self, name: str, line: str) -> None:
        """The body of a page or of a project."""
        text = self.portal.path(name).read_text(encoding="utf-8")
        self.portal.write(name, f"{text[: text.rindex('---') + 3]}\n\n{line}\n")

    @precondition(whole)
    @rule(word=WORDS, field=st.sampled_from(("title:\n  sv: ", "problem:\n  sv: ")))
    def write_a_fact(self, word: str, field: str) -> None:
        """A text of a record."""
        path = "content/projects/y1.yaml"
        lines = self.portal.path(path).read_text(encoding="utf-8").split(field)
        rest = lines[1].split("\n", 1)[1]
        self.portal.write(path, f"{lines[0]}{field}'{word.replace(chr(39), chr(39) * 2)}'\n{rest}")

    @precondition(whole)
    @rule(amount=st.integers(0, 9999))
    def write_a_value(self, amount: int) -> None:
        """A sum of money."""
        path = "content/projects/y1.yaml"
        before, after = self.portal.path(path).read_text(encoding="utf-8").split("amount: ")
        self.portal.write(path, f"{before}amount: {amount}\n{after.partition(chr(10))[2]}")

    @precondition(whole)
    @rule(status=st.sampled_from(("lit", "dark")))
    def write_a_status(self, status: str) -> None:
        """How far a project is."""
        path = "content/projects/y1.yaml"
        text = self.portal.path(path).read_text(encoding="utf-8")
        self.portal.write(path, re.sub("status: '.+'", f"status: '{status}'", text))

    @precondition(whole)
    @rule()
    def swap_two_texts(self) -> None:
        """Of the same size and time of modification."""
        one, other = (self.portal.path(name) for name in BODIES[2:])
        first, second = one.read_bytes(), other.read_bytes()
        times = one.stat()
        size = max(len(first), len(second))
        one.write_bytes(second.ljust(size, b"\n"))
        other.write_bytes(first.ljust(size, b"\n"))
        for path in (one, other):
            os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))

    @rule(word=WORDS)
    def translate(self, word: str) -> None:
        """A message of a catalog."""
        text = word.replace("\\", "").replace('"', "").replace("{", "").replace("%", "")
        start, found, end = (
            self.portal.path(CATALOG).read_text(encoding="utf-8").partition('msgid "Roadmaps"\nmsgstr "')
        )
        assert found
        self.portal.write(CATALOG, f"{start}{found}{text}{end[end.index(chr(34)) :]}")

    @rule(word=st.text("abc", min_size=1, max_size=5))
    def write_a_template(self, word: str) -> None:
        """One that this look has for itself."""
        start, block, end = self.portal.path(TEMPLATE).read_text(encoding="utf-8").partition("{% block body %}")
        self.portal.write(TEMPLATE, f"{start}{block}<i>{word}</i>{end.rpartition('</i>')[2]}")

    @rule(word=st.text("abc", max_size=3), name=st.sampled_from(("base.html", "parts.html")))
    def write_an_include(self, word: str, name: str) -> None:
        """What other templates are on top of or take parts from: of this look, or that of the one below again."""
        if word:
            text = (ROOT / "themes" / "riverside" / "templates" / name).read_text(encoding="utf-8")
            self.portal.write(
                f"themes/small/templates/{name}",
                text.replace("</main>", f"</main><i>{word}</i>").replace("<figure", f"<figure data-x='{word}'"),
            )
        else:
            self.portal.path(f"themes/small/templates/{name}").unlink(missing_ok=True)

    @rule(colour=st.sampled_from(("#114477", "#220011", "#003300")))
    def colour(self, colour: str) -> None:
        """A token of the look."""
        head = self.portal.path("themes/small/theme.yaml").read_text(encoding="utf-8").split("light: ")[0]
        self.portal.write("themes/small/theme.yaml", f"{head}light: '{colour}'\n    dark: '#99CCFF'\n")

    @precondition(whole)
    @rule(slug=st.sampled_from(("lighthouse", "light-house", "tower")))
    def move(self, slug: str) -> None:
        """A page to another address."""
        path = "content/projects/y1.yaml"
        before, after = self.portal.path(path).read_text(encoding="utf-8").split("slug:\n  sv: 'fyren'\n  en: ")
        self.portal.write(path, f"{before}slug:\n  sv: 'fyren'\n  en: '{slug}'\n{after.partition(chr(10))[2]}")

    @precondition(whole)
    @rule(alias=st.sampled_from(("lamp", "old-lamp", "beacon")))
    def lead_on(self, alias: str) -> None:
        """Another address to a page."""
        path = "content/projects/y1.yaml"
        before, after = self.portal.path(path).read_text(encoding="utf-8").split("aliases:\n  en:\n    - ")
        self.portal.write(path, f"{before}aliases:\n  en:\n    - '{alias}'\n{after.partition(chr(10))[2]}")

    @precondition(whole)
    @rule(word=WORDS)
    def write_a_setting(self, word: str) -> None:
        """The name of the portal, which every page has."""
        after = self.portal.path(SETTINGS).read_text(encoding="utf-8").split("\n", 2)[2]
        self.portal.write(SETTINGS, f"name:\n  sv: '{word.replace(chr(39), chr(39) * 2)}'\n{after}")

    @precondition(whole)
    @rule()
    def add_or_delete_the_search(self) -> None:
        """A page, and the index of all others."""
        text, section = self.portal.path(SETTINGS).read_text(encoding="utf-8"), SEARCHED
        section = with_finnish(section) if self.finnish() else section
        changed = text.replace(section, "") if section in text else text.replace("sections:\n", f"sections:\n{section}")
        self.portal.write(SETTINGS, changed)

    @precondition(whole)
    @rule(host=st.sampled_from(("", "open.klarsund.example", "klarsund.example")))
    def publish_elsewhere(self, host: str) -> None:
        """Under a known address there are share cards and a sitemap, too."""
        text = re.sub("base_url: .+\n", "", self.portal.path(SETTINGS).read_text(encoding="utf-8"))
        self.portal.write(SETTINGS, f"{text}base_url: 'https://{host}'\n" if host else text)

    @precondition(whole)
    @rule(name=st.sampled_from((None, "y2", "y3")))
    def add_rename_or_delete(self, name: str | None) -> None:
        """A second project."""
        for old in ("y2", "y3"):
            self.portal.path(f"content/projects/{old}.yaml").unlink(missing_ok=True)
        if name:
            text = (PORTAL / "content" / "projects" / "y1.yaml").read_text(encoding="utf-8")
            text = (
                re.sub("aliases:\n  en:\n    - 'lamp'\n", "", text).replace("'y1'", f"'{name}'").replace("'Y1'", "'Y2'")
            )
            text = text.replace("'fyren'", f"'{name}'").replace("'lighthouse'", f"'{name}'")
            self.portal.write(f"content/projects/{name}.yaml", with_finnish(text) if self.finnish() else text)

    def finnish(self) -> bool:
        """Whether there is a third language."""
        return "'fi'" in self.portal.path(SETTINGS).read_text(encoding="utf-8")

    @precondition(whole)
    @rule()
    def add_or_delete_a_language(self) -> None:
        """In every file."""
        gone = self.finnish()
        for path in self.portal.root.glob("content/**/*.yaml"):
            text = path.read_text(encoding="utf-8")
            path.write_text(without_finnish(text) if gone else with_finnish(text), encoding="utf-8")
        for path in (self.portal.path(name) for name in (ABOUT, "content/projects/y1.en.md")):
            other = path.with_name(path.name.replace(".en.", ".fi."))
            other.unlink() if gone else shutil.copyfile(path, other)

    @precondition(lambda editor: not editor.broken)
    @rule()
    def add_or_delete(self) -> None:
        """The prose of a project, in every language."""
        there = sorted(self.portal.root.glob("content/projects/*.md"))
        for path in there or sorted(self.portal.root.glob("content/projects/*.md~")):
            path.rename(path.with_suffix(".md~" if there else ".md"))

    @rule()
    def preview(self) -> None:
        """Another option."""
        self.portal.preview = not self.portal.preview

    @rule(name=st.sampled_from((SETTINGS, "content/roles.yaml", ABOUT)))
    def break_or_mend(self, name: str) -> None:
        """The content has a fault, or none any more."""
        if name in self.broken:
            self.portal.path(name).write_bytes(self.broken.pop(name))
        else:
            self.broken[name] = self.portal.path(name).read_bytes()
            self.portal.write(name, "@")

    @invariant()
    def the_trees_are_equal(self) -> None:
        """File by file; both are refused where the content has faults."""
        assert self.portal.clean() == self.portal.incremental()


class Dictionary:
    """One that is at hand at once: the base form of a word is how it begins."""

    def __init__(self, language: str) -> None:
        self._letters = len(language) + 1

    def look_up(self, words: tuple[str, ...], known: Words) -> Words:
        """What is known, and what this says of `words`."""
        bases = {word: word[: self._letters] for word in words}
        forms = {base: (f"{base}na", f"{base}s") for base in bases.values()}
        return Words({**known.bases, **bases}, known.parts, {**known.forms, **forms})

    def close(self) -> None:
        """There is nothing to end."""


def test_any_edits_make_what_a_clean_build_makes(portion: int, monkeypatch: pytest.MonkeyPatch, *, soak: bool) -> None:
    """In any order, over many steps; each portion has an order of its own. Cards are the SVG they are drawn of."""
    monkeypatch.setattr(pictures, "png", str.encode)
    monkeypatch.setattr(search, "Dictionary", Dictionary)
    monkeypatch.setattr("sitegen.render.search.words.Dictionary", Dictionary)
    budget = settings(
        max_examples=10 if soak else 5,
        stateful_step_count=25 if soak else 10,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(type(f"Editor{portion}", (Editor,), {"searched": portion % 8 == 0}), settings=budget)
