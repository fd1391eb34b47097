"""The ledger: the digest of what each key of the last build made, so that no content has to be looked up.

In: keys and digests. Out: the same in a later run. It must not know what a recipe does.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import astuple

from sitegen.pipeline.key import Key
from sitegen.store.memo import Memo


def read(memo: Memo, code: str) -> Mapping[Key, str]:
    """The digest of the bytes of each key of the last build by this code; empty where none is remembered."""
    kept = memo.get(_name(code))
    return {Key(*key): digest for key, digest in json.loads(kept)} if kept else {}


def keep(memo: Memo, code: str, made: Mapping[Key, str]) -> None:
    """Write the ledger of a build."""
    memo.keep({_name(code): json.dumps([(astuple(key), digest) for key, digest in made.items()]).encode()})


def _name(code: str) -> bytes:
    return Key(code, "ledger").digest
