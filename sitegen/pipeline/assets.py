"""The assets of a look, each under a name that changes with its content.

In: a look, and a way to remember. Out: paths and bytes. It must not know which page names which asset.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from sitegen.pipeline.recipes import GROUND, ICON
from sitegen.render.theme import Theme, ThemeError
from sitegen.render.typefaces import woff2
from sitegen.source.problems import Problem, say
from sitegen.store.digest import digest, fingerprinted

BUNDLE = "vega.js"
Remembered = Callable[[str, str, Callable[[], bytes]], bytes]


def assets(
    theme: Theme, remembered: Remembered, bundle: Callable[[], bytes] | None
) -> Iterator[tuple[str, tuple[str, bytes]]]:
    """(name, (fingerprinted path, content)) of every asset. bundle: makes the library of charts; None without any."""
    fonts = {f"{name}.woff2": remembered(f"font:{name}", "", partial(woff2, name)) for name in theme.typefaces or ()}
    addresses = {name.removesuffix(".woff2"): fingerprinted(name, font) for name, font in fonts.items()}
    # A look has one style sheet, with the others in it.
    others = {name: content for name, content in theme.assets.items() if not name.endswith(".css")}
    files = {**others, **theme.scripts(), **fonts, "style.css": theme.styles(addresses)}
    files |= dict(_icons(theme, remembered))
    if bundle:
        files[BUNDLE] = remembered("bundle", "", bundle)
    for name, content in files.items():
        yield name, (fingerprinted(name, content), content)


def _icons(theme: Theme, remembered: Remembered) -> Iterator[tuple[str, bytes]]:
    """The theme's icon in the sizes that home screens ask for."""
    from sitegen.render import pictures  # noqa: PLC0415

    ground = theme.palette.colours[GROUND][0]
    for size in pictures.ICON_SIZES:
        name = pictures.icon_name(size)
        inputs = digest(theme.assets[ICON] + ground.encode())

        def drawn(size: int = size) -> bytes:
            try:
                return pictures.icon(theme.assets[ICON], size, ground)
            except (SyntaxError, ValueError) as error:  # what is not XML, and what is no drawing
                message = say("The image cannot be drawn: %(reason)s", reason=error)
                problem = Problem(f"themes/{theme.name}/assets/{ICON}", 1, 1, message)
                raise ThemeError(theme.name, (problem,)) from error

        yield name, remembered(name, inputs, drawn)
