"""Whether two portals show the same: the text, the links and the tags of every page.

In: a portal built by Hugo, the reference, and one built here. Out: the pages that differ, and in what. Extra pages of
ours (sources, method and their like) are work that the other does not have, and are not looked at.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

STATUS = re.compile(r"/status-(\w+)/")
"""How we write the address of a list by status."""
HREF = re.compile(r'href(?:lang)?="([^"#]*)"')
UNSEEN = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1>", re.DOTALL)
WHOLE = re.compile(r"(\d)\.0\b")
STYLE = re.compile(r"/(assets/)?style(\.\w+)?\.css")


def differences(reference: Path, own: Path) -> Iterator[str]:
    """A line for each page that is missing or shows something else. Raises ValueError where there is nothing to see."""
    pages = sorted(path.relative_to(reference) for path in reference.rglob("*.html") if path.parent != reference)
    if not pages:
        raise ValueError(f"no pages in {reference}")
    for page in pages:
        ours = own / re.sub(r"status/(\w+)/", r"status-\1/", page.as_posix())
        if not ours.is_file():
            yield f"{page}: missing"
            continue
        for what, there, here in zip(("text", "links", "tags"), shown(reference / page), shown(ours), strict=True):
            if there != here:
                yield f"{page}: {what}: {dict(there - here)} became {dict(here - there)}"


def shown(page: Path) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Words, addresses and tags of a page, each with how often it occurs."""
    source = UNSEEN.sub("", page.read_text(encoding="utf-8"))
    links = (STYLE.sub("/style.css", STATUS.sub(r"/status/\1/", html.unescape(each))) for each in HREF.findall(source))
    text = WHOLE.sub(r"\1", html.unescape(re.sub(r"<[^>]+>", " ", source)))
    return Counter(text.split()), Counter(links), Counter(re.findall(r"<(\w+)", source))
