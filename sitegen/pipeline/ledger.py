"""The ledger: what each file of the last build was made of, and of the build before.

In: keys and digests by path. Out: the same in a later run, and which part of a file's key changed between the two
builds. It must not know what a recipe does.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from sitegen.pipeline.key import Key
from sitegen.store.memo import Memo

LAST, BEFORE = b"ledger of the last build", b"ledger of the build before"
Rows = Mapping[str, tuple[Key, str]]


def read(memo: Memo, name: bytes = LAST) -> Rows:
    """(key, digest of the bytes) of each file of a build, by path; empty where none is remembered."""
    kept = memo.get(name)
    return {path: (Key(*key), digest) for path, key, digest in json.loads(kept or b"[]")}


def digests(memo: Memo) -> Mapping[Key, str]:
    """The digest of the bytes of each key of the last build."""
    return dict(read(memo).values())


def keep(memo: Memo, rows: Rows) -> None:
    """Write the ledger of a build; the last becomes the one before, also where nothing has changed."""
    written = json.dumps(
        [(path, (key.code, key.recipe, key.inputs, key.view, key.text), digest) for path, (key, digest) in rows.items()]
    ).encode()
    last = memo.get(LAST) or b"[]"
    memo.keep({BEFORE: last, LAST: written})
