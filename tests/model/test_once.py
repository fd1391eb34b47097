"""What may be given only once."""

from __future__ import annotations

import pytest

from tests.model.small import INDICATOR, PAGE, PROGRAMME, PROJECT, SETTINGS, Edit, checked, files, portal, said


def second(**changes: str) -> dict[str, str]:
    """A second project, all of whose own words are new but for those given."""
    text = files()[PROJECT].decode()
    words = {"customer-app": "web-shop", "A1": "A2", "kundapp": "natbutik", "asiakassovellus": "verkkokauppa"}
    for old, new in (words | changes).items():
        text = text.replace(f"'{old}'", f"'{new}'")
    return {"content/projects/web-shop.yaml": text}


def test_two_records_with_words_of_their_own_are_faultless() -> None:
    """What the tests below repeat is not repeated here."""
    assert 2 == len(portal(added=second()).projects)


@pytest.mark.parametrize(("repeated", "line"), [("A1", 2), ("kundapp", 4), ("asiakassovellus", 5)])
def test_what_another_has_is_taken(repeated: str, line: int) -> None:
    """Codes on one roadmap and slugs of one kind in one language: told at the second, naming the first."""
    found = checked(added=second(**{repeated: repeated}))
    first = f"“{repeated}” is already used in {PROJECT}, line {line}."
    assert [first] == [each.partition(": ")[2] for each in said(found)]
    assert ["content/projects/web-shop.yaml"] == [problem.path for problem in found.problems]


@pytest.mark.parametrize("code", ["a1", "A 1", "A\u00a01", "\uff21\uff11"])
def test_a_code_is_taken_in_other_letters_too(code: str) -> None:
    """Capitals and spaces do not tell two projects apart; both forms are named."""
    (told,) = said(checked(added=second(A1=code)))
    assert told.endswith(f"“{code}” differs too little from “A1” in {PROJECT}, line 2.")


def test_a_slug_is_taken_in_one_language_and_one_kind_only() -> None:
    """Another language, and an indicator, have folders of their own."""
    assert () == checked(added=second(asiakassovellus="kundapp")).problems
    assert () == checked((INDICATOR, "sv: 'appens-anvandare'", "sv: 'kundapp'")).problems


def test_a_code_is_taken_on_one_roadmap_only() -> None:
    """Each year's plan numbers its own projects."""
    roadmap = files()["content/roadmaps/2024.yaml"].decode()
    other = roadmap.replace("id: '2024'", "id: '2025'").replace(": '2024'\n  fi: '2024'", ": '2025'\n  fi: '2025'")
    project = second(A1="A1")["content/projects/web-shop.yaml"].replace("roadmap: '2024'", "roadmap: '2025'")
    assert (
        () == checked(added={"content/roadmaps/2025.yaml": other, "content/projects/web-shop.yaml": project}).problems
    )


@pytest.mark.parametrize(
    "edit",
    [
        (PROJECT, "roadmap:", "aliases:\n  sv:\n    - 'kundapp'\nroadmap:"),
        (PROJECT, "roadmap:", "aliases:\n  sv:\n    - 'app'\n    - 'app'\nroadmap:"),
        (PAGE, "slug: 'om'", "slug: 'metod'"),
        (PAGE, "order: 1", "aliases:\n  - 'metod'\norder: 1"),
        (SETTINGS, "      sv: 'metod'", "      sv: 'kallor'"),
        (
            SETTINGS,
            "    slug:\n      sv: 'metod'",
            "    aliases:\n      sv:\n        - 'om'\n    slug:\n      sv: 'metod'",
        ),
        (SETTINGS, "  - code: 'fi'", "  - code: 'sv'\n    name: 'Ruotsi'\n    link: 'Ruotsiksi'\n  - code: 'fi'"),
        (
            PROGRAMME,
            "  - id: 'users'",
            "  - id: 'users'\n    name:\n      sv: 'a'\n      fi: 'b'\n    kind: 'number'\n  - id: 'users'",
        ),
    ],
)
def test_an_old_address_and_an_id_are_taken_too(edit: Edit) -> None:
    """An alias beside a slug, a page beside a section, a language or a term twice: one problem each."""
    found = checked(edit)
    assert 1 == len(found.problems), said(found)
    assert "is already used in" in said(found)[0]


def test_the_same_id_in_two_lists_is_no_fault() -> None:
    """An id is unique in its own list: a theme and a status may share a word."""
    renamed = ((PROGRAMME, "  - id: 'customers'", "  - id: 'done'"), (PROJECT, "theme: 'customers'", "theme: 'done'"))
    assert () == checked(*renamed).problems
