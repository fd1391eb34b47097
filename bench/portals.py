"""One corpus as two portals: in the form of this generator, and in that of Hugo, with the same pages.

In: a folder and how many records. Out: files. The rest of what our portal asks for (a document to cite, units,
groups) is as little as it takes. It must not know how a portal is built.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from bench.corpus import GOALS, LANGUAGES, STATUSES, UNITS, YEARS, Indicator, Project, Texts, indicators, projects

HERE = Path(__file__).resolve().parent
BASE = "https://example.org"
PHASES = {"planned": "planned", "ongoing": "started", "done": "done"}
STATUS_NAMES: Mapping[str, Texts] = {
    "planned": {"sv": "Planerat", "fi": "Suunniteltu"},
    "ongoing": {"sv": "Pågår", "fi": "Käynnissä"},
    "done": {"sv": "Klart", "fi": "Valmis"},
}
SECTIONS = ("programme", "roadmaps", "projects", "indicators", "costs", "use-cases", "sources", "method")
WORDS: Mapping[str, Texts] = {
    "All projects": {"sv": "Projekt", "fi": "Hankkeet"},
    "Indicators": {"sv": "Indikatorer", "fi": "Mittarit"},
    "Skip to content": {"sv": "Till innehållet", "fi": "Siirry sisältöön"},
    "Home": {"sv": "Hem", "fi": "Etusivu"},
    "Status": {"sv": "Status", "fi": "Tila"},
    "Goal": {"sv": "Mål", "fi": "Tavoite"},
    "Year": {"sv": "År", "fi": "Vuosi"},
    "Cost": {"sv": "Kostnad", "fi": "Kustannus"},
    "Responsible": {"sv": "Ansvarig", "fi": "Vastuu"},
    "Target": {"sv": "Mål", "fi": "Tavoite"},
    "This page is made by a static generator.": {
        "sv": "Sidan är byggd av en statisk generator.",
        "fi": "Sivu on rakennettu staattisella generaattorilla.",
    },
}
GROUP = 5
"""So many indicators stand in one group."""
SOURCE = {"document": "report", "section": "facts"}


def write(folder: Path, count: int, form: Callable[[Path, tuple[Project, ...], tuple[Indicator, ...]], None]) -> None:
    """A portal of `count` records in `folder`, which is emptied first. form: `ours` or `hugo`."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    form(folder, tuple(projects(count)), tuple(indicators(count)))


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


# --- Hugo ----------------------------------------------------------------------------------------------------


def hugo(folder: Path, some: tuple[Project, ...], others: tuple[Indicator, ...]) -> None:
    """As Hugo wants it: a file a page, all facts in its front matter."""
    shutil.copytree(HERE / "hugo", folder, dirs_exist_ok=True)
    for code in LANGUAGES:
        for each in ("", "projects", "indicators"):
            _put(folder / "content" / code / each / "_index.md", f"---\ntitle: {each or 'home'}\n---\n")
        for project in some:
            facts = {"status": [project.status], "goals": [project.goal], "year": project.year, "cost": project.cost}
            _hugo_page(folder, code, "projects", project, {**facts, "responsible": project.responsible[code]})
        for indicator in others:
            facts = {"target": indicator.target, "values": indicator.values, "unit": indicator.unit[code]}
            _hugo_page(folder, code, "indicators", indicator, facts)


def _hugo_page(folder: Path, code: str, section: str, record: Project | Indicator, facts: Mapping[str, object]) -> None:
    told = {"title": record.title[code], "summary": record.summary[code], **facts}
    front = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in told.items())
    body = record.bodies[code].format(f"/{code}/{section}/{record.neighbour}/")
    _put(folder / "content" / code / section / f"{record.id}.md", f"---\n{front}---\n{body}")


# --- Ours ----------------------------------------------------------------------------------------------------


def ours(folder: Path, some: tuple[Project, ...], others: tuple[Indicator, ...]) -> None:
    """As this generator wants it: facts once, a text a language; statuses have pages of their own, as texts.

    The program lies with it, as with a city's portal: a look that lies elsewhere is not trusted, which costs time.
    """
    shutil.copytree(HERE.parent / "sitegen", folder / "sitegen")
    shutil.copy2(HERE.parent / "build.py", folder)
    shutil.copytree(HERE / "look", folder / "themes" / "look")
    for code in LANGUAGES:
        lines = (f'msgid "{words}"\nmsgstr "{texts[code]}"\n' for words, texts in WORDS.items())
        head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n'
        _put(folder / "locale" / code / "LC_MESSAGES" / "messages.po", "\n".join((head, *lines)))
    content = folder / "content"
    _yaml(content / "portal.yaml", _settings())
    _yaml(content / "programme.yaml", _programme(len(others)))
    _yaml(content / "roles.yaml", {"roles": []})
    document = {"language": "sv", "sections": [{"id": "facts", "heading": "Facts"}]}
    _yaml(content / "sources" / "report.yaml", {**_named("report", "Report"), **document})
    for goal in GOALS:
        title = {"sv": f"Mål {goal.upper()}", "fi": f"Tavoitteet {goal.upper()}"}
        roadmap = {**_named(goal, goal), "title": title, "year": goal, "source": SOURCE}
        _yaml(content / "roadmaps" / f"{goal}.yaml", roadmap)
    for number, status in enumerate(STATUSES):
        _status_page(content, status, number, [each for each in some if each.status == status])
    for project in some:
        _record(content / "projects", "project", project, _project(project))
    for number, indicator in enumerate(others):
        _record(content / "indicators", "indicator", indicator, _indicator(indicator, number))


def _yaml(path: Path, data: object) -> None:
    """JSON is YAML, and as quick to read."""
    _put(path, json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def _both(text: str) -> Texts:
    return dict.fromkeys(LANGUAGES, text)


def _named(record_id: str, title: str) -> dict[str, object]:
    return {"id": record_id, "slug": _both(record_id), "title": _both(title)}


def _term(term_id: str, name: Texts, **more: object) -> dict[str, object]:
    return {"id": term_id, "name": name, "source": SOURCE, **more}


def _settings() -> dict[str, object]:
    slugs = {section: section for section in SECTIONS} | {"roadmaps": "goals"}
    return {
        "name": {"sv": "Hem", "fi": "Etusivu"},
        "city": _both("Portal"),
        "city_genitive": _both("Portal’s"),
        "description": _both("Portal"),
        "theme": "look",
        "currency": "EUR",
        "languages": [
            {"code": "sv", "name": "Svenska", "link": "På svenska"},
            {"code": "fi", "name": "Suomi", "link": "Suomeksi"},
        ],
        "sections": [{"id": section, "slug": _both(slug)} for section, slug in slugs.items()],
        "base_url": BASE,
        "without": ["cards", "charts", "csv"],
    }


def _programme(count: int) -> dict[str, object]:
    groups = (f"g{number}" for number in range(-(-count // GROUP)))
    units = ({code: names[number] for code, names in UNITS.items()} for number in range(len(UNITS["sv"])))
    return {
        "name": _both("Portal"),
        "start": "2015",
        "end": "2030",
        "source": SOURCE,
        "years": [_term(goal, _both(goal)) for goal in GOALS],
        "levels": [_term(str(year), _both(str(year))) for year in range(2015, 2031)],
        "statuses": [_term(status, STATUS_NAMES[status], phase=PHASES[status]) for status in STATUSES],
        "groups": [_term(group, _both(group), slug=_both(group)) for group in groups],
        "units": [{"id": f"u{number}", "name": name, "kind": "number"} for number, name in enumerate(units)],
    }


def _status_page(content: Path, status: str, order: int, listed: Iterable[Project]) -> None:
    name, some = f"status-{status}", tuple(listed)
    for code in LANGUAGES:
        front = {"page": name, "title": STATUS_NAMES[status][code], "slug": name, "summary": "Portal", "order": order}
        items = "\n".join(f"- [{each.title[code]}](project:{each.id}) {each.year}" for each in some)
        _prose(content / "pages" / f"{name}.{code}.md", front, f"{len(some)}\n\n{items}\n")


def _prose(path: Path, front: Mapping[str, object], body: str) -> None:
    told = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in front.items())
    _put(path, f"---\n{told}---\n\n{body}")


def _record(folder: Path, kind: str, record: Project | Indicator, facts: Mapping[str, object]) -> None:
    _yaml(folder / f"{record.id}.yaml", {"id": record.id, "slug": _both(record.id), "title": record.title, **facts})
    for code in LANGUAGES:
        body = record.bodies[code].format(f"{kind}:{record.neighbour}")
        _prose(folder / f"{record.id}.{code}.md", {kind: record.id}, body)


def _project(project: Project) -> dict[str, object]:
    return {
        "roadmap": project.goal,
        "problem": project.summary,
        "level": str(project.year),
        "statuses": [{"as_of": "2024", "status": project.status, "source": SOURCE}],
        "effects": [{"text": project.responsible, "source": SOURCE}],
        "costs": [{"amount": project.cost, "kind": "one-off", "source": SOURCE}],
        "source": SOURCE,
    }


def _indicator(indicator: Indicator, number: int) -> dict[str, object]:
    observed = zip(YEARS, indicator.values, strict=True)
    return {
        "group": f"g{number // GROUP}",
        "unit": f"u{UNITS['sv'].index(indicator.unit['sv'])}",
        "target": {"level": indicator.target, "source": SOURCE},
        "observations": [{"period": str(year), "number": value, "source": SOURCE} for year, value in observed],
        "remark": indicator.summary,
        "source": SOURCE,
    }
