"""The real portal, built as for a public address and served: what programs and tests of this folder look at.

In: a folder of what is known from builds before. Out: the portal, until the end of the block.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.audit.publishing import publishing
from tests.browser.published import Published, published
from tests.conftest import ROOT, built

BASE_URL = "https://portal.example"
MEMORY = ROOT / ".cache"


@contextmanager
def audited(memory: Path = MEMORY) -> Iterator[Published]:
    """With everything that a public address brings: canonical addresses, share cards, a map of the site."""
    with TemporaryDirectory() as folder:
        out = built(ROOT, Path(folder) / "public", base_url=BASE_URL, memory=memory)
        with publishing(out) as url:
            yield published(url, out)
