"""Every field of a view is there for an output: taken away, some page, table, chart or file changes or breaks.

The classes are found by reflection, so a new view or field is tested from the day it is written. A field is
taken away by a copy of the whole view in which every value of its class lacks it.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import Field, dataclass, fields, is_dataclass, replace
from decimal import Decimal
from functools import partial
from importlib import import_module
from pathlib import Path

import pytest
from jinja2 import Environment, Template, UndefinedError

import sitegen.views
from sitegen import pipeline
from sitegen.language.catalogs import MESSAGE_LANGUAGE
from sitegen.language.language import language
from sitegen.model.addresses import addresses
from sitegen.model.portal import Portal
from sitegen.model.settings import OPTIONAL, Extra
from sitegen.model.unset import PUBLISHER_ONLY
from sitegen.pipeline import plan
from sitegen.pipeline.assets import BUNDLE
from sitegen.pipeline.searching import KINDS, WORDS
from sitegen.render import cards, charts, html, pictures, publishing, search
from sitegen.render.tables import csv_bytes
from sitegen.render.templates import TEMPLATES
from sitegen.render.theme import Theme, read_theme
from sitegen.views.cards import Card
from sitegen.views.charts import BarChart, TimeChart
from sitegen.views.drawings import Drawing
from sitegen.views.edition import Edition
from sitegen.views.frame import Frame
from sitegen.views.groups import ProjectList
from sitegen.views.pages.prose import RootPage, not_found_page, root_page
from sitegen.views.pages.search import search_entry
from sitegen.views.pages.sharing import shared_root
from sitegen.views.phrases import Phrases
from sitegen.views.site import View, pages, within
from sitegen.views.values import Prose, Table
from sitegen.views.verdicts import Verdicts

LINDHAMN = Path(__file__).resolve().parents[1] / "portals" / "lindhamn"
MAKERS = (Edition, ProjectList, Phrases, Verdicts)
"""What views are made with, not views: no output sees them."""


@dataclass(frozen=True)
class Output:
    """A file of the site: the view it is made of, how, and how it is whole. holds: the classes within the view."""

    view: object
    render: Callable[[object], bytes]
    whole: bytes
    holds: frozenset[type]


def classes() -> tuple[type, ...]:
    """Every class of views, in the order of modules."""
    names = [module.name for module in pkgutil.walk_packages(sitegen.views.__path__, "sitegen.views.")]
    modules = [import_module(name) for name in names]
    own = [value for module in modules for value in vars(module).values() if _is_view(value, module.__name__)]
    return tuple(dict.fromkeys(own))


def _is_view(value: object, module: str) -> bool:
    return isinstance(value, type) and is_dataclass(value) and value.__module__ == module and value not in MAKERS


CLASSES = classes()
FIELDS = [pytest.param(cls, field, id=f"{cls.__name__}.{field.name}") for cls in CLASSES for field in fields(cls)]


def held(view: object) -> Iterator[type]:
    """The classes of all values within a view, itself included."""
    if isinstance(view, tuple):
        for item in view:
            yield from held(item)
    elif is_dataclass(view):
        yield type(view)
        for field in fields(view):
            yield from held(getattr(view, field.name))


def copied(view: object, cls: type, missing: str) -> object:
    """The same view, in which every value of class `cls` lacks the field `missing`."""
    if isinstance(view, tuple):
        return tuple(copied(item, cls, missing) for item in view)
    if not is_dataclass(view):
        return view
    made = object.__new__(type(view))
    for field in fields(view):
        if type(view) is not cls or field.name != missing:
            vars(made)[field.name] = copied(getattr(view, field.name), cls, missing)
    return made


def output(view: object, render: Callable[[object], bytes]) -> Output:
    """An output with all that is known of it."""
    return Output(view, render, render(view), frozenset(held(view)))


def page_outputs(view: View, templates: Environment) -> Iterator[Output]:
    """A page, the files beside it, and what is searched of it."""
    yield output(view, partial(_page, templates))
    if not isinstance(view, RootPage):
        yield output(search_entry(view, view.frame), _scratch)
    yield from (output(table, _table) for table in within(view, Table))
    yield from (output(drawing.chart, _chart) for drawing in within(view, Drawing))


def card_outputs(drawn: Template, made: Iterable[Card | None]) -> Iterator[Output]:
    """The drawings of share cards."""
    yield from (output(card, partial(_card, drawn)) for card in made if card)


def _card(drawn: Template, view: object) -> bytes:
    return cards.svg(drawn, view).encode()  # type: ignore[arg-type] # or a copy of it that lacks a field


def _page(templates: Environment, view: object) -> bytes:
    drawings = {drawing.id: "" for drawing in within(view, Drawing) if hasattr(drawing, "id")}
    text = "".join(f"{prose.path} {prose.links} {prose.words}" for prose in within(view, Prose))
    return html.page(templates.get_template(TEMPLATES[type(view)]), view, text, drawings)  # type: ignore[index] # a page


def _scratch(view: object) -> bytes:
    page = search.read(view, b"<main><p>x</p></main>")  # type: ignore[arg-type] # likewise
    # Address and kind go into the index's own files, which a program of its own writes.
    return search.scratch(page, {}, {}) + page.entry.path.encode() + page.entry.kind.encode()


def _table(view: object) -> bytes:
    return csv_bytes(view)  # type: ignore[arg-type] # likewise


def _chart(view: object) -> bytes:
    return charts.spec_json(view)  # type: ignore[arg-type] # likewise


def editions(portal: Portal, *, preview: bool) -> tuple[Edition, ...]:
    """A portal in each of its languages."""
    known, folders, base = addresses(portal), pipeline.catalogs(LINDHAMN), portal.settings.base_url
    return tuple(Edition(portal, language(code, folders), known, base, preview) for code in portal.languages)


def coded(portal: Portal) -> Portal:
    """The same portal with a code for every project, whether its theme has a letter or not."""
    projects = tuple(each.model_copy(update={"code": each.code or "L1"}) for each in portal.projects)
    return replace(portal, projects=projects)


def alike(portal: Portal) -> Portal:
    """The same portal in which the projects of the last roadmap have one theme, and the first project has a twin.

    Names have short forms.
    """
    first, theme = portal.projects[0], portal.programme.themes[0].id
    twin = {"id": "twin", "slug": {code: f"{slug}-twin" for code, slug in first.slug.items()}, "aliases": {}}
    last = [each.model_copy(update={"theme": theme}) for each in portal.projects_of(portal.roadmaps[-1].id)]
    others = [each for each in portal.projects if each.roadmap != portal.roadmaps[-1].id]
    projects = (*others, first.model_copy(update=twin), *last)
    return replace(portal, projects=tuple(each.model_copy(update={"short": each.title}) for each in projects))


def silent(portal: Portal) -> Portal:
    """The same portal before its publisher has said more than where to report faults, and before any project began."""
    unset = dict.fromkeys(name for name in PUBLISHER_ONLY if name != "security")
    nothing = {"theme": None, "statuses": (), "effects": (), "costs": (), "savings": ()}
    projects = tuple(project.model_copy(update=nothing) for project in portal.projects)
    roadmaps = tuple(roadmap.model_copy(update={"total": None}) for roadmap in portal.roadmaps)
    sections = tuple(section for section in portal.settings.sections if section.id not in OPTIONAL)
    settings = portal.settings.model_copy(update={**unset, "sections": sections})
    return replace(portal, settings=settings, roadmaps=roadmaps, projects=projects)


def scaled(portal: Portal) -> Portal:
    """The same portal whose shares have a scale of their own: one of them has something left to its target."""
    ends = {"lowest": Decimal(1), "highest": Decimal(100)}
    units = tuple(unit.model_copy(update=ends) if unit.id == "percent" else unit for unit in portal.programme.units)
    return replace(portal, programme=portal.programme.model_copy(update={"units": units}))


def without(portal: Portal) -> Portal:
    """The same portal without all that it may do without beside its pages."""
    return replace(portal, settings=portal.settings.model_copy(update={"without": tuple(Extra)}))


@pytest.fixture(scope="module")
def outputs() -> tuple[Output, ...]:
    """Every output of the fixture portal in one language, with and without extras, and of a silent one."""
    portal = pipeline.read(LINDHAMN).checked.portal
    assert portal is not None
    told, untold = editions(alike(coded(portal)), preview=False), editions(silent(scaled(portal)), preview=True)
    bare = editions(without(coded(portal)), preview=False)
    return (
        *_page_outputs(bare, MESSAGE_LANGUAGE),
        *_page_outputs(told, MESSAGE_LANGUAGE),
        *_site_outputs(told[0]),
        *_page_outputs(untold, portal.documents[0].language),
        *_site_outputs(untold[0]),
    )


def _page_outputs(made: tuple[Edition, ...], code: str) -> Iterator[Output]:
    theme = read_theme(pipeline.themes(LINDHAMN), made[0].portal.settings.theme)
    assets = {name: f"/assets/{name}" for name in _asset_names(theme)}
    one = next(edition for edition in made if edition.code == code)
    templates = html.environment(theme, one.language.messages, assets)
    roots = [shared_root(made, root_page(made, not_found=found)) for found in (False, True)]
    shown = list(pages(one))
    for view in (*shown, not_found_page(one), *roots):
        yield from page_outputs(view, templates)
    yield from card_outputs(
        cards.template(theme), (*(view.frame.card for view in shown), *(root.card for root in roots))
    )


def _asset_names(theme: Theme) -> tuple[str, ...]:
    icons = map(pictures.icon_name, pictures.ICON_SIZES)
    return ("style.css", BUNDLE, WORDS, KINDS, *theme.assets, *icons)


def _site_outputs(edition: Edition) -> tuple[Output, ...]:
    """Headers, redirects, sitemap …: the views that stand for the site as a whole."""
    named = replace(plan.manifest(edition), icons=((180, "/assets/icon.png"),), ground="#fff")
    views = [
        (recipe, view) for _, recipe, view in plan.publishing(edition, tuple(map(plan.sitemap_entry, pages(edition))))
    ]
    return tuple(output(view, getattr(publishing, recipe)) for recipe, view in [("manifest", named), *views])


def changed(each: Output, cls: type, missing: str) -> bool:
    """Whether the output changes or breaks without the field."""
    try:
        return each.whole != each.render(copied(each.view, cls, missing))
    except (AttributeError, UndefinedError):
        return True


@pytest.fixture
def by_identity(monkeypatch: pytest.MonkeyPatch) -> None:
    """A memory keyed by views must not break for what it only hashes: views are told apart by what they are."""
    for cls in (TimeChart, BarChart):
        monkeypatch.setattr(cls, "__hash__", object.__hash__)
        monkeypatch.setattr(cls, "__eq__", object.__eq__)


@pytest.mark.parametrize(("cls", "field"), FIELDS)
@pytest.mark.usefixtures("by_identity")
def test_a_view_without_a_field_makes_another_output(
    outputs: tuple[Output, ...], monkeypatch: pytest.MonkeyPatch, cls: type, field: Field[object]
) -> None:
    """No view knows anything that no output shows."""
    monkeypatch.delattr(cls, field.name, raising=False)  # the default would stand in for it
    assert any(changed(each, cls, field.name) for each in outputs if cls in each.holds)


def test_every_class_of_views_is_in_an_output(outputs: tuple[Output, ...]) -> None:
    """What is tested above is reached, and there is no view for nothing."""
    reached = frozenset[type]().union(*(each.holds for each in outputs))
    assert [] == [cls.__name__ for cls in CLASSES if cls not in reached]


@pytest.mark.usefixtures("by_identity")
def test_a_copy_that_lacks_nothing_makes_the_same_output(outputs: tuple[Output, ...]) -> None:
    """It is the missing field that changes or breaks an output, not the copying."""
    frames = [each for each in outputs if Frame in each.holds][:3]
    rest = {type(each.view): each for each in outputs}.values()
    assert [] == [type(each.view).__name__ for each in (*frames, *rest) if changed(each, Frame, "nothing of the kind")]


def test_every_field_is_seen_filled_and_every_choice_both_ways(outputs: tuple[Output, ...]) -> None:
    """No field is always blank; what may be absent is seen there and absent: no branch of a template goes unseen."""
    seen: dict[str, set[bool]] = {}
    for each in outputs:
        for name, filled in _filled(each.view):
            seen.setdefault(name, set()).add(filled)
    wanted = {name: {False, True} if name in CHOICES else {True} for name in seen}
    assert {} == {name: sorted(found) for name, found in seen.items() if not wanted[name] <= found}


def _filled(view: object) -> Iterator[tuple[str, bool]]:
    """Name of each field within a view, and whether it says anything."""
    if isinstance(view, tuple):
        for item in view:
            yield from _filled(item)
    elif is_dataclass(view):
        for field in fields(view):
            value = getattr(view, field.name)
            yield f"{type(view).__name__}.{field.name}", value not in ("", None, (), False)
            yield from _filled(value)


CHOICES = frozenset(
    f"{cls.__name__}.{field.name}"
    for cls in CLASSES
    for field in fields(cls)
    if field.type == "bool" or str(field.type).endswith("| None")
)
