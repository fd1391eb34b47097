"""What `check` says of each sort of fault, word for word, in every language that it speaks.

A case is a folder of tests/cases/check/ that is laid over the faultless portal in base/: files under content/,
names of removed files in removed.txt, and the exact output as expected.<language>.txt. With UPDATE_GOLDEN=1 the
outputs are written anew: read the difference as an editor would before it is kept.
"""

from __future__ import annotations

import io
import os
import shutil
from pathlib import Path

import pytest

from sitegen import pipeline
from sitegen.cli import main
from sitegen.language.catalogs import catalog_languages
from sitegen.language.language import language
from sitegen.source.report import translate
from tests.conftest import ROOT

CASES = ROOT / "tests" / "cases" / "check"
BASE = CASES / "base"
NAMES = sorted(path.name for path in CASES.iterdir() if path.is_dir() and path != BASE)
FOLDERS = (ROOT / "locale",)
LANGUAGES = catalog_languages(FOLDERS)
GETTEXT = {code: language(code, FOLDERS).messages.gettext for code in LANGUAGES}
WARNED_ONLY = {
    *("preview-that-differs", "preview-with-small-pictures"),
    *("departs-from-the-style", "still-to-be-written", "translated-here", "what-only-the-publisher-can-say"),
    *("date-after-its-document", "date-far-from-the-programme", "sum-in-thousandths", "same-text-in-two-languages"),
    *(
        "remark-behind-a-text",
        "number-in-thousandths",
        "plain-space-in-a-number",
        "hyphen-for-a-dash",
        "straight-quotation-marks",
    ),
}


def laid_over(case: Path, root: Path) -> Path:
    """The base portal with the case's files in their places."""
    shutil.copytree(BASE, root)
    if (case / "content").is_dir():
        shutil.copytree(case / "content", root / "content", dirs_exist_ok=True)
    if (case / "removed.txt").is_file():
        for name in (case / "removed.txt").read_text(encoding="utf-8").split():
            (root / name).unlink()
    return root


def said(root: Path, code: str) -> tuple[int, str]:
    """Exit code and all that `check` says in a language."""
    words = io.StringIO()
    status = main(["check", "--root", str(root), "--lang", code], out=words, err=words)
    return status, words.getvalue()


def test_the_base_has_no_fault(tmp_path: Path) -> None:
    """Without a case over it the portal is faultless, written in style, and nothing is unset."""
    root = laid_over(BASE / "none", tmp_path / "portal")
    assert (0, "Faults: 0. Warnings: 0.\n") == said(root, "en")


@pytest.mark.parametrize("name", NAMES)
def test_a_fault_is_told_in_every_language(name: str, tmp_path: Path) -> None:
    """The output of a case is, letter by letter, what its folder expects."""
    root = laid_over(CASES / name, tmp_path / "portal")
    for code in LANGUAGES:
        expected = CASES / name / f"expected.{code}.txt"
        status, text = said(root, code)
        if os.environ.get("UPDATE_GOLDEN") == "1":
            expected.write_text(text, encoding="utf-8")
        assert expected.read_text(encoding="utf-8") == text
        assert (name not in WARNED_ONLY) == status


@pytest.mark.parametrize("name", NAMES)
def test_one_fault_is_one_problem(name: str, tmp_path: Path) -> None:
    """A case with one thing wrong is told of once; only the case of many has several."""
    content = pipeline.read(laid_over(CASES / name, tmp_path / "portal"))
    faults = [problem for problem in content.problems if not problem.warning]
    expected = {"many-faults-at-once": 8, "link-to-no-page-beside-another-fault": 2}
    expected |= {"anchor-and-alias": 2, "prose-without-record": 2, "section-twice": 2}
    expected |= dict.fromkeys(WARNED_ONLY, 0)
    assert expected.get(name, 1) == len(faults), [translate(fault.message, str) for fault in faults]


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_left_in_english(name: str, code: str, tmp_path: Path) -> None:
    """Every sentence that a case brings out is in the catalog, and every placeholder is filled."""
    content = pipeline.read(laid_over(CASES / name, tmp_path / "portal"))
    spoken = GETTEXT[code]
    sentences = [each for problem in content.problems for each in (problem.message, problem.hint) if each]
    assert [] == [sentence.msgid for sentence in sentences if spoken(sentence.msgid) == sentence.msgid]
    assert not any("%(" in translate(sentence, spoken) for sentence in sentences)
