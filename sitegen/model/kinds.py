"""Which files make a portal: one row a kind, from the file's path to the record that declares it.

This table is the only place that knows where content lies. A new kind of content is a declaration and a row.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from sitegen.model.fields import Record
from sitegen.model.indicators import Indicator
from sitegen.model.programme import Programme, Roadmap, Roles
from sitegen.model.projects import Project
from sitegen.model.settings import IndicatorFront, PageFront, ProjectFront, Settings
from sitegen.model.sources import Document


@dataclass(frozen=True)
class Kind:
    """A kind of file: its name, where it lies, and the record it holds.

    path: relative to the project's root; `{id}` and `{language}` stand for one name each.
    """

    name: str
    path: str
    record: type[Record]

    def match(self, path: str) -> dict[str, str] | None:
        """The id and language in `path`, or None where it is not of this kind."""
        found = self._pattern.fullmatch(path)
        return found.groupdict() if found else None

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        pattern = re.escape(self.path)
        for name in ("id", "language"):
            pattern = pattern.replace(rf"\{{{name}\}}", rf"(?P<{name}>[^/.]+)")
        return re.compile(pattern)


SETTINGS = Kind("settings", "content/portal.yaml", Settings)
PROGRAMME = Kind("programme", "content/programme.yaml", Programme)
ROLES = Kind("roles", "content/roles.yaml", Roles)
DOCUMENT = Kind("document", "content/sources/{id}.yaml", Document)
ROADMAP = Kind("roadmap", "content/roadmaps/{id}.yaml", Roadmap)
PROJECT = Kind("project", "content/projects/{id}.yaml", Project)
INDICATOR = Kind("indicator", "content/indicators/{id}.yaml", Indicator)
FACTS = (SETTINGS, PROGRAMME, ROLES, DOCUMENT, ROADMAP, PROJECT, INDICATOR)

PAGE = Kind("page", "content/pages/{id}.{language}.md", PageFront)
PROJECT_PROSE = Kind("project", "content/projects/{id}.{language}.md", ProjectFront)
INDICATOR_PROSE = Kind("indicator", "content/indicators/{id}.{language}.md", IndicatorFront)
PROSE = (PAGE, PROJECT_PROSE, INDICATOR_PROSE)


def kind_of(path: str) -> tuple[Kind, dict[str, str]] | None:
    """The kind of the file at `path` with the id and language in its name, or None where no file belongs."""
    for kind in FACTS + PROSE:
        if (names := kind.match(path)) is not None:
            return kind, names
    return None
