"""A build that remembers makes the same bytes as one that does not, and would not if any part of a key were missing."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from sitegen.pipeline import build as building
from sitegen.pipeline import incremental, ledger, scan
from sitegen.pipeline.build import Site, Stale
from sitegen.pipeline.incremental import Order
from sitegen.pipeline.key import Key
from sitegen.render import charts, pictures, publishing
from sitegen.store.memo import Memo
from tests.pipeline.editing import ABOUT, CATALOG, TEMPLATE, Edited, edited

WORDS = st.text("abcåäö <&'\"{%", min_size=1, max_size=6).map(lambda text: f"x{text.strip()}x")
LINE = st.text("abcåäö <&{%#*[]()", max_size=20)
BODIES = (ABOUT, "content/pages/about.sv.md", "content/projects/y1.en.md", "content/projects/y1.sv.md")


@pytest.fixture(scope="module", autouse=True)
def _drawn_once() -> Iterator[None]:
    """The library of the charts and the icons, which take longer than the rest, are made once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(charts, "bundle", cache(charts.bundle))
        patch.setattr(pictures, "icon", cache(pictures.icon))
        yield


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

    @rule()
    def add_or_delete(self) -> None:
        """The prose of a project, in every language."""
        for name in BODIES[2:]:
            aside = self.portal.path(name).with_suffix(".md~")
            if self.portal.path(name).exists():
                self.portal.path(name).rename(aside)
            else:
                aside.rename(self.portal.path(name))

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


def test_any_edits_make_what_a_clean_build_makes(*, soak: bool) -> None:
    """In any order, over many steps."""
    budget = settings(
        max_examples=400 if soak else 3,
        stateful_step_count=25 if soak else 10,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Editor, settings=budget)


@pytest.fixture
def portal(tmp_path: Path) -> Edited:
    """A portal that was built once."""
    made = edited(tmp_path)
    assert made.clean() == made.incremental()
    return made


def test_a_build_of_the_same_makes_nothing(portal: Edited, monkeypatch: pytest.MonkeyPatch) -> None:
    """No recipe is followed, and no record is read."""
    monkeypatch.setattr("sitegen.pipeline.workshop.timed", None)
    monkeypatch.setattr(incremental, "_anew", None)
    assert portal.incremental()


def title(portal: Edited) -> None:
    """Edit a fact."""
    portal.replace("content/projects/y1.yaml", "'The lighthouse'", "'The old lighthouse'")


def text(portal: Edited) -> None:
    """Edit what a text says, and not what it links to."""
    portal.replace(ABOUT, "See [the", "Look at [the")


def template(portal: Edited) -> None:
    """Edit a template."""
    portal.replace(TEMPLATE, "{% block body %}", "{% block body %}<i>new</i>")


def token(portal: Edited) -> None:
    """Edit a colour: the style sheet gets another name, which every page names."""
    portal.replace("themes/small/theme.yaml", "#114477", "#114478")


def message(portal: Edited) -> None:
    """Edit a catalog."""
    portal.replace(CATALOG, 'msgid "Roadmaps"\nmsgstr "', 'msgid "Roadmaps"\nmsgstr "Nya ')


def option(portal: Edited) -> None:
    """Build with another option."""
    portal.preview = True


EDITS = (
    ("view", title),
    ("text", text),
    ("inputs", template),
    ("inputs", token),
    ("inputs", message),
    ("recipe", title),
)


@pytest.mark.parametrize(("part", "edit"), EDITS, ids=[f"{part}-{edit.__name__}" for part, edit in EDITS])
def test_a_key_without_a_part_would_be_seen(
    portal: Edited, monkeypatch: pytest.MonkeyPatch, part: str, edit: Callable[[Edited], None]
) -> None:
    """The same edit, with the whole key and with one that lacks a part."""
    other = Edited(portal.root, portal.memory / "blind")

    def blind(*parts: str) -> Key:
        return replace(Key(*parts), **{part: ""})

    with monkeypatch.context() as patch:
        patch.setattr(building, "Key", blind)
        other.incremental()
        edit(portal)
        made = other.incremental()
    assert portal.clean() != made
    assert portal.clean() == portal.incremental()


@pytest.mark.parametrize("edit", [title, message, text], ids=lambda edit: edit.__name__)
def test_a_plan_without_its_facts_would_be_seen(
    portal: Edited, monkeypatch: pytest.MonkeyPatch, edit: Callable[[Edited], None]
) -> None:
    """What decides over the plan is in its key; what a text says is not, for its page is made by its own."""
    with monkeypatch.context() as patch:
        patch.setattr(scan.Scan, "facts", "")
        portal.memory = portal.memory / "x"
        portal.incremental()
        edit(portal)
        made = portal.incremental()
    assert (edit is text) == (portal.clean() == made)


def test_a_plan_without_its_options_would_be_seen(portal: Edited, monkeypatch: pytest.MonkeyPatch) -> None:
    """A preview is not what is published."""
    option(portal)
    assert portal.clean() == portal.incremental()
    with monkeypatch.context() as patch:
        patch.setattr(incremental, "_asked", lambda _: "")
        portal.memory = portal.memory / "x"
        portal.incremental()
        portal.preview = False
        made = portal.incremental()
    assert portal.clean() != made


def test_another_program_makes_everything_anew(portal: Edited, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an earlier one made is not taken; were it not for the digest of the code, it would be."""
    with monkeypatch.context() as patch:
        patch.setattr(publishing, "robots", lambda _: b"# new\n")
        stale = portal.incremental()
        patch.setattr(building, "code", lambda: "another")
        patch.setattr(incremental, "code", lambda: "another")
        fresh = portal.incremental()
    assert stale is not None
    assert fresh is not None
    assert b"# new\n" != stale["robots.txt"]
    assert b"# new\n" == fresh["robots.txt"]


def test_a_text_of_the_same_size_and_time_is_seen(portal: Edited) -> None:
    """Whoever sets the time of modification cannot set that of the change."""
    path = portal.path(ABOUT)
    times = path.stat()
    path.write_bytes(path.read_bytes().replace(b"See", b"Saw"))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    made = portal.incremental()
    assert made is not None
    assert b"Saw <a" in made["en/about/index.html"]


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
    template(portal)
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
        assert memo.get(note(building.code()))
        memo.keep({note(building.code()): b"[1]"})
    with pytest.raises(TypeError):
        portal.incremental()
    monkeypatch.setattr(building, "code", lambda: "another")
    monkeypatch.setattr(incremental, "code", lambda: "another")
    assert portal.clean() == portal.incremental()
