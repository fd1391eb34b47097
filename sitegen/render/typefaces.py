"""The typefaces that pages are set in: open fonts of kept packages, cut to the characters of a portal.

In: the name of a typeface. Out: its font as WOFF2, and the rules with which a style sheet names it. The range of
characters is fixed, so that a font does not change with the content. This module must not know pages or looks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from io import BytesIO
from types import MappingProxyType

_COMMON = (*range(0x20, 0x7F), 0xA0, *map(ord, "§«°·»×½ÄÅÆÉÖØÜàáäåæèéöøü"))
"""What texts of the North are written with; the rest of Latin is in fonts that only a page with such letters loads."""
_RARE = tuple(code for code in (*range(0xA0, 0x100), *range(0x100, 0x180)) if code not in _COMMON)
_RARE_LATIN_1 = tuple(code for code in _RARE if code < 0x100)  # noqa: PLR2004 - the end of Latin-1
_SIGNS = (*(0x2010, 0x2011, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x201E, 0x2026, 0x202F), 0x20AC, 0x2212)
"""Hyphens and dashes, quotation marks, ellipsis, narrow no-break space, euro, minus."""
_ARROWS = (0x2190, 0x2191, 0x2192, 0x2193)
_COMPARISONS = (0x2022, 0x2030, 0x2248, 0x2260, 0x2264, 0x2265)


@dataclass(frozen=True)
class Typeface:
    """A font of a package, and how it is cut.

    axes: of the variable font, each at one value or from a lowest to a highest. weights: for the style sheet.
    characters: code points. stand_in: fonts that machines have, with the measures that make a line of theirs as long
    and as high, so that nothing moves whichever is shown; "" where another typeface of the family says it.
    preloaded: whether every page asks for it at once, and not only one that has such characters.
    """

    family: str
    package: str
    file: str
    axes: Mapping[str, float | tuple[float, float]]
    weights: str
    characters: tuple[int, ...]
    stand_in: str
    preloaded: bool = True


_SANS = Typeface(
    family="Portal Sans",
    package="fontpkg_source_sans_3",
    file="SourceSans3[wght].ttf",
    axes={"wght": (400, 600)},
    weights="400 600",
    characters=(*_COMMON, *_SIGNS, *_ARROWS, *_COMPARISONS),
    stand_in='src:local("Arial"),local("Liberation Sans");size-adjust:94.5%;ascent-override:108.4%;'
    "descent-override:42.3%;line-gap-override:0%",
)
_SERIF = Typeface(
    family="Portal Serif",
    package="fontpkg_source_serif_4",
    file="SourceSerif4[opsz,wght].ttf",
    axes={"wght": 600, "opsz": 36},
    weights="600",
    characters=(*_COMMON, *_SIGNS, 0x2192),
    stand_in='src:local("Times New Roman Bold"),local("Liberation Serif Bold");font-weight:600;'
    "size-adjust:101.5%;ascent-override:102%;descent-override:33%;line-gap-override:0%",
)
TYPEFACES: Mapping[str, Typeface] = MappingProxyType(
    {
        "sans": _SANS,
        "sans-extended": replace(_SANS, characters=_RARE, stand_in="", preloaded=False),
        "serif": _SERIF,
        "serif-extended": replace(_SERIF, characters=_RARE_LATIN_1, stand_in="", preloaded=False),
    }
)
_FEATURES = ["kern", "tnum"]


def font_file(typeface: Typeface) -> bytes:
    """The whole font, as its package brings it."""
    return files(typeface.package).joinpath("files", typeface.file).read_bytes()


@cache
def woff2(name: str) -> bytes:
    """The font of the typeface `name`, cut to its axes and characters. It takes some two seconds, once a process."""
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415 - only when a font is made
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - likewise
    from fontTools.varLib.instancer import instantiateVariableFont  # noqa: PLC0415 - likewise

    typeface = TYPEFACES[name]
    # The time of the last change is that of the package, not of the build.
    font = TTFont(BytesIO(font_file(typeface)), recalcTimestamp=False)
    subsetter = Subsetter(Options(layout_features=_FEATURES, hinting=False))
    subsetter.populate(unicodes=typeface.characters)
    subsetter.subset(font)
    cut = instantiateVariableFont(font, dict(typeface.axes), inplace=True)
    cut.flavor = "woff2"
    content = BytesIO()
    cut.save(content)
    return content.getvalue()


def rules(addresses: Mapping[str, str]) -> str:
    """The rules of a style sheet for typefaces. addresses: of the font of each, by the name of the typeface."""
    return "".join(_rule(TYPEFACES[name], address) for name, address in addresses.items())


def _rule(typeface: Typeface, address: str) -> str:
    own = f'src:url("{address}") format("woff2");font-weight:{typeface.weights};font-display:optional'
    rule = f'@font-face{{font-family:"{typeface.family}";{own};unicode-range:{_ranges(typeface.characters)}}}'
    if typeface.stand_in:
        rule += f'@font-face{{font-family:"{typeface.family} stand-in";{typeface.stand_in}}}'
    return rule


def _ranges(characters: tuple[int, ...]) -> str:
    """Code points as the ranges of a style sheet."""
    runs: list[list[int]] = []
    for code in sorted(characters):
        if runs and code == runs[-1][-1] + 1:
            runs[-1][1:] = [code]
        else:
            runs.append([code])
    return ",".join(f"U+{'-'.join(f'{end:X}' for end in run)}" for run in runs)
