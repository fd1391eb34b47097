"""A site that has to be made: whoever does the work is found, and what stands in the way told.

In: an order, the memo and where the site goes. Out: the site on the disk and what that changed there, or the reason why
not. It must not know what a site consists of.
"""

from __future__ import annotations

import argparse
from contextlib import closing, suppress
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from sitegen.cli.console import FAULTS, Console
from sitegen.cli.places import MEMORY, output
from sitegen.pipeline.build import Site, Stale
from sitegen.pipeline.folders import made_from
from sitegen.pipeline.incremental import build
from sitegen.pipeline.order import Order
from sitegen.pipeline.scan import Scan
from sitegen.pipeline.untouched import Result, remember
from sitegen.pipeline.workshop import AnotherProgram, Pool
from sitegen.render.theme import ThemeError
from sitegen.source.problems import Message, say
from sitegen.store.manifest import name_of
from sitegen.store.memo import Memo
from sitegen.store.tree import Change, UnsafeOutput, publish

if TYPE_CHECKING:
    from sitegen.pipeline.cluster import Cluster
    from sitegen.pipeline.content import Content


class Done(NamedTuple):
    """A site that was written, what that changed in the tree, and what the build came to."""

    site: Site
    change: Change
    result: Result


def made(
    given: argparse.Namespace, console: Console, order: Order, memo: Memo, state: Scan | None = None
) -> Done | Content | ThemeError | Message:
    """The site that was written, or the content or look where that has faults, or what else stood in the way.

    state: of the sources, if it is known.
    """
    executor = _executor(given)
    if isinstance(executor, Message):
        return executor
    with closing(executor) as pool:
        found = _twice(given, replace(order, executor=pool), memo, state)
        if isinstance(found, Done) and state:
            remember(order, state, found.result, memo)
        with order.tally.timed("memory"):
            memo.save()
    if memo.damaged:
        console.fault(say("Remembered results that were damaged, and were made anew: %(count)s.", count=memo.damaged))
    return found


def _result(site: Site) -> Result:
    pages = sum(path.endswith(".html") for path in site)
    return Result(name_of(site.digests), pages, len(site), site.base_url)


def failed(found: Content | ThemeError | Message, console: Console) -> int:
    """Tell why nothing was written. Returns the exit code."""
    if isinstance(found, Message):
        console.fault(found)
    elif isinstance(found, ThemeError):
        refuse(found, console)
    else:
        console.problems(found.problems, found.sources.texts)
        faults = sum(1 for problem in found.problems if not problem.warning)
        console.fault(say("Faults: %(count)s. Nothing was published.", count=faults))
    return FAULTS


def refuse(error: ThemeError, console: Console) -> int:
    """Tell why a look cannot be used. Returns the exit code."""
    console.problems(error.problems, error.texts)
    console.fault(unusable(error))
    return FAULTS


def unusable(error: ThemeError) -> Message:
    """A sentence over the faults of a look."""
    if error.problems:
        return say("The look “%(name)s” has faults. Nothing was published.", name=error.name)
    return say("The look “%(name)s” cannot be used: it is missing, or extends itself.", name=error.name)


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


def _twice(
    given: argparse.Namespace, order: Order, memo: Memo, state: Scan | None
) -> Done | Content | ThemeError | Message:
    """By what is remembered; anew where that does not do."""
    with suppress(Stale):
        return _tried(given, order, memo, state)
    return _tried(given, replace(order, anew=True), memo, None)


def _tried(
    given: argparse.Namespace, order: Order, memo: Memo, state: Scan | None
) -> Done | Content | ThemeError | Message:
    try:
        site = build(order, memo, state)
        if not isinstance(site, Site):
            return site
        with order.tally.timed("publish"):
            return Done(site, _write(given, site), _result(site))
    except ThemeError as error:
        return error
    except AnotherProgram:
        return say("A worker runs another version of the program, of Python or of a library: nothing was published.")
    except UnsafeOutput as error:
        return Message(error.msgid, error.values)
    except OSError as error:
        return say(
            "The site could not be written to %(path)s: %(reason)s", path=output(given), reason=error.strerror or error
        )


def _write(given: argparse.Namespace, made: Site) -> Change:
    return publish(output(given), made, keep=(given.root,), apart=made_from(given.root), digests=made.digests)
