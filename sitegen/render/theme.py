"""A look: a folder of templates, assets and design tokens.

In: the folders that may hold it. Out: a Theme, all of it in memory. One declaration of the tokens serves the
style sheet and the charts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sitegen.render.charts import Palette, stylesheet
from sitegen.source.problems import Problem
from sitegen.source.yamltext import read_yaml


class ThemeError(Exception):
    """The look cannot be used: it is missing, or its theme.yaml has faults."""

    def __init__(self, name: str, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(name)
        self.name = name
        self.problems = problems


@dataclass(frozen=True)
class Theme:
    """A look. templates: name to source. assets: name to bytes. tokens: custom property to value."""

    name: str
    templates: Mapping[str, str]
    assets: Mapping[str, bytes]
    palette: Palette
    tokens: Mapping[str, str]

    def styles(self) -> bytes:
        """The style sheet: tokens first, then what is written by hand."""
        declared = ";".join(f"--{name}:{value}" for name, value in self.tokens.items())
        written = self.assets["style.css"].decode()
        return f"{stylesheet(self.palette)}:root{{{declared}}}\n{written}".encode()


def looks(folders: tuple[Path, ...]) -> tuple[str, ...]:
    """The names of the looks in `folders`."""
    found = {path.parent.name for folder in folders for path in folder.glob("*/theme.yaml")}
    return tuple(sorted(found))


def read_theme(folders: tuple[Path, ...], name: str) -> Theme:
    """The look `name` from the first folder that has it, on top of the look that it extends.

    Raises ThemeError where it is missing, its theme.yaml has faults, or it extends itself.
    """
    return _read(folders, name, ())


def _read(folders: tuple[Path, ...], name: str, above: tuple[str, ...]) -> Theme:
    folder = next((folder / name for folder in folders if (folder / name / "theme.yaml").is_file()), None)
    if folder is None or name in above:
        raise ThemeError(name)
    document, problems = read_yaml(f"themes/{name}/theme.yaml", (folder / "theme.yaml").read_bytes())
    if document is None or problems:
        raise ThemeError(name, problems)
    try:
        own, extended = _theme(folder, name, document.data), document.data.get("extends")
    except (AttributeError, KeyError, TypeError, ValueError) as error:  # not the form that is read here
        raise ThemeError(name) from error
    return _on_top(own, _read(folders, extended, (*above, name))) if extended else own


def _theme(folder: Path, name: str, data: Mapping[str, Any]) -> Theme:
    return Theme(
        name,
        {path: content.decode() for path, content in _files(folder / "templates").items()},
        _files(folder / "assets"),
        Palette(_colours(data, "colours"), _colours(data, "more-contrast")),
        data.get("tokens", {}),
    )


def _colours(data: Mapping[str, Any], block: str) -> Mapping[str, tuple[str, str]]:
    return {token: (pair["light"], pair["dark"]) for token, pair in data.get(block, {}).items()}


def _files(folder: Path) -> Mapping[str, bytes]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def _on_top(own: Theme, below: Theme) -> Theme:
    return Theme(
        own.name,
        {**below.templates, **own.templates},
        {**below.assets, **own.assets},
        Palette({**below.palette.colours, **own.palette.colours}, {**below.palette.more, **own.palette.more}),
        {**below.tokens, **own.tokens},
    )
