"""A build that looks only at what has changed since the one before.

In: the project's root and the memo. Out: the site, or the content where faults stand in its way. Where nothing has
changed but what texts say, looks or assets, the plan is the remembered one, and neither records nor views are made.
It must not know how anything is made.
"""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.language.catalogs import messages
from sitegen.pipeline.account import accounted
from sitegen.pipeline.build import Site, Sources, Stale, site
from sitegen.pipeline.key import Key
from sitegen.pipeline.look import compiled_catalogs
from sitegen.pipeline.order import Order
from sitegen.pipeline.output import Plan
from sitegen.pipeline.program import code
from sitegen.pipeline.scan import Scan, scan
from sitegen.pipeline.workshop import Workshop
from sitegen.source.prose import divided
from sitegen.store.digest import digest
from sitegen.store.memo import Memo

if TYPE_CHECKING:
    from sitegen.model.portal import Portal
    from sitegen.pipeline.content import Content
    from sitegen.pipeline.parts import Records


def build(order: Order, memo: Memo, state: Scan | None = None) -> Site | Content:
    """The site of an order with its account, or its content where that has faults. state: of its sources, if known.

    Raises ThemeError where the look cannot be used, CatalogError for a faulty catalog, Stale where somebody edited the
    content meanwhile: then, as where a file of the site raises it, the site has to be built again.
    """
    made = _built(order, memo, state)
    if not isinstance(made, Site):
        return made
    with order.tally.timed("account"):
        return accounted(made, preview=order.preview, commit=order.commit)


def _built(order: Order, memo: Memo, state: Scan | None) -> Site | Content:
    if state is None:
        with order.tally.timed("scan"):
            state = scan(order.root, memo, code())
    key = Key(code(), "plan", f"{state.facts} {order.asked}").digest
    kept = None if state.found.odd or order.anew else memo.get(key)
    if kept is None:
        return _anew(order, state, key, memo)
    return site(
        Plan.of_json(kept), _remembered(order.root, state, memo, {}), order.root, _workshop(order, memo), order.found
    )


def _workshop(order: Order, memo: Memo) -> Workshop:
    return Workshop(memo, order.executor, order.tally)


def _anew(order: Order, state: Scan, key: bytes, memo: Memo) -> Site | Content:
    """The site by a plan that is made from the records, and remembered if nobody edited anything meanwhile.

    So are the records: whoever edits a catalog need not wait for them to be read and checked.
    """
    from sitegen.model.portal import Portal  # noqa: PLC0415 - records and views take long to load
    from sitegen.pipeline.parts import Records  # noqa: PLC0415 - likewise

    name, workshop = Key(code(), "records", state.records).digest, _workshop(order, memo)
    fresh = state.found.odd or order.anew
    with order.tally.timed("read"):
        kept = None if fresh else memo.get(name)
        portal = _records(order.root, kept, memo)
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
        # Most views are as they were; but after one could not be read, all are written anew.
        memo.keep({key: plan.json(), **new, **_by_key(views, None if order.anew else memo)})
        memo.keep({} if kept else {name: packed})
    del portal, records, packed  # they take more room than the site
    return site(plan, sources, order.root, workshop, order.found)


def _records(root: Path, kept: bytes | None, memo: Memo) -> Portal | Content:
    """The records that were kept, else those of the content, else the content with its faults."""
    from sitegen.pipeline.content import read  # noqa: PLC0415 - see above

    if kept is not None:
        found: Portal = pickle.loads(kept)  # noqa: S301 - as trusted as the compiled templates beside it
        return found
    content = read(root, memo)
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


def _by_key(views: Mapping[str, bytes], memo: Memo | None) -> Mapping[bytes, bytes]:
    """Packed views by what they are remembered under, without those that `memo` has."""
    keys = {view_key(name): view for name, view in views.items()}
    known = memo.known(keys) if memo else frozenset()
    return {key: view for key, view in keys.items() if key not in known}


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
