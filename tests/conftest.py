"""What holds for every test, and the built sites that several rooms look at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from sitegen import pipeline
from sitegen.store.tree import publish
from tests.once import made_once

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


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Portions of what is tried at random, so that it is tried side by side.

    PORTIONS of a module tells by the name of a test how many there are: in `make test`, and in `make soak`.
    """
    if "portion" in metafunc.fixturenames:
        few, many = metafunc.module.PORTIONS[metafunc.function.__name__]
        metafunc.parametrize("portion", range(many if metafunc.config.getoption("--soak") else few))


@pytest.fixture(scope="session")
def soak(request: pytest.FixtureRequest) -> bool:
    """Whether there is time for large numbers (`make soak`)."""
    return bool(request.config.getoption("--soak"))


@pytest.fixture(scope="module")
def once() -> Iterator[None]:
    """What depends on nothing but what it is given is made once, for tests that build many sites."""
    with made_once():
        yield


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
