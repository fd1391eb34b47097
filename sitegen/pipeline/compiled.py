"""Compiled templates, remembered under the code that compiles them and their source.

In: a template's source. Out: bytecode, from this run or an earlier one. It must not know what a template shows.
"""

from __future__ import annotations

import io

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from sitegen.pipeline.key import Key
from sitegen.store.memo import Memo


class Compiled(BytecodeCache):
    """What Jinja compiles templates to. code: of this program, and whether in a sandbox."""

    def __init__(self, memo: Memo, code: str) -> None:
        self._memo = memo
        self._code = code

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take in what is remembered; Jinja sees by itself whether it fits its version and the source."""
        if (kept := self._memo.get(self._key(bucket))) is not None:
            bucket.load_bytecode(io.BytesIO(kept))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember what was compiled."""
        self._memo.keep({self._key(bucket): bucket.bytecode_to_string()})

    def _key(self, bucket: Bucket) -> bytes:
        return Key(self._code, "template", f"{bucket.key} {bucket.checksum}").digest
