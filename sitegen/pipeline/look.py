"""The look of a site: its assets, and the studio in which all that wears it is made.

In: a plan, the folders of looks and catalogs, and a workshop that remembers. Out: assets, compiled catalogs, a Studio.
It must not know what an output shows.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.language.catalogs import catalog_bytes, compiled
from sitegen.pipeline.assets import Remembered, assets
from sitegen.pipeline.folders import catalogs, themes
from sitegen.pipeline.output import Plan
from sitegen.pipeline.program import code
from sitegen.pipeline.recipes import GROUND, ICON, STYLE, Studio
from sitegen.pipeline.workshop import Workshop
from sitegen.render.theme import Theme, read_theme
from sitegen.store.digest import digest

if TYPE_CHECKING:
    from jinja2 import BytecodeCache

    from sitegen.render.charts import Kind


@dataclass(frozen=True)
class _Charts:
    """Makes what charts are drawn with. bundle: the library for readers, None without charts. kinds: compiled."""

    bundle: Callable[[], bytes] | None
    kinds: Mapping[Kind, Callable[[], bytes]]


def _charts(plan: Plan, workshop: Workshop, *, first: bool) -> _Charts:
    """Each takes a second. first: nothing was built by this program, so all of it is needed: it is begun at once."""
    if not any(output.drawings for output in plan.outputs):
        return _Charts(None, {})
    from sitegen.render import charts  # noqa: PLC0415 - only where there are any

    begun = partial(workshop.begun, code())
    kinds = {kind: begun("chart", kind, partial(charts.compiled, kind)) for kind in (charts.KINDS if first else ())}
    return _Charts(begun("bundle", "", charts.bundle), kinds)


def look(
    plan: Plan, root: Path, workshop: Workshop, *, first: bool = False
) -> tuple[Collection[tuple[str, bytes]], Studio]:
    """(fingerprinted path, content) of each asset, and what the outputs of the plan are made with.

    first: nothing was built by this program.
    """
    remembered = partial(workshop.remembered, code())
    theme = read_theme(themes(root), plan.theme)
    theme.require(assets=(STYLE, ICON), colours=(GROUND,))
    charts = _charts(plan, workshop, first=first)
    files = dict(assets(theme, remembered, charts.bundle))
    return files.values(), Studio(
        theme,
        _closures(theme, remembered),
        compiled_catalogs(plan.languages, root, workshop),
        {name: f"/assets/{path}" for name, (path, _) in files.items()},
        partial(_kind, remembered, charts.kinds),
        partial(_compiled, workshop, theme),
    )


def _compiled(workshop: Workshop, theme: Theme) -> BytecodeCache:
    from sitegen.pipeline.compiled import Compiled  # noqa: PLC0415 - only when a page has changed

    return Compiled(workshop.memo, f"{code()} {theme.own}")


def _kind(remembered: Remembered, begun: Mapping[Kind, Callable[[], bytes]], kind: Kind) -> bytes:
    def compiled() -> bytes:
        from sitegen.render import charts  # noqa: PLC0415 - only when a chart has changed

        return begun[kind]() if kind in begun else charts.compiled(kind)

    return remembered("chart", kind, compiled)


def compiled_catalogs(languages: Iterable[str], root: Path, workshop: Workshop) -> Mapping[str, bytes]:
    """The catalog of each language as gettext reads it, b"" where it has none. Raises CatalogError for a faulty one."""
    remembered = partial(workshop.remembered, code())
    found = {language: catalog_bytes(catalogs(root), language) for language in languages}
    return {
        language: remembered(f"catalog:{language}", digest(po), partial(compiled, po, language)) if po else b""
        for language, po in found.items()
    }


def _closures(theme: Theme, remembered: Remembered) -> Mapping[str, tuple[str, ...]]:
    def closures() -> bytes:
        from sitegen.render import html  # noqa: PLC0415 - only when a template has changed
        from sitegen.render.sandbox import told  # noqa: PLC0415 - likewise

        with told(theme):
            return json.dumps(html.closures(theme.templates)).encode()

    found = remembered("closures", digest(json.dumps(sorted(theme.templates.items())).encode()), closures)
    return {name: tuple(closure) for name, closure in json.loads(found).items()}
