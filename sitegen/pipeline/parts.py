"""The parts of a plan, one for each language: those that are remembered, and others made side by side.

In: records and catalogs. Out: a part for each language. The records go to other processes as they are remembered. It
must not know what a part holds.
"""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, replace

from sitegen.language.catalogs import messages
from sitegen.language.language import Language
from sitegen.model.portal import Portal
from sitegen.pipeline.key import Key
from sitegen.pipeline.plan import Asked, Part, part
from sitegen.pipeline.workshop import Workshop
from sitegen.store.digest import digest

COST = 1.0
"""Milliseconds that a record takes in a plan, about."""


@dataclass(frozen=True)
class Records:
    """A portal without its texts, at hand and as other processes get it. name: the digest of what it was read from."""

    portal: Portal
    packed: bytes
    name: str


def parts(
    code: str, records: Records, catalogs: Mapping[str, bytes], asked: Asked, workshop: Workshop
) -> tuple[Mapping[bytes, Part], Mapping[bytes, bytes]]:
    """The part of each language under its key, and what is to be remembered of those that are new.

    code: the digest of the program. catalogs: compiled, by language.
    """
    keys = {language: _key(code, records.name, language, catalog, asked) for language, catalog in catalogs.items()}
    known = workshop.memo.find(keys.values()) if records.name else {}
    missing = {language: catalogs[language] for language, key in keys.items() if key not in known}
    new = dict(zip((keys[each] for each in missing), _made(records, missing, asked, workshop), strict=True))
    found: Mapping[bytes, Part] = {key: pickle.loads(kept) for key, kept in known.items()}  # noqa: S301 - kept by us
    both = {**found, **new}
    return {key: both[key] for key in keys.values()}, {
        key: pickle.dumps(replace(each, views={})) for key, each in new.items()
    }


def _key(code: str, records: str, language: str, catalog: bytes, asked: Asked) -> bytes:
    return Key(code, f"plan:{language}", f"{records} {digest(catalog)} {asked}").digest


def _made(records: Records, missing: Mapping[str, bytes], asked: Asked, workshop: Workshop) -> list[Part]:
    """The part of each language; that of the first here, where others make the rest."""
    count = len(records.portal.projects) + len(records.portal.indicators)
    pool = workshop.executor(COST * count * len(missing)) if len(missing) > 1 else None
    if pool is None:
        return [part(records.portal, _language(*each), asked) for each in missing.items()]
    first, *rest = missing.items()
    waiting = [pool.submit(_part, records.packed, *each, asked) for each in rest]
    return [part(records.portal, _language(*first), asked), *(each.result() for each in waiting)]


def _part(packed: bytes, language: str, catalog: bytes, asked: Asked) -> Part:
    """In another process."""
    return part(pickle.loads(packed), _language(language, catalog), asked)  # noqa: S301 - packed by the process that asks


def _language(language: str, catalog: bytes) -> Language:
    return Language(language, messages(catalog))
