"""The folder `content/` becomes bytes, and those become documents and prose.

In: the project's root, or the bytes of its files. Out: every file by its path, or problems. Nothing else
reads `content/`. It must not know which files there should be, only which endings.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from sitegen.source.place import FOLDER
from sitegen.source.problems import Message, Problem, say
from sitegen.source.prose import Prose, read_prose
from sitegen.source.quick import Parse, quick
from sitegen.source.report import sort_problems
from sitegen.source.text import UNSEEN, decode_anyhow
from sitegen.source.yamltext import Document, read_yaml

LARGEST_MEGABYTES = 5
LARGEST = LARGEST_MEGABYTES * 1_000_000


@dataclass(frozen=True)
class Sources:
    """All that content/ says, by posix path relative to the root.

    documents, prose: the faultless files. files: every YAML and Markdown file, faulty ones too.
    """

    documents: Mapping[str, Document]
    prose: Mapping[str, Prose]
    files: Mapping[str, bytes]

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """The text of each file, for showing a line of it; bytes that are not UTF-8 are replaced."""
        return {path: decode_anyhow(content) for path, content in self.files.items()}


def read_tree(root: Path) -> tuple[Mapping[str, bytes], tuple[Problem, ...]]:
    """Every file under `root`/content with its bytes, sorted by path; a problem for each that is not read.

    Names that begin with a dot or end in ~ are left out. Links to folders and links out of `root` are
    refused. Nothing is raised.
    """
    root = root.resolve()
    found = [(_name(root, path), _read(root, path)) for path in _walk(root / FOLDER)]
    files = {name: read for name, read in found if isinstance(read, bytes)}
    problems = [_problem(name, *read) for name, read in found if not isinstance(read, bytes)]
    return dict(sorted(files.items())), sort_problems(problems)


def read_sources(files: Mapping[str, bytes], parse: Parse = quick) -> tuple[Sources, tuple[Problem, ...]]:
    """The documents and the prose in `files`, and all problems of all files, sorted. parse: as in `read_yaml`."""
    documents: dict[str, Document] = {}
    prose: dict[str, Prose] = {}
    problems: list[Problem] = []
    for path, content in sorted(files.items()):
        problems += _sort_in(path, content, documents, prose, parse)
    read = {path: content for path, content in sorted(files.items()) if _ending(path) in (".yaml", ".md")}
    return Sources(documents, prose, read), sort_problems(problems)


def _sort_in(
    path: str, content: bytes, documents: dict[str, Document], prose: dict[str, Prose], parse: Parse
) -> tuple[Problem, ...]:
    if _ending(path) == ".yaml":
        document, problems = read_yaml(path, content, parse=parse)
        documents.update({path: document} if document else {})
    elif _ending(path) == ".md":
        text, problems = read_prose(path, content, parse=parse)
        prose.update({path: text} if text else {})
    else:
        problems = (_problem(path, *_misplaced(path)),)
    return problems


def _ending(path: str) -> str:
    return PurePosixPath(path).suffix


def _misplaced(path: str) -> tuple[Message, Message]:
    message = say("This is a file where none belongs.")
    ending = {".yml": ".yaml", ".markdown": ".md"}.get(_ending(path).lower())
    ending = ending or {".yaml": ".yaml", ".md": ".md"}.get(_ending(path).lower())
    if ending:
        return message, say("Rename it to %(name)s.", name=PurePosixPath(path).stem + ending)
    return message, say("Move it out of %(folder)s, which holds facts (.yaml) and prose (.md) only.", folder=FOLDER)


def _walk(top: Path) -> Iterator[Path]:
    """Files, and folders that cannot be entered; a stack, since folders may be nested without end."""
    waiting = [top]
    while waiting:
        path = waiting.pop()
        entries = None if path.is_symlink() else _entries(path)
        if entries is None:
            yield path
        else:
            waiting += entries


def _entries(path: Path) -> list[Path] | None:
    try:
        return [entry for entry in path.iterdir() if not is_left_out(entry.name)]
    except OSError:
        return None


def is_left_out(name: str) -> bool:
    """Whether editors or systems leave files of this name behind."""
    return name.startswith(".") or name.endswith("~")


def _read(root: Path, path: Path) -> bytes | tuple[Message, Message]:
    try:
        return _refusal(root, path) or _bytes(path)
    except FileNotFoundError:
        return say("There is no such file or folder."), say(
            "Make a file or folder of this name, or delete the link to it."
        )
    # resolve() tells of a link that leads to itself by a RuntimeError.
    except (OSError, RuntimeError):
        return say("The file or folder cannot be read."), say("Let whoever builds the site read it.")


def _refusal(root: Path, path: Path) -> tuple[Message, Message] | None:
    if not _is_writable_name(_name(root, path)):
        return say("The name has characters that cannot be shown."), say(
            "Rename it with letters a–z, digits and hyphens."
        )
    if path.is_symlink() and not path.resolve(strict=True).is_relative_to(root):
        return say("The link leads out of the project."), say("Replace the link with the file itself.")
    if path.is_symlink() and path.is_dir():
        return say("This is a link to a folder."), say("Replace the link with the folder itself.")
    if path.exists() and not path.is_file() and not path.is_dir():
        return say("This is neither a file nor a folder."), say("Delete it.")
    return None


def _bytes(path: Path) -> bytes | tuple[Message, Message]:
    with path.open("rb") as stream:
        content = stream.read(LARGEST + 1)
    if len(content) <= LARGEST:
        return content
    message = say("The file is larger than %(limit)s MB.", limit=LARGEST_MEGABYTES)
    return message, say("Divide it into smaller files.")


def _name(root: Path, path: Path) -> str:
    return os.fsencode(path.relative_to(root).as_posix()).decode("utf-8", "replace")


def _is_writable_name(name: str) -> bool:
    return not UNSEEN.search(name) and not any(character in name for character in "\t\r\n\ufffd")


def _problem(path: str, message: Message, hint: Message) -> Problem:
    return Problem(path, 1, 1, message, hint)
