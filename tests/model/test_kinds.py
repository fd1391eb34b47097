"""Which files make a portal."""

from __future__ import annotations

import pytest

from sitegen.model.kinds import FACTS, PROSE, kind_of


@pytest.mark.parametrize(
    ("path", "name", "names"),
    [
        ("content/portal.yaml", "settings", {}),
        ("content/programme.yaml", "programme", {}),
        ("content/roles.yaml", "roles", {}),
        ("content/sources/report.yaml", "document", {"id": "report"}),
        ("content/roadmaps/2024.yaml", "roadmap", {"id": "2024"}),
        ("content/projects/a1.yaml", "project", {"id": "a1"}),
        ("content/indicators/app-users.yaml", "indicator", {"id": "app-users"}),
        ("content/projects/a1.sv.md", "project", {"id": "a1", "language": "sv"}),
        ("content/indicators/app-users.fi.md", "indicator", {"id": "app-users", "language": "fi"}),
        ("content/pages/about.sv.md", "page", {"id": "about", "language": "sv"}),
    ],
)
def test_a_path_tells_the_kind_of_a_file(path: str, name: str, names: dict[str, str]) -> None:
    """With the id and the language that stand in it."""
    placed = kind_of(path)
    assert placed is not None
    assert (name, names) == (placed[0].name, placed[1])


@pytest.mark.parametrize(
    "path",
    [
        "content/projects.yaml",
        "content/projects/2024/a1.yaml",
        "content/projects/a1.b.yaml",
        "content/projects/a1.md",
        "content/projects/a1.sv.fi.md",
        "content/pages/about.yaml",
        "content/roles.sv.md",
        "content/portal.yml",
        "content/portalxyaml",
        "portal.yaml",
    ],
)
def test_nowhere_else_does_a_file_belong(path: str) -> None:
    """A folder too deep, a name too many, another ending: no kind."""
    assert kind_of(path) is None


def test_each_kind_lies_in_a_place_of_its_own() -> None:
    """No path is that of two kinds."""
    paths = [kind.path for kind in FACTS + PROSE]
    assert len(paths) == len(set(paths))
