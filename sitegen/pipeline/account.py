"""The account of a site: what every file of the tree must be, and what it was made with.

In: a site, and what its build was told. Out: the same site with `build.json`, and what another site's says. It holds
nothing of the machine or its clock, so the same sources, options and versions give the same account. It must not know
what the files are.
"""

from __future__ import annotations

import json
import platform
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sitegen.pipeline.build import Site, given
from sitegen.pipeline.folders import OWN
from sitegen.pipeline.program import code, libraries
from sitegen.store.digest import digest, program

FILE = "build.json"
"""Where the account lies in the tree."""


@dataclass(frozen=True)
class Account:
    """What a build was told, and what it came to.

    commit: of the sources, "" where nobody named it. versions: of Python, the program and its libraries, by name.
    sha256: of every other file, by path.
    """

    base_url: str
    preview: bool
    commit: str
    versions: Mapping[str, str]
    sha256: Mapping[str, str]

    def json(self) -> bytes:
        """Sorted, one file a line."""
        return (json.dumps(vars(self), sort_keys=True, separators=(",\n", ": ")) + "\n").encode()

    @classmethod
    def of_json(cls, content: bytes) -> Account:
        """What `json` wrote. Raises ValueError for what it cannot have written, and for what could steer a terminal."""
        try:
            read = json.loads(content)
            texts = {name: _texts(read[name]) for name in ("versions", "sha256")}
            [base_url, commit] = _texts({name: read[name] for name in ("base_url", "commit")}).values()
            return cls(base_url, read["preview"] is True, commit, **texts)
        except (AttributeError, KeyError, TypeError, RecursionError) as error:
            raise ValueError(f"{type(error).__name__}: {error}") from error


def _texts(read: Mapping[str, Any]) -> Mapping[str, str]:
    """The same, if it is texts that can be shown. Raises ValueError otherwise."""
    if not all(isinstance(text, str) and text.isprintable() for pair in read.items() for text in pair):
        raise ValueError("not a text that can be shown")
    return read


def accounted(site: Site, *, preview: bool, commit: str = "") -> Site:
    """The site with its account."""
    account = Account(site.base_url, preview, commit, used(), site.digests)
    return replace(site, entries={**site.entries, FILE: given(code(), account.json())})


def used() -> Mapping[str, str]:
    """The version of all that shapes bytes. That of the program is the digest of its files."""
    own = digest("\n".join(map(" ".join, program(OWN / "sitegen").items())).encode())
    return {"python": platform.python_version(), "sitegen": own, **libraries()}
