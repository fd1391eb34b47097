"""SVG as PNG.

In: an SVG, or a theme's icon. Out: the bytes of a PNG, the same on every machine: what draws knows no font. This module
must not know what is drawn.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from PIL.Image import Image

ICON_SIZES = (180, 192, 512)
"""Pixels: for home screens of the one kind, and of the other."""
ICON_ROOM = 0.6
"""How much of a home screen's icon is drawn on: launchers cut the rest to circles and the like."""

_SVG = "http://www.w3.org/2000/svg"
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_RGB, _INDEXED = 2, 3  # kinds of PNG
_FLAT = 4096  # colours; a picture of more has shades, of which a palette would make steps
_LEVEL = 4  # beyond it, three hundredths are won in half as much time again


def png(svg: str) -> bytes:
    """The SVG drawn at a pixel a unit. It has no texts and no SVG within it: no font decides over its bytes.

    Raises ValueError for what cannot be drawn.
    """
    return packed(_drawn(svg))


def _drawn(svg: str) -> Image:
    import vl_convert  # noqa: PLC0415 - only when there is something to draw
    from PIL import Image  # noqa: PLC0415 - likewise

    return Image.open(BytesIO(vl_convert.svg_to_png(svg))).convert("RGB")


def icon_name(size: int) -> str:
    """What the icon of that size is called among the assets."""
    return f"icon-{size}.png"


def icon(svg: bytes, size: int, ground: str) -> bytes:
    """A theme's icon as a PNG of `size` × `size` pixels on a `ground` of one colour, with room about it.

    An icon comes from any drawing program.
    """
    ET.register_namespace("", _SVG)
    room, place = size * ICON_ROOM, size * (1 - ICON_ROOM) / 2
    inner = ET.fromstring(svg)  # noqa: S314 - the theme's own file
    for name, value in {"x": place, "y": place, "width": room, "height": room}.items():
        inner.set(name, f"{value:g}")
    outer = ET.Element(f"{{{_SVG}}}svg", {"width": str(size), "height": str(size)})
    ET.SubElement(outer, f"{{{_SVG}}}rect", {"width": str(size), "height": str(size), "fill": ground})
    outer.append(inner)
    return png(ET.tostring(outer, encoding="unicode"))


def packed(picture: Image) -> bytes:
    """A picture in colours (RGB) as a PNG: in a palette of 256, if so many do for it.

    Its commonest colours stay as they are. Others, which are edges of shapes and letters, take the nearest.
    """
    kind, palette = _RGB, b""
    if colours := picture.getcolors(_FLAT):
        kind, (palette, picture) = _INDEXED, _indexed(picture, colours)
    pixels, length = picture.tobytes(), picture.width * len(picture.getbands())
    rows = b"".join(b"\0" + pixels[start : start + length] for start in range(0, len(pixels), length))
    chunks = {
        b"IHDR": struct.pack(">2I5B", *picture.size, 8, kind, 0, 0, 0),
        b"PLTE": palette,
        b"IDAT": zlib.compress(rows, _LEVEL),  # not by Pillow, whose own zlib promises no bytes
        b"IEND": b"",
    }
    return _SIGNATURE + b"".join(_chunk(kind, data) for kind, data in chunks.items() if data or kind == b"IEND")


def _indexed(picture: Image, colours: Iterable[tuple[int, Any]]) -> tuple[bytes, Image]:
    """A palette, and the picture in it. colours: how often each is there.

    Pillow looks the nearest colour up in steps of four, so there is one colour of the palette to a step.
    """
    from PIL import Image  # noqa: PLC0415 - only when there is something to draw

    chosen: dict[bytes, bytes] = {}
    for _, colour in sorted(colours, reverse=True):
        chosen.setdefault(bytes(value & ~3 for value in colour), bytes(colour))
    steps = Image.new("P", (1, 1))
    steps.putpalette(b"".join(list(chosen)[:256]))
    return b"".join(list(chosen.values())[:256]), picture.quantize(palette=steps, dither=Image.Dither.NONE)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
