"""What is made once for the same is what is made anew, whatever is edited in between."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.once import made_once
from tests.pipeline.editing import Edited, edited
from tests.pipeline.test_any_edits import SEARCHED, SETTINGS, Dictionary
from tests.pipeline.test_key import icon, include, message, phrase, slug, template, text, title, token


def amount(portal: Edited) -> None:
    """Edit a sum of money, which a chart draws."""
    portal.replace("content/projects/y1.yaml", "amount: 1", "amount: 2")


def test_what_is_made_once_is_what_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After one edit of each kind, of everything that was made before it."""
    monkeypatch.setattr("sitegen.render.search.words.Dictionary", Dictionary)
    monkeypatch.setattr("sitegen.render.search.Dictionary", Dictionary)
    portal = edited(tmp_path)
    portal.replace(SETTINGS, "sections:\n", f"sections:\n{SEARCHED}")
    with made_once():
        for edit in (title, amount, text, template, include, token, icon, phrase, message, slug):
            assert portal.clean()
            edit(portal)
        made = portal.clean()
    assert portal.clean() == made
