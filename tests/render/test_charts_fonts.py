"""Drawings do not depend on the fonts of the machine."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# Prints a text whose size is left to Vega's automatic layout, then our drawings. The first shows which fonts
# are seen: it is the proof that fonts come in through this door, and that they can be hidden.
PROGRAM = """
import vl_convert
from tests.render.chart_samples import drawn
text = {"text": {"value": "Mål"}, "font": {"value": "Monstrous"}, "fontSize": {"value": 40}}
spec = {"$schema": "https://vega.github.io/schema/vega/v6.json", "autosize": "pad",
        "marks": [{"type": "text", "encode": {"enter": text}}]}
print(vl_convert.vega_to_svg(spec).split("viewBox=")[1].split(">")[0])
print(drawn())
"""
# The family that our drawings name, those that stand in for one that is not found, and one of our own.
FAMILIES = ("inherit", "sans-serif", "Arial", "Helvetica", "Times New Roman", "Liberation Sans", "Monstrous")
EM, ADVANCE = 1000, 5000
FIRST, LAST = 0x20, 0x17F


def _name(family: str) -> bytes:
    text = family.encode("utf-16-be")
    ids = (1, 2, 4, 6)
    records = b"".join(struct.pack(">6H", 3, 1, 0x409, i, len(text), 0) for i in ids)
    return struct.pack(">3H", 0, len(ids), 6 + len(records)) + records + text


def _cmap() -> bytes:
    groups = b"".join(struct.pack(">3I", letter, letter, 1) for letter in range(FIRST, LAST + 1))
    count = LAST - FIRST + 1
    table = struct.pack(">HHIII", 12, 0, 16 + len(groups), 0, count) + groups
    return struct.pack(">HHHHI", 0, 1, 3, 10, 12) + table


def _block() -> bytes:
    """The outline of every letter: a rectangle as wide as the letter."""
    box = struct.pack(">h4h", 1, 0, 0, ADVANCE, EM)
    return box + struct.pack(">2H4B8h", 3, 0, 1, 1, 1, 1, 0, ADVANCE, 0, -ADVANCE, 0, 0, EM, 0)


def _tables(family: str) -> dict[bytes, bytes]:
    head = struct.pack(">4I2H2q4h2H3h", 0x10000, 0x10000, 0, 0x5F0F3CF5, 0, EM, 0, 0, 0, 0, EM, EM, 0, 8, 2, 0, 0)
    hhea = struct.pack(">I3hH11hH", 0x10000, 800, -200, 0, ADVANCE, *(0,) * 11, 2)
    maxp = struct.pack(">IH", 0x10000, 2) + bytes(26)
    hmtx = struct.pack(">HhHh", ADVANCE, 0, ADVANCE, 0)
    post = struct.pack(">I", 0x30000) + bytes(28)
    block = _block()
    shapes = {b"glyf": block, b"loca": struct.pack(">3H", 0, 0, len(block) // 2)}
    named = {b"cmap": _cmap(), b"name": _name(family), b"post": post}
    return {b"head": head, b"hhea": hhea, b"hmtx": hmtx, b"maxp": maxp, **shapes, **named}


def monstrous_font(family: str) -> bytes:
    """A font in which each letter is five times as wide as it is tall."""
    tables = _tables(family)
    start = 12 + 16 * len(tables)
    records, data = b"", b""
    for tag, table in sorted(tables.items()):
        records += tag + struct.pack(">3I", 0, start + len(data), len(table))
        data += table + bytes(-len(table) % 4)
    return struct.pack(">I4H", 0x10000, len(tables), 128, 3, 16 * len(tables) - 128) + records + data


def machine(place: Path, *fonts: bytes) -> dict[str, str]:
    """The environment of a machine with `fonts` and no others."""
    (place / "fonts").mkdir(parents=True)
    for i, font in enumerate(fonts):
        (place / "fonts" / f"{i}.ttf").write_bytes(font)
    config = place / "fonts.conf"
    config.write_text(f'<?xml version="1.0"?>\n<fontconfig><dir>{place / "fonts"}</dir></fontconfig>\n')
    home = {"HOME": str(place), "XDG_CONFIG_HOME": str(place), "XDG_DATA_HOME": str(place)}
    return {"PATH": os.environ["PATH"], "FONTCONFIG_FILE": str(config), **home}


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, str]]:
    """For this machine, one without fonts and one with monstrous fonts: the measured text, the drawings."""
    place = tmp_path_factory.mktemp("machines")
    machines = {
        "this": dict(os.environ),
        "bare": machine(place / "bare"),
        "monstrous": machine(place / "monstrous", *map(monstrous_font, FAMILIES)),
    }
    started = {name: _start(environment) for name, environment in machines.items()}
    return {name: _finish(process) for name, process in started.items()}


def _start(environment: dict[str, str]) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", PROGRAM]
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)


def _finish(process: subprocess.Popen[str]) -> tuple[str, str]:
    printed, _ = process.communicate(timeout=120)
    measured, _, drawings = printed.partition("\n")
    assert 0 == process.returncode
    return measured, drawings


def test_the_machines_differ(outputs: dict[str, tuple[str, str]]) -> None:
    """Where Vega measures a text, a monstrous font shows: what is compared below can tell."""
    assert outputs["bare"][0] != outputs["monstrous"][0]


def test_drawings_are_the_same_without_any_font(outputs: dict[str, tuple[str, str]]) -> None:
    """The system's fonts hidden, every kind of chart is the same bytes."""
    assert outputs["this"][1] == outputs["bare"][1]


def test_drawings_are_the_same_with_any_font(outputs: dict[str, tuple[str, str]]) -> None:
    """Fonts with absurd widths, of the family that the drawings name and of its stand-ins, change nothing."""
    assert outputs["this"][1] == outputs["monstrous"][1]
