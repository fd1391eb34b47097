"""The command that shows the site on this machine and makes it anew whenever somebody edits.

In: parsed arguments and a console. Out: an exit code. It must not know how a site is made.
"""

from __future__ import annotations

import argparse
from contextlib import closing
from typing import TYPE_CHECKING

from sitegen.cli.console import DONE, FAULTS, Console
from sitegen.cli.making import Done, made, unusable
from sitegen.cli.places import memory, output
from sitegen.pipeline.order import Order
from sitegen.render.theme import ThemeError
from sitegen.serve import Outcome, Unservable
from sitegen.serve import serve as run
from sitegen.source.problems import Message, say
from sitegen.source.report import translate

if TYPE_CHECKING:
    from sitegen.pipeline.searching import Found


def serve(given: argparse.Namespace, console: Console) -> int:
    """Show the site and rebuild it on every change."""
    found: Found | None = None

    def renew(hasty: bool) -> Outcome:  # noqa: FBT001 - as `run` calls it
        nonlocal found
        with closing(memory(given)) as memo:
            done = made(given, console, Order(given.root, found=found if hasty else None), memo)
        if isinstance(done, Message):
            return Outcome((translate(done, console.language.gettext),))
        if isinstance(done, Done):
            found = done.site.found
            return Outcome(())
        if isinstance(done, ThemeError):
            heading = translate(unusable(done), console.language.gettext)
            return Outcome(console.rendered(done.problems, done.texts) or (heading,), heading)
        heading = translate(say("The content has faults: this is the last whole site."), console.language.gettext)
        return Outcome(console.rendered(done.problems, done.sources.texts), heading)

    def announce(address: str) -> None:
        console.say(say("The portal is at %(address)s. Stop with Ctrl+C.", address=address))

    try:
        run(root=given.root, out=output(given), port=given.port, build=renew, announce=announce)
    except Unservable as error:
        console.fault(error.message)
        return FAULTS
    except ModuleNotFoundError as error:
        console.fault(say("The package %(name)s is missing: run “make serve”.", name=error.name))
        return FAULTS
    return DONE
