"""SVG as PNG, with our own letters.

In: an SVG, or a theme's icon. Out: the bytes of a PNG, the same on every machine. This module must not know
what is drawn.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree as ET

from sitegen.render import letters

ICON_SIZES = (180, 192, 512)
"""Pixels: for home screens of the one kind, and of the other."""
ICON_ROOM = 0.6
"""How much of a home screen's icon is drawn on: launchers cut the rest to circles and the like."""

_SVG = "http://www.w3.org/2000/svg"
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEAD, _RGB = struct.Struct(">2I5B"), 2
_CHUNK = struct.Struct(">I4s")
_CHECKSUM = struct.Struct(">I")
_LEVEL = 6  # beyond it, a hundredth is won in twice the time


def png(svg: str) -> bytes:
    """The SVG drawn at a pixel a unit; its texts name the family of `letters`, or are not seen."""
    import vl_convert  # noqa: PLC0415 - only when there is something to draw

    _register()
    return packed(vl_convert.svg_to_png(svg))


@cache
def _register() -> None:
    """Make our letters known to the renderer. It keeps them, and reads the files, as long as the process lives."""
    from multiprocessing.util import Finalize  # noqa: PLC0415 - only when there is something to draw

    import vl_convert  # noqa: PLC0415 - likewise

    folder = TemporaryDirectory(prefix="letters-")
    Finalize(None, folder.cleanup, exitpriority=0)  # what `atexit` is asked for, a process of a pool never does
    for name, content in letters.faces().items():
        (Path(folder.name) / name).write_bytes(content)
    vl_convert.register_font_directory(folder.name)


def icon_name(size: int) -> str:
    """What the icon of that size is called among the assets."""
    return f"icon-{size}.png"


def icon(svg: bytes, size: int, ground: str) -> bytes:
    """A theme's icon as a PNG of `size` × `size` pixels on a `ground` of one colour, with room about it."""
    ET.register_namespace("", _SVG)
    room, place = size * ICON_ROOM, size * (1 - ICON_ROOM) / 2
    inner = ET.fromstring(svg)  # noqa: S314 - the theme's own file
    for name, value in {"x": place, "y": place, "width": room, "height": room}.items():
        inner.set(name, f"{value:g}")
    outer = ET.Element(f"{{{_SVG}}}svg", {"width": str(size), "height": str(size)})
    ET.SubElement(outer, f"{{{_SVG}}}rect", {"width": str(size), "height": str(size), "fill": ground})
    outer.append(inner)
    return png(ET.tostring(outer, encoding="unicode"))


def packed(content: bytes) -> bytes:
    """The same PNG in fewer bytes: opaque, as all that is drawn here, and packed better than in a hurry.

    Its rows may be filtered, for that is done channel by channel.
    """
    chunks = list(_chunks(content))
    [head] = [data for kind, data in chunks if kind == b"IHDR"]
    width, height, *kind = _HEAD.unpack(head)
    rows = zlib.decompress(b"".join(data for kind, data in chunks if kind == b"IDAT"))
    opaque = _without_alpha(rows, 1 + 4 * width)
    kept = (
        (b"IHDR", _HEAD.pack(width, height, kind[0], _RGB, *kind[2:])),
        (b"IDAT", zlib.compress(opaque, _LEVEL)),
        (b"IEND", b""),
    )
    return _SIGNATURE + b"".join(_chunk(kind, data) for kind, data in kept)


def _without_alpha(rows: bytes, length: int) -> bytes:
    """Rows of pixels without every fourth byte; a row of `length` bytes begins with its filter."""
    kept = bytearray()
    for start in range(0, len(rows), length):
        row = bytearray(rows[start : start + length])
        del row[4::4]
        kept += row
    return bytes(kept)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_SIGNATURE)
    while at < len(content):
        length, kind = _CHUNK.unpack_from(content, at)
        start = at + _CHUNK.size
        yield kind, content[start : start + length]
        at = start + length + _CHECKSUM.size


def _chunk(kind: bytes, data: bytes) -> bytes:
    return _CHUNK.pack(len(data), kind) + data + _CHECKSUM.pack(zlib.crc32(kind + data))
