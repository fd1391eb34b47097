"""The folders that a site is made from.

In: the project's root. Out: paths, and the names of the looks. It must not know what lies in them.
"""

from __future__ import annotations

from pathlib import Path

from sitegen.source.place import FOLDER

OWN = Path(__file__).resolve().parents[2]
"""Where this program lies: its own themes and catalogs serve a portal that has none."""


def themes(root: Path) -> tuple[Path, ...]:
    """Where looks may lie."""
    return _apart(root / "themes", OWN / "themes")


def looks(root: Path) -> tuple[str, ...]:
    """The names of the looks that there are, sorted."""
    return tuple(sorted({path.parent.name for folder in themes(root) for path in folder.glob("*/theme.yaml")}))


def catalogs(root: Path) -> tuple[Path, ...]:
    """Where message catalogs may lie."""
    return _apart(root / "locale", OWN / "locale")


def _apart(first: Path, second: Path) -> tuple[Path, ...]:
    """Both, or the first alone where they are one folder."""
    return (first,) if first.resolve() == second else (first, second)


def made_from(root: Path) -> tuple[Path, ...]:
    """The folders that the site is made from: nothing may be written there."""
    return root / FOLDER, *themes(root), *catalogs(root), OWN / "sitegen"
