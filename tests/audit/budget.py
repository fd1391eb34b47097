"""Writes docs/budget.md: what the first view of each kind of page weighs, and how the weakest phone answers.

In: the project. Out: the file, and the same on standard output.
"""

from __future__ import annotations

from statistics import median
from textwrap import fill

from tests.audit.audited import audited
from tests.audit.phone import Answers, answers
from tests.browser.crowd import MANY
from tests.browser.published import Published
from tests.browser.weight import LETTERS, OTHER, PAGE, SCRIPT, STYLES, FirstView, first_view
from tests.chromium import chromium
from tests.conftest import ROOT
from tests.plugins.node import use_node

TYPES = (PAGE, STYLES, SCRIPT, LETTERS, OTHER)
HEAD = """# What a page weighs

`make budget` writes this page. A first view with nothing remembered, of the fullest page of each kind: how many
requests it takes, and kilobytes (1,000 bytes) as `gzip -9` packs them. The icon counts under “other”. No page loads
the chart library before a reader asks for an interactive chart, nor the search index before there are words.

Held by tests: any page but search takes at most 90 kB in at most 7 requests, without letters 40 kB, the markup of an
indicator at most 12 kB.
"""


def table(portal: Published) -> str:
    """A row for each kind of page and language."""
    head = ("page", "language", "requests", *TYPES, "together")
    rows = (_row(first_view(portal.out, page)) for page in portal.kinds)
    marks = ("---", "---", *["---:"] * (len(head) - 2))
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, marks, *rows))


def phone(measured: Answers) -> str:
    """A paragraph on the weakest phone."""
    answered, drawn = measured.answered, measured.drawn
    words = (
        f"A list of {MANY} projects, 360 pixels wide, with the processor slowed to a quarter and the network to a "
        f"slow 4G, over {len(drawn)} letters of a name and clicks on terms: the script has answered after "
        f"{median(answered):.0f} ms (at most {max(answered):.0f}), and the answer is drawn after "
        f"{median(drawn):.0f} ms (at most {max(drawn):.0f}). The page is first seen after "
        f"{measured.painted / 1000:.1f} s. Times depend on the machine; no test holds them."
    )
    return f"## The weakest phone\n\n{fill(words, 118)}\n"


def main() -> None:
    """Measure and write."""
    use_node()
    with audited() as portal, chromium() as browser:
        text = "\n".join((HEAD, table(portal), "", phone(answers(browser))))
    (ROOT / "docs" / "budget.md").write_text(text, encoding="utf-8")
    print(text)  # noqa: T201 - a program's answer


def _row(view: FirstView) -> tuple[str, ...]:
    sizes = (f"{size / 1000:.1f}" for size in (*(view.of(kind) for kind in TYPES), view.total))
    return (view.page.kind, view.page.language, str(len(view.files)), *sizes)


if __name__ == "__main__":
    main()
