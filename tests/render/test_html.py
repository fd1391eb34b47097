"""A view and a template make a page: nothing unknown, nothing unescaped, no template too few or too many."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest
from jinja2 import Environment, TemplateNotFound, UndefinedError, meta

from sitegen.language.catalogs import translations
from sitegen.language.language import Language, language
from sitegen.model.addresses import addresses
from sitegen.render.cards import TEMPLATE as CARD
from sitegen.render.charts import Palette
from sitegen.render.html import environment, page
from sitegen.render.pictures import ICON_SIZES, icon_name
from sitegen.render.templates import TEMPLATES
from sitegen.render.theme import Theme, read_theme
from sitegen.views.edition import Edition
from sitegen.views.pages.prose import ProsePage
from sitegen.views.site import View, pages
from tests.conftest import ROOT
from tests.derive.records import portal

HOSTILE = "<b>&\"'</b>"
ESCAPED = "&lt;b&gt;&amp;&#34;&#39;&lt;/b&gt;"


def templates(source: str, spoken: Language | None = None) -> Environment:
    """Templates of which each page has this one."""
    theme = Theme("t", dict.fromkeys(TEMPLATES.values(), source), {}, Palette({}, {}), {})
    return environment(theme, (spoken or language("en", ())).messages, {"style.css": "/assets/style.1.css"})


def view() -> ProsePage:
    """The page of prose of a small portal."""
    records = portal()
    edition = Edition(records, language("en", ()), addresses(records), None, preview=False)
    return next(each for each in pages(edition) if isinstance(each, ProsePage))


def titled(title: str) -> ProsePage:
    """The same page with another title."""
    made = view()
    return replace(made, frame=replace(made.frame, title=title))


def rendered(source: str, made: ProsePage | None = None, spoken: Language | None = None) -> str:
    """What a template makes of a view."""
    shown = made or view()
    return page(templates(source, spoken).get_template(TEMPLATES[type(shown)]), shown, "", {}).decode()


@pytest.mark.parametrize(
    "source",
    [
        "{{ view.nothing }}",
        "{{ nothing }}",
        "{% if view.frame.nothing %}{% endif %}",
        "{% for x in nothing %}{% endfor %}",
    ],
)
def test_what_the_view_does_not_have_is_an_error(source: str) -> None:
    """Printed, asked for or walked through."""
    with pytest.raises(UndefinedError):
        rendered(source)


def test_an_asset_or_a_template_that_is_not_there_is_an_error() -> None:
    """And not an empty address."""
    assert "/assets/style.1.css" == rendered("{{ asset('style.css') }}")
    with pytest.raises(KeyError):
        rendered("{{ asset('gone.css') }}")
    with pytest.raises(TemplateNotFound):
        rendered('{% include "gone.html" %}')


def test_texts_are_escaped() -> None:
    """In the page and in attributes, also as values of a translated sentence."""
    assert ESCAPED == rendered("{{ view.frame.title }}", titled(HOSTILE))
    assert f"of {ESCAPED}" == rendered('{{ _("of %(x)s", x=view.frame.title) }}', titled(HOSTILE))
    assert f"of {ESCAPED}" == rendered("{% trans x=view.frame.title %}of {{ x }}{% endtrans %}", titled(HOSTILE))


def test_a_title_cannot_break_out_of_the_page() -> None:
    """With the real templates: in the title, in the heading and in the description."""
    made = titled(HOSTILE)
    made = replace(made, frame=replace(made.frame, description=HOSTILE, portal=HOSTILE))
    markup = page(_real().get_template(TEMPLATES[type(made)]), made, "", {}).decode()
    assert HOSTILE not in markup
    assert f"<title>{ESCAPED} – {ESCAPED}</title>" in markup
    assert f'<meta name="description" content="{ESCAPED}">' in markup
    assert f"<h1>{ESCAPED}</h1>" in markup


def test_sentences_are_translated_and_their_line_breaks_are_none() -> None:
    """A sentence of several lines in a template is one message."""
    po = 'msgid "a b"\nmsgstr "x y"\n\nmsgid "%(count)s day"\nmsgid_plural "%(count)s days"\n'
    spoken = Language(
        "sv", translations(f'{po}msgstr[0] "%(count)s dag"\nmsgstr[1] "%(count)s dagar"\n'.encode(), "sv")
    )
    assert "x y" == rendered("{% trans %}a\n   b{% endtrans %}", spoken=spoken)
    plural = "{% trans count=n %}{{ count }} day{% pluralize %}{{ count }} days{% endtrans %}"
    assert "1 dag, 2 dagar" == rendered(f"{{% set n = 1 %}}{plural}, {{% set n = 2 %}}{plural}", spoken=spoken)


def test_every_page_has_a_template() -> None:
    """Each kind of view has one, and no other has."""
    kinds = {kind for member in get_args(View) for kind in (get_args(member) or (member,))}
    assert kinds == set(TEMPLATES)
    assert len(TEMPLATES) == len(set(TEMPLATES.values()))


THEMES = sorted(path.parent.name for path in ROOT.glob("themes/*/theme.yaml"))


@pytest.mark.parametrize("name", THEMES)
def test_every_template_of_a_look_exists_and_is_used(name: str) -> None:
    """From those of the pages, through what they extend and import, to each file, and to none that is missing."""
    theme = read_theme((ROOT / "themes",), name)
    reached, ahead = set(TEMPLATES.values()), list(TEMPLATES.values())
    parser = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    while ahead:
        named = meta.find_referenced_templates(parser.parse(theme.templates[ahead.pop()]))
        new = {found for found in named if found is not None} - reached
        reached |= new
        ahead += new
    assert theme.templates.keys() == reached | {CARD}


def _real() -> Environment:
    """The templates of the first look here, with any asset."""
    theme = read_theme((ROOT / "themes",), THEMES[0])
    made = ("vega.js", *map(icon_name, ICON_SIZES))
    assets = dict.fromkeys((*theme.assets, *made), "/assets/x")
    return environment(theme, language("en", ()).messages, assets)


SECTION = '<section aria-labelledby="x"><h2 id="x">Costs <i>&amp;</i></h2></section>'
NAMED = '<span id="link-to" hidden>Link to:</span>'


def test_every_section_has_a_link_to_itself() -> None:
    """Beside the heading, not within it, and named by what the page says of such links and by the heading."""
    link = '<a class="here" data-unsearched href="#x" aria-labelledby="link-to x">#</a>'
    headed = f'<div class="headed"><h2 id="x">Costs <i>&amp;</i></h2> {link}</div>'
    assert SECTION.replace('<h2 id="x">Costs <i>&amp;</i></h2>', headed) + NAMED == rendered(SECTION + NAMED)


@pytest.mark.parametrize("markup", [SECTION, f"<h2>Costs</h2>{NAMED}", f'<h1 id="x">Costs</h1>{NAMED}'])
def test_a_link_without_a_name_or_an_address_is_not_made(markup: str) -> None:
    """Where the page has no words for such links, the heading has no address, or it is that of the page."""
    assert markup == rendered(markup)
