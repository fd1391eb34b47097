"""The publisher's settings: which command builds what, and for whom."""

from __future__ import annotations

import json
import os
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.project.checkout import ROOT

SETTINGS: dict[str, Any] = tomllib.loads((ROOT / "netlify.toml").read_text(encoding="utf-8"))
PREVIEWS = {
    "anything else": SETTINGS["build"],
    "deploy-preview": SETTINGS["context"]["deploy-preview"],
    "branch-deploy": SETTINGS["context"]["branch-deploy"],
}


def arguments(command: str, folder: Path, status: int = 0, **given: str) -> list[str]:
    """The arguments with which a build command calls make. status: of make. given: variables of the environment."""
    make = folder / "make"
    make.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@"\nexit {status}\n', encoding="utf-8")
    make.chmod(0o755)
    env = {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}", "URL": "https://portal.example", **given}
    done = subprocess.run(("sh", "-c", command), env=env, check=True, capture_output=True, text=True)
    return done.stdout.splitlines()


def test_the_site_is_published_as_built() -> None:
    """From public/, by the Python that the locks were made with, and not worked over afterwards."""
    assert "public" == SETTINGS["build"]["publish"]
    assert "3.11" == SETTINGS["build"]["environment"]["PYTHON_VERSION"]
    assert {"skip_processing": True} == SETTINGS["build"]["processing"]


def test_no_tool_of_npm_is_installed_where_the_site_is_published() -> None:
    """Whatever npm's list names is for development, and the publisher is told to leave that out."""
    listed = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    assert "--omit=dev" == SETTINGS["build"]["environment"]["NPM_FLAGS"]
    assert {"private", "description", "devDependencies"} == listed.keys()


def test_production_knows_its_address(tmp_path: Path) -> None:
    """The site's address comes from the publisher, not from the content."""
    command = SETTINGS["context"]["production"]["command"]
    assert ["site", "ARGS=--base-url https://portal.example "] == arguments(command, tmp_path)[2:]
    told = arguments(command, tmp_path, COMMIT_REF="c0ffee")[2:]
    assert ["site", "ARGS=--base-url https://portal.example --commit c0ffee"] == told


def test_production_is_held_against_what_is_published(tmp_path: Path) -> None:
    """First; and nothing is built where that finds a fault."""
    command = SETTINGS["context"]["production"]["command"]
    assert ["check", "ARGS=--against https://portal.example"] == arguments(command, tmp_path)[:2]
    with pytest.raises(subprocess.CalledProcessError) as failed:
        arguments(command, tmp_path, status=1)
    assert ["check", "ARGS=--against https://portal.example"] == failed.value.stdout.splitlines()


@pytest.mark.parametrize("context", PREVIEWS)
def test_whatever_is_not_production_is_a_preview(context: str, tmp_path: Path) -> None:
    """A preview is not to be found by search engines, and knows no address of its own."""
    command = PREVIEWS[context]["command"]
    assert ["site", "ARGS=--preview "] == arguments(command, tmp_path)
    assert ["site", "ARGS=--preview --commit c0ffee"] == arguments(command, tmp_path, COMMIT_REF="c0ffee")


def test_headers_and_redirects_are_left_to_the_build() -> None:
    """Two places would contradict each other."""
    assert {"build", "context"} == SETTINGS.keys()
