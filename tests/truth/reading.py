"""Read built pages and typed tables, for comparing the site with the city's document.

In come the files of a built site and the tab-separated tables beside this module; out go small trees of
elements, their text, and rows of strings. This module uses the standard library alone and must not know
the generator: what it sees is what a browser gets.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from html.parser import HTMLParser
from pathlib import Path

ANY = "*"
"""As the wanted value of an attribute: it is there, whatever it says."""

# fmt: off
VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
})
INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark",
    "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
})
# fmt: on
UNSEEN = frozenset({"head", "script", "style", "template", "svg"})
ALIKE = 0.85
"""How alike (0 to 1, difflib's ratio) a text with a misprint set right is to the printed one at least."""


@dataclass(frozen=True)
class Element:
    """One element of a page with its attributes (an attribute without a value is "") and its children."""

    tag: str
    attributes: tuple[tuple[str, str], ...]
    children: "tuple[Element | str, ...]"

    def get(self, name: str) -> str | None:
        """The value of an attribute, or None where the element does not carry it."""
        return dict(self.attributes).get(name)


@dataclass(frozen=True)
class Page:
    """One page of the site: its root-absolute address, language, `main` element, text and table rows."""

    address: str
    language: str
    root: Element
    main: Element
    text: str
    rows: tuple[tuple[str, ...], ...]
    quoted: tuple[tuple[str, ...], ...]

    @property
    def kind(self) -> str | None:
        """What the page is about, as `data-kind` of its `main` says."""
        return self.main.get("data-kind")

    @property
    def id(self) -> str | None:
        """Which record the page is about, as `data-id` of its `main` says."""
        return self.main.get("data-id")


class _Builder(HTMLParser):
    """Builds the tree; end tags may not be left out, so that a slip in a template is seen here."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, tuple[tuple[str, str], ...], list[Element | str]]] = [("", (), [])]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append((tag, tuple((name, value or "") for name, value in attrs), []))
        if tag in VOID:
            self._close()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._close()

    def handle_endtag(self, tag: str) -> None:
        if tag != self.open[-1][0]:
            message = f"line {self.getpos()[0]}: </{tag}> ends <{self.open[-1][0]}>"
            raise ValueError(message)
        self._close()

    def handle_data(self, data: str) -> None:
        self.open[-1][2].append(data)

    def _close(self) -> None:
        tag, attributes, children = self.open.pop()
        self.open[-1][2].append(Element(tag, attributes, tuple(children)))


def parse(html: str) -> Element:
    """The tree of a page, under one element with the tag "". Raises ValueError where tags do not pair."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    if len(builder.open) > 1:
        message = f"<{builder.open[-1][0]}> is never ended"
        raise ValueError(message)
    return Element("", (), tuple(builder.open[0][2]))


def plain(text: str) -> str:
    """The text with no-break spaces and runs of white space as one space; nothing else is touched."""
    return re.sub(r"[\s\u00a0\u202f]+", " ", text).strip()


def _pieces(node: Element | str) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif node.tag not in UNSEEN and node.get("hidden") is None:
        edge = "" if node.tag in INLINE else " "
        yield edge
        for child in node.children:
            yield from _pieces(child)
        yield edge


def text(node: Element) -> str:
    """What a reader without script and pictures reads in an element, plain; blocks and cells stand apart."""
    return plain("".join(_pieces(node)))


def _wanted(node: Element, tag: str | None, attributes: dict[str, str]) -> bool:
    if tag not in (None, node.tag):
        return False
    found = [(node.get(name.replace("_", "-")), value) for name, value in attributes.items()]
    return all(has is not None and value in (ANY, has) for has, value in found)


def find(node: Element, tag: str | None = None, **attributes: str) -> tuple[Element, ...]:
    """The elements inside `node`, in order, with that tag and these attributes (`data_field="status"`)."""
    inside = [child for child in node.children if isinstance(child, Element)]
    return tuple(
        hit
        for child in inside
        for hit in ((child,) if _wanted(child, tag, attributes) else ()) + find(child, tag, **attributes)
    )


def without(node: Element, tag: str | None = None, **attributes: str) -> Element:
    """The same tree, less the elements that `find` would give."""
    kept = (
        child if isinstance(child, str) else without(child, tag, **attributes)
        for child in node.children
        if isinstance(child, str) or not _wanted(child, tag, attributes)
    )
    return replace(node, children=tuple(kept))


def rows(node: Element) -> tuple[tuple[str, ...], ...]:
    """The texts of the cells (`th`, `td`) of each table row inside an element; empty cells are left out."""
    return tuple(tuple(filter(None, map(text, _cells(row)))) for row in find(node, "tr"))


def _cells(row: Element) -> tuple[Element, ...]:
    inside = (child for child in row.children if isinstance(child, Element))
    return tuple(child for child in inside if child.tag in ("th", "td"))


def read_page(path: Path, site: Path) -> Page:
    """One built page. Raises ValueError where its tags do not pair, naming the file."""
    try:
        root = parse(path.read_text(encoding="utf-8"))
    except ValueError as error:
        message = f"{path.relative_to(site)}: {error}"
        raise ValueError(message) from error
    return Page(
        address="/" + path.relative_to(site).as_posix().removesuffix("index.html"),
        language=next((html.get("lang") or "" for html in find(root, "html")), ""),
        root=root,
        main=next(iter(find(root, "main")), root),
        text=text(root),
        rows=rows(root),
        quoted=tuple(row for quote in find(root, "blockquote", data_quote=ANY) for row in rows(quote)),
    )


def read_site(site: Path) -> tuple[Page, ...]:
    """All pages of a built site, in the order of their addresses."""
    return tuple(read_page(path, site) for path in sorted(site.rglob("*.html")))


def read_table(path: Path) -> tuple[dict[str, str], ...]:
    """A typed table: tab separated, column names first, no quoting. Raises ValueError at a ragged line."""
    head, *body = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return tuple(dict(zip(head, cells, strict=True)) for cells in body)


def holds(row: tuple[str, ...], cells: tuple[str, ...]) -> bool:
    """Whether all these cells stand in the row as whole cells and in this order."""
    rest = iter(row)
    return all(cell in rest for cell in cells)


def stands(wanted: str, shown: str) -> bool:
    """Whether the wanted words stand in the text letter by letter, not as a part of longer words."""
    return re.search(rf"(?<!\w){re.escape(plain(wanted))}(?!\w)", shown) is not None


def reads(wanted: str, shown: str) -> bool:
    """Whether the text contains one of the readings (parted by `|`), not as a part of a longer number."""
    return any(re.search(_apart(reading), shown) for reading in wanted.split("|"))


def opens(wanted: str, shown: str) -> bool:
    """Whether the text begins with one of the readings (parted by `|`), and the number ends there."""
    return any(re.match(_apart(reading), shown) for reading in wanted.split("|"))


def _apart(reading: str) -> str:
    # A thousands group after a space, before or behind, or decimals after a comma would make another number.
    group = r"(?<!\d )" if re.match(r"\d{3}(?!\d)", reading) else ""
    return rf"(?<![\w,.\-\u2212]){group}{re.escape(reading)}(?!\w|[,.]\d| \d{{3}}(?!\d))"


def numbers(shown: str) -> tuple[int, ...]:
    """The whole numbers in a text, thousands parted by a space or not: "8 700 €" gives (8700,)."""
    return tuple(int(hit.replace(" ", "")) for hit in re.findall(r"\d{1,3}(?: \d{3})+(?!\d)|\d+", shown))


def resembles(printed: str, shown: str) -> bool:
    """Whether the text is the printed one, perhaps with a misprint set right or a word around it."""
    return printed in shown or SequenceMatcher(None, printed, shown, autojunk=False).ratio() >= ALIKE
