"""In which language the command line speaks."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sitegen.cli import main
from tests.cli.portals import run
from tests.conftest import ROOT

ENGLISH, SWEDISH, FINNISH = (run(ROOT, "check", lang=code).out.partition(" ")[0] for code in ("en", "sv", "fi"))


def test_the_languages_differ() -> None:
    """The tests below could not tell them apart otherwise."""
    assert 3 == len({ENGLISH, SWEDISH, FINNISH})


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"LANG": "sv_FI.UTF-8"}, SWEDISH),
        ({"LANG": "sv_FI.UTF-8", "LC_MESSAGES": "fi_FI.UTF-8"}, FINNISH),
        ({"LANG": "sv_FI.UTF-8", "LC_ALL": "fi_FI@euro"}, FINNISH),
        ({"LANG": "sv_FI.UTF-8", "LC_ALL": ""}, SWEDISH),
        ({"LANG": "fi"}, FINNISH),
        ({"LANG": "C.UTF-8"}, ENGLISH),
        ({"LANG": "de_DE.UTF-8"}, ENGLISH),
        ({}, ENGLISH),
    ],
)
def test_the_systems_language_is_spoken(
    variables: dict[str, str], expected: str, portal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the variables of the system rank; English where there is no catalog, or nothing is said."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert run(portal, "check", lang=None).out.startswith(f"{expected} ")


def test_lang_overrides_the_system(portal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is asked for is spoken."""
    monkeypatch.setenv("LC_ALL", "sv_FI.UTF-8")
    assert run(portal, "check", lang="fi").out.startswith(f"{FINNISH} ")
    assert run(portal, "check", lang="en").out.startswith(f"{ENGLISH} ")


def test_an_unknown_language_is_wrong_usage(portal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The languages that there are are named."""
    with pytest.raises(SystemExit) as ended:
        run(portal, "check", lang="xx")
    assert 2 == ended.value.code
    assert "'en', 'fi', 'sv'" in capsys.readouterr().err


def test_a_portal_may_bring_catalogs_of_its_own(portal: Path) -> None:
    """A folder of its locale/ is a language of the command line, too."""
    shutil.copytree(ROOT / "locale" / "sv", portal / "locale" / "nn")
    assert run(portal, "check", lang="nn").out.startswith(f"{SWEDISH} ")


def test_help_is_in_the_callers_language(capsys: pytest.CaptureFixture[str]) -> None:
    """What the commands do is said in the language that messages are shown in."""
    helps = {}
    for code in ("en", "sv", "fi"):
        with pytest.raises(SystemExit) as ended:
            main(["build", "--lang", code, "--help"])
        assert 0 == ended.value.code
        helps[code] = capsys.readouterr().out
    assert "Write the site." in helps["en"]
    assert 3 == len(set(helps.values()))
