"""Templates of a look: those from elsewhere are shut in, and a fault in any is told at its file and line."""

from __future__ import annotations

import pickle
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2.sandbox import SandboxedEnvironment

from sitegen.render.charts import Palette
from sitegen.render.sandbox import environment, told
from sitegen.render.theme import Theme, ThemeError, read_theme
from sitegen.source.text import split_lines
from tests.conftest import ROOT

BASE = "<p>\n{% block body %}{% endblock %}\n</p>\n"


def look(*, own: bool = False, **templates: str) -> Theme:
    """A look of these templates. base.html is another look's."""
    sources = {f"{name}.html": source for name, source in templates.items()} | {"base.html": BASE}
    return Theme("mine", sources, {}, Palette({}, {}), {}, {"base.html": "other"}, own)


def told_of(theme: Theme, view: object = None) -> tuple[str, int, str]:
    """Path, line and reason of what is wrong with page.html."""
    with pytest.raises(ThemeError) as caught, told(theme):
        environment(theme).get_template("page.html").render(view=view)
    (problem,) = caught.value.problems
    assert problem.path in caught.value.texts
    return problem.path, problem.line, str(problem.message.values["reason"])


ESCAPES = (
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ view.f.__globals__ }}",
    "{{ view.f.__code__.co_code }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "{{ self._TemplateReference__context.environment.loader }}",
    "{{ view.items.append(1) }}",
    "{{ view.names.update(x=1) }}",
    "{{ view.names.clear() }}",
    "{{ '{0.__class__.__mro__}'.format(view) }}",
    "{{ ('{0.f.__globals__}'|format) }}{{ view.f.__globals__ }}",
    "{% for x in range(999999999) %}{{ x }}{% endfor %}",
    "{{ view.f.__call__.__self__.__globals__ }}",
)


@pytest.mark.parametrize("source", ESCAPES)
def test_a_template_from_elsewhere_cannot_leave_its_sandbox(source: str) -> None:
    """Neither to what values are made of, nor to other modules, nor to change what it is given."""
    view = SimpleNamespace(f=look, items=[1], names={"a": 1})
    path, line, _ = told_of(look(page=f"\n{source}"), view)
    assert ("themes/mine/templates/page.html", 2) == (path, line)
    assert ([1], {"a": 1}) == (view.items, view.names)


def test_only_looks_of_this_program_go_without_a_sandbox(tmp_path: Path) -> None:
    """They are code like it; one that extends them from elsewhere is not."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "theme.yaml").write_text("extends: 'riverside'\n", encoding="utf-8")
    folders = (tmp_path, ROOT / "themes")
    ours, mine = (read_theme(folders, name) for name in ("riverside", "mine"))
    assert [False, True] == [isinstance(environment(theme), SandboxedEnvironment) for theme in (ours, mine)]
    assert mine.templates == ours.templates
    assert "themes/riverside/templates/base.html" == mine.path("base.html")


@pytest.mark.parametrize(
    ("source", "line", "reason"),
    [
        ("a\n{% if %}\n", 2, "Expected an expression, got 'end of statement block'"),
        ("a\n\n{{ view.nothing }}\n", 3, "has no attribute 'nothing'"),
        ("{{ missing }}", 1, "'missing' is undefined"),
        ("a\n{{ 1 + 'a' }}", 2, "TypeError: unsupported operand"),
        ("a\n{{ 1 / 0 }}", 2, "ZeroDivisionError: division by zero"),
        ("a\n{% include 'none.html' %}", 2, "none.html"),
        ("\n\n{{ 'a'|nofilter }}", 3, "No filter named 'nofilter'"),
        ("{% macro m() %}\n{{ m() }}{% endmacro %}\n{{ m() }}", 2, "RecursionError"),
        ("{% extends 'base.html' %}\n{% block body %}\n{{ x }}{% endblock %}", 3, "'x' is undefined"),
    ],
)
@pytest.mark.parametrize("own", [False, True])
def test_a_fault_is_told_at_its_file_and_line(source: str, line: int, reason: str, own: bool) -> None:  # noqa: FBT001
    """Whether it is one of syntax or of what the template does; in a sandbox or not."""
    path, found, told = told_of(look(page=source, own=own), SimpleNamespace())
    assert ("themes/mine/templates/page.html", line) == (path, found)
    assert reason in told


def test_a_fault_in_an_inherited_template_is_told_in_that_of_the_other_look() -> None:
    """Not in the one that extends it."""
    theme = look(page="{% extends 'bad.html' %}", bad="\n{{ x }}")
    other = Theme(theme.name, theme.templates, {}, theme.palette, {}, {"bad.html": "other"})
    assert ("themes/other/templates/bad.html", 2) == told_of(other)[:2]


def test_a_template_that_is_not_there_is_told() -> None:
    """Where it should lie."""
    with pytest.raises(ThemeError) as caught, told(look()):
        environment(look()).get_template("page.html")
    assert [("themes/mine/templates/page.html", 1)] == [(each.path, each.line) for each in caught.value.problems]


def test_a_template_that_is_nested_too_deeply_is_told() -> None:
    """Jinja cannot say which: the folder is named."""
    with pytest.raises(ThemeError) as caught, told(look()):
        environment(look(page="{% if 1 %}" * 400 + "{% endif %}" * 400)).get_template("page.html")
    assert ["themes/mine/templates/"] == [each.path for each in caught.value.problems]


def test_a_bug_of_this_program_is_none_of_the_look() -> None:
    """What a template calls of ours fails as what it is."""
    made = environment(look(page="{{ view(1) }}"))
    with pytest.raises(TypeError), told(look(page="")):
        made.get_template("page.html").render(view=split_lines)


def test_an_error_crosses_to_another_process_whole() -> None:
    """Pages are made in several."""
    with pytest.raises(ThemeError) as caught, told(look(page="{{ x }}")):
        environment(look(page="{{ x }}")).get_template("page.html").render()
    copied = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - made here
    assert (caught.value.name, caught.value.problems, caught.value.texts) == (
        copied.name,
        copied.problems,
        copied.texts,
    )
