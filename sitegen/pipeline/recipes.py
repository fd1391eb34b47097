"""Recipes: how the canonical bytes of a view become the bytes of a file.

In: a studio (the look, compiled catalogs, addresses of assets) and jobs. Out: bytes, the same in any process. A job is
all that a recipe may know: a view comes as JSON, so nothing can be seen through it that is not in its digest. This
module must not know where bytes go or what is remembered, and loads what a recipe needs only when it is asked for it.
"""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from time import perf_counter
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from sitegen.language.catalogs import messages
from sitegen.pipeline.output import Output
from sitegen.render.theme import Theme
from sitegen.store.digest import digest
from sitegen.store.tree import SIGNATURE

if TYPE_CHECKING:
    from jinja2 import BytecodeCache, Environment, Template

    from sitegen.render.charts import Kind

CHARTS = ("drawing", "specification")
"""Recipes that draw."""
ICON, STYLE, GROUND = "icon.svg", "style.css", "paper"
"""What a theme calls its icon and its style sheet, and the colour that its pages lie on."""


@dataclass(frozen=True)
class Job:
    """What is to be made. recipe: of RECIPES. view: canonical bytes; others as in Output.

    text: Markdown (of the recipe "prose") or HTML (of a page). drawings: (id, SVG).
    """

    recipe: str
    view: bytes
    template: str = ""
    language: str = ""
    text: str = ""
    drawings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Studio:
    """What jobs are done with.

    closures: what each template is made of. catalogs: compiled, by language. urls: of assets, by name.
    kinds: gives a kind of chart, compiled. compiled: gives what remembers compiled templates; not sent to other
    processes.
    """

    theme: Theme
    closures: Mapping[str, tuple[str, ...]]
    catalogs: Mapping[str, bytes]
    urls: Mapping[str, str]
    kinds: Callable[[Kind], bytes]
    compiled: Callable[[], BytecodeCache] | None = None

    @property
    def _cache(self) -> BytecodeCache | None:
        return self.compiled() if self.compiled else None

    @cached_property
    def environments(self) -> Mapping[str, Environment]:
        """The templates in each language."""
        from sitegen.render import html  # noqa: PLC0415 - only when a page has changed

        return {
            code: html.environment(self.theme, messages(catalog), self.urls, self._cache)
            for code, catalog in self.catalogs.items()
        }

    @cached_property
    def card(self) -> Template:
        """The template of share cards."""
        from sitegen.render import cards  # noqa: PLC0415 - only when one is drawn

        return cards.template(self.theme, self._cache)

    def inputs(self, output: Output) -> str:
        """The digest of all that decides over an output, but for its view, its text and the code."""
        kind = (output.recipe, output.template, output.language)
        if kind not in self._known:
            self._known[kind] = _json(self._parts(*kind))
            self._digests[kind] = digest(self._known[kind])
        return self._digests[kind]

    @property
    def told(self) -> Mapping[str, Callable[[], bytes]]:
        """What digests in keys stand for: JSON, each part by its kind and name."""
        inputs = {self._digests[kind]: partial(bytes, parts) for kind, parts in self._known.items()}
        texts = {digest(each): partial(self._messages, language) for language, each in self.catalogs.items()}
        return {**inputs, **texts, self.urls.get(STYLE, ""): self._style}

    @cached_property
    def _known(self) -> dict[tuple[str, str, str], bytes]:
        """Parts by recipe, template and language: many outputs share some."""
        return {}

    @cached_property
    def _digests(self) -> dict[tuple[str, str, str], str]:
        """Digests of the same."""
        return {}

    def _parts(self, recipe: str, template: str, language: str) -> Mapping[str, object]:
        if recipe == "page":
            catalog = {language: digest(self.catalogs[language])}
            return {"template": self._sources(template), "catalog": catalog, "asset": self._addresses}
        if recipe == "card":
            return {"template": self._sources("card.svg"), "colour": self._colours}
        if recipe == "manifest":
            return {"asset": self._addresses, "colour": {GROUND: self.theme.palette.colours[GROUND]}}
        return {}

    def _sources(self, template: str) -> Mapping[str, str]:
        return {name: self._templates.get(name, "") for name in self.closures[template]}

    @cached_property
    def _templates(self) -> Mapping[str, str]:
        return {name: digest(source.encode()) for name, source in self.theme.templates.items()}

    @cached_property
    def _addresses(self) -> Mapping[str, str]:
        return dict(sorted(self.urls.items()))

    @property
    def _colours(self) -> Mapping[str, tuple[str, str]]:
        return dict(sorted(self.theme.palette.colours.items()))

    def _style(self) -> bytes:
        """What the style sheet is made of."""
        written, more = digest(self.theme.assets[STYLE]), dict(self.theme.palette.more)
        tokens = dict(self.theme.tokens)
        return _json({"token": tokens, "colour": self._colours, "more-contrast": more, "file": {STYLE: written}})

    def _messages(self, language: str) -> bytes:
        """What a catalog says."""
        known = vars(messages(self.catalogs[language])).get("_catalog", {})
        return _json({"message": {str(each): text for each, text in known.items() if each}})


def _json(parts: Mapping[str, object]) -> bytes:
    return json.dumps(parts, ensure_ascii=False).encode()


def packed(studio: Studio, jobs: tuple[Job, ...]) -> bytes:
    """The studio as it is sent to another process, with all that the jobs ask of it."""
    kinds: Mapping[Kind, bytes] = {}
    if any(job.recipe in CHARTS for job in jobs):
        from sitegen.render import charts  # noqa: PLC0415 - only when a chart has changed

        kinds = {kind: studio.kinds(kind) for kind in charts.KINDS}
    return pickle.dumps(Studio(studio.theme, studio.closures, studio.catalogs, studio.urls, kinds.__getitem__))


def done(studio: bytes, jobs: tuple[Job, ...]) -> list[tuple[bytes, float]]:
    """What `timed` gives for the jobs, in their order; for other processes. studio: as `packed` gives it."""
    return [timed(_unpacked(studio), job) for job in jobs]


def timed(studio: Studio, job: Job) -> tuple[bytes, float]:
    """What a job makes, and in how many seconds. Raises what `made` does."""
    start = perf_counter()
    return made(studio, job), perf_counter() - start


@lru_cache(maxsize=2)
def _unpacked(studio: bytes) -> Studio:
    unpacked = pickle.loads(studio)  # noqa: S301 - packed by the process that asks
    assert isinstance(unpacked, Studio)  # noqa: S101 - for types
    return unpacked


def made(studio: Studio, job: Job) -> bytes:
    """What a job makes. Raises ThemeError where a template is at fault."""
    return RECIPES[job.recipe](studio, job)


def _loaded(view: bytes) -> Any:  # noqa: ANN401 - attributes of any view
    return json.loads(view, object_hook=_shaped)


def _shaped(fields: Mapping[str, Any]) -> SimpleNamespace:
    """Attributes for fields, as the view had them."""
    return SimpleNamespace(**fields)


def _page(studio: Studio, job: Job) -> bytes:
    from sitegen.render import html  # noqa: PLC0415 - only when a page has changed
    from sitegen.render.sandbox import told  # noqa: PLC0415 - likewise

    with told(studio.theme):
        template = studio.environments[job.language].get_template(job.template)
        return html.page(template, _loaded(job.view), job.text, dict(job.drawings))


def _prose(_: Studio, job: Job) -> bytes:
    from sitegen.render import markdown  # noqa: PLC0415 - only when a text has changed

    view = _loaded(job.view)
    return markdown.html(job.text, dict(view.links), view.words).encode()


def _drawing(studio: Studio, job: Job) -> bytes:
    from sitegen.render import charts  # noqa: PLC0415 - only when a chart has changed

    return charts.svg(charts.of_json(job.view), studio.kinds).encode()


def _specification(studio: Studio, job: Job) -> bytes:
    from sitegen.render import charts  # noqa: PLC0415 - likewise

    return charts.spec_json(charts.of_json(job.view), studio.kinds)


def _table(_: Studio, job: Job) -> bytes:
    from sitegen.render.tables import csv_bytes  # noqa: PLC0415 - only when a table has changed

    return csv_bytes(_loaded(job.view))


def _card(studio: Studio, job: Job) -> bytes:
    from sitegen.render import cards, charts, pictures  # noqa: PLC0415 - only when a card has changed
    from sitegen.render.sandbox import told  # noqa: PLC0415 - likewise

    card, chart = _loaded(job.view), json.loads(job.view)["chart"]
    # The template counts with its numbers.
    card.chart = charts.time_chart(chart) if chart else None
    with told(studio.theme):
        return pictures.png(cards.svg(studio.card, card))


def _manifest(studio: Studio, job: Job) -> bytes:
    from sitegen.render import pictures, publishing  # noqa: PLC0415 - only when it has changed

    view = _loaded(job.view)
    view.icons = tuple((size, studio.urls[pictures.icon_name(size)]) for size in pictures.ICON_SIZES)
    view.ground = studio.theme.palette.colours[GROUND][0]
    return publishing.manifest(view)


def _headers(_: Studio, job: Job) -> bytes:
    from sitegen.render import publishing  # noqa: PLC0415 - only when they have changed

    return SIGNATURE + publishing.headers(_loaded(job.view))


def _published(name: str) -> Callable[[Studio, Job], bytes]:
    def make(_: Studio, job: Job) -> bytes:
        from sitegen.render import publishing  # noqa: PLC0415 - only when it has changed

        render: Callable[[Any], bytes] = getattr(publishing, name)
        return render(_loaded(job.view))

    return make


RECIPES: Mapping[str, Callable[[Studio, Job], bytes]] = {
    "page": _page,
    "prose": _prose,
    "drawing": _drawing,
    "specification": _specification,
    "table": _table,
    "card": _card,
    "manifest": _manifest,
    "headers": _headers,
    **{name: _published(name) for name in ("redirects", "register", "robots", "sitemap", "security")},
}
