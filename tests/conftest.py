"""What holds for every test, and the built sites that several rooms look at."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from sitegen import pipeline
from sitegen.store.tree import publish

pytest_plugins = ("tests.plugins.no_skips", "tests.plugins.node")
# The same examples every time: a change is judged by what it changes. No deadline, for machines are shared.
settings.register_profile("portal", deadline=None, derandomize=True)
settings.load_profile("portal")

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """--soak: only the tests that take the fixture `soak`, with their large numbers."""
    parser.addoption("--soak", action="store_true", help="only what can be tried at random, a thousandfold")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave to `make test` what is the same however long it takes."""
    if config.getoption("--soak"):
        items[:] = [item for item in items if "soak" in getattr(item, "fixturenames", ())]


@pytest.fixture(scope="session")
def soak(request: pytest.FixtureRequest) -> bool:
    """Whether there is time for large numbers (`make soak`)."""
    return bool(request.config.getoption("--soak"))


def built(root: Path, out: Path, **options: object) -> Path:
    """The site of the portal at `root`, published to `out`."""
    portal = pipeline.read(root).checked.portal
    assert portal is not None
    publish(out, pipeline.tree(portal, root, **options))  # type: ignore[arg-type] # options of tree()
    return out


@pytest.fixture(scope="session")
def memory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the builds of all workers remember what takes long to find out."""
    return tmp_path_factory.getbasetemp().parent / "memory"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, memory: Path) -> Path:
    """The real portal, built once a worker."""
    return built(ROOT, tmp_path_factory.mktemp("real") / "public", memory=memory)
