"""Addresses that were published and lead nowhere any more.

In: a folder with a published site, or the address of one, and the portal. Out: a problem for each page that has
vanished without an alias and, of a folder, for each section that its page has lost. What cannot be read is a problem
too: no answer is not a good answer.
"""

from __future__ import annotations

import errno
import os
import re
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from sitegen.cli.published import PATIENCE, UNREADABLE, unreadable
from sitegen.model.addresses import Addresses, addresses
from sitegen.model.portal import Portal
from sitegen.pipeline.plan import file_of
from sitegen.render.html import sections
from sitegen.source.problems import Problem, say

LARGEST = 50_000_000
"""Bytes that a sitemap may have, by its own standard."""
NAME_A_SITE = say("Name the folder of a built site, or the address of a published one that has a sitemap.")


def vanished(against: str, portal: Portal, tree: Callable[[], Mapping[str, bytes]]) -> Iterator[Problem]:
    """A problem for each address of `against` (a folder or an http address) that the portal does not answer.

    tree: gives the site of the portal, by paths.
    """
    try:
        published = _of_site(against) if re.match(r"https?://", against) else _of_folder(Path(against))
    except UNREADABLE as error:
        yield Problem(against, 1, 1, unreadable(error), NAME_A_SITE)
        return
    if not published:
        yield Problem(against, 1, 1, say("There are no pages of a site here."), NAME_A_SITE)
    known = addresses(portal)
    pages = {"/", *(place.path for place in known.places.values())}
    answers = {path: _answer(path, pages, known) for path in sorted(published)}
    for path in (path for path, answer in answers.items() if answer is None):
        message = say("The address %(path)s was published and has vanished.", path=path)
        yield Problem(against, 1, 1, message, say("Add its last part to “aliases” of the page that replaces it."))
    if Path(against).is_dir():  # to ask a server for every page would take minutes
        site = tree()
        for path, answer in answers.items():
            if answer is not None:
                yield from _lost_sections(against, path, site[file_of(answer)].decode())


def _lost_sections(against: str, path: str, page: str) -> Iterator[Problem]:
    before = Path(against, file_of(path))
    for lost in sorted(sections(before.read_text("utf-8", "replace") if before.is_file() else "") - sections(page)):
        message = say("The section %(path)s was published and has vanished.", path=f"{path}#{lost}")
        yield Problem(against, 1, 1, message, say("Whoever linked to it now comes to the beginning of the page."))


def _answer(path: str, pages: set[str], known: Addresses) -> str | None:
    """The one of `pages` that stands at `path`, or that a chain of aliases leads to from it."""
    for _ in range(len(known.aliases) + 1):
        if path in pages:
            return path
        path = next((led for old, new in known.aliases if (led := _led_on(path, old, new))), "")
    return None


def _led_on(path: str, old: str, new: str) -> str | None:
    """Where the alias from `old` to `new` leads from `path`, if it answers it."""
    if old.endswith("*") and path.startswith(old[:-1]):
        return new.replace(":splat", path[len(old) - 1 :])
    return new if path == old else None


def _of_folder(folder: Path) -> set[str]:
    if not folder.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
    found = (path.parent.relative_to(folder).as_posix() for path in folder.rglob("index.html"))
    pages = {"/" if page == "." else f"/{page}/" for page in found}
    redirects = folder / "_redirects"
    return pages.union(*_led_to(pages, redirects.read_text("utf-8") if redirects.is_file() else ""))


def _led_to(pages: set[str], redirects: str) -> Iterator[set[str]]:
    """The earlier addresses of `pages`, by each line that leads to some of them."""
    for old, new in re.findall(r"(?m)^(\S+) (\S+) 301$", redirects):
        folder = unquote(new.removesuffix(":splat"))
        if new == folder:
            yield {unquote(old)}
        else:
            yield {f"{unquote(old)[:-1]}{page.removeprefix(folder)}" for page in pages if page.startswith(folder)}


def _of_site(address: str) -> set[str]:
    sitemap = address if address.endswith(".xml") else f"{address.rstrip('/')}/sitemap.xml"
    with urllib.request.urlopen(sitemap, timeout=PATIENCE) as answer:  # noqa: S310 - the caller has matched http(s)
        text = answer.read(LARGEST).decode()
    # A sitemap is a flat list; only its <loc> texts are wanted, so no XML parser (and none of its bombs) is needed.
    return {unquote(urlsplit(found).path) for found in re.findall(r"<loc>\s*([^<\s]+)\s*</loc>", text)}
