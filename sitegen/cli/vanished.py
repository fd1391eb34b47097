"""Addresses that were published and lead nowhere any more.

In: a folder with a published site, or the address of one, and the portal. Out: a problem for each page that has
vanished without an alias. What cannot be read is a problem too: no answer is not a good answer.
"""

from __future__ import annotations

import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from sitegen.model.addresses import Addresses, addresses
from sitegen.model.kinds import SETTINGS
from sitegen.model.portal import Portal
from sitegen.source.problems import Message, Problem, say

LARGEST = 50_000_000
"""Bytes that a sitemap may have, by its own standard."""


def vanished(against: str, portal: Portal) -> Iterator[Problem]:
    """A problem for each address of `against` (a folder or an http address) that the portal does not answer."""
    try:
        published = _of_site(against) if re.match(r"https?://", against) else _of_folder(Path(against))
    except (OSError, ValueError) as error:
        yield _problem(say("%(against)s cannot be read: %(reason)s", against=against, reason=error))
        return
    if not published:
        yield _problem(say("%(against)s holds no pages.", against=against))
    known = addresses(portal)
    for path in sorted(published):
        if not _answered(path, known):
            yield _problem(
                say("The address %(path)s was published and has vanished.", path=path),
                say("Add its last part to “aliases” of the page that replaces it."),
            )


def _problem(message: Message, hint: Message | None = None) -> Problem:
    return Problem(SETTINGS.path, 1, 1, message, hint)


def _answered(path: str, known: Addresses) -> bool:
    if path == "/" or any(place.path == path for place in known.places.values()):
        return True
    return any(path == old or (old.endswith("*") and path.startswith(old[:-1])) for old, _ in known.aliases)


def _of_folder(folder: Path) -> set[str]:
    if not folder.is_dir():
        raise FileNotFoundError(f"no folder {folder}")
    pages = (path.parent.relative_to(folder).as_posix() for path in folder.rglob("index.html"))
    return {"/" if page == "." else f"/{page}/" for page in pages}


def _of_site(address: str) -> set[str]:
    sitemap = address if address.endswith(".xml") else f"{address.rstrip('/')}/sitemap.xml"
    try:
        with urllib.request.urlopen(sitemap, timeout=30) as answer:  # noqa: S310 - the caller has matched http(s)
            text = answer.read(LARGEST).decode()
    except urllib.error.URLError as error:
        raise OSError(str(error)) from error
    # A sitemap is a flat list; only its <loc> texts are wanted, so no XML parser (and none of its bombs) is needed.
    return {unquote(urlsplit(found).path) for found in re.findall(r"<loc>\s*([^<\s]+)\s*</loc>", text)}
