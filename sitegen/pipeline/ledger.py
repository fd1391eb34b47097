"""The ledger: what each file of the last build was made of and which bytes it came to.

In: keys and digests. Out: the same in a later run, so that no content has to be looked up; and in what the last build
departed from the one before, with the parts that digests in keys stand for, for whoever asks why. Of the build before
no more is kept than what has changed since. It must not know what a recipe does.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sitegen.pipeline.key import Key
from sitegen.store.digest import digest
from sitegen.store.memo import Memo

Made = Mapping[str, tuple[Key, str]]
"""The key of each file and the digest of its bytes, by its path."""


@dataclass(frozen=True)
class Change:
    """In what a build departed from the one before.

    before: of each file that has another key now, or is no more; None where it was not there. anew: paths of those
    that nothing was remembered of. quiet: nothing has changed in builds since.
    """

    code: str
    before: Mapping[str, tuple[Key, str] | None]
    anew: Collection[str]
    quiet: bool


def name(code: str) -> bytes:
    """Under what the ledger of the last build by this code is remembered."""
    return _name(f"made by {code}")


def read(memo: Memo, code: str) -> Made:
    """What the last build by this code made; empty where none is remembered."""
    kept = memo.get(name(code))
    return {path: (Key(code, *key), known) for path, *key, known in json.loads(kept)} if kept else {}


def keep(memo: Memo, code: str, before: Made, made: Made, anew: Collection[Key]) -> None:
    """Write down what a build made. before: what `read` said. anew: the keys that nothing was remembered of."""
    last = _last(memo)
    if last[0] == code and before == made:
        rest(memo, code)
        return
    told = before if last[0] in ("", code) else _of_another(memo, last[0])
    changed = {path: told.get(path) for path in {**told, **made} if told.get(path) != made.get(path)}
    fresh = [path for path in changed if path in made and made[path][0] in anew]
    rows = [(path, was and (*was[0], was[1])) for path, was in changed.items()]
    own = [(path, *key[1:], known) for path, (key, known) in made.items()]
    memo.keep(
        {
            name(code): _json(own),
            _name("change"): _json([rows, fresh]),
            _name("last"): _json([code, False]),
        }
    )


def rest(memo: Memo, code: str) -> None:
    """Write down that a build changed nothing."""
    if _last(memo) == [code, False]:
        memo.keep({_name("last"): _json([code, True])})


def change(memo: Memo) -> Change | None:
    """What the last build changed; None where none is remembered."""
    [code, quiet], kept = _last(memo), memo.get(_name("change"))
    if not code or kept is None:
        return None
    rows, anew = json.loads(kept)
    return Change(code, {path: was and (Key(*was[:-1]), was[-1]) for path, was in rows}, frozenset(anew), quiet)


def tell(memo: Memo, stands: str, parts: Callable[[], bytes]) -> None:
    """Remember what a digest in a key, or an address, stands for. parts: JSON, each part by its kind and name."""
    key = _name(f"parts {stands}")
    if not memo.known((key,)):
        memo.keep({key: parts()})


def told(memo: Memo, stands: str) -> Mapping[str, Any]:
    """What `tell` was told; nothing where it is not remembered."""
    kept = memo.get(_name(f"parts {stands}"))
    return dict(json.loads(kept)) if kept else {}


def _of_another(memo: Memo, code: str) -> Made:
    """What another program made, if it wrote it down in the same form: of no weight but for whoever asks why."""
    try:
        return read(memo, code)
    except (TypeError, ValueError):
        return {}


def _last(memo: Memo) -> Any:  # noqa: ANN401 - of JSON
    """[the code of the last build, whether it changed nothing]."""
    kept = memo.get(_name("last"))
    return json.loads(kept) if kept else ["", False]


def _name(what: str) -> bytes:
    return f"{what} {_FORM}".encode()


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


_FORM = digest(b"".join(Path(__file__).with_name(name).read_bytes() for name in ("key.py", "ledger.py")))
"""Another form of these modules reads nothing of what this one wrote."""
