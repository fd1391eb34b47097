"""What depends on nothing but what it is given is made once a process, for tests that build one site after the other.

In: nothing. Out: the program, in which the same template is compiled once, the same chart drawn once, the same file
parsed once, the same pages indexed once. Only whole functions are remembered, each by all that it is given, and only
beside the program: no build that remembers can put anything in, and what a page shows is rendered each time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple

import jinja2
import pytest

from sitegen.pipeline import content, look
from sitegen.render import charts, html, markdown, pictures, search
from sitegen.render.charts.kinds import kind
from sitegen.render.charts.specification import Compiler
from sitegen.store.digest import digest
from sitegen.views.charts import Chart


class Once(NamedTuple):
    """A function that depends on what it is given alone. given: all of that, as what has a faithful `repr`."""

    owner: object
    name: str
    given: Callable[..., object]


def chart_given(chart: Chart, compiler: Compiler) -> object:
    """A chart, and its kind as it was compiled."""
    return chart, compiler(kind(chart))


def template_given(environment: jinja2.Environment, source: str, *names: str) -> object:
    """A template's source and names, and all that its environment says of how to compile it."""
    ways = environment.trim_blocks, environment.lstrip_blocks, environment.policies, sorted(environment.extensions)
    return type(environment), ways, source, names


def pairs_given(*given: object) -> object:
    """Everything as it is, and mappings in their order."""
    return [list(each.items()) if isinstance(each, Mapping) else each for each in given]


def all_given(*given: object) -> object:
    """Everything, as it is."""
    return given


ONCE = (
    Once(charts, "bundle", all_given),
    Once(charts, "svg", chart_given),
    Once(charts, "spec_json", chart_given),
    Once(pictures, "icon", all_given),
    Once(jinja2.Environment, "compile", template_given),
    Once(html, "closures", pairs_given),
    Once(markdown, "html", pairs_given),
    Once(look, "compiled", all_given),
    Once(search, "index", pairs_given),
    Once(content, "quick", all_given),
)


@contextmanager
def made_once() -> Iterator[None]:
    """Within, all of ONCE is made once; failures are not remembered."""
    with pytest.MonkeyPatch.context() as patch:
        for each in ONCE:
            patch.setattr(each.owner, each.name, _remembering(getattr(each.owner, each.name), each.given))
        yield


def _remembering(make: Callable[..., Any], given: Callable[..., object]) -> Callable[..., Any]:
    known: dict[str, Any] = {}

    def once(*arguments: Any) -> Any:  # noqa: ANN401 - of any function
        name = digest(repr(given(*arguments)).encode("utf-8", "surrogateescape"))
        if name not in known:
            known[name] = make(*arguments)
        return known[name]

    return once
