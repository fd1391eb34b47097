"""The folders that a site is made from.

In: the project's root. Out: paths. It must not know what lies in them.
"""

from __future__ import annotations

from pathlib import Path

OWN = Path(__file__).resolve().parents[2]
"""Where this program lies: its own themes and catalogs serve a portal that has none."""


def themes(root: Path) -> tuple[Path, ...]:
    """Where looks may lie."""
    return root / "themes", OWN / "themes"


def catalogs(root: Path) -> tuple[Path, ...]:
    """Where message catalogs may lie."""
    return root / "locale", OWN / "locale"


def made_from(root: Path) -> tuple[Path, ...]:
    """The folders that the site is made from: nothing may be written there."""
    return root / "content", *themes(root), *catalogs(root), OWN / "sitegen"
