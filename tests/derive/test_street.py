"""In which order a roadmap's projects stand side by side."""

from __future__ import annotations

from sitegen.derive.street import Block, blocks, grouping, in_order, neighbours
from sitegen.model.projects import Project
from tests.derive.records import portal, project


def street(*projects: Project) -> tuple[Block, ...]:
    """The blocks of these projects."""
    return blocks(portal(*projects), projects)


def test_the_street_fills_up_from_what_is_done() -> None:
    """Done comes first, then begun, planned, dropped, unknown, and last what no status is reported of."""
    phases = ("unknown", "dropped", "planned", "started", "done")
    made = (project("silent"), *(project(phase, f"is-{phase}") for phase in phases))
    expected = ("is-done", "is-started", "is-planned", "is-dropped", "is-unknown", None)
    assert expected == tuple(block.term for block in street(*made))
    assert ("done", "started", "planned", "dropped", "unknown", "silent") == tuple(
        each.id for each in in_order(portal(*made), made)
    )


def test_within_a_block_the_order_of_the_source_stays() -> None:
    """Nobody is ranked: what is alike stands as it was given."""
    first, second, third = project("b", "is-done"), project("a", "is-done"), project("c", "is-started")
    assert (
        Block("status", "is-done", (first, second)),
        Block("status", "is-started", (third,)),
    ) == street(first, third, second)


def test_where_the_status_is_the_same_the_theme_tells_projects_apart() -> None:
    """A year without any status stands by theme, in the order of the vocabulary, and silence last."""
    made = (project("x"), project("y", theme="parks"), project("z", theme="roads"))
    assert ("theme",) * 3 == tuple(block.by for block in street(*made))
    assert ("roads", "parks", None) == tuple(block.term for block in street(*made))


def test_projects_that_nothing_tells_apart_are_one_block() -> None:
    """By status, which says of all of them the same."""
    made = (project("x", theme="parks"), project("y", theme="parks"))
    assert (Block("status", None, made),) == street(*made)
    assert "status" == grouping(portal(), ())


def test_neighbours_are_those_beside_a_project_on_its_own_street() -> None:
    """As many as there are, up to so many on either side, and the project among them."""
    row = tuple(project(name, "is-done") for name in "abcde")
    found = neighbours(portal(*row, project("f", roadmap="plan-25")), 2)
    names = {name: "".join(each.id for each in some) for name, some in found.items()}
    assert {"a": "abc", "b": "abcd", "c": "abcde", "d": "bcde", "e": "cde", "f": "f"} == names
