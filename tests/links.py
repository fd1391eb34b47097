"""Find links of a built site that lead nowhere.

In: the files of a published tree, by path, and the base address it was built with. Out: each link, with the
page it stands on, that has no file or no such fragment in the tree. It follows pages, style sheets, the
sitemap and robots.txt; links out of the site are none of its business. It knows nothing of the generator.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from tests.truth.reading import ANY, Element, find, parse

LINKING = ("href", "src", "action", "poster", "data-spec", "data-bundle", "xlink:href")
"""Attributes whose value is an address."""
NAMING = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "headers")
"""Attributes whose value names ids of the same page."""


def read_tree(site: Path) -> dict[str, bytes]:
    """Every file of a published site by its path in it."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


def parsed(tree: Mapping[str, bytes]) -> dict[str, Element]:
    """Every page of the tree by its address ('/', '/xx/404.html'). Raises ValueError where tags do not pair."""
    return {f"/{path.removesuffix('index.html')}": _page(path, tree[path]) for path in tree if path.endswith(".html")}


def _page(path: str, content: bytes) -> Element:
    try:
        return parse(content.decode())
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from error


def dangling(tree: Mapping[str, bytes], base_url: str = "") -> list[str]:
    """Every link without a target as 'page: link', sorted. base_url: makes absolute links to the site links in it."""
    pages = parsed(tree)
    ids = {address: frozenset(ids_of(page)) for address, page in pages.items()}
    addresses = {f"/{path}" for path in tree} | set(pages)
    links = ((where, link) for where, link in _links(tree, pages))
    return sorted({f"{where}: {link}" for where, link in links if not _answered(where, link, base_url, addresses, ids)})


def ids_of(page: Element) -> list[str]:
    """The ids of a page in their order, double ones twice."""
    return [element.get("id") or "" for element in find(page, id=ANY)]


def _links(tree: Mapping[str, bytes], pages: Mapping[str, Element]) -> Iterator[tuple[str, str]]:
    for address, page in pages.items():
        yield from ((address, link) for link in _of_page(page))
    for path, content in tree.items():
        if path.endswith(".css"):
            yield from ((f"/{path}", link) for link in re.findall(r"url\(\s*[\"']?([^\"')]+)", content.decode()))
    for path, pattern in (("sitemap.xml", r"(?:<loc>|href=\")([^<\"]+)"), ("robots.txt", r"(?m)^Sitemap: (\S+)$")):
        yield from ((f"/{path}", link) for link in re.findall(pattern, tree.get(path, b"").decode()))


def _of_page(page: Element) -> Iterator[str]:
    for name in LINKING:
        yield from (element.get(name) or "" for element in find(page, **{name.replace("-", "_"): ANY}))
    for name in NAMING:
        for element in find(page, **{name.replace("-", "_"): ANY}):
            yield from (f"#{each}" for each in (element.get(name) or "").split())


def _answered(where: str, link: str, base_url: str, addresses: set[str], ids: Mapping[str, frozenset[str]]) -> bool:
    if base_url and (link == base_url or link.startswith(f"{base_url}/")):
        link = link.removeprefix(base_url) or "/"
    parts = urlsplit(urljoin(where, link))
    if parts.scheme or parts.netloc:
        return True
    address, fragment = unquote(parts.path), unquote(parts.fragment)
    return address in addresses and (not fragment or fragment in ids.get(address, ()))
