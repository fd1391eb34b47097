"""What the server adds to a page: the script that keeps it in step (`reload.js`), and the problems over it.

In: a page's bytes and what the last build came to. Out: the page's bytes. Script and style are files of their
own, so that they work under the site's strict policy. This module must not know where the page comes from.
"""

from __future__ import annotations

from html import escape
from pathlib import Path

from sitegen.serve.outcome import Outcome

SCRIPT = Path(__file__).with_name("reload.js").read_bytes()

STYLE = b"""#reload-problems {
  position: fixed; inset: auto 0 0 0; z-index: 2147483647; box-sizing: border-box;
  max-height: 60vh; overflow: auto; margin: 0; padding: 1rem 1.5rem;
  background: #fff; color: #1a1a1a; border-top: 0.5rem solid #b00020;
  font: 1rem/1.5 sans-serif; text-align: left;
}
#reload-problems p { margin: 0 0 0.5rem; font-weight: bold; }
#reload-problems pre {
  margin: 0 0 1rem; white-space: pre-wrap; overflow-wrap: anywhere; font: 1rem/1.4 monospace;
}
"""


def inject(page: bytes, version: str, outcome: Outcome) -> bytes:
    """`page` with the script, and the problems if any, before the last `</body>` or at the end."""
    at = page.rfind(b"</body>")
    at = len(page) if at < 0 else at
    return page[:at] + _added(version, outcome).encode() + page[at:]


def bare(version: str, outcome: Outcome) -> bytes:
    """A page of problems alone, for when there is no site yet to show them over."""
    head = f'<!doctype html><meta charset="utf-8"><title>{escape(outcome.heading)}</title><body></body>'
    return inject(head.encode(), version, outcome)


def _added(version: str, outcome: Outcome) -> str:
    return f'{_problems(outcome)}<script src="/__reload.js?{version}"></script>'


def _problems(outcome: Outcome) -> str:
    if not outcome.problems:
        return ""
    heading = f"<p>{escape(outcome.heading)}</p>" if outcome.heading else ""
    listed = "".join(f"<pre>{escape(problem)}</pre>" for problem in outcome.problems)
    return (
        '<link rel="stylesheet" href="/__reload.css">'
        f'<div id="reload-problems" role="alert" tabindex="0">{heading}{listed}</div>'
    )
