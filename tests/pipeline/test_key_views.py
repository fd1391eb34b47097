"""Each field of a view is needed in the key of an output: without it, an edit would leave something as it was.

The views are those of the fixture portal, with and without extras, and of a silent one. For an edit stands another
value of a field, one that it has elsewhere if there is any; what is made of it, the builder of every site makes.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from decimal import Decimal
from functools import partial
from itertools import islice, zip_longest
from typing import Any

import pytest

from sitegen.model.portal import Portal
from sitegen.pipeline import build as building
from sitegen.pipeline import plan
from sitegen.pipeline.assets import BUNDLE
from sitegen.pipeline.build import Entry, Sources
from sitegen.pipeline.key import Key
from sitegen.pipeline.look import look
from sitegen.pipeline.output import Output, Plan
from sitegen.pipeline.program import code
from sitegen.pipeline.recipes import Studio
from sitegen.pipeline.searching import KINDS, WORDS, Found, Page, Searching
from sitegen.pipeline.workshop import Workshop
from sitegen.render import pictures
from sitegen.render.theme import ThemeError
from sitegen.store.canonical import canonical
from sitegen.store.memo import Memo
from sitegen.views.publishing import Manifest, SitemapEntry
from sitegen.views.values import Prose
from tests.pipeline.conftest import LINDHAMN
from tests.views.test_fields import CLASSES, alike, coded, editions, held, silent, without

pytestmark = pytest.mark.usefixtures("once")
EDITS = 200
"""Of a field, one of which must show."""
OTHERS = 3
"""Values of a field that are tried."""
ELSEWHERE = {
    (Manifest, "icons"): "the recipe takes them from the look",
    (Manifest, "ground"): "likewise",
    (Prose, "path"): "what is in that file is in the key by itself",
}
"""Fields that no key needs."""


@dataclass
class Views(plan._Views):  # noqa: SLF001 - what is to be blinded
    """The views of a plan, named by bytes that lack the field of a class, if one is given. seen: themselves."""

    lacks: tuple[type | None, str] = (None, "")
    seen: dict[str, object] = field(default_factory=dict)

    def add(self, view: object) -> str:
        """What they are named by has no say in what they are."""
        name = super().add(view if self.lacks[0] is None else changed(view, *self.lacks, None))
        self.kept[name] = zlib.compress(canonical(view), 1)
        self.seen[name] = view
        return name


def changed(view: Any, cls: type | None, name: str, other: object) -> Any:  # noqa: ANN401 - any value in a view
    """The same view, in which the field of every value of a class has another value."""
    if isinstance(view, tuple):
        return tuple(changed(item, cls, name, other) for item in view)
    if not is_dataclass(view):
        return view
    made = object.__new__(type(view))
    for each in fields(view):
        replaced = type(view) is cls and each.name == name
        vars(made)[each.name] = other if replaced else changed(getattr(view, each.name), cls, name, other)
    return made


@dataclass(frozen=True)
class Shown:
    """A view of which something is made, and how. classes: of all values within."""

    view: object
    made: Callable[[Memo, Views, object], bytes]
    classes: frozenset[type]


def made(studio: Studio, bodies: Mapping[str, str], output: Output, memo: Memo, views: Views, view: Any) -> bytes:  # noqa: ANN401
    """An output of another view, by what is remembered."""
    if output.recipe == "page":
        output = plan._page(output.path, output.language, view, views)  # noqa: SLF001 - as every page is planned
    else:
        output = output._replace(view=views.add(view))
    builder = building._Builder(code(), Workshop(memo), Sources.given(views.kept, bodies), {})  # noqa: SLF001
    return builder._content(studio, output, builder._key(studio, output))  # noqa: SLF001 - as every site is made


def found(output: Output, memo: Memo, views: Views, view: object) -> bytes:
    """What the search finds, where it knows something else of a page."""
    output = output._replace(entry=views.add(view))
    pages = {output.path: Entry(Key("", ""), "", lambda: b"<main><p>x</p></main>")}
    remembered = partial(Workshop(memo).remembered, code())
    searching = Searching(Sources.given(views.kept, {}).view, remembered, memo, {})
    return searching.found(Plan("", "", (), (output,)), pages).packed()


def read(searching: Searching, outputs: list[Output], pages: Mapping[str, Page]) -> Found:
    """What is read of pages, in place of the index that is made of it."""
    return Found({each.path: searching._read(each, pages[each.path]) for each in outputs}, {})  # noqa: SLF001


def shown(studio: Studio, portal: Portal, *, preview: bool) -> Iterator[Shown]:
    """Every output of a portal, and what is searched of it."""
    views, told, listed = Views(), editions(portal, preview=preview), list[SitemapEntry]()
    outputs = [output for edition in told for output in plan._of_edition(edition, views, listed)]  # noqa: SLF001
    for output in (*outputs, *plan._of_all(told, views, tuple(listed))):  # noqa: SLF001
        view = views.seen[output.view]
        yield Shown(view, partial(made, studio, portal.bodies, output), frozenset(held(view)))
        if output.entry:
            entry = views.seen[output.entry]
            yield Shown(entry, partial(found, output), frozenset({type(entry)}))


def values(view: object) -> Iterator[tuple[tuple[type, str], object]]:
    """The value of each field within a view, by class and name."""
    for item in view if isinstance(view, tuple) else ():
        yield from values(item)
    for each in fields(view) if is_dataclass(view) else ():
        value = getattr(view, each.name)
        yield (type(view), each.name), value
        yield from values(value)


@dataclass(frozen=True)
class All:
    """All that is shown, what is quickly made first; and the values of each field."""

    shown: tuple[Shown, ...]
    values: Mapping[tuple[type, str], dict[object, None]]

    def edits(self, cls: type, name: str) -> Iterator[tuple[Shown, object]]:
        """What shows the field, and its view with another value of it."""
        known = self.values[cls, name]
        others = [*islice(known, OTHERS), *map(unlike, islice(reversed(known), 1))]
        for each in in_turn(each for each in self.shown if cls in each.classes):
            for other in others:
                if (view := changed(each.view, cls, name, other)) != each.view:
                    yield each, view


def in_turn(listed: Iterable[Shown]) -> Iterator[Shown]:
    """One of each kind and of what is within, what is small first, then another one of each, and so on."""
    kinds: dict[tuple[type, frozenset[type]], list[Shown]] = {}
    for each in sorted(listed, key=lambda each: len(each.classes)):
        kinds.setdefault((type(each.view), each.classes), []).append(each)
    for row in zip_longest(*kinds.values()):
        yield from (each for each in row if each)


def unlike(value: Any) -> Any:  # noqa: ANN401 - any value in a view
    """Another value of the same type; the same, where there is nothing to it."""
    if isinstance(value, tuple):
        return value[1:]
    if isinstance(value, Decimal):
        return value + 1
    if is_dataclass(value):
        last = fields(value)[-1].name
        return changed(value, type(value), last, unlike(getattr(value, last)))
    return not value if isinstance(value, bool) else value if value is None else f"{value}x"


def freezing(portal: Portal) -> Portal:
    """The same portal with numbers below zero and in thousands, on a chart over time."""
    observations = tuple(
        each.model_copy(update={"number": each.number and -each.number})
        for each in portal.indicator["geese"].observations
    )
    earlier = {"1999": Decimal(-12345), "2000": Decimal(-10001)}
    observations = (
        *(observations[0].model_copy(update={"period": year, "number": number}) for year, number in earlier.items()),
        *observations,
    )
    indicators = tuple(
        each.model_copy(update={"observations": observations}) if each.id == "geese" else each
        for each in portal.indicators
    )
    return replace(portal, indicators=indicators)


@pytest.fixture(scope="module")
def everything(lindhamn: Portal) -> Iterator[All]:
    """All that is shown of four portals; of search, no index is made, and of cards, no picture."""
    portals = (
        (freezing(coded(lindhamn)), False),
        (silent(lindhamn), True),
        (without(coded(lindhamn)), False),
        (alike(lindhamn), False),
    )
    whole = look(Plan(lindhamn.settings.theme, "", tuple(lindhamn.languages), ()), LINDHAMN, Workshop(Memo()))[1]
    studio = replace(whole, urls={**whole.urls, **{name: f"/assets/{name}" for name in (WORDS, KINDS, BUNDLE)}})
    listed = [each for portal, preview in portals for each in shown(studio, portal, preview=preview)]
    known: dict[tuple[type, str], dict[object, None]] = {}
    for each in listed:
        for name, value in values(each.view):
            known.setdefault(name, {}).setdefault(value)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pictures, "png", str.encode)
        patch.setattr(Searching, "_found", read)
        yield All(tuple(listed), known)


def made_clean(each: Shown, view: object) -> bytes | None:
    """What is made of the other view at first; None where the template has no use for such a one."""
    try:
        return each.made(Memo(), Views(), view)
    except ThemeError:
        return None


def remembering(each: Shown, view: object, lacks: tuple[type | None, str] = (None, "")) -> bytes:
    """What is made of the other view by who has made it of the first."""
    memo = Memo()
    each.made(memo, Views(lacks=lacks), each.view)
    return each.made(memo, Views(lacks=lacks), view)


NEEDED = [(cls, each.name) for cls in CLASSES for each in fields(cls) if (cls, each.name) not in ELSEWHERE]


@pytest.mark.parametrize(("cls", "name"), NEEDED, ids=[f"{cls.__name__}.{name}" for cls, name in NEEDED])
def test_a_key_without_a_field_of_a_view_would_be_seen(everything: All, cls: type, name: str) -> None:
    """The same edit, with the whole key and with one that lacks the field."""
    for each, view in islice(everything.edits(cls, name), EDITS):
        clean = made_clean(each, view)
        if clean and clean != remembering(each, view, (cls, name)):
            assert clean == remembering(each, view)
            return
    pytest.fail("no edit shows that the field is needed")
