"""Pages as HTML: a view and a template in, bytes out.

Templates see `view`, the page's own `prose` and `drawings` as HTML, gettext in the page's language, and the addresses
of assets: nothing else of the portal. What a template names and the view does not have is an error, and so is a
template that is not there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from gettext import NullTranslations

from jinja2 import BytecodeCache, Environment, Template, TemplateSyntaxError
from jinja2.meta import find_referenced_templates
from markupsafe import Markup

from sitegen.render import sandbox
from sitegen.render.publishing import SCRIPTS_WITHOUT_WEBASSEMBLY
from sitegen.render.theme import Theme
from sitegen.render.typefaces import TYPEFACES

_SECTION_HEADING = re.compile(r'<h2 id="([^"]+)"[^>]*>.*?</h2>', re.DOTALL)
_NAMES_LINKS = 'id="link-to"'


def environment(
    theme: Theme, messages: NullTranslations, assets: Mapping[str, str], compiled: BytecodeCache | None = None
) -> Environment:
    """The templates of a theme in one language.

    messages: its catalog. assets: name of an asset to its address. compiled: remembers compiled templates.
    """
    made = sandbox.environment(theme, ("jinja2.ext.i18n",), compiled)
    made.policies["ext.i18n.trimmed"] = True
    made.install_gettext_callables(  # type: ignore[attr-defined] # added by the extension
        messages.gettext, messages.ngettext, newstyle=True
    )
    made.globals["asset"] = assets.__getitem__
    fonts = (name for name, typeface in TYPEFACES.items() if typeface.preloaded)
    made.globals["fonts"] = [assets[f"{name}.woff2"] for name in fonts if f"{name}.woff2" in assets]
    made.globals["scripts_without_webassembly"] = SCRIPTS_WITHOUT_WEBASSEMBLY
    return made


def page(template: Template, view: object, prose: str, drawings: Mapping[str, str]) -> bytes:
    """The page that a view makes. prose: sanitised HTML. drawings: SVG by the id of the drawing, its texts escaped.

    Raises jinja2.UndefinedError for what the view does not have.
    """
    drawn = {name: Markup(svg) for name, svg in drawings.items()}  # noqa: S704 - drawn and cleaned by us
    return _addressed(template.render(view=view, prose=Markup(prose), drawings=drawn)).encode()  # noqa: S704 - sanitised


def sections(page: str) -> frozenset[str]:
    """The ids of the sections of a page, as a reader may have linked to them."""
    return frozenset(_SECTION_HEADING.findall(page))


def closures(templates: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    """Each template with all that it extends, includes or imports, itself among them, sorted; by its name.

    templates: sources by name. Raises TemplateSyntaxError, also where one names another by a variable.
    """
    parser = Environment(extensions=["jinja2.ext.i18n"])  # noqa: S701 - nothing is rendered by it
    named = {name: tuple(find_referenced_templates(parser.parse(source, name))) for name, source in templates.items()}
    for name, others in named.items():
        if None in others:
            raise TemplateSyntaxError("a template is named by a variable: what this is made of cannot be told", 1, name)
    return {name: _closure(name, named) for name in templates}


def _closure(name: str, named: Mapping[str, tuple[str | None, ...]]) -> tuple[str, ...]:
    found: set[str] = set()
    waiting = [name]
    while waiting:
        found.add(current := waiting.pop())
        waiting += [each for each in named.get(current, ()) if each is not None and each not in found]
    return tuple(sorted(found))


def _addressed(page: str) -> str:
    """The page with a link to each of its sections beside the heading, so that no template can forget one.

    It is named by the element "link-to" and the heading; it is not part of the heading, whose name stays what it is.
    """
    if _NAMES_LINKS not in page:
        return page
    return _SECTION_HEADING.sub(
        r'<div class="headed">\g<0> '
        r'<a class="here" data-unsearched href="#\1" aria-labelledby="link-to \1">#</a></div>',
        page,
    )
