"""The command that proves a site: what is built here from nothing is compared with it, file by file.

In: parsed arguments and a console. Out: words and an exit code. What is built anew stays in memory: nothing is
written, and nothing that earlier builds remember is read.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from sitegen.cli.console import DONE, FAULTS, Console
from sitegen.cli.making import refuse
from sitegen.cli.progress import watching
from sitegen.cli.published import UNREADABLE, at, unreadable
from sitegen.pipeline.account import FILE, Account
from sitegen.pipeline.build import Site
from sitegen.pipeline.content import Content
from sitegen.pipeline.incremental import build
from sitegen.pipeline.order import Order
from sitegen.pipeline.tally import Tally
from sitegen.pipeline.workshop import Pool
from sitegen.render.theme import ThemeError
from sitegen.source.problems import say
from sitegen.store.manifest import Difference, difference
from sitegen.store.memo import Memo


def verify(given: argparse.Namespace, console: Console) -> int:
    """Build from nothing what another build says that it was told to build, and tell every file that differs."""
    place = str(given.root / "public") if given.site is None else given.site
    there = at(place)
    try:
        account = there.account()
    except UNREADABLE as error:
        console.fault(unreadable(error))
        return FAULTS
    try:
        made = _made(given.root, account, Tally(watching(console)))
    except ThemeError as error:
        return refuse(error, console)
    if isinstance(made, Content):
        console.problems(made.problems, made.sources.texts)
        console.fault(say("The content has faults; mend them first (build.py check)."))
        return FAULTS
    try:
        found = difference(made.digests, there.digests(account, made))
    except UNREADABLE as error:
        console.fault(unreadable(error))
        return FAULTS
    if not found:
        console.say(say("All %(count)s files are as built here: %(site)s", count=len(made), site=place))
        return DONE
    _tell(console, found, account.versions, Account.of_json(made[FILE]).versions)
    return FAULTS


def _made(root: Path, account: Account, tally: Tally) -> Site | Content:
    """The site, by the same options as the other one."""
    with closing(Memo()) as memo, closing(Pool()) as pool:
        order = Order(root, account.base_url or None, account.preview, account.commit, executor=pool, tally=tally)
        return build(order, memo)


def _tell(console: Console, found: Difference, there: Mapping[str, str], here: Mapping[str, str]) -> None:
    """Other versions first: they may be why files differ."""
    for name in here:
        was, is_ = there.get(name, "–"), here[name]
        if was != is_:
            console.fault(say("Made with %(name)s %(there)s; here it is %(here)s.", name=name, there=was, here=is_))
    for path in found.different:
        console.fault(say("Differs: %(path)s", path=path))
    for path in found.missing:
        console.fault(say("Missing there: %(path)s", path=path))
    for path in found.extra:
        console.fault(say("Not built here: %(path)s", path=path))
    count = len(found.different) + len(found.missing) + len(found.extra)
    console.fault(say("Files that are not as built here: %(count)s.", count=count))
