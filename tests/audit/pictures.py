"""Takes pictures of every kind of page, and those in the README.

In: the project. Out: build/pictures/ with a picture for each kind, language, width and colour scheme, and
index.html, which shows them side by side; docs/*.png.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby, product
from pathlib import Path

from playwright.sync_api import Browser

from tests.audit.audited import audited
from tests.browser.published import Published, PublishedPage
from tests.chromium import chromium
from tests.conftest import ROOT
from tests.plugins.node import use_node

OUT = ROOT / "build" / "pictures"
README = ROOT / "docs"
SCHEMES = ("light", "dark")
WIDTHS = (320, 768, 1280)
# What the README shows: the tops of these pages.
SHOWN = (
    ("home", "", "sv", "light", {"width": 1280, "height": 900}),
    ("indicator", "eporvoo-satisfaction", "fi", "light", {"width": 390, "height": 1100}),
    ("roadmap", "2024", "sv", "dark", {"width": 390, "height": 1100}),
)
# Of a longer page the rest says nothing new.
TALLEST = 4000
# Rows out of sight are not laid out until a reader comes near: on a picture they would stay blank. The policy of a page
# lets no style in but through an object.
AT_ONCE = """() => {
  const style = new CSSStyleSheet();
  style.replaceSync("*{content-visibility:visible!important}");
  document.adoptedStyleSheets.push(style);
}"""
STYLE = """body{font:1rem/1.4 sans-serif;margin:1rem}div{display:flex;gap:1rem;align-items:start;overflow:auto}
figure{margin:0}img{border:1px solid #888;max-height:70rem;width:calc(var(--w)*.5px)}"""


@dataclass(frozen=True)
class Picture:
    """A page as it looks at one width, in one colour scheme."""

    page: PublishedPage
    width: int
    scheme: str

    @property
    def name(self) -> str:
        """The name of its file."""
        return f"{self.page.kind}-{self.page.language}-{self.width}-{self.scheme}.png"


def pictures(portal: Published) -> tuple[Picture, ...]:
    """All that are to be taken."""
    return tuple(Picture(*each) for each in product(portal.kinds, WIDTHS, SCHEMES))


def take(browser: Browser, portal: Published, wanted: tuple[Picture, ...], out: Path) -> None:
    """A file in `out` for each. Pictures of one width and scheme are taken in one window."""
    for (width, scheme), each in groupby(sorted(wanted, key=_window), key=_window):
        size = {"width": width, "height": 900}
        with browser.new_context(viewport=size, color_scheme=scheme) as context:  # type: ignore[arg-type] # of SCHEMES
            window = context.new_page()
            for picture in each:
                window.goto(f"{portal.url}{picture.page.path}")
                window.evaluate(AT_ONCE)
                tall = min(TALLEST, window.evaluate("document.documentElement.scrollHeight"))
                clip = {"x": 0, "y": 0, "width": width, "height": tall}
                window.screenshot(path=out / picture.name, full_page=True, clip=clip)  # type: ignore[arg-type] # four


def sheet(taken: tuple[Picture, ...]) -> str:
    """A page that shows them, those of one kind and language in a row."""
    return "".join(
        ("<!doctype html><meta charset=utf-8><title>Pictures</title>", f"<style>{STYLE}</style>", *_rows(taken))
    )


def readme(browser: Browser, portal: Published) -> None:
    """Those of SHOWN, each named after its kind of page."""
    for *shown, scheme, size in SHOWN:
        (page,) = (each for each in portal.pages if [each.kind, each.id, each.language] == shown)
        with browser.new_context(viewport=size, color_scheme=scheme) as context:  # type: ignore[arg-type] # of SHOWN
            window = context.new_page()
            window.goto(f"{portal.url}{page.path}")
            window.screenshot(path=README / f"{page.kind}.png")


def main() -> None:
    """Take them all."""
    use_node()
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    with audited() as portal, chromium() as browser:
        wanted = pictures(portal)
        take(browser, portal, wanted, OUT)
        readme(browser, portal)
    (OUT / "index.html").write_text(sheet(wanted), encoding="utf-8")
    print(f"{len(wanted)} pictures: {(OUT / 'index.html').relative_to(ROOT)}")  # noqa: T201 - a program's answer


def _window(picture: Picture) -> tuple[int, str]:
    return picture.width, picture.scheme


def _rows(taken: tuple[Picture, ...]) -> Iterator[str]:
    for page, row in groupby(taken, key=lambda picture: picture.page):
        yield f"<h2>{escape(page.kind)}, {escape(page.language)}: {escape(page.path)}</h2><div>"
        yield from (
            f'<figure style="--w:{each.width}"><img loading="lazy" src="{each.name}" alt="">'
            f"<figcaption>{each.width}, {each.scheme}</figcaption></figure>"
            for each in row
        )
        yield "</div>"


if __name__ == "__main__":
    main()
