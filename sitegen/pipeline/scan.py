"""What a site is made from, as digests: content, catalogs and looks, looked at only where they may have changed.

In: the project's root and the memo. Out: the digest of all that decides over the plan, and of each text. A text of
Markdown has two parts: its front matter and what it links to decide over the plan, what it says over its page alone.
It must not know records. What reads a text is loaded only for one that has changed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sitegen.pipeline.folders import catalogs, looks, themes
from sitegen.pipeline.key import Key
from sitegen.source.place import FOLDER
from sitegen.store.digest import digest
from sitegen.store.files import Description, Found, find, of_json
from sitegen.store.memo import Memo


@dataclass(frozen=True)
class Scan:
    """The state of all sources. found: of content and catalogs. names: of the looks.

    state: of all files, those of the looks too: another one wherever one of them was written or touched meanwhile. ""
    where there is more than plain files and folders, of which that cannot be said.
    """

    found: Found
    names: tuple[str, ...]
    state: str

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
    words = {FOLDER: root / FOLDER} | {f"locale-{n}": folder for n, folder in enumerate(catalogs(root))}
    found, noted = _remembered(words, _described, memo, Key(code, "files").digest)
    dress = {f"themes-{n}": folder for n, folder in enumerate(themes(root))}
    worn, seen = _remembered(dress, _named, memo, Key(code, "files of looks").digest)
    return Scan(found, looks(root), "" if found.odd or worn.odd else f"{noted} {seen}")


def _remembered(
    folders: Mapping[str, Path], describe: Callable[[str, bytes], Description], memo: Memo, name: bytes
) -> tuple[Found, str]:
    """What is in the folders, and the digest of all that was noted of it."""
    kept = memo.get(name) or b"[]"
    known = of_json(json.loads(kept))
    found = find(folders, known, describe)
    if found.known != known:
        kept = json.dumps([(path, *each) for path, each in found.known.items()]).encode()
        memo.keep({name: kept})
    return found, digest(kept)


def _named(_: str, content: bytes) -> Description:
    return (digest(content),)


def _described(path: str, content: bytes) -> Description:
    """(digest of what decides over the plan, digest of the Markdown or "")."""
    from sitegen.source.links import targets  # noqa: PLC0415 - only where something has changed
    from sitegen.source.prose import divided  # noqa: PLC0415 - likewise

    parts = divided(path, content)[0] if path.endswith(".md") else None
    if parts is None:
        return digest(content), ""
    facts = (parts.front, tuple(target for _, target in targets(parts.body)), bool(parts.body))
    return digest(repr(facts).encode()), digest(parts.body.encode())
