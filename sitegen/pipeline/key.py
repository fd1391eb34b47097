"""The key of an output: the digests of all that decides over its bytes, each under its name.

In: digests. Out: one digest of them all. It must not know what they are digests of.
"""

from __future__ import annotations

import hashlib
from typing import NamedTuple


class Key(NamedTuple):
    """What an output is made of. Two outputs of one key have the same bytes.

    code: of the program and the libraries it makes outputs with. recipe: its name. inputs: of templates, catalog and
    addresses of assets. view: of the view's canonical bytes. text: of the Markdown that joins it.
    """

    code: str
    recipe: str
    inputs: str = ""
    view: str = ""
    text: str = ""

    @property
    def digest(self) -> bytes:
        """SHA-256 of all parts, 32 bytes."""
        return hashlib.sha256("\0".join(self).encode()).digest()
