"""Addresses that were published and lead nowhere any more, or to another record.

In: a folder with a published site, or the address of one, and the portal. Out: a problem for each address that has
vanished without an alias or that another record has taken over and, of a folder, for each section that its page has
lost. What cannot be read is a problem too: no answer is not a good answer. Only where the answer is that no site is
published yet, that is told and no fault.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from pathlib import Path

from sitegen.cli.published import UNREADABLE, at, unreadable
from sitegen.model.addresses import addresses
from sitegen.model.portal import Portal
from sitegen.pipeline.plan import REGISTER, file_of
from sitegen.render.html import sections
from sitegen.source.problems import Message, Problem, say
from sitegen.views.publishing import Register

ALIAS = say("Add its last part to “aliases” of the page that replaces it.")
GIVE_BACK = say("Give the address back, and the other page another one: whoever linked to it meant that record.")


def vanished(against: str, portal: Portal, tree: Callable[[], Mapping[str, bytes]]) -> Iterator[Problem]:
    """A problem for each address of `against` (a folder or an http address) that the portal does not answer as before.

    tree: gives the site of the portal, by paths.
    """
    try:
        before = at(against).register()
    except UNREADABLE as error:
        hint = say("Name the folder of a built site, or the address of a published one.")
        yield Problem(against, 1, 1, unreadable(error), hint)
        return
    if before is None:
        message = say("No portal is published here yet (there is no %(file)s): nothing was compared.", file=REGISTER)
        yield Problem(against, 1, 1, message, warning=True)
        return
    known = addresses(portal)
    owners, now = _owners(before), known.owners
    answers = {path: _answer(path, now, known.aliases) for path in sorted(owners)}
    faults = dict(_faults(owners, answers, now))
    yield from (Problem(against, 1, 1, *fault) for fault in faults.values())
    if Path(against).is_dir():  # to ask a server for every page would take minutes
        site = tree()
        for path, answer in answers.items():
            if path not in faults:
                yield from _lost_sections(against, path, site[file_of(answer)].decode())


def _faults(
    before: Mapping[str, str], answers: Mapping[str, str], now: Mapping[str, str]
) -> Iterator[tuple[str, tuple[Message, Message]]]:
    """What is wrong with addresses, by path. before, now: whose each is. answers: by which page each is answered."""
    there = set(now.values())
    for path, answer in answers.items():
        whose = {"path": path, "was": before[path], "now": now.get(answer, "")}
        if not answer:
            yield path, (say("The address %(path)s was published and has vanished.", path=path), ALIAS)
        # A record that is gone may be replaced by an alias of another: that was said, and so it is meant.
        elif whose["was"] != whose["now"] and (answer == path or whose["was"] in there):
            yield path, (say("The address %(path)s was that of %(was)s and leads to %(now)s now.", **whose), GIVE_BACK)


def _lost_sections(against: str, path: str, page: str) -> Iterator[Problem]:
    before = Path(against, file_of(path))
    for lost in sorted(sections(before.read_text("utf-8", "replace") if before.is_file() else "") - sections(page)):
        message = say("The section %(path)s was published and has vanished.", path=f"{path}#{lost}")
        yield Problem(against, 1, 1, message, say("Whoever linked to it now comes to the beginning of the page."))


def _answer(path: str, pages: Container[str], aliases: tuple[tuple[str, str], ...]) -> str:
    """The one of `pages` that stands at `path`, or that a chain of aliases leads to from it; "" where there is none."""
    for _ in range(len(aliases) + 1):
        if path in pages:
            return path
        path = next((led for old, new in aliases if (led := _led_on(path, old, new))), "")
    return ""


def _led_on(path: str, old: str, new: str) -> str | None:
    """Where the alias from `old` to `new` leads from `path`, if it answers it."""
    if old.endswith("*") and path.startswith(old[:-1]):
        return new.replace(":splat", path[len(old) - 1 :])
    return new if path == old else None


def _owners(register: Register) -> Mapping[str, str]:
    """Whose each address is, the earlier ones among them."""
    pages = dict(register.pages)
    earlier = (each for old, new in register.aliases for each in _led_to(pages, old, new))
    return {old: pages[new] for old, new in earlier if new in pages} | pages


def _led_to(pages: Mapping[str, str], old: str, new: str) -> Iterator[tuple[str, str]]:
    """(earlier address, page) of each page that an alias leads to."""
    folder = new.removesuffix(":splat")
    if folder == new:
        yield old, new
    else:
        yield from ((f"{old[:-1]}{page.removeprefix(folder)}", page) for page in pages if page.startswith(folder))
