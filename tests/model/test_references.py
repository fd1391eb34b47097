"""What a record refers to and cites is there, whatever else is wrong with its file."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sitegen.model.faults import record_in
from sitegen.model.fields import Record, Ref
from sitegen.model.kinds import FACTS
from sitegen.model.references import KIND_NAMES, Part, parts, references
from sitegen.model.sources import Citation
from sitegen.source.yamltext import read_yaml
from tests.model.small import DOCUMENT, INDICATOR, PROGRAMME, PROJECT, ROADMAP, checked, hints, said, sources


def referred_to(record: type[Record]) -> Iterator[str]:
    """The kinds that the fields of a record refer to, those of records within it too."""
    for field in record.model_fields.values():
        yield from (mark.kind for mark in field.metadata if isinstance(mark, Ref))
        if inner := record_in(field.annotation):
            yield from referred_to(inner)


@pytest.mark.parametrize(
    ("path", "old", "kind"),
    [
        (PROJECT, "roadmap: '2024'", "roadmap"),
        (PROJECT, "theme: 'customers'", "theme"),
        (PROJECT, "status: 'done'", "status"),
        (PROJECT, "document: 'report'", "document"),
        (INDICATOR, "group: 'services'", "indicator group"),
        (INDICATOR, "unit: 'users'", "unit"),
        (ROADMAP, "year: '2024'", "year"),
    ],
)
def test_a_reference_leads_to_a_record(path: str, old: str, kind: str) -> None:
    """An id that no record has is told where it stands, in the word for its kind."""
    found = checked((path, old, f"{old.partition(':')[0]}: 'nowhere'"))
    assert [f"There is no {kind} with the id “nowhere”."] == [each.partition(": ")[2] for each in said(found)]


@pytest.mark.parametrize(
    ("name", "kind"), [("benefit", "benefit"), ("need", "need"), ("level", "level"), ("role", "role")]
)
def test_a_vocabulary_may_be_empty(name: str, kind: str) -> None:
    """A reference into it is dangling all the same."""
    found = checked((PROJECT, "theme: 'customers'", f"theme: 'customers'\n{name}: 'nowhere'"))
    assert 1 == len(found.problems)
    assert KIND_NAMES[kind] in said(found)[0]


def test_every_kind_that_is_referred_to_has_a_name() -> None:
    """The words of a dangling reference never fail for want of a word."""
    marks = {ref for kind in FACTS for ref in referred_to(kind.record)}
    assert marks <= set(KIND_NAMES)
    assert {"document", "roadmap", "status", "theme", "unit", "year"} <= marks


def test_a_dangling_reference_is_told_beside_other_faults() -> None:
    """A file that is not valid is walked like any other, and so is each list in it."""
    found = checked(
        (PROJECT, "amount: 8700", "amount: 8700 €"),
        (PROJECT, "status: 'done'", "status: 'dones'"),
        (PROJECT, "code: 'A1'", "code: 1"),
    )
    assert [2, 13, 19] == [problem.line for problem in sorted(found.problems, key=lambda each: each.line)]


def test_a_faulty_reference_is_told_once() -> None:
    """What cannot be an id is told as the id that is not there, and with those that are."""
    found = checked((PROJECT, "theme: 'customers'", "theme: 'Customers!'"))
    assert [f"{PROJECT}:10:8: There is no theme with the id “Customers!”."] == said(found)
    assert ["Did you mean “customers”?"] == hints(found)


@pytest.mark.parametrize("name", ["Påbörjat", "påbörjad", "Aloitettu", "STARTED", "Käynnissä"])
def test_a_name_leads_to_its_id(name: str) -> None:
    """In any language, inflected, or as printed: the id that was meant comes first, and then all others."""
    terms = (
        "  - id: 'started'\n    name:\n      sv: 'Påbörjat'\n      fi: 'Aloitettu'\n    printed:\n      - 'Käynnissä'\n"
    )
    old = "  - id: 'started'\n    name:\n      sv: 'Påbörjat'\n      fi: 'Aloitettu'\n"
    found = checked((PROGRAMME, old, terms), (PROJECT, "status: 'done'", f"status: '{name}'"))
    assert [f"{PROJECT}:13:13: There is no status with the id “{name}”."] == said(found)
    assert ["Did you mean “started”? The others are: done."] == hints(found)


def test_a_record_and_a_section_are_known_by_their_titles() -> None:
    """A document by its title, a section by its heading."""
    data = sources().documents[DOCUMENT].data
    found = checked(
        (PROJECT, "document: 'report'", f"document: '{data['title']['fi']}'"),
        (INDICATOR, "section: 'indicators'", f"section: '{data['sections'][1]['heading']}'"),
    )
    assert ["Did you mean “indicators”? The others are: status.", "Did you mean “report”?"] == hints(found)


def test_a_name_in_a_faulty_vocabulary_still_breaks_the_rule_for_ids() -> None:
    """Where no id can be named, the rule is told, so that nothing passes."""
    found = checked((PROGRAMME, "phase: 'done'", "phase: 'over'"), (PROJECT, "status: 'done'", "status: 'Klart'"))
    assert f"{PROJECT}:13:13: “Klart” cannot be used here." in said(found)


def test_a_reference_to_a_faulty_record_is_no_fault() -> None:
    """The roadmap has a fault of its own; its project, which names it, is not blamed."""
    assert [f"{ROADMAP}:5:7: “year” must be a text."] == said(checked((ROADMAP, "year: '2024'", "year: ['2024']")))


def test_a_faulty_vocabulary_silences_what_refers_to_it() -> None:
    """Where the statuses cannot be read, no status is called unknown."""
    found = checked((PROGRAMME, "phase: 'done'", "phase: 'over'"))
    assert [f"{PROGRAMME}:43:12: “over” is not a choice for “phase”."] == said(found)


def test_parts_follow_the_declarations_through_any_data() -> None:
    """Groups of fields are found as far as the data has the declared form; the rest is passed over."""
    document, _ = read_yaml(
        "x.yaml", b"id: 'a'\nsource:\n  document: 'b'\ncosts:\n  - source: 1\n  - 'no'\nstatuses: 3\n"
    )
    assert document is not None
    project = next(kind.record for kind in FACTS if kind.name == "project")
    found = {part.loc: part.kind.__name__ for part in parts(project, document.data)}
    assert {(): "Project", ("source",): "Citation", ("costs", 0): "Amount"} == found


def test_a_list_of_references_is_followed_item_by_item() -> None:
    """Each id of a list is told at its own place."""
    comparison = "compare_with:\n  roadmap: '2024'\n  statuses:\n    - 'done'\n    - 'over'\nsource:\n  document"
    found = checked((INDICATOR, "\nsource:\n  document", f"\n{comparison}"))
    assert [f"{INDICATOR}:27:7: There is no status with the id “over”."] == said(found)


def test_only_declared_references_are_followed() -> None:
    """A text that happens to be no id is a reference nowhere but in a field that is marked as one."""
    part = Part((), Citation, {"document": "report", "section": "status"})
    assert [(("document",), "document", "report")] == list(references(part))


def test_a_citation_names_a_section_of_its_document() -> None:
    """A section that the document lacks is told at its name, with a near one or all that there are."""
    near = checked((PROJECT, "section: 'status'", "section: 'state'"))
    assert [f"{PROJECT}:16:16: The document “report” has no section “state”."] == said(near)
    assert ["Did you mean “status”? The others are: indicators."] == hints(near)
    far = checked((PROJECT, "section: 'status'", "section: 'xyz'"))
    assert ["Write one of: status, indicators."] == hints(far)


@pytest.mark.parametrize(("item", "hint"), [("row: 2", "from 1 to 1"), ("line: 2", "from 1 to 1")])
def test_a_citation_names_a_row_or_line_that_is_there(item: str, hint: str) -> None:
    """A number beyond the section's is told at the number."""
    found = checked((PROJECT, "row: 1", item))
    assert [f"{PROJECT}:17:{9 + len(item) - 3}: The section “status” has no “{item[:-3]}” number 2."] == said(found)
    assert hint in hints(found)[0]


def test_a_citation_of_a_faulty_document_is_no_fault() -> None:
    """Its sections are not known, so nothing is said of what cites them."""
    found = checked((DOCUMENT, "language: 'sv'", "language: 'xx'"))
    assert 1 == len(found.problems)


def test_settings_with_a_fault_do_not_make_every_text_faulty() -> None:
    """Where the languages cannot be read, no text is told to lack one or to have one too many."""
    found = checked(("content/portal.yaml", "languages:", "languages: 'sv, fi'\nlanguage:"))
    assert {"content/portal.yaml"} == {problem.path for problem in found.problems}
    assert 2 == len(found.problems)
    assert "content/portal.yaml" in sources().documents
