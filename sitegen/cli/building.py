"""The command that makes the site.

In: parsed arguments and a console. Out: an exit code. Where nothing has changed since the last build, nothing is loaded
but what sees that.
"""

from __future__ import annotations

import argparse
from contextlib import closing, suppress
from time import perf_counter

from sitegen.cli.console import DONE, Console
from sitegen.cli.places import memory, output
from sitegen.cli.progress import summary, table, watching
from sitegen.pipeline.order import Order
from sitegen.pipeline.program import code
from sitegen.pipeline.scan import Scan, scan
from sitegen.pipeline.tally import Tally
from sitegen.pipeline.untouched import Result, untouched
from sitegen.source.problems import say
from sitegen.store.memo import Memo
from sitegen.store.tree import Change, UnsafeOutput


def build(given: argparse.Namespace, console: Console) -> int:
    """Write the site."""
    start, tally = perf_counter(), Tally(watching(console))
    order = Order(given.root, given.base_url, given.preview, given.commit or "", tally=tally)
    with closing(memory(given)) as memo:
        with tally.timed("scan"):
            state = scan(given.root, memo, code())
        last, change = _untouched(given, order, state, memo), Change((), (), ())
        if last is None:
            from sitegen.cli.making import Done, failed, made  # noqa: PLC0415 - only where something has changed

            done = made(given, console, order, memo, state)
            if not isinstance(done, Done):
                return failed(done, console)
            last, change = done.result, done.change
    console.say(say("The site is in %(path)s.", path=output(given)))
    console.say(summary(last.pages, change, perf_counter() - start, tally))
    if given.profile:
        print(table(tally, console), file=console.out)
    if not last.base_url and not given.preview:
        console.fault(
            say("No base address is known (--base-url): canonical addresses, alternates and the sitemap are left out.")
        )
    return DONE


def _untouched(given: argparse.Namespace, order: Order, state: Scan, memo: Memo) -> Result | None:
    """What stands in the way of an output is told by whoever has something to write there."""
    with order.tally.timed("compare"), suppress(UnsafeOutput, OSError):
        return untouched(order, state, output(given), memo, keep=(given.root,))
    return None
