"""Labels of themes: where competence areas stand among them, a label that covers both.

In: an edition, and the label for themes alone or a project. Out: words. It must not know where a label stands.
"""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.language.marks import N_
from sitegen.model.projects import Project
from sitegen.views.edition import Edition

COVERING: Mapping[str, str] = {
    N_("Theme"): N_("Theme or competence area"),
    N_("Themes"): N_("Themes and competence areas"),
    N_("Projects by theme"): N_("Projects by theme or competence area"),
}
"""A label for themes alone to the one that covers competence areas too."""


def label(edition: Edition, message: str) -> str:
    """A label in words. message: one for themes alone, or any other, which stays as it is."""
    mixed = any(theme.area for theme in edition.portal.programme.themes)
    return edition.language.gettext(COVERING.get(message, message) if mixed else message)


def _in_area(edition: Edition, project: Project) -> bool:
    return project.theme is not None and edition.portal.theme[project.theme].area


def project_label(edition: Edition, project: Project) -> str:
    """What the theme of a project is called among its facts."""
    gettext = edition.language.gettext
    return gettext("Belongs to") if _in_area(edition, project) else gettext("Theme")


def related_title(edition: Edition, project: Project) -> str:
    """What the other projects of its theme are called."""
    gettext = edition.language.gettext
    return gettext("Others in the competence areas") if _in_area(edition, project) else gettext("In the same theme")
