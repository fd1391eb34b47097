"""Message catalogs: from a folder of gettext catalogs to a language's translations, compiled when needed.

In: folders that hold `<code>/LC_MESSAGES/messages.po`, and a language code. Out: gettext translations. No
`.mo` file is written. The message ids themselves are English, so English needs no catalog. Babel is loaded only where
a catalog has to be compiled: whoever remembers the result does without.
"""

from __future__ import annotations

import gettext
import io
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

PLACEHOLDER = re.compile(r"%\((\w+)\)")
MESSAGE_LANGUAGE = "en"
"""The language of the message ids."""


class CatalogError(Exception):
    """A catalog cannot be read; its text says why."""


def is_known(code: str) -> bool:
    """Whether CLDR knows the language with the BCP 47 code `code`."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - see above

    try:
        Locale.parse(code, sep="-")
    except (ValueError, UnknownLocaleError):
        return False
    return True


def catalog_path(folder: Path, code: str) -> Path:
    """Where the catalog of the language with the BCP 47 code `code` lies; gettext names folders with "_"."""
    return folder / code.replace("-", "_") / "LC_MESSAGES" / "messages.po"


def catalog_bytes(folders: tuple[Path, ...], code: str) -> bytes | None:
    """The catalog of `code` from the first folder that has one, or None."""
    for folder in folders:
        path = catalog_path(folder, code)
        if path.is_file():
            return path.read_bytes()
    return None


def translations(po: bytes | None, code: str) -> gettext.NullTranslations:
    """The translations that a catalog holds; without a catalog, the message ids.

    po: bytes of a PO file. Raises CatalogError where it cannot be read.
    """
    return messages(b"" if po is None else compiled(po, code))


@lru_cache(maxsize=8)
def messages(mo: bytes) -> gettext.NullTranslations:
    """The translations in a compiled catalog; for no bytes, the message ids."""
    return gettext.GNUTranslations(io.BytesIO(mo)) if mo else gettext.NullTranslations()


def compiled(po: bytes, code: str) -> bytes:
    """A PO file as gettext reads it (MO). Raises CatalogError where it cannot be read.

    Nor may a translation name a value that its message does not have: it would fail where it is shown.
    """
    from babel import Locale  # noqa: PLC0415 - see above
    from babel.messages.catalog import Catalog  # noqa: PLC0415
    from babel.messages.mofile import write_mo  # noqa: PLC0415
    from babel.messages.pofile import PoFileError, read_po  # noqa: PLC0415

    locale, written = Locale.parse(code, sep="-"), io.BytesIO()
    catalog = Catalog(locale=locale)
    try:
        catalog = read_po(io.BytesIO(po), locale=locale, abort_invalid=True)
        write_mo(written, catalog)
        messages(written.getvalue())
        _check(catalog)
    # Besides: an unknown encoding, bytes that are not in it, a faulty plural.
    except (PoFileError, LookupError, ValueError) as error:
        raise CatalogError(str(error)) from error
    return written.getvalue()


def _check(catalog: Catalog) -> None:
    """Raises ValueError for a translation that could not be filled with what its message is filled with."""
    for message in catalog:
        ids, texts = (each if isinstance(each, tuple | list) else (each,) for each in (message.id, message.string))
        names = dict.fromkeys(PLACEHOLDER.findall(" ".join(map(str, ids))), 1)
        if not names and any("%" in str(each) for each in ids):
            continue  # a message that is never filled
        for text in filter(None, texts if message.id else ()):
            try:
                _ = str(text) % names
            except (KeyError, TypeError, ValueError) as error:
                raise ValueError(f"“{text}” cannot be filled: {error}") from error
        if faults := list(message.check(catalog)):
            raise ValueError(f"“{texts[0]}” cannot be filled: {faults[0]}")


def catalog_languages(folders: tuple[Path, ...]) -> tuple[str, ...]:
    """The codes that have a catalog, with English, in alphabetical order."""
    found = {
        path.name.replace("_", "-")
        for folder in folders
        if folder.is_dir()
        for path in folder.iterdir()
        if path.is_dir()
    }
    return tuple(sorted(found | {MESSAGE_LANGUAGE}))
