"""Whole small portals in, whole trees out, file by file.

Each portal below tests/cases/ that has a folder `expected` is built and compared with it: a missing, an extra
and a differing file all fail. When a change to pages was meant, look at the difference after

    UPDATE_GOLDEN=1 make test ARGS=tests/pipeline/test_golden.py

which writes the expected trees anew. The bundle of Vega's library is held by its name alone, in which its
fingerprint stands: its 0.9 MB are no work of ours. So are share cards, whose drawing has tests of its own, and
the account, which changes with every version of the program.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

import pytest

from sitegen import pipeline
from tests.links import dangling, read_tree

CASES = Path(__file__).resolve().parents[1] / "cases"
UNHELD = re.compile(r"assets/.*|build\.json|(.*/)?card\.png")
"""Files of which the name alone is compared."""
LONGEST = 40
"""Lines of a difference that a report shows."""


@dataclass(frozen=True)
class Case:
    """A portal and how it is built. name: of the folder of its expected tree. root: of its content.

    site: the address that it is published at, "" where none is known. given: it is not in the settings.
    """

    name: str
    root: str
    site: str = ""
    given: bool = False
    preview: bool = False

    @property
    def expected(self) -> Path:
        """Where the expected tree lies."""
        return CASES / self.name / "expected"


FULL = "https://open.klarsund.example"
GOLDEN = (
    Case("silent", "silent"),  # one language, and nothing that can be left out
    Case("full", "full", site=FULL),  # two languages, everything set, a look on top of another
    Case("preview", "silent", site="https://preview.example", given=True, preview=True),
)
by_name = pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case.name)


def built(case: Case) -> Mapping[str, bytes]:
    """The tree of a case, less what the files hold of which the name is compared."""
    root = CASES / case.root
    content = pipeline.read(root)
    assert () == content.problems
    assert content.checked.portal is not None
    given = case.site if case.given else None
    tree = pipeline.tree(content.checked.portal, root, base_url=given, preview=case.preview)
    return {path: b"" if UNHELD.fullmatch(path) else tree[path] for path in sorted(tree)}


def write(folder: Path, tree: Mapping[str, bytes]) -> None:
    """The tree in place of what the folder held."""
    shutil.rmtree(folder, ignore_errors=True)
    for path, content in tree.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def differences(expected: Mapping[str, bytes], actual: Mapping[str, bytes]) -> list[str]:
    """What differs, file by file, with the first lines of each difference."""
    missing = [f"missing: {path}" for path in expected if path not in actual]
    extra = [f"extra: {path}" for path in actual if path not in expected]
    both = [path for path in expected if path in actual and expected[path] != actual[path]]
    return [*missing, *extra, *(_difference(path, expected[path], actual[path]) for path in both)]


def _difference(path: str, expected: bytes, actual: bytes) -> str:
    before, after = (content.decode(errors="replace").splitlines() for content in (expected, actual))
    lines = list(unified_diff(before, after, f"expected/{path}", path, lineterm="", n=1))
    return "\n".join(lines[:LONGEST]) or f"differs in line ends: {path}"


@by_name
def test_a_small_portal_makes_the_expected_tree(case: Case) -> None:
    """Every file, byte by byte, and no other."""
    tree = built(case)
    if os.environ.get("UPDATE_GOLDEN"):
        write(case.expected, tree)
    found = differences(read_tree(case.expected), tree)
    assert not found, "\n\n".join(found)


@by_name
def test_no_link_of_an_expected_tree_leads_nowhere(case: Case) -> None:
    """What is held up as right is right in this."""
    assert [] == dangling(read_tree(case.expected), case.site)


def test_a_preview_keeps_away_from_search_engines() -> None:
    """Neither canonical nor alternates nor sitemap, and a header that says so, though its address is known."""
    tree = read_tree(CASES / "preview" / "expected")
    pages = [content.decode() for path, content in tree.items() if path.endswith(".html")]
    assert b"X-Robots-Tag: noindex" in tree["_headers"]
    assert {"robots.txt"} == {"robots.txt", "sitemap.xml"} & set(tree)
    assert b"Sitemap" not in tree["robots.txt"]
    assert [] == [page for page in pages if re.search(r"<link rel=.(canonical|alternate)|og:url", page)]


def test_every_expected_tree_is_compared() -> None:
    """None lies about that no test builds."""
    assert {case.expected for case in GOLDEN} == set(CASES.glob("*/expected"))


@pytest.mark.parametrize(
    ("actual", "finding"),
    [
        ({"a": b"1\n"}, "missing: b"),
        ({"a": b"1\n", "b": b"2\n", "c": b""}, "extra: c"),
        ({"a": b"1\n", "b": b"3\n"}, "--- expected/b\n+++ b\n@@ -1 +1 @@\n-2\n+3"),
        ({"a": b"1\r\n", "b": b"2\n"}, "differs in line ends: a"),
    ],
)
def test_a_difference_is_found(actual: dict[str, bytes], finding: str) -> None:
    """A file too few, one too many, another content, another line end."""
    assert [finding] == differences({"a": b"1\n", "b": b"2\n"}, actual)


def test_an_updated_tree_holds_nothing_of_the_old_one(tmp_path: Path) -> None:
    """Writing anew leaves no file behind."""
    write(tmp_path / "expected", {"a/b": b"1", "c": b"2"})
    write(tmp_path / "expected", {"c": b"3"})
    assert {"c": b"3"} == read_tree(tmp_path / "expected")
