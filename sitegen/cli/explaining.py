"""The command that tells why a file was made anew in the last build, or was not.

In: parsed arguments and a console. Out: words and an exit code. The first line tells all that one needs as a rule;
what else has changed follows, a part a line.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from urllib.parse import unquote, urlsplit

from sitegen.cli.console import DONE, FAULTS, Console
from sitegen.cli.places import MEMORY
from sitegen.language.marks import N_
from sitegen.pipeline.account import FILE
from sitegen.pipeline.explanation import Difference, Explanation, Outcome, explain
from sitegen.source.problems import Message, say
from sitegen.store.memo import Memo

MOST = 6
"""Parts that are told at most."""
WIDEST = 60
"""Characters of a value that are shown."""
BEFORE = 20
"""Characters before the first one that differs."""
OUTCOMES: Mapping[Outcome, str] = {
    Outcome.FIRST: N_("%(path)s was made for the first time."),
    Outcome.GONE: N_("%(path)s is not made any more."),
    Outcome.KEPT: N_("%(path)s was not made anew: nothing that it is made of had changed."),
    Outcome.ANEW: N_("%(path)s was made anew: %(why)s"),
    Outcome.REMEMBERED: N_("%(path)s was taken from what an earlier build had made: %(why)s"),
}
KINDS: Mapping[str, str] = {
    "asset": N_("the asset %(name)s"),
    "catalog": N_("the catalog %(name)s"),
    "code": N_("the file %(name)s of the program"),
    "colour": N_("the colour %(name)s of the look"),
    "file": N_("the file %(name)s of the look"),
    "inputs": N_("the look or the catalog"),
    "library": N_("the version of %(name)s"),
    "message": N_("the message “%(name)s” of the catalog"),
    "more-contrast": N_("the colour %(name)s for more contrast"),
    "recipe": N_("the recipe"),
    "search": N_("the index of the search"),
    "template": N_("the template %(name)s"),
    "text": N_("its text"),
    "token": N_("the token %(name)s of the look"),
    "view": "%(name)s",
}


def why(given: argparse.Namespace, console: Console) -> int:
    """Tell why a file was made anew in the last build, or was not."""
    path = _in_tree(given.path, given.root / "public")
    if path == FILE:
        console.say(say("%(path)s holds the digest of every other file: it changes with each of them.", path=path))
        return DONE
    with closing(Memo(given.root / MEMORY)) as memo:
        found = explain(memo, path) or explain(memo, f"{path}/index.html")
    if found is None:
        console.fault(say("No build that is remembered here has made %(path)s.", path=_shown(path)))
        return FAULTS
    if found.quiet:
        console.say(say("Nothing has changed in the last build. In the one before that changed anything:"))
    _tell(console, found)
    return DONE


def _in_tree(path: str, out: Path) -> str:
    """The path in the tree of an address of a page, a path in `out`, or a path in the tree."""
    if (place := Path(path)).resolve().is_relative_to(out.resolve()):
        found = place.resolve().relative_to(out.resolve()).as_posix()
    else:
        found = unquote(urlsplit(path).path).lstrip("/")
    return f"{found}index.html" if not found or found.endswith("/") else found


def _tell(console: Console, found: Explanation) -> None:
    [first, *more] = found.why or (None,)
    console.say(Message(OUTCOMES[found.outcome], {"path": found.path, "why": first and _words(first)}))
    for each in more[: MOST - 1]:
        console.say(say("  also: %(why)s", why=_words(each)))
    if len(more) >= MOST:
        console.say(say("  and more: %(count)s", count=len(more) - MOST + 1))


def _words(one: Difference) -> Message:
    part = Message(KINDS[one.kind], {"name": _shown(one.name)})
    if not one.said:
        return say("%(part)s has changed.", part=part)
    before, now = _beside(one.before, one.now)
    if one.before is None:
        return say("%(part)s is new: %(now)s", part=part, now=now)
    if one.now is None:
        return say("%(part)s is gone: %(before)s", part=part, before=before)
    return say("%(part)s was %(before)s, is %(now)s", part=part, before=before, now=now)


def _beside(before: object, now: object) -> tuple[str, str]:
    """Both values on one line, from shortly before where they differ."""
    one, other = (json.dumps(each, ensure_ascii=False) for each in (before, now))
    same = next((at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), 0)
    start = same - BEFORE if same > WIDEST - BEFORE else 0
    return _cut(one, start), _cut(other, start)


def _cut(text: str, start: int) -> str:
    end = start + WIDEST
    return ("…" if start else "") + _shown(text[start:end]) + ("…" if end < len(text) else "")


def _shown(text: str) -> str:
    """Nothing that could steer a terminal."""
    return "".join(each if each.isprintable() else "\ufffd" for each in text)
