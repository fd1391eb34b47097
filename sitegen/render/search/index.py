"""The index of the search: the indexer's packaged program, run over scratch copies of the pages.

In: scratch copies by their path in the tree. Out: the files of the index, the same bytes for the same copies, and
which kind of page each of its results is. The indexer has filters for that, but writes them in an order of chance. The
package's own Python interface would wait 0.1 s for each page. Its ready-made search fields are left out: the
search page is ours.
"""

from __future__ import annotations

import gzip
import json
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pagefind_bin import get_executable

BUNDLE = "pagefind"
ENTRY = "pagefind-entry.json"
FRAGMENT = ".pf_fragment"
FRAGMENT_MARK = b"pagefind_dcd"
NOT_OURS = ("-ui.", "-highlight.", "-worker.")
"""In names of files that the search page does not load."""


def index(copies: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """The files of the index by their path in the tree. Raises subprocess.CalledProcessError where there is none."""
    with TemporaryDirectory() as folder:
        pages, made = Path(folder, "pages"), Path(folder, "made")
        _write(pages, copies)
        _run(pages, made)
        return {f"{BUNDLE}/{path}": content for path, content in _read(made)}


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


def _write(pages: Path, copies: Mapping[str, bytes]) -> None:
    for path, content in copies.items():
        (pages / path).parent.mkdir(parents=True, exist_ok=True)
        (pages / path).write_bytes(content)


def _run(pages: Path, made: Path) -> None:
    # In the scratch folder: the program would read a configuration from where it is started.
    command = [get_executable(), "--site", str(pages), "--output-path", str(made), "--quiet"]
    subprocess.run(command, cwd=pages, check=True, capture_output=True)  # noqa: S603 - words of our own


def _read(made: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(made.rglob("*")):
        if path.is_file() and not any(part in path.name for part in NOT_OURS):
            content = path.read_bytes()
            yield path.relative_to(made).as_posix(), _in_order(json.loads(content)) if path.name == ENTRY else content


def _in_order(entry: Mapping[str, Any]) -> bytes:
    """The one file that the indexer writes in an order of chance."""
    return json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
