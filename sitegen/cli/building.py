"""The commands that make the site: each takes parsed arguments and a console, and returns an exit code.

What only a portal with faults needs, or a server, is loaded where it is needed.
"""

from __future__ import annotations

import argparse
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from sitegen.cli.console import DONE, FAULTS, MEMORY, Console
from sitegen.cli.progress import summary, table, watching
from sitegen.pipeline.build import Site, Stale
from sitegen.pipeline.folders import made_from
from sitegen.pipeline.incremental import Order
from sitegen.pipeline.incremental import build as build_site
from sitegen.pipeline.tally import Tally
from sitegen.pipeline.workshop import AnotherProgram, Pool
from sitegen.render.theme import ThemeError
from sitegen.source.problems import Message, say
from sitegen.source.report import translate
from sitegen.store.memo import LIMIT, Memo
from sitegen.store.tree import Change, UnsafeOutput, publish

if TYPE_CHECKING:
    from sitegen.pipeline.cluster import Cluster
    from sitegen.pipeline.content import Content
    from sitegen.pipeline.searching import Found


def build(given: argparse.Namespace, console: Console) -> int:
    """Write the site."""
    start, tally = perf_counter(), Tally(watching(console))
    made = _published(given, console, tally)
    if isinstance(made, Message):
        console.fault(made)
        return FAULTS
    if isinstance(made, ThemeError):
        return refuse(made, console)
    if not isinstance(made, Done):
        console.problems(made.problems, made.sources.texts)
        faults = sum(1 for problem in made.problems if not problem.warning)
        console.fault(say("Faults: %(count)s. Nothing was published.", count=faults))
        return FAULTS
    console.say(say("The site is in %(path)s.", path=_out(given)))
    pages = sum(path.endswith(".html") for path in made.site)
    console.say(summary(pages, made.change, perf_counter() - start, tally))
    if given.profile:
        print(table(tally, console), file=console.out)
    if not made.site.base_url and not given.preview:
        console.fault(
            say("No base address is known (--base-url): canonical addresses, alternates and the sitemap are left out.")
        )
    return DONE


def _out(given: argparse.Namespace) -> Path:
    return Path(given.out if given.out is not None else given.root / "public")


def refuse(error: ThemeError, console: Console) -> int:
    """Tell why a look cannot be used. Returns the exit code."""
    console.problems(error.problems, error.texts)
    console.fault(_unusable(error))
    return FAULTS


def _unusable(error: ThemeError) -> Message:
    if error.problems:
        return say("The look “%(name)s” has faults. Nothing was published.", name=error.name)
    return say("The look “%(name)s” cannot be used: it is missing, or extends itself.", name=error.name)


class Done(NamedTuple):
    """A site that was written, and what that changed in the tree."""

    site: Site
    change: Change


def _published(
    given: argparse.Namespace, console: Console, tally: Tally, found: Found | None = None
) -> Done | Content | ThemeError | Message:
    """The site that was written, or the content or look where that has faults, or what else stood in the way.

    found: a search to be taken as it is.
    """
    executor = _executor(given)
    if isinstance(executor, Message):
        return executor
    memo = Memo(given.root / MEMORY, LIMIT if given.cache_size is None else given.cache_size)
    with closing(memo), closing(executor) as pool:
        base_url, preview = getattr(given, "base_url", None), getattr(given, "preview", False)
        commit = getattr(given, "commit", None) or ""
        order = Order(given.root, base_url, preview, commit, executor=pool, tally=tally, found=found)
        made = _twice(given, order, memo)
        with tally.timed("memory"):
            memo.save()
    if memo.damaged:
        console.fault(say("Remembered results that were damaged, and were made anew: %(count)s.", count=memo.damaged))
    return made


def _executor(given: argparse.Namespace) -> Cluster | Pool | Message:
    """Who does the work, or why nobody can."""
    if getattr(given, "executor", "") != "dask":
        return Pool()
    if not given.scheduler:
        return say("Name the address of Dask's scheduler with --scheduler.")
    from sitegen.pipeline.cluster import Cluster  # noqa: PLC0415 - only where there is one

    try:
        return Cluster(given.scheduler, given.root / MEMORY / "shared")
    except ModuleNotFoundError as error:
        return say("The package %(name)s is missing: install requirements/dask.txt.", name=error.name)
    except (OSError, ValueError) as error:
        return say("The scheduler %(address)s cannot be reached: %(reason)s", address=given.scheduler, reason=error)


def _twice(given: argparse.Namespace, order: Order, memo: Memo) -> Done | Content | ThemeError | Message:
    """By what is remembered; anew where that does not do."""
    with suppress(Stale):
        return _tried(given, order, memo)
    return _tried(given, replace(order, anew=True), memo)


def _tried(given: argparse.Namespace, order: Order, memo: Memo) -> Done | Content | ThemeError | Message:
    try:
        made = build_site(order, memo)
        if not isinstance(made, Site):
            return made
        with order.tally.timed("publish"):
            return Done(made, _write(given, made))
    except ThemeError as error:
        return error
    except AnotherProgram:
        return say("A worker runs another version of the program, of Python or of a library: nothing was published.")
    except UnsafeOutput as error:
        return Message(error.msgid, error.values)
    except OSError as error:
        return say(
            "The site could not be written to %(path)s: %(reason)s", path=_out(given), reason=error.strerror or error
        )


def _write(given: argparse.Namespace, made: Site) -> Change:
    return publish(_out(given), made, keep=(given.root,), apart=made_from(given.root), digests=made.digests)


def serve(given: argparse.Namespace, console: Console) -> int:
    """Show the site and rebuild it on every change."""
    from sitegen.serve import Outcome, Unservable  # noqa: PLC0415 - a build needs no server
    from sitegen.serve import serve as run  # noqa: PLC0415 - likewise

    found: Found | None = None

    def renew(hasty: bool) -> Outcome:  # noqa: FBT001 - as `run` calls it
        nonlocal found
        made = _published(given, console, Tally(), found if hasty else None)
        if isinstance(made, Message):
            return Outcome((translate(made, console.language.gettext),))
        if isinstance(made, Done):
            found = made.site.found
            return Outcome(())
        if isinstance(made, ThemeError):
            heading = translate(_unusable(made), console.language.gettext)
            return Outcome(console.rendered(made.problems, made.texts) or (heading,), heading)
        heading = translate(say("The content has faults: this is the last whole site."), console.language.gettext)
        return Outcome(console.rendered(made.problems, made.sources.texts), heading)

    def announce(address: str) -> None:
        console.say(say("The portal is at %(address)s. Stop with Ctrl+C.", address=address))

    try:
        run(root=given.root, out=_out(given), port=given.port, build=renew, announce=announce)
    except Unservable as error:
        console.fault(error.message)
        return FAULTS
    except ModuleNotFoundError as error:
        console.fault(say("The package %(name)s is missing: run “make serve”.", name=error.name))
        return FAULTS
    return DONE
