"""A small portal on the disk that tests edit, and its site as built from what is remembered and from nothing."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sitegen.pipeline.build import Site
from sitegen.pipeline.incremental import build
from sitegen.pipeline.order import Order
from sitegen.store.memo import Memo

ROOT = Path(__file__).resolve().parents[2]
PORTAL = ROOT / "tests" / "cases" / "full"
ABOUT = "content/pages/about.en.md"
CATALOG = "locale/sv/LC_MESSAGES/messages.po"
TEMPLATE = "themes/small/templates/method.html"


@dataclass
class Edited:
    """A portal below `root` and what its builds remember."""

    root: Path
    memory: Path
    preview: bool = False

    def incremental(self) -> Mapping[str, bytes] | None:
        """The tree with what earlier builds remember; None where the content has faults."""
        memo = Memo(self.memory)
        try:
            return self._tree(memo)
        finally:
            memo.close()

    def clean(self) -> Mapping[str, bytes] | None:
        """The tree of a first build."""
        memo = Memo()
        try:
            return self._tree(memo)
        finally:
            memo.close()

    def _tree(self, memo: Memo) -> Mapping[str, bytes] | None:
        made = build(Order(self.root, preview=self.preview), memo)
        return dict(made) if isinstance(made, Site) else None

    def path(self, name: str) -> Path:
        """A file of the portal."""
        return self.root / name

    def write(self, name: str, text: str) -> None:
        """Write a file of the portal, and its folder."""
        self.path(name).parent.mkdir(parents=True, exist_ok=True)
        self.path(name).write_text(text, encoding="utf-8")

    def replace(self, name: str, old: str, new: str) -> None:
        """Put a text in the place of another."""
        text = self.path(name).read_text(encoding="utf-8")
        assert old in text
        self.write(name, text.replace(old, new))


def with_finnish(text: str) -> str:
    """A file of facts in a third language, by the words of the second."""
    text = re.sub(r"(?m)^( +)(- )?en: (.+)$", r"\g<0>\n\1\2fi: \3", text)
    text = re.sub(r"(?m)^( +)- 'en'$", r"\g<0>\n\1- 'fi'", text)
    return re.sub(r"(?m)^  - code: 'en'$", r"  - code: 'fi'\n    name: 'Suomi'\n    link: 'Suomeksi'\n\g<0>", text)


def without_finnish(text: str) -> str:
    """The same without it."""
    text = re.sub(r"(?m)^ +fi: .+\n", "", text)
    return re.sub(r"(?m)^  - code: 'fi'\n.+\n.+\n| +- 'fi'\n", "", text)


def edited(folder: Path) -> Edited:
    """A fresh copy, with a catalog, a template and prose of its own, and without an address (no share cards)."""
    root = folder / "portal"
    shutil.copytree(PORTAL, root, ignore=shutil.ignore_patterns("expected"))
    portal = Edited(root, folder / "memory")
    portal.replace("content/portal.yaml", "base_url: 'https://open.klarsund.example'\n", "")
    for language in ("sv", "en"):
        portal.write(f"content/projects/y1.{language}.md", f"---\nproject: 'y1'\n---\n\nText in {language}.\n")
    shutil.copytree(ROOT / "locale" / "sv", root / "locale" / "sv")
    portal.write(TEMPLATE, (ROOT / "themes" / "riverside" / "templates" / "method.html").read_text(encoding="utf-8"))
    return portal
