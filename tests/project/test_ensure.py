"""What make does where a program of the system is missing: install it, or say in one sentence what to do."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.project.checkout import ROOT
from tests.project.programs import calls, environment, stand_in

ENSURE = ROOT / ".ci" / "ensure"
WHAT = {
    "python": ("Python 3.11 or newer", "python3-venv", "PYTHON=…"),
    "chromium": ("Chromium is missing", "chromium", "CHROMIUM=…"),
    "java": ("Java is missing", "default-jre-headless", "JAVA=…"),
}


class Machine:
    """A machine of stand-ins: a system, a user, and a package manager that may bring the program."""

    def __init__(self, folder: Path, *, system: str, uid: int, apt_works: bool = True) -> None:
        self.folder = folder
        self.program = folder / "program"
        self.release = folder / "os-release"
        self.release.write_text(f"NAME=x\nID={system}\n", encoding="utf-8")
        brings = f'printf "#!/bin/sh\\n" > "{self.program}"; chmod +x "{self.program}"'
        stand_in(folder, "id", f"echo {uid}")
        stand_in(folder, "apt-get", f'case "$*" in *install*) {brings} ;; esac' if apt_works else "exit 100")

    def ensure(self, what: str) -> subprocess.CompletedProcess[str]:
        """Run the script for a program that stands where the stand-in would bring it."""
        env = environment(self.folder, OS_RELEASE=str(self.release))
        return subprocess.run(
            (ENSURE, what, self.program), env=env, capture_output=True, text=True, check=False, timeout=30
        )

    def installed(self) -> list[str]:
        """The packages that apt-get was asked for."""
        asked = [call.split() for call in calls(self.folder) if call.startswith("apt-get") and "install" in call]
        return [word for words in asked for word in words[2:] if not word.startswith("-") and word != "install"]


@pytest.mark.parametrize("what", WHAT)
@pytest.mark.parametrize(("system", "uid"), [("debian", 1000), ("fedora", 0), ("ubuntu", 0)])
def test_elsewhere_one_sentence_says_what_to_install(what: str, system: str, uid: int, tmp_path: Path) -> None:
    """An unprivileged user on Debian, and anybody on another system: nothing is tried, the exit code is 1."""
    machine = Machine(tmp_path, system=system, uid=uid)
    done = machine.ensure(what)
    assert (1, "") == (done.returncode, done.stdout)
    assert 1 == len(done.stderr.splitlines())
    assert all(words in done.stderr for words in WHAT[what])
    assert [] == machine.installed()


@pytest.mark.parametrize("what", WHAT)
def test_root_on_debian_gets_it_installed(what: str, tmp_path: Path) -> None:
    """The package lists are brought up to date first: a new container has none."""
    machine = Machine(tmp_path, system="debian", uid=0)
    done = machine.ensure(what)
    assert (0, "") == (done.returncode, done.stderr)
    assert WHAT[what][1] == machine.installed()[0]
    assert "apt-get -qq update" == calls(tmp_path)[1]


@pytest.mark.parametrize("what", WHAT)
def test_an_installation_that_fails_says_the_sentence_too(what: str, tmp_path: Path) -> None:
    """Root without a network is no better off than anybody else."""
    done = Machine(tmp_path, system="debian", uid=0, apt_works=False).ensure(what)
    assert 1 == done.returncode
    assert WHAT[what][0] in done.stderr.splitlines()[-1]


@pytest.mark.parametrize("what", WHAT)
def test_what_is_there_is_left_alone(what: str, tmp_path: Path) -> None:
    """Nothing is said and nobody is asked who they are."""
    machine = Machine(tmp_path, system="debian", uid=0)
    stand_in(tmp_path, "program", "exit 0")
    done = machine.ensure(what)
    assert (0, "", "") == (done.returncode, done.stdout, done.stderr)
    assert [] == [call for call in calls(tmp_path) if not call.startswith("program")]


def test_make_stops_with_the_sentence(tmp_path: Path) -> None:
    """The first thing that `make site` needs is Python; without it no environment is begun."""
    machine = Machine(tmp_path, system="debian", uid=1000)
    env = environment(tmp_path, OS_RELEASE=str(machine.release))
    command = ("make", "site", f"PYTHON={machine.program}", f"VENV={tmp_path / 'venv'}")
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    sentence, stop = done.stderr.splitlines()
    assert WHAT["python"][0] in sentence
    assert "Error 1" in stop
    assert not (tmp_path / "venv").exists()
