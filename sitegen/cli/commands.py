"""The commands that look at the records: each takes parsed arguments and a console, and returns an exit code."""

from __future__ import annotations

import argparse
import json
from functools import partial
from pathlib import Path

from sitegen import pipeline
from sitegen.cli.console import DONE, FAULTS, USAGE, Console
from sitegen.cli.new import new_files
from sitegen.cli.places import MEMORY
from sitegen.cli.previewing import previewed
from sitegen.cli.vanished import vanished
from sitegen.language.language import language
from sitegen.model.doubts import doubts
from sitegen.model.fields import ID_PATTERN, RESERVED
from sitegen.model.kinds import FACTS, PROSE
from sitegen.model.portal import Portal
from sitegen.model.schema import schema
from sitegen.model.style import canonical_texts, comments, departures
from sitegen.model.typography import typography
from sitegen.model.unset import OPEN, notices
from sitegen.render.theme import ThemeError
from sitegen.source.problems import Problem, say
from sitegen.source.report import annotation, sort_problems

LOOKS = (notices, doubts, typography)
"""What looks at a portal without a fault, and only warns."""


def check(given: argparse.Namespace, console: Console) -> int:
    """Report every fault in the content."""
    content = pipeline.read(given.root)
    portal, texts = content.checked.portal, content.sources.texts
    problems = (*content.problems, *departures(content.sources, content.checked.languages))
    if portal is not None:
        looked = (each for look in LOOKS for each in look(portal, content.sources))
        problems = (*problems, *looked, *previewed(content.sources))
        if given.against:
            problems = (*problems, *_vanished(given, portal))
    if given.format == "github":
        _annotate(given, problems, content, console)
    else:
        console.problems(problems, texts)
    faults = sum(1 for problem in problems if not problem.warning)
    warnings = len(problems) - faults
    console.say(say("Faults: %(faults)s. Warnings: %(warnings)s.", faults=faults, warnings=warnings))
    return FAULTS if faults else DONE


def _vanished(given: argparse.Namespace, portal: Portal) -> tuple[Problem, ...]:
    tree = partial(pipeline.tree, portal, given.root, memory=given.root / MEMORY)
    try:
        return tuple(vanished(given.against, portal, tree))
    except ThemeError as error:
        return error.problems


def _annotate(
    given: argparse.Namespace, problems: tuple[Problem, ...], content: pipeline.Content, console: Console
) -> None:
    """Problems as annotations, in the portal's first language unless another was asked for."""
    first = content.checked.languages[0] if content.checked.languages and given.lang is None else console.language.code
    gettext = language(first, pipeline.catalogs(given.root)).messages.gettext
    for problem in sort_problems(problems):
        print(annotation(problem, gettext), file=console.out)


def new(given: argparse.Namespace, console: Console) -> int:
    """Write the files of a new record."""
    content = pipeline.read(given.root)
    if not ID_PATTERN.fullmatch(given.id):
        console.fault(say("“%(value)s” cannot be an id: write lowercase letters, digits and hyphens.", value=given.id))
        return USAGE
    if RESERVED.fullmatch(given.id):
        console.fault(say("“%(value)s” cannot be used here: Windows keeps the name for a device.", value=given.id))
        return USAGE
    files, problem = new_files(given.kind, given.id, content.checked, given.root, prose=given.prose)
    if problem:
        console.fault(problem)
        return FAULTS
    for path, text in files.items():
        (given.root / path).parent.mkdir(parents=True, exist_ok=True)
        with (given.root / path).open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        console.say(say("Written: %(path)s", path=path))
    console.say(
        say("Write what is marked with “%(open)s”, correct the rest, and run “build.py check”.", open=OPEN),
    )
    return DONE


def write_canonical(given: argparse.Namespace, console: Console) -> int:
    """Write the content in its canonical style."""
    content = pipeline.read(given.root)
    wanted = {_of_content(given.root, Path(path)) for path in given.paths}
    if unknown := sorted(path for path in wanted if path not in content.sources.texts):
        for path in unknown:
            console.fault(say("%(path)s is not a file of the content.", path=path))
        return USAGE
    for path, text in canonical_texts(content.sources, content.checked.languages).items():
        if (not wanted or path in wanted) and text != content.sources.texts[path]:
            _replace(given.root / path, text)
            console.say(say("Formatted: %(path)s", path=path))
    told = (*content.problems, *comments(content.sources))
    faulty = tuple(problem for problem in told if not wanted or problem.path in wanted)
    console.problems(faulty, content.sources.texts)
    return FAULTS if faulty else DONE


def _of_content(root: Path, path: Path) -> str:
    """A path as the content knows it, whether it was given from the root or from where the caller stands."""
    known = next((each for each in (root / path, path) if each.exists()), root / path).resolve()
    return known.relative_to(root.resolve()).as_posix() if known.is_relative_to(root.resolve()) else str(path)


def _replace(path: Path, text: str) -> None:
    """Write the file whole or not at all."""
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(text, encoding="utf-8", newline="\n")
    beside.replace(path)


def write_schemas(given: argparse.Namespace, console: Console) -> int:
    """Write a JSON Schema for each kind of file."""
    content = pipeline.read(given.root)
    gettext = console.language.messages.gettext
    schemas = {
        f"{kind.name}{'-prose' if kind in PROSE else ''}": schema(kind, content.checked.languages, gettext)
        for kind in (*FACTS, *PROSE)
    }
    if given.out is None:
        print(json.dumps(schemas, ensure_ascii=False, indent=2), file=console.out)
        return DONE
    given.out.mkdir(parents=True, exist_ok=True)
    for name, written in schemas.items():
        path = given.out / f"{name}.schema.json"
        path.write_text(json.dumps(written, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        console.say(say("Written: %(path)s", path=path))
    return DONE
