"""The contract of imports, which `make lint` holds: here only that nobody loosens it unseen."""

from __future__ import annotations

import tomllib
from typing import Any

from tests.project.checkout import ROOT

CONFIGURATION: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS: dict[str, dict[str, Any]] = {
    contract["id"]: contract for contract in CONFIGURATION["tool"]["importlinter"]["contracts"]
}
ROOMS = ["cli", "serve", "pipeline", "render", "views", "derive", "model", "source", "language | store"]


def test_imports_go_one_way() -> None:
    """From the command line down to the two floors, with a place for every module and no exception."""
    assert ROOMS == CONTRACTS["rooms"]["layers"]
    assert CONTRACTS["rooms"]["exhaustive"]
    assert ["sitegen"] == CONTRACTS["rooms"]["containers"]
    assert [] == [contract for contract in CONTRACTS.values() if "ignore_imports" in contract]


def test_only_what_wires_the_rooms_knows_the_store() -> None:
    """Nobody below the pipeline knows that anything is remembered."""
    above = {"cli", "serve", "pipeline"}
    below = [f"sitegen.{room}" for layer in ROOMS if layer not in above for room in layer.split(" | ")]
    assert sorted(set(below) - {"sitegen.store"}) == sorted(CONTRACTS["cached-unawares"]["source_modules"])
    assert ["sitegen.store"] == CONTRACTS["cached-unawares"]["forbidden_modules"]
