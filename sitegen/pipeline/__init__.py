"""The whole site: content in, the files of the published tree out.

This is the only room that wires the others together. `content` reads and checks; `plan` says of every file of the
tree which view it is made of, and by which recipe; `build` takes from the memo what is known and has the workshop
make the rest by `recipes`, in this process or in several; `searching` comes after the pages. `incremental` goes by the
plan of the build before where only texts or looks have changed: records and views are then not even loaded, which is
why nothing is imported here before it is asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sitegen.pipeline.content import Content, read
    from sitegen.pipeline.folders import OWN, catalogs, made_from, themes
    from sitegen.pipeline.whole import tree

__all__ = ["OWN", "Content", "catalogs", "made_from", "read", "themes", "tree"]
_MODULES = {"Content": "content", "read": "content", "tree": "whole"}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_MODULES.get(name, 'folders')}"), name)
