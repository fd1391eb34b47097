"""A portal's records, and their whole tree.

In: a checked portal. Out: its site. It must not know where the records come from.
"""

from __future__ import annotations

from pathlib import Path

from sitegen.language.language import language
from sitegen.model.portal import Portal
from sitegen.pipeline.account import accounted
from sitegen.pipeline.build import Site, Sources, site
from sitegen.pipeline.folders import catalogs
from sitegen.pipeline.plan import Asked, plan
from sitegen.pipeline.workshop import Workshop
from sitegen.store.memo import Memo


def tree(
    portal: Portal, root: Path, *, base_url: str | None = None, preview: bool = False, memory: Path | None = None
) -> Site:
    """Every file of the published tree, by its path in the tree.

    base_url: overrides that of the settings. memory: a folder for what is to be remembered.
    Raises ThemeError where the look cannot be used.
    """
    languages = tuple(language(code, catalogs(root)) for code in portal.languages)
    made, views = plan(portal, languages, Asked(base_url, preview))
    memo = Memo(memory)
    whole = site(made, Sources.given(views, portal.bodies), root, Workshop(memo))
    memo.save()
    return accounted(whole, preview=preview)
