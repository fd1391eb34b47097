"""The built site says what the city's document says: figures, words and dates in their own place.

In come the built site and the tables beside this module, typed from the document by one who had not seen
the content files; no figure here is computed by the generator. A cell may hold readings parted by `|`, of
which one must be met. White space is compared plain (see `reading.plain`), all else letter by letter.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.truth.reading import (
    ANY,
    Element,
    Page,
    find,
    holds,
    numbers,
    opens,
    plain,
    read_site,
    read_table,
    reads,
    resembles,
    stands,
    text,
    without,
)

Row = dict[str, str]

HERE = Path(__file__).parent
LANGUAGES = ("sv", "fi")
PRINTED_IN = "sv"
STATUSES = read_table(HERE / "status2024.tsv")
EFFECTS = read_table(HERE / "effects.tsv")
COSTS = tuple(row for row in read_table(HERE / "costs.tsv") if row["kind"] != "saving-yearly")
UNSTATED = "not-stated"
SAVINGS = tuple(row for row in read_table(HERE / "costs.tsv") if row["kind"] == "saving-yearly")
ROADMAP = read_table(HERE / "roadmap2025.tsv")
INDICATORS = read_table(HERE / "indicators.tsv")
TOTALS = read_table(HERE / "totals.tsv")
DATES = read_table(HERE / "dates.tsv")
HEADINGS = read_table(HERE / "headings.tsv")
LINES = read_table(HERE / "lines.tsv")
ROWS = read_table(HERE / "rows.tsv")
STATUS_WORDS = {
    "sv": {"Planeras", "Påbörjat", "Färdigt", "Avstås", "Ingen info"},
    "fi": {"Suunnitteilla", "Aloitettu", "Valmis", "Luovutaan", "Ei tietoa"},
}


@pytest.fixture(params=LANGUAGES)
def lang(request: pytest.FixtureRequest) -> str:
    """Each language of the site in turn."""
    return str(request.param)


@pytest.fixture(scope="session")
def every_page(site: Path) -> tuple[Page, ...]:
    """All pages of the built site, read once."""
    return read_site(site)


@pytest.fixture
def pages(every_page: tuple[Page, ...], lang: str) -> tuple[Page, ...]:
    """The pages in one language."""
    return tuple(page for page in every_page if page.language == lang)


def cells_of(row: Row) -> tuple[str, ...]:
    """The printed cells of a row of the document, empty ones left out."""
    return tuple(filter(None, (row[f"cell{number}"] for number in range(1, 6))))


def status_cells(row: Row) -> tuple[str, ...]:
    """The printed cells of a row of the status tables."""
    return (row["title"], row["status"])


def roadmap_cells(row: Row) -> tuple[str, ...]:
    """The printed cells of a row of the roadmap tables; two rows have no problem printed."""
    return tuple(filter(None, (row[name] for name in ("theme", "code", "title", "problem", "year"))))


def indicator_cells(row: Row) -> tuple[str, ...]:
    """The printed cells of a row of the indicator tables; two groups have no column for 2023."""
    return tuple(filter(None, (row[name] for name in ("name", "target", "printed_2023", "printed_2024"))))


def effect_cells(row: Row) -> tuple[str, ...]:
    """The printed cells of a row of the table of effects."""
    return (row["title"], row["effect"], row["cost"])


def quoting(pages: tuple[Page, ...], kind: str, cells: tuple[str, ...]) -> tuple[Page, ...]:
    """The pages of a kind that quote a row with these cells."""
    return tuple(p for p in pages if p.kind == kind and any(holds(row, cells) for row in p.quoted))


def page_of(pages: tuple[Page, ...], kind: str, cells: tuple[str, ...]) -> Page:
    """The one page of a kind that quotes these cells."""
    found = quoting(pages, kind, cells)
    assert len(found) == 1, f"{len(found)} {kind} pages quote {cells}"
    return found[0]


def projects_2024(pages: tuple[Page, ...]) -> Iterator[tuple[Row, Page]]:
    """Each row of the status tables with its page."""
    return ((row, page_of(pages, "project", status_cells(row))) for row in STATUSES)


def projects_2025(pages: tuple[Page, ...]) -> Iterator[tuple[Row, Page]]:
    """Each row of the roadmap tables with its page."""
    return ((row, page_of(pages, "project", roadmap_cells(row))) for row in ROADMAP)


def indicators(pages: tuple[Page, ...]) -> Iterator[tuple[Row, Page]]:
    """Each row of the indicator tables with its page."""
    return ((row, page_of(pages, "indicator", indicator_cells(row))) for row in INDICATORS)


def page_titled(pages: tuple[Page, ...], title: str) -> Page:
    """The page of a project of 2024, by its printed title in the status tables."""
    return next(page for row, page in projects_2024(pages) if row["title"] == title)


def field(node: Element, name: str) -> list[str]:
    """The texts of all fields of that name."""
    return [text(hit) for hit in find(node, data_field=name)]


def said(page: Page, name: str) -> str:
    """All that the page says in a field, "" where it has none."""
    return " ".join(field(page.main, name))


def same_words(printed: str, shown: str, lang: str) -> bool:
    """Whether a text is the printed one (in the language of print) or another text instead of it."""
    alike = resembles(plain(printed), shown)
    return alike if lang == PRINTED_IN else bool(shown) and not alike


def mended(printed: str, page: Page, lang: str) -> bool:
    """Whether the page, in the language of print, names the printed wording beside a better one of its own."""
    return lang == PRINTED_IN and plain(printed) in map(text, find(page.main, "q"))


def own_words(page: Page) -> str:
    """What the page says itself: its text less the quotations and the printed headings."""
    words = text(without(page.main, data_quote=ANY))
    for row in sorted(HEADINGS, key=lambda row: -len(row["heading"])):
        words = words.replace(row["heading"], " ")
    return words


def title_of(page: Page) -> str:
    """What the page is about, in full: its heading may be a short name or a finding."""
    return said(page, "title")


# The tables themselves


def test_the_totals_are_what_the_tables_hold() -> None:
    """Every total that can be counted from the typed rows is the number typed as the total."""
    status = Counter(row["status_sv"] for row in STATUSES)
    theme = Counter(row["theme"] for row in ROADMAP)
    outcome = Counter(row["outcome"] for row in INDICATORS)
    group = Counter(row["group"] for row in INDICATORS)
    cost = Counter[str]()
    for row in COSTS:
        if row["kind"] != UNSTATED:
            cost[row["kind"]] += int(row["amount"])
    counted = {
        **cost,
        "reached": 0,
        **outcome,
        "projects-2024": len(STATUSES),
        "2024-done": status["Färdigt"],
        "2024-started": status["Påbörjat"],
        "2024-unknown": status["Ingen info"],
        "2024-dropped": status["Avstås"],
        "2024-planned": status["Planeras"],
        "no-cost-2024": len(STATUSES) - len({row["title"] for row in COSTS}),
        "no-cost-2025": len(ROADMAP),
        "projects-2025": len(ROADMAP),
        **{f"2025-{name.lower()}": theme[name] for name in ("A", "B", "C")},
        "2025-competence": theme["Kompetensområden"],
        "no-status": len(ROADMAP),
        "no-information": status["Ingen info"],
        "no-theme": len(STATUSES),
        "no-role": len(STATUSES) + len(ROADMAP),
        "indicators": len(INDICATORS),
        "group-eporvoo": group["1"],
        "group-other-services": group["2"],
        "group-sustainability": group["3"],
        "group-data-and-processes": group["4"],
    }
    assert {row["name"]: int(row["number"]) for row in TOTALS} == counted


def test_every_table_repeats_the_printed_rows() -> None:
    """The rows of the tables by subject are the body rows of the document, no more and no fewer."""
    by_subject = [
        *map(indicator_cells, INDICATORS),
        *map(status_cells, STATUSES),
        *map(effect_cells, EFFECTS),
        *((row["theme"], row["code"], *roadmap_cells(row)[2:]) for row in ROADMAP),
    ]
    assert by_subject == [cells_of(row) for row in ROWS if row["kind"] == "body"]


# Pages and quotations


def test_each_record_has_one_page_of_its_own(pages: tuple[Page, ...]) -> None:
    """52 project pages and 17 indicator pages quote each its own row, and there are no others."""
    projects = [*map(status_cells, STATUSES), *map(roadmap_cells, ROADMAP)]
    measures = [*map(indicator_cells, INDICATORS)]
    wanted = [("project", cells) for cells in projects] + [("indicator", cells) for cells in measures]
    found = {(kind, cells): quoting(pages, kind, cells) for kind, cells in wanted}
    assert [] == [(row, [p.address for p in hits]) for row, hits in found.items() if len(hits) != 1]
    assert 52 + 17 == len({hit.address for hits in found.values() for hit in hits})
    assert Counter({"project": 52, "indicator": 17}) == Counter(
        page.kind for page in pages if page.kind in ("project", "indicator")
    )


def test_a_record_has_the_same_id_in_both_languages(every_page: tuple[Page, ...], lang: str) -> None:
    """The page that quotes a row is about the same record in this language as in the language of print."""
    wanted = [("project", cells) for cells in (*map(status_cells, STATUSES), *map(roadmap_cells, ROADMAP))]
    wanted += [("indicator", cells) for cells in map(indicator_cells, INDICATORS)]
    here, there = (tuple(p for p in every_page if p.language == each) for each in (lang, PRINTED_IN))
    assert [] == [cells for kind, cells in wanted if page_of(here, kind, cells).id != page_of(there, kind, cells).id]


def test_quotations_say_which_language_they_are_in(pages: tuple[Page, ...]) -> None:
    """Every quotation is marked as Swedish."""
    unmarked = [
        (page.address, quote.get("lang"))
        for page in pages
        for quote in find(page.root, data_quote=ANY)
        if (quote.tag, quote.get("lang")) != ("blockquote", PRINTED_IN)
    ]
    assert [] == unmarked
    assert any(page.quoted for page in pages)


def test_done_projects_quote_their_effect(pages: tuple[Page, ...]) -> None:
    """The row of the effects table, cost included, stands quoted on the page of the project it is about."""
    wanted = {row["status_title"]: effect_cells(row) for row in EFFECTS}
    assert [] == [
        title for title, cells in wanted.items() if page_of(pages, "project", cells) != page_titled(pages, title)
    ]


def test_each_record_names_the_place_in_the_document(pages: tuple[Page, ...]) -> None:
    """The heading under which a row is printed stands on the page that quotes the row."""
    wanted = [row for row in ROWS if row["kind"] == "body"]
    kinds = {True: "indicator", False: "project"}
    placed = ((row, kinds[row["heading"].startswith("1.")], cells_of(row)) for row in wanted)
    assert [] == [
        (row["heading"], cells[0])
        for row, kind, cells in placed
        if not stands(row["heading"], page_of(pages, kind, cells).text)
    ]


# Projects


def test_titles_are_the_printed_ones_or_a_translation(pages: tuple[Page, ...], lang: str) -> None:
    """The title of a page is the printed name, or that is named beside it; in Finnish it has other words."""
    named = [(row["title"], page) for row, page in (*projects_2024(pages), *projects_2025(pages))]
    named += [(row["name"], page) for row, page in indicators(pages)]
    assert [] == [
        (name, title_of(page))
        for name, page in named
        if not same_words(name.strip('"'), title_of(page), lang) and not mended(name, page, lang)
    ]


def test_each_project_of_2024_shows_its_status(pages: tuple[Page, ...], lang: str) -> None:
    """Each status stands in its own place in the portal's words, and no other status beside it."""
    shown = [(row, field(page.main, "status")) for row, page in projects_2024(pages)]
    assert [] == [
        (row["title"], row[f"status_{lang}"], words) for row, words in shown if {row[f"status_{lang}"]} != set(words)
    ]


def test_no_status_is_made_up_for_2025(pages: tuple[Page, ...], lang: str) -> None:
    """The document prints no status for 2025, so none of the five words stands there, but something does."""
    shown = [(row["code"], field(page.main, "status")) for row, page in projects_2025(pages)]
    assert [] == [each for each in shown if not any(each[1]) or STATUS_WORDS[lang] & set(each[1])]


def test_each_project_of_2025_shows_its_code(pages: tuple[Page, ...]) -> None:
    """The code of a project is the printed one."""
    shown = [(row["code"], field(page.main, "code")) for row, page in projects_2025(pages)]
    assert [] == [each for each in shown if {each[0]} != set(each[1])]


def test_no_code_or_theme_is_made_up_for_2024(pages: tuple[Page, ...], lang: str) -> None:
    """The status tables print neither code nor theme, so no code and no theme of 2025 stands there."""
    codes = {row["code"] for row in ROADMAP}
    themes = {row[f"theme_{lang}"] for row in ROADMAP}
    assert [] == [
        (row["title"], said(page, "code"), said(page, "theme"))
        for row, page in projects_2024(pages)
        if any(stands(code, said(page, "code")) for code in codes)
        or any(reads(theme, said(page, "theme")) for theme in themes)
    ]


def test_each_project_of_2025_shows_its_theme_only(pages: tuple[Page, ...], lang: str) -> None:
    """The printed theme stands in its place, and none of the other three."""
    themes = {row[f"theme_{lang}"] for row in ROADMAP}
    shown = [(row["code"], row[f"theme_{lang}"], said(page, "theme")) for row, page in projects_2025(pages)]
    assert [] == [
        (code, wanted, words)
        for code, wanted, words in shown
        if {wanted} != {theme for theme in themes if reads(theme, words)}
    ]


def test_each_project_of_2025_shows_its_year(pages: tuple[Page, ...]) -> None:
    """The printed year stands on the page outside the quotation and the place it is from too."""
    assert [] == [row["code"] for row, page in projects_2025(pages) if not stands(row["year"], own_words(page))]


def test_each_problem_is_the_printed_one_or_a_translation(pages: tuple[Page, ...], lang: str) -> None:
    """The problem that a project solves stands in its place."""
    shown = [(row, said(page, "problem")) for row, page in projects_2025(pages) if row["problem"]]
    assert [] == [(row["code"], words) for row, words in shown if not same_words(row["problem"], words, lang)]


def test_no_problem_is_made_up(pages: tuple[Page, ...]) -> None:
    """Where no problem is printed the pages ask no question, and say one and the same sentence if any."""
    silent = [said(page, "problem") for row, page in projects_2025(pages) if not row["problem"]]
    assert len(silent) == 2
    assert len(set(silent)) == 1
    assert "?" not in silent[0]


def test_each_effect_is_the_printed_one_or_a_translation(pages: tuple[Page, ...], lang: str) -> None:
    """The effect of a done project stands in its place."""
    shown = [(row, said(page_titled(pages, row["status_title"]), "effect")) for row in EFFECTS]
    assert [] == [(row["title"], words) for row, words in shown if not same_words(row["effect"], words, lang)]


def test_what_the_city_describes_is_quoted(pages: tuple[Page, ...], lang: str) -> None:
    """Problems and effects stand in quotations, on the page of a project and among the costs, in the right language."""
    told = [(page, name) for page in pages for name in ("problem", "effect") if field(page.main, name)]
    assert {"problem", "effect"} == {name for _, name in told}
    quoted = {page.address: find(page.main, "blockquote", **{"class": "said"}) for page, _ in told}
    assert [] == [
        (page.address, name)
        for page, name in told
        if field(page.main, name) != [words for quote in quoted[page.address] for words in field(quote, name)]
    ]
    assert {PRINTED_IN if lang == PRINTED_IN else None} == {
        quote.get("lang") for quotes in quoted.values() for quote in quotes
    }
    (costs,) = (page for page in pages if page.kind == "costs")
    effects = {words for page, name in told if name == "effect" for words in field(page.main, name)}
    assert effects <= {text(quote) for quote in find(costs.main, "blockquote", **{"class": "said"})}


# Costs


def costs_of(pages: tuple[Page, ...], title: str) -> tuple[Element, ...]:
    """The cost elements of a project, their savings left out."""
    main = without(page_titled(pages, title).main, data_field="saving")
    return find(main, data_field="cost")


def printed_costs(pages: tuple[Page, ...]) -> Iterator[tuple[Row, Element]]:
    """Each printed cost with the element that shows it, part a before part b."""
    for title in dict.fromkeys(row["title"] for row in COSTS):
        printed = [row for row in COSTS if row["title"] == title]
        shown = costs_of(pages, title)
        assert len(printed) == len(shown), f"{title}: {len(shown)} costs shown, {len(printed)} printed"
        yield from zip(printed, shown, strict=True)


def test_each_cost_shows_its_amount(pages: tuple[Page, ...], lang: str) -> None:
    """The amount of a cost is the printed one, written as the language writes euros."""
    shown = [(row, field(cost, "amount")) for row, cost in printed_costs(pages)]
    assert [] == [(row["title"], row["part"], amounts) for row, amounts in shown if [row[f"amount_{lang}"]] != amounts]


def test_each_cost_says_which_part_it_is(pages: tuple[Page, ...]) -> None:
    """Parts a and b are told apart, and a cost without parts names none."""
    shown = [(row, {part for part in "ab" if stands(part, text(cost))}) for row, cost in printed_costs(pages)]
    assert [] == [(row["title"], parts) for row, parts in shown if set(row["part"]) != parts]


def test_each_kind_of_cost_has_words_of_its_own(pages: tuple[Page, ...]) -> None:
    """Costs of one kind are called the same everywhere, costs of two kinds never."""
    words = {(row["kind"], *field(cost, "kind")) for row, cost in printed_costs(pages)}
    assert all(len(each) == 2 and each[1] for each in words), words
    assert len({row["kind"] for row in COSTS}) == len(words) == len({shown for _, shown in words})


def test_funding_stands_where_it_is_printed(pages: tuple[Page, ...], lang: str) -> None:
    """Funding stands at the two costs it is printed for, and at no other; in Swedish with the printed words."""
    print_of = {(row["title"], row["funding_printed"]) for row in COSTS if row["funding_printed"]}
    shown = [(row, " ".join(field(cost, "funding"))) for row, cost in printed_costs(pages)]
    funded = {words for row, words in shown if row["funding_printed"]}
    assert len(funded) == 1
    assert all(funded)
    if lang == PRINTED_IN:
        assert all(stands(shown_words, words) for _, words in print_of for shown_words in funded)
        assert all(mended(words, page_titled(pages, title), lang) for title, words in print_of)
    assert [] == [(row["title"], words) for row, words in shown if not row["funding_printed"] and words in funded]


def test_savings_stand_where_they_are_printed(pages: tuple[Page, ...], lang: str) -> None:
    """The one saving stands on its project's page and on no other project's page."""
    shown = {page.id: field(page.main, "saving") for page in pages if page.kind == "project"}
    wanted = {page_titled(pages, row["title"]).id: row[f"amount_{lang}"] for row in SAVINGS}
    assert set(wanted) == {key for key, savings in shown.items() if savings}
    assert [] == [shown[key] for key, amount in wanted.items() if not all(reads(amount, s) for s in shown[key])]


def test_no_cost_is_made_up(pages: tuple[Page, ...]) -> None:
    """Only the five done projects show amounts."""
    wanted = {page_titled(pages, row["title"]).id for row in COSTS}
    assert wanted == {page.id for page in pages if page.kind == "project" and field(page.main, "amount")}


def test_costs_of_a_kind_not_stated_are_named_and_never_added_up(pages: tuple[Page, ...], lang: str) -> None:
    """Each stands on home and on the page of costs; their sum stands nowhere."""
    unstated = [row for row in COSTS if row["kind"] == UNSTATED]
    total = sum(int(row["amount"]) for row in unstated)
    assert len(unstated) > 1
    assert [] == [page.address for page in pages if total in numbers(page.text)]
    shown = [page for page in pages if page.kind in ("home", "costs")]
    assert [] == [
        (page.address, row["amount"])
        for page in shown
        for row in unstated
        if not reads(row[f"amount_{lang}"], own_words(page))
    ]
    assert 2 == len(shown)


# Indicators


def target_is_shown(row: Row, shown: str, lang: str) -> bool:
    """Whether a printed target is shown: a figure stands in the text, words are printed or other words."""
    if row["target_fi"]:
        return reads(row[f"target_{lang}"], shown)
    return same_words(row["target"], shown, lang)


def test_each_indicator_shows_its_target(pages: tuple[Page, ...], lang: str) -> None:
    """A target with a figure shows it as the language writes it, a target in words shows words."""
    shown = [(row, said(page, "target")) for row, page in indicators(pages)]
    assert [] == [(row["name"], words) for row, words in shown if not target_is_shown(row, words, lang)]


def value_is_shown(row: Row, year: str, shown: str, page: Page) -> bool:
    """Whether a printed value is shown: a figure opens the text, words are printed, beside it, or other words."""
    if row[f"value{year}_fi"]:
        return opens(row[f"value{year}_{page.language}"], shown)
    printed = row[f"value{year}_sv"]
    return same_words(printed, shown, page.language) or mended(printed, page, page.language)


def test_each_indicator_shows_its_latest_value(pages: tuple[Page, ...]) -> None:
    """The value for 2024 stands outside the table of values too, and no other value stands there."""
    shown = [(row, p, field(without(p.main, "tr", data_period=ANY), "value")) for row, p in indicators(pages)]
    assert [] == [
        (row["name"], values)
        for row, page, values in shown
        if not values or not all(value_is_shown(row, "2024", value, page) for value in values)
    ]


def period(page: Page, year: str) -> list[str]:
    """The values in the rows of an indicator's table for that year."""
    return [value for row in find(page.main, "tr", data_period=year) for value in field(row, "value")]


@pytest.mark.parametrize("year", ["2023", "2024"])
def test_each_indicator_shows_the_printed_values_by_year(pages: tuple[Page, ...], year: str) -> None:
    """The row of a year holds the value printed for that year."""
    shown = [(row, page, period(page, year)) for row, page in indicators(pages) if row[f"value{year}_sv"]]
    assert [] == [
        (row["name"], values)
        for row, page, values in shown
        if not values or not all(value_is_shown(row, year, value, page) for value in values)
    ]


def test_no_value_is_made_up(pages: tuple[Page, ...]) -> None:
    """Where 2023 is a dash or has no column no figure stands, and there are no other years."""
    blank = [(row["name"], period(page, "2023")) for row, page in indicators(pages) if not row["value2023_sv"]]
    assert [] == [each for each in blank if any(map(numbers, each[1]))]
    shown = [hit for _, page in indicators(pages) for hit in find(page.main, data_period=ANY)]
    assert {"2023", "2024"} == {hit.get("data-period") for hit in shown}


def test_each_indicator_shows_its_outcome(pages: tuple[Page, ...]) -> None:
    """Reached, not reached or not judged is what the stated rules give, and is said in words."""
    shown = [(row, find(page.main, data_field="outcome")) for row, page in indicators(pages)]
    assert [] == [
        (row["name"], row["outcome"], [(hit.get("data-outcome"), text(hit)) for hit in hits])
        for row, hits in shown
        if {row["outcome"]} != {hit.get("data-outcome") for hit in hits} or not all(map(text, hits))
    ]


def test_a_finding_that_the_source_contradicts_is_nowhere_shown_as_a_plain_one(pages: tuple[Page, ...]) -> None:
    """Whatever links to the share of started projects and judges it, judges it as disputed."""
    (row,) = (row for row in INDICATORS if row["outcome"] == "reached-disputed")
    address = page_of(pages, "indicator", indicator_cells(row)).address
    judging = [
        (page.address, marks)
        for page in pages
        for item in (*find(page.main, "li"), *find(page.main, "tr"))
        if address in {link.get("href") for link in find(item, "a", href=ANY)}
        for marks in [[mark.get("class") for mark in find(item, "strong") if "found" in (mark.get("class") or "")]]
        if marks
    ]
    assert judging
    assert [] == [each for each in judging if each[1] != ["found reached-disputed"]]


# The whole


def test_each_total_is_the_same_everywhere(pages: tuple[Page, ...]) -> None:
    """Every total above zero stands somewhere, and wherever one stands it is that number and no second one."""
    wanted = {row["name"]: int(row["number"]) for row in TOTALS}
    shown = [(page.address, hit) for page in pages for hit in find(page.root, data_total=ANY)]
    assert set() == {name for name, number in wanted.items() if number} - {hit.get("data-total") for _, hit in shown}
    assert [] == [
        (address, hit.get("data-total"), text(hit))
        for address, hit in shown
        if hit.get("data-total") in wanted and (wanted[hit.get("data-total") or ""],) != numbers(text(hit))
    ]


def dated_pages(pages: tuple[Page, ...], what: str) -> list[Page]:
    """The pages on which a date of the document must stand; [] where a page is missing."""
    programme = [page for page in pages if page.kind == "programme"]
    roadmap = [page for page in pages if (page.kind, page.id) == ("roadmap", "2024")]
    return {
        "programme-approved": programme,
        "programme-period": programme,
        "roadmap-2024-approved": roadmap,
        "status-as-of": [page for _, page in projects_2024(pages)],
        "effects-as-of": [page_titled(pages, row["status_title"]) for row in EFFECTS],
    }[what]


def test_each_date_stands_where_it_belongs(pages: tuple[Page, ...], lang: str) -> None:
    """Dates stand in the language's long form outside quotations, on every page they belong to."""
    belong = [(row, dated_pages(pages, row["what"])) for row in DATES]
    assert [] == [row["what"] for row, where in belong if not where]
    assert [] == [
        (row["what"], page.address)
        for row, where in belong
        for page in where
        if not reads(row[f"date_{lang}"], own_words(page))
    ]


def test_each_heading_stands_letter_by_letter(pages: tuple[Page, ...]) -> None:
    """Every heading of the document stands on some page."""
    assert [] == [row["heading"] for row in HEADINGS if not any(stands(row["heading"], page.text) for page in pages)]


def test_each_line_stands_letter_by_letter(pages: tuple[Page, ...]) -> None:
    """Every paragraph, bullet, legend and caption of the document stands on some page."""
    assert [] == [
        (row["heading"], row["text"]) for row in LINES if not any(stands(row["text"], page.text) for page in pages)
    ]


def test_each_row_stands_letter_by_letter(pages: tuple[Page, ...]) -> None:
    """Every body row of the document is quoted, every head row stands in a table, cell by cell."""
    quoted = {row for page in pages for row in page.quoted}
    shown = {row for page in pages for row in page.rows}
    assert [] == [
        cells_of(row)
        for row in ROWS
        if not any(holds(hit, cells_of(row)) for hit in (quoted if row["kind"] == "body" else shown))
    ]


def links(page: Page) -> set[str]:
    """The addresses on the site that the content of a page links to, fragments left out."""
    return {(link.get("href") or "").partition("#")[0] for link in find(page.main, "a", href=ANY)}


def undated(page: Page, lang: str) -> str:
    """What the page says itself, less the dates, whose days are numbers too."""
    words = own_words(page)
    for row in DATES:
        words = words.replace(row[f"date_{lang}"], " ")
    return words


def test_the_contradiction_on_started_projects_is_said(pages: tuple[Page, ...], lang: str) -> None:
    """100 % started against 22 of 26: both pages give both figures and link to each other."""
    measure = next(page for row, page in indicators(pages) if row["name"] == "Antalet projekt som påbörjats")
    (roadmap,) = (page for page in pages if (page.kind, page.id) == ("roadmap", "2024"))
    (described,) = (plain(meta.get("content") or "") for meta in find(measure.root, "meta", name="description"))
    assert [] == [figure for figure in ("100 %", "22", "26") if not reads(figure, described)]
    for page, other in ((measure, roadmap), (roadmap, measure)):
        assert [] == [figure for figure in ("100 %", "22", "26") if not reads(figure, undated(page, lang))]
        assert other.address in links(page)
