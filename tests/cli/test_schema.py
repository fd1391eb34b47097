"""`schema` writes what text editors complete and explain fields with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped] # no stubs among our packages

from sitegen.model.kinds import FACTS, PROSE, Kind, kind_of
from sitegen.source.tree import read_sources, read_tree
from tests.cli.portals import edit, run
from tests.conftest import ROOT


def schemas(root: Path, lang: str = "en") -> dict[str, Any]:
    """The schemas that the command writes to standard output, by kind."""
    said = run(root, "schema", lang=lang)
    assert (0, "") == (said.code, said.err)
    written: dict[str, Any] = json.loads(said.out)
    return written


def name_of(kind: Kind) -> str:
    """The name of a kind's schema."""
    return f"{kind.name}-prose" if kind in PROSE else kind.name


def plain(data: Any) -> Any:  # noqa: ANN401 - content is plain data of any type
    """Data as JSON has it: a Decimal is a number."""
    return json.loads(json.dumps(data, default=float))


def invalid(root: Path) -> dict[str, list[str]]:
    """What the schemas say against the files of a portal, by path."""
    sources, _ = read_sources(read_tree(root)[0])
    validators = {name: Draft202012Validator(schema) for name, schema in schemas(root).items()}
    fronts = {path: prose.front for path, prose in sources.prose.items()}
    found = {}
    for path, document in {**sources.documents, **fronts}.items():
        placed = kind_of(path)
        assert placed is not None
        found[path] = [error.message for error in validators[name_of(placed[0])].iter_errors(plain(document.data))]
    return {path: errors for path, errors in found.items() if errors}


@pytest.mark.parametrize("kind", [*FACTS, *PROSE], ids=name_of)
def test_each_kind_has_a_valid_schema(kind: Kind) -> None:
    """The schema is one itself, of the dialect that it names."""
    schema = schemas(ROOT)[name_of(kind)]
    Draft202012Validator.check_schema(schema)
    assert "https://json-schema.org/draft/2020-12/schema" == schema["$schema"]


def test_the_published_content_is_valid() -> None:
    """No schema refuses what `check` accepts."""
    assert {} == invalid(ROOT)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("kind: 'yearly'", "kind: 'monthly'"),
        ("    kind: 'yearly'\n", ""),
        ("theme: 'customers'", "owner: 'customers'"),
        ("amount: 8700", "amount: '8700'"),
        ("  fi: 'Asiakassovellus'\n", ""),
        ("  fi: 'Asiakassovellus'", "  en: 'Customer app'"),
        ("roadmap: '2024'", "roadmap: '2024'\naliases:\n  en:\n    - 'app'"),
        ("costs:", "translated:\n  - 'en'\ncosts:"),
        ("as_of: '2024'", "as_of: '22.1.2024'"),
        ("id: 'customer-app'", "id: 'Customer App'"),
        ("      row: 1", "      row: 0"),
    ],
)
def test_a_faulty_file_is_not_valid(old: str, new: str, portal: Path) -> None:
    """Spelling, kinds, required fields and languages are in the schema, too."""
    edit(portal, old, new)
    assert ["content/projects/customer-app.yaml"] == list(invalid(portal))


def test_labels_and_help_are_in_the_callers_language() -> None:
    """A field's title and description are translated; its name never is."""
    english, swedish = (schemas(ROOT, code)["project"]["properties"]["statuses"] for code in ("en", "sv"))
    assert ("Statuses", "Dated statuses, oldest first.") == (english["title"], english["description"])
    assert english["title"] != swedish["title"]
    assert english["description"] != swedish["description"]


def test_out_takes_a_file_for_each_kind(portal: Path, tmp_path: Path) -> None:
    """With --out each schema is a file, named after its kind."""
    said = run(portal, "schema", "--out", str(tmp_path / "schemas"))
    written = sorted(path.name for path in (tmp_path / "schemas").iterdir())
    assert sorted(f"{name_of(kind)}.schema.json" for kind in (*FACTS, *PROSE)) == written
    assert len(written) == said.out.count("Written: ")
    project = json.loads((tmp_path / "schemas" / "project.schema.json").read_text(encoding="utf-8"))
    assert schemas(portal)["project"] == project
