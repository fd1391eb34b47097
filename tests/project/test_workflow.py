"""The workflow that checks each change: valid, on the right system, and with no code from elsewhere."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.project.checkout import ROOT

WORKFLOWS = tuple(sorted((ROOT / ".github" / "workflows").glob("*.y*ml")))


def uses(node: object) -> Iterator[str]:
    """Every action that a workflow uses, wherever in it."""
    if isinstance(node, dict):
        yield from (node[key] for key in node if key == "uses")
        for value in node.values():
            yield from uses(value)
    elif isinstance(node, list):
        for item in node:
            yield from uses(item)


def load(workflow: Path) -> dict[Any, Any]:
    """A workflow as data. YAML 1.1 reads the key `on` as True."""
    loaded = yaml.safe_load(workflow.read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_is_valid(workflow: Path) -> None:
    """GitHub would accept it."""
    command = (
        sys.executable,
        "-m",
        "check_jsonschema",
        "--builtin-schema",
        "vendor.github-workflows",
        workflow,
    )
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert 0 == checked.returncode, checked.stdout


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_an_action_is_pinned_by_commit(workflow: Path) -> None:
    """A tag can be moved to other code, a commit cannot."""
    assert [] == [action for action in uses(load(workflow)) if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action)]


def test_an_action_is_found_wherever_it_is_used() -> None:
    """In a step, and as a whole job."""
    assert ["a/b@v1", "c/d@main"] == list(
        uses({"jobs": {"x": {"steps": [{"uses": "a/b@v1"}]}, "y": {"uses": "c/d@main"}}})
    )


def test_every_pull_request_and_main_are_checked() -> None:
    """Lint, audit, tests, site and the content itself, in a container of the system that is developed on."""
    workflow = load(ROOT / ".github" / "workflows" / "portal.yml")
    (job,) = workflow["jobs"].values()
    run = "\n".join(step["run"] for step in job["steps"])
    assert {"pull_request": None, "push": {"branches": ["main"]}} == workflow[True]
    assert {"contents": "read"} == workflow["permissions"]
    assert "debian:12" == job["container"]["image"]
    assert ["check", "check", "lint", "audit", "test", "site"] == re.findall(r"\bmake (\w+)(?= ARGS|\n|$)", run)
    assert 'make check ARGS="--format github"' in run


def test_a_change_is_held_against_the_published_site(tmp_path: Path) -> None:
    """Against that which a repository variable names; without one the step says so and passes."""
    workflow = load(ROOT / ".github" / "workflows" / "portal.yml")
    [step] = (step for step in workflow["jobs"]["portal"]["steps"] if "vars." in str(step))
    [variable] = step["env"]
    assert {variable: "${{ vars." + variable + " }}"} == step["env"]
    make = tmp_path / "make"
    make.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\nexit 1\n', encoding="utf-8")
    make.chmod(0o755)

    def done(address: str) -> tuple[int, str]:
        env = {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}", variable: address}
        ran = subprocess.run(("bash", "-e", "-c", step["run"]), env=env, check=False, capture_output=True, text=True)
        return ran.returncode, ran.stdout

    assert (0, f"The repository variable {variable} is not set: nothing was compared.\n") == done("")
    assert (1, "check\nARGS=--against https://portal.example\n") == done("https://portal.example")
