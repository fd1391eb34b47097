"""A build that remembers makes the same bytes as one that does not."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from sitegen.pipeline import build as building
from sitegen.pipeline import content, incremental, ledger, scan
from sitegen.pipeline.build import Site, Stale
from sitegen.pipeline.key import Key
from sitegen.pipeline.order import Order
from sitegen.pipeline.program import code
from sitegen.source.quick import quick
from sitegen.store.memo import Memo
from tests.pipeline.editing import ABOUT, CATALOG, TEMPLATE, Edited

pytestmark = pytest.mark.usefixtures("once")


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


def test_of_edited_facts_nothing_else_is_parsed(portal: Edited, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a document says is remembered by its text."""
    portal.incremental()
    portal.replace("content/projects/y1.yaml", "'The lighthouse'", "'The old lighthouse'")
    parsed: list[str] = []

    def noted(text: str) -> dict[str, Any] | None:
        parsed.append(text)
        return quick(text)

    with monkeypatch.context() as patch:
        patch.setattr(content, "quick", noted)
        made = portal.incremental()
    assert [portal.path("content/projects/y1.yaml").read_text(encoding="utf-8")] == parsed
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
