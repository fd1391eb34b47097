"""The commands: each takes parsed arguments and a console, and returns an exit code."""

from __future__ import annotations

import argparse
import json
import locale
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from babel.messages.pofile import PoFileError

from sitegen import pipeline
from sitegen.cli.arguments import early, parser
from sitegen.cli.new import new_files
from sitegen.cli.vanished import vanished
from sitegen.language.catalogs import MESSAGE_LANGUAGE, catalog_languages
from sitegen.language.language import Language, language
from sitegen.model.fields import ID_PATTERN
from sitegen.model.kinds import FACTS, PROSE
from sitegen.model.schema import schema
from sitegen.model.style import canonical_texts, departures
from sitegen.model.unset import OPEN, notices
from sitegen.render.theme import ThemeError
from sitegen.serve import Outcome, Unservable, serve
from sitegen.source.problems import Message, Problem, say
from sitegen.source.report import annotation, render, sort_problems, translate
from sitegen.store.tree import UnsafeOutput, publish

DONE, FAULTS, USAGE = 0, 1, 2


MEMORY = ".cache"
"""Below the portal's root: what builds remember, and can find out anew."""


@dataclass(frozen=True)
class Console:
    """Where words go and in which language."""

    language: Language
    out: TextIO
    err: TextIO

    def say(self, message: Message) -> None:
        """A sentence for whoever called."""
        print(translate(message, self.language.messages.gettext), file=self.out)

    def fault(self, message: Message) -> None:
        """A sentence on what stands in the way."""
        print(translate(message, self.language.messages.gettext), file=self.err)

    def problems(self, problems: tuple[Problem, ...], texts: Mapping[str, str]) -> None:
        """Every problem with its line."""
        for text in self.rendered(problems, texts):
            print(text, file=self.err)

    def rendered(self, problems: tuple[Problem, ...], texts: Mapping[str, str]) -> tuple[str, ...]:
        """Every problem in words, sorted."""
        gettext = self.language.messages.gettext
        return tuple(render(problem, texts.get(problem.path), gettext) for problem in sort_problems(problems))


def main(arguments: list[str], *, out: TextIO | None = None, err: TextIO | None = None) -> int:
    """Run one command. Returns the exit code; wrong usage raises SystemExit(2)."""
    first = _early(arguments)
    folders = pipeline.catalogs(first.root)
    known = catalog_languages(folders)
    spoken = language(first.lang if first.lang in known else _system_language(known), folders)
    given = parser(known, spoken).parse_args(arguments)
    console = Console(spoken, out or sys.stdout, err or sys.stderr)
    if not (given.root / "content").is_dir():
        console.fault(say("%(path)s has no folder “content”: name the project's folder with --root.", path=given.root))
        return USAGE
    try:
        return COMMANDS[given.command](given, console)
    except PoFileError as error:
        console.fault(say("A message catalog cannot be read: %(reason)s", reason=error))
        return FAULTS


def _early(arguments: list[str]) -> argparse.Namespace:
    """Root and language; where they are given wrongly, the defaults, with which that will be said."""
    try:
        return early().parse_known_args(arguments)[0]
    except argparse.ArgumentError:
        return early().parse_args([])


def _system_language(known: tuple[str, ...]) -> str:
    """The system's language where messages are translated into it, else that of the message ids."""
    wanted = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    code = locale.normalize(wanted).partition("_")[0].lower()
    return code if code in known else MESSAGE_LANGUAGE


def _build(given: argparse.Namespace, console: Console) -> int:
    content = pipeline.read(given.root)
    if content.checked.portal is None:
        console.problems(content.problems, content.sources.texts)
        return _refuse(console, content)
    problem = _publish(given, content)
    if problem:
        console.fault(problem)
        return FAULTS
    out = _out(given)
    console.say(say("The site is in %(path)s.", path=out))
    if not (given.base_url or content.checked.portal.settings.base_url) and not given.preview:
        console.fault(
            say("No base address is known (--base-url): canonical addresses, alternates and the sitemap are left out.")
        )
    return DONE


def _out(given: argparse.Namespace) -> Path:
    return Path(given.out if given.out is not None else given.root / "public")


def _refuse(console: Console, content: pipeline.Content) -> int:
    faults = sum(1 for problem in content.problems if not problem.warning)
    console.fault(say("Faults: %(count)s. Nothing was published.", count=faults))
    return FAULTS


def _publish(given: argparse.Namespace, content: pipeline.Content) -> Message | None:
    """Write the tree of a faultless portal. Returns what stood in the way, if anything."""
    portal = content.checked.portal
    assert portal is not None  # noqa: S101 - the callers have looked
    base_url, preview = getattr(given, "base_url", None), getattr(given, "preview", False)
    try:
        files = pipeline.tree(portal, given.root, base_url=base_url, preview=preview, memory=given.root / MEMORY)
        publish(_out(given), files, keep=(given.root,), apart=pipeline.made_from(given.root))
    except ThemeError as error:
        return say("The look “%(name)s” cannot be used: it is missing or its theme.yaml has faults.", name=error.name)
    except UnsafeOutput as error:
        return Message(error.msgid, error.values)
    except OSError as error:
        return say(
            "The site could not be written to %(path)s: %(reason)s", path=_out(given), reason=error.strerror or error
        )
    return None


def _check(given: argparse.Namespace, console: Console) -> int:
    content = pipeline.read(given.root)
    portal, texts = content.checked.portal, content.sources.texts
    problems = (*content.problems, *departures(content.sources, content.checked.languages))
    if portal is not None:
        problems = (*problems, *notices(portal, content.sources))
        if given.against:
            problems = (*problems, *vanished(given.against, portal))
    if given.format == "github":
        _annotate(given, problems, content, console)
    else:
        console.problems(problems, texts)
    faults = sum(1 for problem in problems if not problem.warning)
    warnings = len(problems) - faults
    console.say(say("Faults: %(faults)s. Warnings: %(warnings)s.", faults=faults, warnings=warnings))
    return FAULTS if faults else DONE


def _annotate(
    given: argparse.Namespace, problems: tuple[Problem, ...], content: pipeline.Content, console: Console
) -> None:
    """Problems as annotations, in the portal's first language unless another was asked for."""
    first = content.checked.languages[0] if content.checked.languages and given.lang is None else console.language.code
    gettext = language(first, pipeline.catalogs(given.root)).messages.gettext
    for problem in sort_problems(problems):
        print(annotation(problem, gettext), file=console.out)


def _serve(given: argparse.Namespace, console: Console) -> int:
    def build() -> Outcome:
        content = pipeline.read(given.root)
        if content.checked.portal is None:
            heading = translate(say("The content has faults: this is the last whole site."), console.language.gettext)
            return Outcome(console.rendered(content.problems, content.sources.texts), heading)
        problem = _publish(given, content)
        return Outcome((translate(problem, console.language.gettext),) if problem else ())

    def announce(address: str) -> None:
        console.say(say("The portal is at %(address)s. Stop with Ctrl+C.", address=address))

    try:
        serve(root=given.root, out=_out(given), port=given.port, build=build, announce=announce)
    except Unservable as error:
        console.fault(error.message)
        return FAULTS
    except ModuleNotFoundError as error:
        console.fault(say("The package %(name)s is missing: run “make serve”.", name=error.name))
        return FAULTS
    return DONE


def _new(given: argparse.Namespace, console: Console) -> int:
    content = pipeline.read(given.root)
    if not ID_PATTERN.fullmatch(given.id):
        console.fault(say("“%(value)s” cannot be an id: write lowercase letters, digits and hyphens.", value=given.id))
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


def _format(given: argparse.Namespace, console: Console) -> int:
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
    faulty = tuple(problem for problem in content.problems if not wanted or problem.path in wanted)
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


def _schema(given: argparse.Namespace, console: Console) -> int:
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


COMMANDS: Mapping[str, Callable[[argparse.Namespace, Console], int]] = {
    "build": _build,
    "check": _check,
    "serve": _serve,
    "new": _new,
    "format": _format,
    "schema": _schema,
}
