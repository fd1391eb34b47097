"""The tags and the words of a piece of HTML."""

from __future__ import annotations

from html.parser import HTMLParser

from sitegen.views.values import ProseWords

WORDS = ProseWords("Notes", "Note {}", "Back from note {}", "Done", "Not done")
"""What prose says in a page's language."""


class Elements(HTMLParser):
    """Every start tag with its attributes, and the words of the text."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.text += data
