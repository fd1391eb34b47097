"""Pictures of pages show what readers see."""

from __future__ import annotations

from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser

from tests.audit.pictures import TALLEST, Picture, take
from tests.browser.published import Published


def test_a_picture_has_no_blank_rows(real: Published, browser: Browser, tmp_path: Path) -> None:
    """Also far below what a window shows: a list is drawn to its end."""
    page = next(each for each in real.kinds if each.kind == "search")
    take(browser, real, (picture := Picture(page, 320, "light"),), tmp_path)
    taken = Image.open(tmp_path / picture.name).convert("L")
    assert (320, TALLEST) == taken.size
    bands = [taken.crop((0, top, 320, top + 400)) for top in range(0, TALLEST, 400)]
    assert all(sum(band.histogram()[:0x80]) for band in bands)
