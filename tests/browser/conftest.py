"""Portals that are served, and a browser to look at them with.

The browser lives as long as a module: Playwright keeps an event loop running in the thread, in which tests of
other folders, with loops of their own, could not run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.crowd import crowd
from tests.browser.published import Published, published
from tests.browser.serving import serving
from tests.browser.watching import Watch
from tests.chromium import chromium
from tests.conftest import built

INVENTED = Path(__file__).parents[1] / "portals" / "lindhamn"


@pytest.fixture(scope="session")
def invented_site(tmp_path_factory: pytest.TempPathFactory, memory: Path) -> Path:
    """The portal of an invented place, built once a worker."""
    return built(INVENTED, tmp_path_factory.mktemp("invented") / "public", memory=memory)


@pytest.fixture(scope="session")
def real(site: Path) -> Iterator[Published]:
    """The real portal, served."""
    with serving(site) as url:
        yield published(url, site)


@pytest.fixture(scope="session")
def invented(invented_site: Path) -> Iterator[Published]:
    """The portal of an invented place, served."""
    with serving(invented_site) as url:
        yield published(url, invented_site)


@pytest.fixture(scope="session")
def crowded(invented_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    """The portal of an invented place with three hundred projects, served."""
    out = crowd(INVENTED, invented_site, tmp_path_factory.mktemp("crowded") / "public")
    with serving(out) as url:
        yield published(url, out)


@pytest.fixture(params=["real", "invented"])
def portal(request: pytest.FixtureRequest) -> Published:
    """Each portal in turn."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Published)
    return found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium, without a window."""
    with chromium() as started:
        yield started


@pytest.fixture
def opened(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Makes a profile of its own, with options of Playwright's; they are closed after the test."""
    with ExitStack() as stack:
        yield lambda **options: stack.enter_context(browser.new_context(**options))


@pytest.fixture
def page(opened: Callable[..., BrowserContext]) -> Page:
    """A window of a fresh profile."""
    return opened().new_page()


@pytest.fixture
def watch(page: Page) -> Watch:
    """What is said, asked and refused in `page`."""
    return Watch(page.context)
