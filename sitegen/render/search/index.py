"""The index of the search: the indexer's packaged program, which is handed scratch copies of the pages.

In: scratch copies by their path in the tree. Out: the files of the index, the same bytes for the same copies, and
which kind of page each of its results is. The indexer has filters for that, but writes them in an order of chance. It
numbers pages as they come, and a folder's order is the disk's affair: so it reads no folder, but is told each page in
the order of paths. The package's own Python interface would wait 0.1 s for each page. Its ready-made search fields are
left out: the search page is ours.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Any, cast

from pagefind_bin import get_executable

BUNDLE = "pagefind"
ENTRY = "pagefind-entry.json"
END = b","
AT_ONCE = 1 << 20
"""Bytes read at once, at most."""
FRAGMENT = ".pf_fragment"
FRAGMENT_MARK = b"pagefind_dcd"
NOT_OURS = ("-ui.", "-highlight.", "-worker.")
"""In names of files that the search page does not load."""


def index(copies: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """The files of the index by their path in the tree. Raises RuntimeError where the indexer ends before it."""
    pages = (
        {"type": "AddFile", "index_id": 0, "file_path": path, "file_contents": copy.decode()}
        for path, copy in sorted(copies.items())
    )
    answer = _last_answer([{"type": "NewIndex"}, *pages, {"type": "GetFiles", "index_id": 0}])
    files = {file["path"]: file["content"] for file in answer["files"]}
    return {f"{BUNDLE}/{path}": _content(path, files[path]) for path in sorted(files) if _is_ours(path)}


def joined(indexes: Iterable[Mapping[str, bytes]]) -> Mapping[str, bytes]:
    """The indexes of several languages as the indexer would have made them at once."""
    files: dict[str, bytes] = {}
    entry: dict[str, Any] = {}
    for index in indexes:
        languages = entry.get("languages", {})
        entry = json.loads(index[f"{BUNDLE}/{ENTRY}"])
        entry["languages"] |= languages
        files |= index
    return {**files, f"{BUNDLE}/{ENTRY}": _in_order(entry)}


def kinds_bytes(files: Mapping[str, bytes], kinds: Mapping[str, str]) -> bytes:
    """JSON: the id of each result in the index to the kind of page that it is. kinds: by the page's address."""
    by_id = {Path(path).name.removesuffix(FRAGMENT): kinds[_address(files[path])] for path in _fragments(files)}
    return json.dumps(by_id, sort_keys=True, separators=(",", ":")).encode()


def _fragments(files: Mapping[str, bytes]) -> Iterator[str]:
    return (path for path in files if path.endswith(FRAGMENT))


def _address(fragment: bytes) -> str:
    return str(json.loads(gzip.decompress(fragment).removeprefix(FRAGMENT_MARK))["url"])


def _last_answer(requests: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    """What the program says to the last request. Requests and answers are JSON in base 64, each ended by a comma."""
    program = get_executable()
    try:
        # In its own folder: it would read a configuration from where it is started.
        with subprocess.Popen(  # noqa: S603 - words of our own
            [program, "--service"], cwd=program.parent, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as process:
            asked, said = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)
            for number, request in enumerate(requests):
                asked.write(b64encode(json.dumps({"message_id": number, "payload": request}).encode()) + END)
            asked.flush()  # not closed: the program would end at once, whatever it was asked
            answers = _read(said, len(requests))
    except BrokenPipeError as error:  # also where what was not yet sent is sent at the end
        raise RuntimeError("The indexer ended before it had answered.") from error
    payload: Mapping[str, Any] = json.loads(b64decode(answers.rsplit(END, 2)[-2]))["payload"]
    return payload


def _read(said: IO[bytes], number: int) -> bytes:
    """So many answers. Raises BrokenPipeError where there are fewer."""
    parts: list[bytes] = []
    ended = 0
    while ended < number:
        part = os.read(said.fileno(), AT_ONCE)
        if not part:
            raise BrokenPipeError
        parts.append(part)
        ended += part.count(END)
    return b"".join(parts)


def _is_ours(path: str) -> bool:
    return not any(part in path for part in NOT_OURS)


def _content(path: str, text: str) -> bytes:
    content = b64decode(text)
    return _in_order(json.loads(content)) if path == ENTRY else content


def _in_order(entry: Mapping[str, Any]) -> bytes:
    """The one file that the indexer writes in an order of chance."""
    return json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
