"""A site that was built before: in a folder, or published at an address.

In: where it is. Out: its account, its register of addresses, and the digest of each of its files. Of a published site
every file is fetched, each at the address at which readers get it, and no more of it than a file of a site may have.
It must not know what is built here.
"""

from __future__ import annotations

import re
import socket
import urllib.request
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from pathlib import Path
from typing import Protocol
from urllib.error import HTTPError, URLError
from urllib.parse import quote

from sitegen.pipeline.account import FILE, Account
from sitegen.pipeline.plan import REGISTER
from sitegen.render.publishing import register_of
from sitegen.source.problems import Message, say
from sitegen.store.digest import digest
from sitegen.store.manifest import manifest
from sitegen.views.publishing import Register

LARGEST = 50_000_000
"""Bytes of a file that are read at most."""
PATIENCE = 30
"""Seconds without an answer."""
AT_ONCE = 8
"""Files that are fetched at the same time."""
RULES = ("_headers", "_redirects")
"""Publishers obey them and do not answer with them: what the account says of them has to do."""
UNREADABLE = (OSError, ValueError, HTTPException)
"""What is raised where a site cannot be read: by the disk or the network, an address, a server or an account."""
GONE = (404, 410)


def unreadable(error: Exception) -> Message:
    """Why a site cannot be read. error: one of UNREADABLE."""
    reason = getattr(error, "reason", None) or getattr(error, "strerror", None) or error
    return say("The published site cannot be read: %(reason)s", reason=reason)


class Published(Protocol):
    """A site that was built before."""

    def account(self) -> Account:
        """What it says of itself. Raises what stands in UNREADABLE."""

    def register(self) -> Register | None:
        """Whose each of its addresses is; None where no site is published. Raises the same."""

    def digests(self, account: Account, paths: Iterable[str]) -> Mapping[str, str]:
        """The digest of each file, by its path. paths: of files that it should have. Raises the same."""


def at(place: str) -> Published:
    """The site in a folder or at an address (http, https)."""
    return _Address(place.rstrip("/")) if re.match(r"https?://", place) else _Folder(Path(place))


class _Folder:
    def __init__(self, path: Path) -> None:
        self._path = path

    def account(self) -> Account:
        with (self._path / FILE).open("rb") as stream:
            return Account.of_json(stream.read(LARGEST))

    def register(self) -> Register:
        return register_of((self._path / REGISTER).read_bytes())

    def digests(self, _: Account, __: Iterable[str]) -> Mapping[str, str]:
        return manifest(self._path)


class _Address:
    def __init__(self, address: str) -> None:
        self._address = address

    def account(self) -> Account:
        content = self._fetched(FILE)
        if content is None:
            raise FileNotFoundError(FILE)
        return Account.of_json(content)

    def register(self) -> Register | None:
        try:
            content = self._fetched(REGISTER)
        except URLError as error:
            if getattr(error.reason, "errno", None) != socket.EAI_NONAME:
                raise
            content = None
        return None if content is None else register_of(content)

    def digests(self, account: Account, paths: Iterable[str]) -> Mapping[str, str]:
        wanted = sorted({*paths, *account.sha256, FILE} - set(RULES))
        with ThreadPoolExecutor(AT_ONCE) as threads:
            found = dict(zip(wanted, threads.map(self._digest, wanted), strict=True))
        told = {path: account.sha256.get(path) for path in RULES}
        return {path: known for path, known in {**found, **told}.items() if known is not None}

    def _digest(self, path: str) -> str | None:
        content = self._fetched(path)
        return None if content is None else digest(content)

    def _fetched(self, path: str) -> bytes | None:
        """The bytes of a file; None where there is none. The page for what is missing comes as such."""
        folder, _, name = path.rpartition("/")
        asked = f"{folder}/" if name == "index.html" and folder else path.removesuffix("index.html")
        try:
            with urllib.request.urlopen(f"{self._address}/{quote(asked)}", timeout=PATIENCE) as answer:  # noqa: S310 - `at` has matched http(s)
                return bytes(answer.read(LARGEST))
        except HTTPError as error:
            with error:
                if error.code not in GONE:
                    raise
                return error.read(LARGEST) if name == "404.html" else None
