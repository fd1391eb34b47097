"""What a look may hold: the form of its theme.yaml, and the kind and size of its files.

In: a document, or a folder. Out: problems, and the bytes of the files. A look may come from elsewhere: no file is read
from outside its folder, and an image is one. It must not know what a look's files are for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sitegen.render.typefaces import TYPEFACES
from sitegen.source.document import Document
from sitegen.source.problems import Message, Problem, say
from sitegen.source.tree import LARGEST, LARGEST_MEGABYTES, is_left_out

FIELDS = ("extends", "typefaces", "colours", "more-contrast", "tokens")
NAME = re.compile(r"[a-z0-9]+(-+[a-z0-9]+)*")
VALUE = re.compile(r"[^;{}<>\\\n]+")
"""What ends neither a declaration nor a rule of the style sheet."""
SIGNATURES = {
    ".avif": b"....ftypavif",
    ".gif": b"GIF8",
    ".ico": b"\0\0\1\0",
    ".jpeg": b"\xff\xd8\xff",
    ".jpg": b"\xff\xd8\xff",
    ".png": b"\x89PNG\r\n\x1a\n",
    ".webp": b"RIFF....WEBP",
    ".woff2": b"wOF2",
}
"""How a file of this ending begins; a full stop is any byte."""
TEXTS = frozenset({".css", ".html", ".js", ".json", ".svg", ".txt"})
"""Endings of files that are texts in UTF-8."""
Fault = tuple[Message, Message]


def faults(document: Document) -> Iterator[Problem]:
    """What of a theme.yaml is not of the form that is read, each at its place."""
    for name, value in document.data.items():
        place = document.key_place((name,))
        if name not in FIELDS:
            hint = say("Write one of: %(choices)s.", choices=", ".join(FIELDS))
            yield Problem(document.path, place.line, place.column, say("A look has no such field."), hint)
        elif name == "extends":
            yield from _checked(document, (name,), NAME)
        elif name == "typefaces":
            yield from _typefaces(document, value)
        else:
            yield from _tokens(document, name, value)


def _typefaces(document: Document, data: object) -> Iterator[Problem]:
    if not isinstance(data, list) or not all(each in TYPEFACES for each in data):
        hint = say("Write a list of some of: %(choices)s.", choices=", ".join(TYPEFACES))
        yield _at(document, ("typefaces",), (say("These are not the typefaces that there are."), hint))


def _tokens(document: Document, field: str, data: object) -> Iterator[Problem]:
    if not isinstance(data, dict):
        yield _at(document, (field,), _no_fields())
        return
    for name, value in data.items():
        if not NAME.fullmatch(name):
            yield _at(document, (field, name), _no_value(NAME))
        elif field == "tokens":
            yield from _checked(document, (field, name), VALUE)
        elif not isinstance(value, dict) or value.keys() != {"light", "dark"}:
            hint = say("Write two values: light and dark.")
            yield _at(document, (field, name), (say("A colour has two values."), hint))
        else:
            yield from (each for tone in value for each in _checked(document, (field, name, tone), VALUE))


def _checked(document: Document, key: tuple[str, ...], form: re.Pattern[str]) -> Iterator[Problem]:
    value: Any = document.data
    for part in key:
        value = value[part]
    if not isinstance(value, str) or not form.fullmatch(value):
        yield _at(document, key, _no_value(form))


def _no_value(form: re.Pattern[str]) -> Fault:
    if form is NAME:
        return say("This is no name."), say("Write lowercase letters a–z, digits and hyphens.")
    return say("This is no value of a style."), say("Write a text in quotes, without “;”, “{”, “}”, “<”, “>” or “\\”.")


def _no_fields() -> Fault:
    return say("There must be fields with values here."), say("Write fields, each on a line of its own: field: '…'.")


def _at(document: Document, key: tuple[str, ...], fault: Fault) -> Problem:
    place = document.place(key)
    return Problem(document.path, place.line, place.column, *fault)


def read_files(folder: Path, name: str) -> tuple[Mapping[str, bytes], tuple[Problem, ...]]:
    """Templates and assets below `folder`, by path, and a problem for each that is refused. name: of the folder."""
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path in sorted(each for kind in ("templates", "assets") for each in (folder / kind).rglob("*")):
        if path.is_dir() and not path.is_symlink():
            continue
        if any(map(is_left_out, path.relative_to(folder).parts)):
            continue
        relative = path.relative_to(folder).as_posix()
        try:
            content: bytes | Fault = _read(folder, path)
        # resolve() tells of a link that leads to itself by a RuntimeError.
        except (OSError, RuntimeError):
            content = say("The file or folder cannot be read."), say("Let whoever builds the site read it.")
        if isinstance(content, bytes):
            files[relative] = content
        else:
            problems.append(Problem(f"{name}/{relative}", 1, 1, *content))
    return files, tuple(problems)


def _read(folder: Path, path: Path) -> bytes | Fault:
    if not path.resolve().is_relative_to(folder.resolve()):
        return say("The link leads out of the look."), say("Replace the link with the file itself.")
    if not path.is_file():
        return say("This is neither a file nor a folder."), say("Delete it.")
    if path.stat().st_size > LARGEST:
        return say("The file is larger than %(limit)s MB.", limit=LARGEST_MEGABYTES), say("Make it smaller.")
    content = path.read_bytes()
    return _kind(path.suffix.lower(), content) or content


def _kind(suffix: str, content: bytes) -> Fault | None:
    signature = SIGNATURES.get(suffix)
    if signature is None and suffix not in TEXTS:
        choices = ", ".join(sorted({*SIGNATURES, *TEXTS}))
        return say("A look has no files of this kind."), say("Write one of: %(choices)s.", choices=choices)
    if signature and any(
        mark not in (ord("."), byte) for mark, byte in zip(signature, content.ljust(16), strict=False)
    ):
        return say("The file is not what its ending says."), say("Save it again in the format of its ending.")
    if suffix in TEXTS and not _is_text(content):
        return say("The file is not UTF-8."), say("Save the file as UTF-8 in the editor.")
    return None


def _is_text(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True
