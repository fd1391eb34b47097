"""Each part of a key is needed: without it, an edit would leave something as it was."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from sitegen.pipeline import build as building
from sitegen.pipeline import content, incremental, parts, scan, workshop
from sitegen.pipeline.key import Key
from sitegen.pipeline.order import Order
from sitegen.pipeline.output import Output
from sitegen.pipeline.plan import Asked
from sitegen.pipeline.program import LIBRARIES, code_parts
from sitegen.pipeline.recipes import Studio
from sitegen.pipeline.workshop import Workshop
from sitegen.render import publishing
from sitegen.store.digest import digest
from tests.pipeline.editing import ABOUT, CATALOG, ROOT, TEMPLATE, Edited
from tests.pipeline.test_any_edits import SEARCHED, SETTINGS, Dictionary

pytestmark = pytest.mark.usefixtures("once")
PROGRAM = """
import pathlib, sys, tempfile
folder = pathlib.Path(tempfile.mkdtemp(dir=sys.argv[1]))
sys.path.insert(0, str(folder))
for name in sys.argv[2:]:
    (folder / f"{name}-0.dist-info").mkdir()
from sitegen.pipeline.program import code
print(code())
"""


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


def phrase(portal: Edited) -> None:
    """Edit a message that a template shows, and no view."""
    portal.replace(CATALOG, 'msgid "How the source is read"\nmsgstr "', 'msgid "How the source is read"\nmsgstr "Nya ')


def message(portal: Edited) -> None:
    """Edit a message that views show."""
    portal.replace(CATALOG, 'msgid "Roadmaps"\nmsgstr "', 'msgid "Roadmaps"\nmsgstr "Nya ')


def option(portal: Edited) -> None:
    """Build with another option."""
    portal.preview = True


def include(portal: Edited) -> None:
    """Edit a template that others are on top of."""
    text = (ROOT / "themes" / "riverside" / "templates" / "base.html").read_text(encoding="utf-8")
    portal.write("themes/small/templates/base.html", text.replace("</main>", "</main><i>new</i>"))


def slug(portal: Edited) -> None:
    """Edit an address that a text links to."""
    portal.replace("content/projects/y1.yaml", "en: 'lighthouse'", "en: 'tower'")


EDITS = (
    ("view", title),
    ("text", text),
    ("inputs", template),
    ("inputs", token),
    ("inputs", phrase),
    ("recipe", title),
)


@pytest.mark.parametrize(("part", "edit"), EDITS, ids=[f"{part}-{edit.__name__}" for part, edit in EDITS])
def test_a_key_without_a_part_would_be_seen(
    portal: Edited, monkeypatch: pytest.MonkeyPatch, part: str, edit: Callable[[Edited], None]
) -> None:
    """The same edit, with the whole key and with one that lacks a part."""
    other = Edited(portal.root, portal.memory / "blind")

    def blind(*parts: str) -> Key:
        return Key(*parts)._replace(**{part: ""})

    with monkeypatch.context() as patch:
        patch.setattr(building, "Key", blind)
        patch.setattr(workshop, "Key", blind)
        other.incremental()
        edit(portal)
        made = other.incremental()
    assert portal.clean() != made
    assert portal.clean() == portal.incremental()


PARTS = (("template", template), ("template", include), ("catalog", phrase), ("asset", token), ("colour", token))


@pytest.mark.parametrize(("part", "edit"), PARTS, ids=[f"{part}-{edit.__name__}" for part, edit in PARTS])
def test_inputs_without_a_part_would_be_seen(
    portal: Edited, monkeypatch: pytest.MonkeyPatch, part: str, edit: Callable[[Edited], None]
) -> None:
    """Share cards are drawn too, for they have the colours in them."""
    settings = portal.path("content/portal.yaml").read_text(encoding="utf-8")
    portal.write("content/portal.yaml", f"{settings}base_url: 'https://open.klarsund.example'\n")
    parts = Studio._parts  # noqa: SLF001 - what is to be blinded

    def blind(studio: Studio, *kind: str) -> Mapping[str, object]:
        return {name: value for name, value in parts(studio, *kind).items() if name != part}

    made = without(portal, monkeypatch, edit, (Studio, "_parts", blind))
    assert portal.clean() != made


def without(
    portal: Edited, monkeypatch: pytest.MonkeyPatch, edit: Callable[[Edited], None], blind: tuple[object, str, object]
) -> Mapping[str, bytes] | None:
    """The tree after an edit, by a program that has something else in one place; without that, it is the clean one."""
    other = Edited(portal.root, portal.memory / "blind")
    with monkeypatch.context() as patch:
        patch.setattr(*blind)
        other.incremental()
        edit(portal)
        made = other.incremental()
    assert portal.clean() == portal.incremental()
    return made


def test_a_template_without_those_below_it_would_be_seen(portal: Edited, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it extends, includes and imports is part of it."""
    sources = Studio._sources  # noqa: SLF001 - what is to be blinded

    def blind(studio: Studio, name: str) -> Mapping[str, str]:
        return {name: sources(studio, name)[name]}

    made = without(portal, monkeypatch, include, (Studio, "_sources", blind))
    assert portal.clean() != made


def test_a_text_without_what_its_links_lead_to_would_be_seen(portal: Edited, monkeypatch: pytest.MonkeyPatch) -> None:
    """They lead to ids, and the addresses of those may change where the text does not."""

    def blind(builder: building._Builder, output: Output) -> Key:
        return Key(builder.code, "prose", "", "", builder.sources.text_digest(output.text))

    made = without(portal, monkeypatch, slug, (building._Builder, "_prose_key", blind))  # noqa: SLF001
    assert portal.clean() != made


def icon(portal: Edited) -> None:
    """Edit the drawing that icons are made of."""
    portal.write("themes/small/assets/icon.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>')


REMEMBERED = (("search", text), ("searched", text), ("index", text), ("catalog", phrase), ("icon-180.png", icon))


@pytest.mark.parametrize(("name", "edit"), REMEMBERED, ids=[name for name, _ in REMEMBERED])
def test_a_result_without_what_it_is_made_of_would_be_seen(
    portal: Edited, monkeypatch: pytest.MonkeyPatch, name: str, edit: Callable[[Edited], None]
) -> None:
    """What is remembered beside the outputs: of the search, of a catalog, of an icon."""
    monkeypatch.setattr("sitegen.render.search.words.Dictionary", Dictionary)
    monkeypatch.setattr("sitegen.render.search.Dictionary", Dictionary)
    portal.replace(SETTINGS, "sections:\n", f"sections:\n{SEARCHED}")
    made = without(portal, monkeypatch, edit, (Workshop, "remembered", blinded(name)))
    assert portal.clean() != made


def blinded(name: str) -> Callable[..., bytes]:
    """`Workshop.remembered`, to which what a result of this name is made of is the same but for its first word."""
    remembered = Workshop.remembered

    def blind(own: Workshop, code: str, recipe: str, inputs: str, make: Callable[[], bytes]) -> bytes:
        first, _, rest = inputs.partition(" ")
        inputs = (first if rest else "") if recipe.partition(":")[0] == name else inputs
        return remembered(own, code, recipe, inputs, make)

    return blind


@pytest.mark.parametrize("blind", [False, True])
def test_a_template_that_was_taken_in_later_is_part_of_those_that_take_it(
    portal: Edited,
    monkeypatch: pytest.MonkeyPatch,
    blind: bool,  # noqa: FBT001
) -> None:
    """Which templates a page is made of is remembered by what they all say; else an edit would go unseen."""
    if blind:
        monkeypatch.setattr(Workshop, "remembered", blinded("closures"))
        portal.memory = portal.memory / "blind"
        portal.incremental()
    portal.write("themes/small/templates/new.html", "<i>one</i>")
    portal.replace(TEMPLATE, "{% block body %}", "{% block body %}{% include 'new.html' %}")
    portal.incremental()
    portal.write("themes/small/templates/new.html", "<i>two</i>")
    made = portal.incremental()
    monkeypatch.undo()
    assert blind == (portal.clean() != made)


def test_another_version_of_a_library_is_another_program(tmp_path: Path) -> None:
    """Of each that makes outputs; not of one that only tests."""
    asked = ((), *((name,) for name in LIBRARIES), ("pytest",))
    started = [
        subprocess.Popen([sys.executable, "-c", PROGRAM, tmp_path, *names], cwd=ROOT, stdout=subprocess.PIPE)
        for names in asked
    ]
    first, *others, last = (process.communicate(timeout=60)[0] for process in started)
    assert len({first, *others}) == len(LIBRARIES) + 1
    assert first == last


def test_another_zlib_is_another_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """It comes with the system and packs pictures, each version in its own way."""
    before = code_parts.__wrapped__()
    monkeypatch.setattr("zlib.ZLIB_RUNTIME_VERSION", "0")
    assert before != code_parts.__wrapped__()


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


def test_records_without_what_they_are_read_from_would_be_seen(portal: Edited, monkeypatch: pytest.MonkeyPatch) -> None:
    """An edit of the content is an edit of the records."""
    with monkeypatch.context() as patch:
        patch.setattr(scan.Scan, "records", "")
        portal.memory = portal.memory / "x"
        portal.incremental()
        title(portal)
        made = portal.incremental()
    assert portal.clean() != made


def test_documents_without_their_texts_would_be_seen(portal: Edited, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is remembered by all that stands in it: of a title that is left out, the former one would be shown."""

    def blind(content: bytes) -> str:
        return digest(content.replace(b"'The old lighthouse'", b"'The lighthouse'"))

    made = without(portal, monkeypatch, title, (content, "digest", blind))
    assert portal.clean() != made


PLANS: tuple[tuple[Callable[..., tuple[Any, ...]], Callable[[Edited], None]], ...] = (
    (lambda own, _, language, catalog, asked: (own, "", language, catalog, asked), title),
    (lambda own, records, language, _, asked: (own, records, language, b"", asked), message),
    (lambda own, records, language, catalog, _: (own, records, language, catalog, Asked()), option),
)


@pytest.mark.parametrize(("blinded", "edit"), PLANS, ids=[edit.__name__ for _, edit in PLANS])
def test_a_part_of_a_plan_without_what_decides_over_it_would_be_seen(
    portal: Edited,
    monkeypatch: pytest.MonkeyPatch,
    blinded: Callable[..., tuple[Any, ...]],
    edit: Callable[[Edited], None],
) -> None:
    """Records, options and the catalog."""
    key = parts._key  # noqa: SLF001 - what is to be blinded
    made = without(portal, monkeypatch, edit, (parts, "_key", lambda *given: key(*blinded(*given))))
    assert portal.clean() != made


def test_a_part_of_a_plan_without_its_language_would_be_seen(portal: Edited, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where two languages have no catalog, nothing else tells their parts apart."""
    key = parts._key  # noqa: SLF001 - what is to be blinded
    monkeypatch.setattr(incremental, "compiled_catalogs", lambda languages, *_: dict.fromkeys(languages, b""))
    whole = portal.clean()
    monkeypatch.setattr(parts, "_key", lambda own, records, _, *rest: key(own, records, "", *rest))
    assert whole
    assert whole != portal.clean()


def test_a_plan_without_its_options_would_be_seen(portal: Edited, monkeypatch: pytest.MonkeyPatch) -> None:
    """A preview is not what is published."""
    option(portal)
    assert portal.clean() == portal.incremental()
    with monkeypatch.context() as patch:
        patch.setattr(Order, "asked", "")
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
