"""The parser's events become plain data with positions, and the problems on the way.

In: the text of one YAML file. Out: data, places and problems. It must not know what the data means. The
events are read with a stack of our own: there is no recursion to exhaust, no tag that constructs anything, no
alias to unfold, and reading stops as soon as a file goes too deep. libyaml's parser is the only one used, so
that marks and causes of errors never depend on the machine.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from sitegen.source.place import Key, Place
from sitegen.source.problems import Message, Problem, say
from sitegen.source.scalars import LONGEST_NUMBER, Scalar, plain_scalar
from sitegen.source.syntax import explain
from sitegen.source.text import split_lines
from sitegen.source.unquoted import comment, cut_off, misquoted, no_name, odd_spaces, shortened, unused_marks

DEEPEST = 20
MOST_VALUES = 20_000
"""In one file. The longest transcript here has a tenth."""
LONGEST_TEXT = 20_000


@dataclass
class _Branch:
    """A mapping or list that is being filled. name: the mapping's key whose value comes next."""

    key: Key
    node: dict[str, Any] | list[Any]
    name: str | None = None
    lines: dict[str, int] = field(default_factory=dict)

    def next_key(self) -> Key:
        return (*self.key, len(self.node) if isinstance(self.node, list) else self.name or "")

    def awaits_name(self) -> bool:
        return isinstance(self.node, dict) and self.name is None

    def put(self, value: object) -> None:
        if isinstance(self.node, list):
            self.node.append(value)
        else:
            self.node[self.name or ""] = value
            self.name = None


class Reading:
    """The state of reading one file.

    After a problem the data is only good for finding more problems. path: posix, relative to the root.
    line_offset: how many lines of the file stand before the text.
    """

    def __init__(self, path: str, line_offset: int) -> None:
        self.path = path
        self.line_offset = line_offset
        self.data: Any = None
        self.places: dict[Key, Place] = {}
        self.key_places: dict[Key, Place] = {}
        self.problems: list[Problem] = []
        self._no_values: list[Problem] = []
        self._branches: list[_Branch] = []
        self._documents = 0
        self._nodes = 0
        self._lines: list[str] = []

    def read(self, text: str) -> None:
        """Fill data, places and problems from `text`, once; the problems are not sorted."""
        self._lines = split_lines(text)
        for line, column, message, hint in odd_spaces(self._lines):
            self._report(Place(line + 1 + self.line_offset, column + 1), message, hint)
        if self.problems:
            return  # to the parser, such a space is a letter: every other fault would follow from that
        self._parse(text)
        # `{b} c` holds an empty value only because of what is wrong with the line: one fault, one problem.
        lines = {problem.line for problem in self.problems}
        self.problems += [problem for problem in self._no_values if problem.line not in lines]

    def _parse(self, text: str) -> None:
        try:
            for event in yaml.parse(text, Loader=yaml.CSafeLoader):
                if not self._take(event):
                    return
        except yaml.YAMLError as error:
            fault = explain(text, error)
            self._report(Place(fault.line + self.line_offset, fault.column), fault.message, fault.hint)
            return
        self._check_root()

    def _take(self, event: yaml.Event) -> bool:
        """Whether reading goes on after `event`."""
        if isinstance(event, yaml.DocumentStartEvent):
            return self._document(event)
        if isinstance(event, yaml.CollectionEndEvent):
            self._branches.pop()
        elif isinstance(event, yaml.NodeEvent):
            return self._node(event)
        return True

    def _document(self, event: yaml.DocumentStartEvent) -> bool:
        self._documents += 1
        if self._documents == 1:
            return True
        hint = say("Write one document in a file, without a line “---” inside it.")
        self._report(self._place(event), say("A second document begins here."), hint)
        return False

    def _node(self, event: yaml.NodeEvent) -> bool:
        self._check_marks(event)
        self._nodes += 1
        if self._nodes > MOST_VALUES:
            self._too_many(event)
            return False
        starts = isinstance(event, yaml.CollectionStartEvent)
        if starts and len(self._branches) == DEEPEST:
            self._too_deep(event)
            return False
        if self._branches and self._branches[-1].awaits_name():
            self._name(self._branches[-1], event)
        else:
            self._value(event)
        return True

    def _name(self, branch: _Branch, event: yaml.NodeEvent) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._check_name(branch, event)
            branch.name = str(event.value)
            self.key_places[branch.next_key()] = self._place(event)
            return
        branch.name = ""
        if not isinstance(event, yaml.AliasEvent):
            message = say("The name of a field must be a text.")
            self._report(self._place(event), message, say("Write field: '…'."))
            self._branches.append(_Branch(branch.next_key(), _empty(event)))

    def _value(self, event: yaml.NodeEvent) -> None:
        key = self._branches[-1].next_key() if self._branches else ()
        self.places[key] = self._place(event)
        self.key_places.setdefault(key, self.places[key])
        value = self._content(event)
        if self._branches:
            self._branches[-1].put(value)
        else:
            self.data = value
        if isinstance(value, dict | list):
            self._branches.append(_Branch(key, value))

    def _content(self, event: yaml.NodeEvent) -> object:
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        return None if isinstance(event, yaml.AliasEvent) else _empty(event)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        word = str(event.value)
        if len(word) > LONGEST_TEXT:
            self._too_long(event)
        if not _is_plain(event):
            return word
        if not word:
            self._no_value(event)
        else:
            self._check_unquoted(event, word)
        return self._plain(event, word)

    def _check_unquoted(self, event: yaml.ScalarEvent, word: str) -> None:
        """YAML reads these without a word, but not as they were meant."""
        place, end = self._place(event), event.end_mark
        rest = self._lines[end.line][end.column :] if end and end.line < len(self._lines) else ""
        if words := misquoted(word):
            self._report(place, *words)
        if end and (begin := cut_off(rest)) is not None:
            at = Place(end.line + 1 + self.line_offset, end.column + begin + 1)
            self._report(at, *comment(word, rest))

    def _plain(self, event: yaml.ScalarEvent, word: str) -> Scalar:
        try:
            return plain_scalar(word)
        except ValueError:
            message = say("A number has at most %(limit)s characters and no large exponent.", limit=LONGEST_NUMBER)
            self._report(self._place(event), message, say("Write a shorter number, or a text in single quotes: '…'."))
            return None

    def _check_name(self, branch: _Branch, event: yaml.ScalarEvent) -> None:
        name, place = str(event.value), self._place(event)
        if _is_plain(event) and (words := no_name(name)):
            self._report(place, *words)
        if name in branch.lines:
            message = say(
                "The field “%(field)s” is already on line %(line)s.",
                field=shortened(name),
                line=branch.lines[name],
            )
            self._report(place, message, say("Keep one of the two and delete the other."))
        branch.lines.setdefault(name, place.line)

    def _check_marks(self, event: yaml.NodeEvent) -> None:
        for words in unused_marks(event):
            self._report(self._place(event), *words)

    def _no_value(self, event: yaml.ScalarEvent) -> None:
        if not self._branches:
            return
        name, place = self._branches[-1].name, self._place(event)
        message = (
            say("The item of the list has no value.")
            if name is None
            else say("The field “%(field)s” has no value.", field=shortened(name))
        )
        hint = say("Write a value or leave the line out; put a text that begins with “#” in single quotes: '…'.")
        self._no_values.append(Problem(self.path, place.line, place.column, message, hint))

    def _too_long(self, event: yaml.ScalarEvent) -> None:
        message = say("The text is longer than %(limit)s characters.", limit=LONGEST_TEXT)
        self._report(self._place(event), message, say("Write a short text; longer texts belong in a Markdown file."))

    def _too_many(self, event: yaml.Event) -> None:
        message = say("The file has more than %(limit)s fields and values.", limit=MOST_VALUES)
        self._report(self._place(event), message, say("Divide it into smaller files."))

    def _too_deep(self, event: yaml.Event) -> None:
        message = say("Lists and fields stand inside each other on more than %(limit)s levels.", limit=DEEPEST)
        self._report(
            self._place(event),
            message,
            say("Write fewer levels; put a text that begins with “[”, “{” or “-” in single quotes: '…'."),
        )

    def _check_root(self) -> None:
        """Told only of a file without other problems: those explain better why it is not a mapping."""
        place = self.places.get((), Place(1 + self.line_offset, 1))
        if not self.places or self.data == "":
            self._report(
                place,
                say("Nothing is written here."),
                say("Write fields, each on a line of its own: field: '…'."),
            )
        elif not isinstance(self.data, dict) and not self.problems:
            self._report(
                place,
                say("There must be fields with values here."),
                say("Write fields, each on a line of its own: field: '…'."),
            )

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        return Place(line + 1 + self.line_offset, column + 1)

    def _report(self, place: Place, message: Message, hint: Message) -> None:
        self.problems.append(Problem(self.path, place.line, place.column, message, hint))


def _empty(event: yaml.Event) -> dict[str, Any] | list[Any]:
    return {} if isinstance(event, yaml.MappingStartEvent) else []


def _is_plain(event: yaml.ScalarEvent) -> bool:
    return bool(event.implicit[0])
