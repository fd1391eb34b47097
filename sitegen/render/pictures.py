"""SVG as PNG.

In: an SVG, or a theme's icon. Out: the bytes of a PNG, the same on every machine where the SVG has no texts: what draws
takes their letters from the machine's fonts. This module must not know what is drawn.
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
_AREA = 0.001  # of a picture: a colour that covers less belongs to edges
_LEVEL = 4  # beyond it, three hundredths are won in half as much time again


def png(svg: str) -> bytes:
    """The SVG drawn at a pixel a unit. Raises ValueError for what cannot be drawn."""
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

    Raises ElementTree.ParseError for what is no XML, ValueError for what cannot be drawn, a text among it.
    """
    ET.register_namespace("", _SVG)
    room, place = size * ICON_ROOM, size * (1 - ICON_ROOM) / 2
    inner = ET.fromstring(svg)  # noqa: S314 - the theme's own file
    if next(inner.iter(f"{{{_SVG}}}text"), None) is not None:
        raise ValueError("Letters of <text> differ from machine to machine: turn them into paths.")
    for name, value in {"x": place, "y": place, "width": room, "height": room}.items():
        inner.set(name, f"{value:g}")
    outer = ET.Element(f"{{{_SVG}}}svg", {"width": str(size), "height": str(size)})
    ET.SubElement(outer, f"{{{_SVG}}}rect", {"width": str(size), "height": str(size), "fill": ground})
    outer.append(inner)
    return png(ET.tostring(outer, encoding="unicode"))


def packed(picture: Image) -> bytes:
    """A picture in colours (RGB) as a PNG: in a palette of 256, if so many do for it.

    The colours of its areas stay as they are. Others, which are edges of shapes and letters, take the nearest.
    """
    kind, palette = _RGB, b""
    if indexed := _indexed(picture, picture.getcolors(_FLAT) or ()):
        kind, (palette, picture) = _INDEXED, indexed
    pixels, length = picture.tobytes(), picture.width * len(picture.getbands())
    rows = b"".join(b"\0" + pixels[start : start + length] for start in range(0, len(pixels), length))
    chunks = {
        b"IHDR": struct.pack(">2I5B", *picture.size, 8, kind, 0, 0, 0),
        b"PLTE": palette,
        b"IDAT": zlib.compress(rows, _LEVEL),  # not by Pillow, whose own zlib promises no bytes
        b"IEND": b"",
    }
    return _SIGNATURE + b"".join(_chunk(kind, data) for kind, data in chunks.items() if data or kind == b"IEND")


def _indexed(picture: Image, colours: Iterable[tuple[int, Any]]) -> tuple[bytes, Image] | None:
    """A palette, and the picture in it; None where it has no place for the colour of an area.

    colours: how often each is there; none where they are too many. Pillow looks the nearest colour up in steps of four,
    so there is one colour of the palette to a step.
    """
    from PIL import Image  # noqa: PLC0415 - only when there is something to draw

    chosen: dict[bytes, bytes] = {}
    for _, colour in sorted(colours, reverse=True):
        chosen.setdefault(bytes(value & ~3 for value in colour), bytes(colour))
    palette = list(chosen.values())[:256]
    area = picture.width * picture.height * _AREA
    if not palette or any(count >= area and bytes(colour) not in palette for count, colour in colours):
        return None
    steps = Image.new("P", (1, 1))
    steps.putpalette(b"".join(list(chosen)[:256]))
    return b"".join(palette), picture.quantize(palette=steps, dither=Image.Dither.NONE)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
