"""A look: a folder of templates, assets and design tokens.

In: the folders that may hold it. Out: a Theme, all of it in memory. One declaration of the tokens serves the
style sheet and the charts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, NoReturn

from sitegen.render.charts import Palette, stylesheet
from sitegen.render.declared import faults, read_files
from sitegen.render.typefaces import rules
from sitegen.source.problems import Message, Problem, say
from sitegen.source.text import decode_anyhow
from sitegen.source.yamltext import read_yaml

# All that a script may import: another, for what it does.
IMPORT = re.compile(rb'^import "\./([^"]+)";$', re.MULTILINE)
STYLES = re.compile(rb'^@import "([^"]+)" layer\((\w+)\);$', re.MULTILINE)


class ThemeError(Exception):
    """The look cannot be used: it is missing, or has faults. texts: of its files, by path, to show a line of."""

    def __init__(
        self, name: str, problems: tuple[Problem, ...] = (), texts: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        super().__init__(name)
        self.name = name
        self.problems = problems
        self.texts = dict(texts)


@dataclass(frozen=True)
class Theme:
    """A look. templates: name to source. assets: name to bytes. tokens: custom property to value.

    looks: the name of the look that each template comes from, where that is another one. own: all of it lies with this
    program, and is code like it. typefaces: those of this program that the style sheet
    uses, by name; None: as the look that it extends.
    """

    name: str
    templates: Mapping[str, str]
    assets: Mapping[str, bytes]
    palette: Palette
    tokens: Mapping[str, str]
    looks: Mapping[str, str] = field(default_factory=dict)
    own: bool = False
    typefaces: tuple[str, ...] | None = None

    def path(self, template: str) -> str:
        """Where a template lies, from the folder that looks lie in."""
        return f"themes/{self.looks.get(template, self.name)}/templates/{template}"

    def require(self, *, assets: tuple[str, ...], colours: tuple[str, ...]) -> None:
        """Raises ThemeError where the look lacks one of these."""
        lacking = [f"assets/{name}" for name in assets if name not in self.assets]
        lacking += [f"colours: {name}" for name in colours if name not in self.palette.colours]
        path, hint = f"themes/{self.name}/theme.yaml", say("Add it, or extend a look that has it.")
        if lacking:
            faults = tuple(Problem(path, 1, 1, say("The look lacks “%(name)s”.", name=name), hint) for name in lacking)
            raise ThemeError(self.name, faults)

    def scripts(self) -> Mapping[str, bytes]:
        """Each script with those that it imports in it, so that a page asks for one.

        Each of them has a block to itself, in which its names are its own. Raises ThemeError where one is missing, or
        imports itself.
        """
        return {name: self._joined(name) for name in self.assets if name.endswith(".js")}

    def styles(self, fonts: Mapping[str, str] = MappingProxyType({})) -> bytes:
        """The style sheet: typefaces and tokens first, then what is written by hand, with what it imports in it.

        fonts: address by typeface. Raises ThemeError where an imported file is missing.
        """
        declared = ";".join(f"--{name}:{value}" for name, value in self.tokens.items())
        written = STYLES.sub(self._layer, self.assets["style.css"]).decode()
        return f"{rules(fonts)}{stylesheet(self.palette)}:root{{{declared}}}\n{written}".encode()

    def _layer(self, found: re.Match[bytes]) -> bytes:
        """An imported style sheet, so that a page asks for one."""
        name, line = found[1].decode(), found.string[: found.start()].count(b"\n") + 1
        self._present(name, "style.css", line)
        return b"@layer %b {\n%b}" % (found[2], self.assets[name])

    def _present(self, name: str, importing: str, line: int) -> None:
        """Raises ThemeError where an imported file is missing."""
        if name not in self.assets:
            hint = say("Add it, or extend a look that has it.")
            self._refuse(importing, line, say("The look lacks “%(name)s”.", name=f"assets/{name}"), hint)

    def _joined(self, name: str, above: tuple[str, ...] = ()) -> bytes:
        """above: the scripts that this one is imported by."""

        def imported(found: re.Match[bytes]) -> bytes:
            other, line = found[1].decode(), found.string[: found.start()].count(b"\n") + 1
            self._present(other, name, line)
            if other in (name, *above):
                hint = say("Import only scripts that do not import this one.")
                self._refuse(name, line, say("The script imports itself, at once or by others."), hint)
            return b"{\n%b}" % self._joined(other, (name, *above))

        return IMPORT.sub(imported, self.assets[name])

    def _refuse(self, asset: str, line: int, message: Message, hint: Message) -> NoReturn:
        raise ThemeError(self.name, (Problem(f"themes/{self.name}/assets/{asset}", line, 1, message, hint),))


def read_theme(folders: tuple[Path, ...], name: str) -> Theme:
    """The look `name` from the first folder that has it, on top of the look that it extends.

    folders: the last is that of this program.
    Raises ThemeError where it is missing, its theme.yaml has faults, or it extends itself.
    """
    return _read(folders, name, ())


def _read(folders: tuple[Path, ...], name: str, above: tuple[str, ...]) -> Theme:
    looks = (path.parent for folder in folders for path in sorted(folder.glob("*/theme.yaml")))
    folder = next((look for look in looks if look.name == name), None)
    if folder is None or name in above:
        raise ThemeError(name)
    path, content = f"themes/{name}/theme.yaml", (folder / "theme.yaml").read_bytes()
    document, problems = read_yaml(path, content)
    problems = (*problems, *(faults(document) if document else ()))
    files, refused = read_files(folder, f"themes/{name}")
    if document is None or problems or refused:
        raise ThemeError(name, (*problems, *refused), {path: decode_anyhow(content)})
    ours = folder.resolve().parent == folders[-1].resolve()
    own, extended = replace(_theme(name, files, document.data), own=ours), document.data.get("extends")
    return _on_top(own, _read(folders, extended, (*above, name))) if extended else own


def _theme(name: str, files: Mapping[str, bytes], data: Mapping[str, Any]) -> Theme:
    palette = Palette(_colours(data, "colours"), _colours(data, "more-contrast"))
    found = {
        kind: {path.removeprefix(f"{kind}/"): content for path, content in files.items() if path.startswith(f"{kind}/")}
        for kind in ("templates", "assets")
    }
    templates = {path: content.decode() for path, content in found["templates"].items()}
    tokens, typefaces = data.get("tokens", {}), data.get("typefaces")
    return Theme(
        name, templates, found["assets"], palette, tokens, typefaces=None if typefaces is None else tuple(typefaces)
    )


def _colours(data: Mapping[str, Any], block: str) -> Mapping[str, tuple[str, str]]:
    return {token: (pair["light"], pair["dark"]) for token, pair in data.get(block, {}).items()}


def _on_top(own: Theme, below: Theme) -> Theme:
    return Theme(
        own.name,
        {**below.templates, **own.templates},
        {**below.assets, **own.assets},
        Palette({**below.palette.colours, **own.palette.colours}, {**below.palette.more, **own.palette.more}),
        {**below.tokens, **own.tokens},
        {name: below.looks.get(name, below.name) for name in below.templates.keys() - own.templates.keys()},
        own.own and below.own,
        below.typefaces if own.typefaces is None else own.typefaces,
    )
