"""Links in prose lead to a page of the portal, or out of it on purpose, marks to footnotes; images there are none.

A link within the portal is written as the page's kind and id ('project:a1'), so that it survives a new
address; a root-absolute path is accepted where such a page exists.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from sitegen.model.addresses import SECTION_OF, PageKey
from sitegen.model.near import nearest
from sitegen.source.links import NoteMark
from sitegen.source.problems import Message, Problem, limited, say
from sitegen.source.prose import Prose

OUTSIDE = re.compile(r"(https?://|mailto:|tel:|\#)", re.IGNORECASE)


def link_target(target: str) -> tuple[PageKey, str] | None:
    """The page that a link such as 'project:a1#costs' names and the fragment with its '#', or None."""
    page, hash_mark, fragment = target.partition("#")
    kind, colon, record_id = page.partition(":")
    if not colon or kind not in {"section", "page", *SECTION_OF}:
        return None
    return PageKey(kind, record_id), hash_mark + fragment


def check_links(
    prose: Mapping[str, Prose], pages: Mapping[str, Collection[str]], paths: Collection[str] | None
) -> Iterator[Problem]:
    """Links and marks that lead nowhere, footnotes that nothing leads to, and images, each at its line and column.

    pages: the ids of the pages of each kind. paths: those of all pages; None where faults keep them unknown.
    """
    for path, text in prose.items():
        yield from limited(_faults(path, text, pages, paths))


def _faults(
    path: str, text: Prose, pages: Mapping[str, Collection[str]], paths: Collection[str] | None
) -> Iterator[Problem]:
    for offset, target in text.targets:
        if (fault := _fault(target, pages, paths)) is not None:
            yield Problem(path, *text.place(offset), *fault)
    for offset, _ in text.images:
        message = say("An image stands here; the portal shows none.")
        hint = say("Say in words what it shows, or link to it where it is published: [what it shows](https://…).")
        yield Problem(path, *text.place(offset), message, hint)
    for offset, message, hint in _notes(text.note_marks):
        yield Problem(path, *text.place(offset), message, hint)


def _notes(marks: Collection[NoteMark]) -> Iterator[tuple[int, Message, Message]]:
    """(offset, message, hint) of each mark without its footnote, and of each footnote that would not be shown."""
    written = {mark.label for mark in marks if mark.defines}
    used = {mark.label for mark in marks if not mark.defines}
    before: set[str] = set()
    for mark in marks:
        if not mark.defines and mark.label not in written:
            yield mark.offset, *_without_note(mark.label)
        elif mark.defines and mark.label not in used:
            yield mark.offset, *_without_mark(mark.label)
        elif mark.defines and mark.label in before:
            yield mark.offset, *_second(mark.label)
        before |= {mark.label} if mark.defines else set()


def _without_note(label: str) -> tuple[Message, Message]:
    hint = say("Write it on a line of its own, such as “[^%(label)s]: …”, or delete the mark.", label=label)
    return say("The footnote “[^%(label)s]” is missing.", label=label), hint


def _without_mark(label: str) -> tuple[Message, Message]:
    hint = say("Write “[^%(label)s]” in the text where it belongs, or delete the footnote.", label=label)
    return say("Nothing refers to the footnote “[^%(label)s]”: it is not shown.", label=label), hint


def _second(label: str) -> tuple[Message, Message]:
    hint = say("Give it another mark, here and in the text, or delete it.")
    return say("The footnote “[^%(label)s]” is already written above: this one is not shown.", label=label), hint


def _fault(
    target: str, pages: Mapping[str, Collection[str]], paths: Collection[str] | None
) -> tuple[Message, Message] | None:
    message = say("The link “%(target)s” leads to no page.", target=target)
    if OUTSIDE.match(target):
        return None
    if (named := link_target(target)) is not None:
        kind, ids = named[0].kind, pages.get(named[0].kind, ())
        if named[0].id in ids:
            return None
        return message, _hint(f"{kind}:{named[0].id}", tuple(f"{kind}:{each}" for each in ids))
    page = target.partition("#")[0]
    if page in (paths or ()) or (paths is None and page.startswith("/")):
        return None
    return message, _hint(page, paths or ())


def _hint(given: str, known: Collection[str]) -> Message:
    if near := nearest(given, known):
        return say("Did you mean “%(near)s”?", near=near)
    return say("Write the kind and id of a page, such as “project:a1” or “page:about”, or a full https:// address.")
