"""What an editor did not mean in a text without quotes, although YAML reads it.

In: the text of a file, or an unquoted word and what stands behind it. Out: where it is, what is wrong, and what to
write instead. It must not know where the word stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from sitegen.source.problems import Message, say
from sitegen.source.scalars import plain_scalar

LONGEST_SHOWN = 60
QUOTES = frozenset("‘’‚‛“”„‟«»‹›´′″＂＇")  # noqa: RUF001 - they are what is looked for
"""What word processors and telephones write for a quote. To YAML they are letters."""
# An apostrophe has letters on both sides; another quote inside shows that those around belong to the text.
QUOTED_INSIDE = re.compile(rf"(?<!\w)[{''.join(sorted(QUOTES))}]|[{''.join(sorted(QUOTES))}](?!\w)")
NO_BREAK = "\u00a0\u2007\u202f"
SPACES = f"{NO_BREAK}\u00ad\u1680\u2000-\u2006\u2008-\u200d\u205f\u2060\u3000"
# Where YAML reads nothing but ordinary spaces: before a field, behind its colon, and around the dash of an item.
ODD_SPACE = re.compile(
    rf"^(?:[ \t]|-(?=[ \t{SPACES}]))*+(?:[\w-]++:[ \t]*+)?(?P<space>[{SPACES}])", re.ASCII | re.MULTILINE
)
COMMENT = re.compile(r"[ \t]+(?=#)")
BEHIND = re.compile(r"\S[ \t]+#")
"""Whether a file may have a comment behind a value."""


def odd_spaces(lines: list[str]) -> Iterator[tuple[int, int, Message, Message]]:
    """(line, column, message, hint) of each line that has another space where an ordinary one belongs; from 0."""
    hint = say("Delete it and type an ordinary space; such spaces come along when text is copied.")
    for number, line in enumerate(lines):
        if match := ODD_SPACE.match(line):
            code = f"{ord(match['space']):04X}"
            message = (
                say("There is a no-break space (U+%(code)s) where an ordinary space belongs.", code=code)
                if match["space"] in NO_BREAK
                else say("There is a special space (U+%(code)s) where an ordinary space belongs.", code=code)
            )
            yield number, match.start("space"), message, hint


def misquoted(word: str) -> tuple[Message, Message] | None:
    """What is to be said of a word that begins and ends with quotes that are none to YAML."""
    if len(word) < len("’’") or word[0] not in QUOTES or word[-1] not in QUOTES | {"'", '"'}:
        return None
    return (
        say("“%(quote)s” is no quote that a text can begin with here.", quote=word[0]),
        say(
            "Put the text in single straight quotes: '%(text)s'. Quotation marks for readers stand inside them.",
            text=(word if QUOTED_INSIDE.search(word[1:-1]) else word[1:-1]).replace("'", "''"),
        ),
    )


def cut_off(rest: str) -> int | None:
    """At which character of `rest`, what stands behind an unquoted value on its line, a comment begins."""
    match = COMMENT.match(rest)
    return match.end() if match else None


def comment(word: str, rest: str) -> tuple[Message, Message]:
    """The words for a comment behind an unquoted value, of which nothing would be left."""
    return (
        say("The value without quotes ends before “#”: the rest of the line is not read."),
        say(
            "Put the whole text in single quotes: '%(text)s'; a remark to editors belongs in the field “note”.",
            text=f"{word}{rest}".rstrip().replace("'", "''"),
        ),
    )


def no_name(name: str) -> tuple[Message, Message] | None:
    """What is to be said of an unquoted word that cannot be the name of a field."""
    if name == "<<":
        return say("“<<” is not used here."), say("Write the fields and their values themselves.")
    if not name:
        return say("There is no field name before the colon."), say("Write field: '…'.")
    if not _is_text(name):
        message = say("“%(field)s” is not read as a text, and so cannot be the name of a field.", field=shortened(name))
        return message, say("Write it in single quotes: '%(field)s'.", field=shortened(name))
    return misquoted(name)


def unused_marks(event: yaml.NodeEvent) -> Iterator[tuple[Message, Message]]:
    """What is to be said of an anchor, an alias or a tag: likely a text that begins with their sign."""
    name = shortened(str(event.anchor))
    if isinstance(event, yaml.AliasEvent):
        hint = say("Write the value itself; put a text that begins with “*” in single quotes: '…'.")
        yield say("“*%(name)s” repeats a value from elsewhere, which is not used here.", name=name), hint
    elif event.anchor is not None:
        hint = say("Write the value alone; put a text that begins with “&” in single quotes: '…'.")
        yield say("“&%(name)s” names a value for use elsewhere, which is not used here.", name=name), hint
    if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag is not None:
        hint = say("Write the value alone; put a text that begins with “!” in single quotes: '…'.")
        yield say("“!” begins a type, which is not used here."), hint


def shortened(text: str) -> str:
    """A text for showing."""
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"


def _is_text(word: str) -> bool:
    try:
        return isinstance(plain_scalar(word), str)
    except ValueError:
        return False
