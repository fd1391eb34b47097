"""What a site is made from, as digests: content and catalogs, looked at only where they may have changed.

In: the project's root and the memo. Out: the digest of all that decides over the plan, and of each text. A text of
Markdown has two parts: its front matter and what it links to decide over the plan, what it says over its page alone.
It must not know records.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sitegen.pipeline.folders import catalogs, themes
from sitegen.pipeline.key import Key
from sitegen.render.theme import looks
from sitegen.source.links import targets
from sitegen.source.prose import divided
from sitegen.source.tree import FOLDER
from sitegen.store.digest import digest
from sitegen.store.files import Description, Found, find, of_json
from sitegen.store.memo import Memo


@dataclass(frozen=True)
class Scan:
    """The state of all sources. found: of the files. names: of the looks that there are."""

    found: Found
    names: tuple[str, ...]

    @property
    def facts(self) -> str:
        """The digest of all that decides over the plan."""
        return self._told("")

    @property
    def records(self) -> str:
        """The digest of all that decides over the records: content and names of looks, but no catalog."""
        return self._told(f"{FOLDER}/")

    def _told(self, folder: str) -> str:
        described = self.found.descriptions.items()
        told = [(path, description[0]) for path, description in described if path.startswith(folder)]
        return digest(json.dumps([self.names, told], ensure_ascii=False).encode())

    def text_digest(self, path: str) -> str:
        """The digest of the Markdown in a file of prose."""
        return self.found.known[path][1][1]

    def same(self, other: Scan) -> bool:
        """Whether no file was touched between the two."""
        return self.names == other.names and self._states() == other._states()

    def _states(self) -> Mapping[str, tuple[int, ...]]:
        return {path: seen[:-1] for path, (seen, _) in self.found.known.items()}


def scan(root: Path, memo: Memo, code: str) -> Scan:
    """The state of the sources of the project at `root`; what was found out is remembered for the same code."""
    name = Key(code, "files").digest
    kept = memo.get(name)
    known = of_json(json.loads(kept)) if kept else {}
    folders = {FOLDER: root / FOLDER} | {f"locale-{n}": folder for n, folder in enumerate(catalogs(root))}
    found = find(folders, known, _described)
    if found.known != known:
        memo.keep({name: json.dumps([(path, *each) for path, each in found.known.items()]).encode()})
    return Scan(found, looks(themes(root)))


def _described(path: str, content: bytes) -> Description:
    """(digest of what decides over the plan, digest of the Markdown or "")."""
    parts = divided(path, content)[0] if path.endswith(".md") else None
    if parts is None:
        return digest(content), ""
    facts = (parts.front, tuple(target for _, target in targets(parts.body)), bool(parts.body))
    return digest(repr(facts).encode()), digest(parts.body.encode())
