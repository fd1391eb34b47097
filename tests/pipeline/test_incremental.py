"""A build that remembers makes the same bytes as one that does not."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from sitegen.pipeline import build as building
from sitegen.pipeline import content, incremental, ledger, scan
from sitegen.pipeline.build import Site, Stale
from sitegen.pipeline.key import Key
from sitegen.pipeline.order import Order
from sitegen.pipeline.program import code
from sitegen.store.memo import Memo
from tests.pipeline.editing import (
    ABOUT,
    CATALOG,
    PORTAL,
    ROOT,
    TEMPLATE,
    Edited,
    edited,
    with_finnish,
    without_finnish,
)

pytestmark = pytest.mark.usefixtures("once")
WORDS = st.text("abcåäö <&'\"{%", min_size=1, max_size=6).map(lambda text: f"x{text.strip()}x")
LINE = st.text("abcåäö <&{%#*[]()", max_size=20)
PORTIONS = {"test_any_edits_make_what_a_clean_build_makes": (4, 40)}
"""Of fifty edits, or of 250: 10,000 in all for `make soak`."""
BODIES = (ABOUT, "content/pages/about.sv.md", "content/projects/y1.en.md", "content/projects/y1.sv.md")


def whole(editor: Editor) -> bool:
    """Nothing is broken, and no text is away."""
    return not editor.broken and all(editor.portal.path(name).exists() for name in BODIES)


class Editor(RuleBasedStateMachine):
    """Edits a portal in any order; after each edit the incremental tree equals the clean one."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.portal = edited(Path(self.folder.name))
        self.broken: dict[str, bytes] = {}

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
        path = "content/portal.yaml"
        after = self.portal.path(path).read_text(encoding="utf-8").split("\n", 2)[2]
        self.portal.write(path, f"name:\n  sv: '{word.replace(chr(39), chr(39) * 2)}'\n{after}")

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
        return "'fi'" in self.portal.path("content/portal.yaml").read_text(encoding="utf-8")

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

    @rule(name=st.sampled_from(("content/portal.yaml", "content/roles.yaml", ABOUT)))
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


def test_any_edits_make_what_a_clean_build_makes(portion: int, *, soak: bool) -> None:
    """In any order, over many steps; each portion has an order of its own."""
    budget = settings(
        max_examples=10 if soak else 5,
        stateful_step_count=25 if soak else 10,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(type(f"Editor{portion}", (Editor,), {}), settings=budget)


def test_a_build_of_the_same_makes_nothing(portal: Edited, monkeypatch: pytest.MonkeyPatch) -> None:
    """No recipe is followed, and no record is read."""
    monkeypatch.setattr("sitegen.pipeline.workshop.timed", None)
    monkeypatch.setattr(incremental, "_anew", None)
    assert portal.incremental()


def test_an_edited_catalog_needs_no_record_to_be_read(portal: Edited, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are remembered as they were checked; the texts are those on the disk."""
    portal.incremental()
    portal.replace(CATALOG, 'msgid "Roadmaps"\nmsgstr "', 'msgid "Roadmaps"\nmsgstr "Nya ')
    portal.replace(ABOUT, "See [the", "Look at [the")
    with monkeypatch.context() as patch:
        patch.setattr(content, "read", None)
        made = portal.incremental()
    assert portal.clean() == made


def test_a_text_of_the_same_size_and_time_is_seen(portal: Edited) -> None:
    """Whoever sets the time of modification cannot set that of the change."""
    path = portal.path(ABOUT)
    times = path.stat()
    path.write_bytes(path.read_bytes().replace(b"See", b"Saw"))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    made = portal.incremental()
    assert made is not None
    assert b"Saw <a" in made["en/about/index.html"]


def test_a_text_that_grows_beyond_its_limits_is_refused(portal: Edited) -> None:
    """By a build that remembers as by one that does not, though nothing but the text has changed."""
    assert portal.incremental()
    text = portal.path(ABOUT).read_text(encoding="utf-8")
    portal.write(ABOUT, f"{text}\n{'<' * 1001}\n")
    assert None is portal.incremental() is portal.clean()
    portal.write(ABOUT, f"{text}\nMore.\n")
    assert portal.clean() == portal.incremental()


def test_what_is_remembered_may_be_damaged_or_gone(portal: Edited) -> None:
    """At any moment: the same bytes come, from a garbled file, from none, and where none can be written."""
    whole = portal.clean()
    [kept] = portal.memory.glob("*.sqlite")
    content = bytearray(kept.read_bytes())
    content[4096::97] = bytes(len(content[4096::97]))
    kept.write_bytes(content)
    assert whole == portal.incremental()
    kept.write_bytes(b"no database")
    assert whole == portal.incremental()
    shutil.rmtree(portal.memory)
    portal.memory.write_text("a file")
    assert whole == portal.incremental()


def test_a_view_that_is_remembered_no_more_is_made_again(portal: Edited) -> None:
    """Whoever asks for it by the plan alone is told to build anew, and that makes the clean tree."""
    [path] = portal.memory.glob("*.sqlite")
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("DELETE FROM kept WHERE substr(key, 1, 5) = CAST('view ' AS BLOB)")
    portal.replace(TEMPLATE, "{% block body %}", "{% block body %}<i>new</i>")
    with pytest.raises(Stale):
        portal.incremental()
    with closing(Memo(portal.memory)) as memo:
        made = incremental.build(Order(portal.root, anew=True), memo)
    assert isinstance(made, Site)
    assert portal.clean() == dict(made)


def test_a_text_that_is_edited_meanwhile_is_not_taken_for_the_old_one(
    portal: Edited, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was seen when the build began and what is read later must be one text."""

    def edit(*given: Path | Memo | str) -> scan.Scan:
        seen = scan.scan(*given)  # type: ignore[arg-type] # as it was called
        portal.replace(ABOUT, "Regard", "Look at")
        return seen

    portal.replace(ABOUT, "See [the", "Regard [the")
    with monkeypatch.context() as patch:
        patch.setattr(incremental, "scan", edit)
        with pytest.raises(Stale):
            portal.incremental()
    assert portal.clean() == portal.incremental()


def files(code: str) -> bytes:
    """Under what the notes of files are remembered."""
    return Key(code, "files").digest


@pytest.mark.parametrize("note", [files, ledger.name])
def test_another_program_trusts_no_note_of_an_earlier_one(
    portal: Edited, monkeypatch: pytest.MonkeyPatch, note: Callable[[str], bytes]
) -> None:
    """It may write them in another form: here, in one that nobody could read."""
    with closing(Memo(portal.memory)) as memo:
        assert memo.get(note(code()))
        memo.keep({note(code()): b"[1]"})
    with pytest.raises(TypeError):
        portal.incremental()
    monkeypatch.setattr(building, "code", lambda: "another")
    monkeypatch.setattr(incremental, "code", lambda: "another")
    assert portal.clean() == portal.incremental()
