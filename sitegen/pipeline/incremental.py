"""A build that looks only at what has changed since the one before.

In: the project's root and the memo. Out: the site, or the content where faults stand in its way. Where nothing has
changed but what texts say, looks or assets, the plan is the remembered one, and neither records nor views are made.
It must not know how anything is made.
"""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.language.catalogs import messages
from sitegen.pipeline.account import accounted
from sitegen.pipeline.build import Site, Sources, Stale, site
from sitegen.pipeline.key import Key
from sitegen.pipeline.look import compiled_catalogs
from sitegen.pipeline.output import Plan
from sitegen.pipeline.program import code
from sitegen.pipeline.scan import Scan, scan
from sitegen.pipeline.searching import Found
from sitegen.pipeline.tally import Tally
from sitegen.pipeline.workshop import Workshop
from sitegen.source.prose import divided
from sitegen.store.digest import digest
from sitegen.store.memo import Memo

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from sitegen.model.portal import Portal
    from sitegen.pipeline.content import Content
    from sitegen.pipeline.parts import Records


@dataclass(frozen=True)
class Order:
    """What is to be built.

    base_url: overrides that of the settings. commit: of the sources, for the account. anew: by records, whatever is
    remembered of them. executor: gives processes for much work. tally: of what was done for it. found: a search to be
    taken as it is, as in `site`.
    """

    root: Path
    base_url: str | None = None
    preview: bool = False
    commit: str = ""
    anew: bool = False
    executor: Callable[[float], Executor | None] = lambda _: None
    tally: Tally = field(default_factory=Tally)
    found: Found | None = None

    def workshop(self, memo: Memo) -> Workshop:
        """Where it is made."""
        return Workshop(memo, self.executor, self.tally)


def build(order: Order, memo: Memo) -> Site | Content:
    """The site of an order with its account, or its content where that has faults.

    Raises ThemeError where the look cannot be used, CatalogError for a faulty catalog, Stale where somebody edited the
    content meanwhile: then, as where a file of the site raises it, the site has to be built again.
    """
    made = _built(order, memo)
    if not isinstance(made, Site):
        return made
    with order.tally.timed("account"):
        return accounted(made, preview=order.preview, commit=order.commit)


def _built(order: Order, memo: Memo) -> Site | Content:
    with order.tally.timed("scan"):
        own = code()
        state = scan(order.root, memo, own)
    key = Key(own, "plan", f"{state.facts} {_asked(order)}").digest
    kept = None if state.found.odd or order.anew else memo.get(key)
    if kept is None:
        return _anew(order, state, key, memo)
    return site(
        Plan.of_json(kept), _remembered(order.root, state, memo, {}), order.root, order.workshop(memo), order.found
    )


def _asked(order: Order) -> str:
    """The options that decide over a plan."""
    return f"{order.base_url or ''} {order.preview}"


def _anew(order: Order, state: Scan, key: bytes, memo: Memo) -> Site | Content:
    """The site by a plan that is made from the records, and remembered if nobody edited anything meanwhile.

    So are the records: whoever edits a catalog need not wait for them to be read and checked.
    """
    from sitegen.model.portal import Portal  # noqa: PLC0415 - records and views take long to load
    from sitegen.pipeline.parts import Records  # noqa: PLC0415 - likewise

    name, workshop = Key(code(), "records", state.records).digest, order.workshop(memo)
    fresh = state.found.odd or order.anew
    with order.tally.timed("read"):
        kept = None if fresh else memo.get(name)
        portal = _records(order.root, kept)
        if not isinstance(portal, Portal):
            return portal
        packed = kept or pickle.dumps(replace(portal, bodies={}))
    with order.tally.timed("plan"):
        records = Records(portal, packed, "" if fresh else state.records)
        plan, views, new = _planned(order, records, workshop)
    sources = _remembered(order.root, state, memo, views)
    if not kept:
        given = Sources.given({}, portal.bodies)
        sources = replace(sources, text=given.text, text_digest=given.text_digest)
    if not state.found.odd and state.same(scan(order.root, memo, code())):
        memo.keep({key: plan.json(), **new, **{view_key(each): view for each, view in views.items()}})
        memo.keep({} if kept else {name: packed})
    del portal, records, packed  # they take more room than the site
    return site(plan, sources, order.root, workshop, order.found)


def _records(root: Path, kept: bytes | None) -> Portal | Content:
    """The records that were kept, else those of the content, else the content with its faults."""
    from sitegen.pipeline.content import read  # noqa: PLC0415 - see above

    if kept is not None:
        found: Portal = pickle.loads(kept)  # noqa: S301 - as trusted as the compiled templates beside it
        return found
    content = read(root)
    return content.checked.portal or content


def _planned(
    order: Order, records: Records, workshop: Workshop
) -> tuple[Plan, Mapping[str, bytes], Mapping[bytes, bytes]]:
    """See `plan`, with the catalogs as they are remembered; and what is to be remembered of it."""
    from sitegen.language.language import Language  # noqa: PLC0415 - see above
    from sitegen.pipeline.parts import parts  # noqa: PLC0415 - likewise
    from sitegen.pipeline.plan import Asked, joined  # noqa: PLC0415 - likewise

    catalogs = compiled_catalogs(records.portal.languages, order.root, workshop)
    languages = tuple(Language(each, messages(catalog)) for each, catalog in catalogs.items())
    asked = Asked(order.base_url, order.preview)
    found, new = parts(code(), records, catalogs, asked, workshop)
    return *joined(records.portal, languages, asked, tuple(found.values())), new


def view_key(name: str) -> bytes:
    """Under what the canonical bytes of a view are remembered, packed by zlib. name: their digest."""
    return b"view " + bytes.fromhex(name)


def _remembered(root: Path, state: Scan, memo: Memo, views: Mapping[str, bytes]) -> Sources:
    """What was made before. views: those that have just been made, packed."""

    def view(name: str) -> bytes:
        kept = views.get(name) or memo.get(view_key(name))
        if kept is None:
            raise Stale
        return zlib.decompress(kept)

    def text(path: str) -> str:
        try:
            prose = divided(path, (root / path).read_bytes())[0]
        except OSError as error:
            raise Stale from error
        if prose is None or digest(prose.body.encode()) != state.text_digest(path):
            raise Stale
        return prose.body

    return Sources(view, text, state.text_digest)
