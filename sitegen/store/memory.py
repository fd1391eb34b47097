"""What a run before this one found out, kept in a folder that can be deleted at any time.

In: a folder, a name and data of JSON. Out: the same data in another run, or None. Whatever cannot be read is as if
it had never been written, and a folder that cannot be written to costs nothing but time. This module must not know
what is remembered.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp
from typing import Any


def recall(folder: Path | None, name: str) -> Any | None:  # noqa: ANN401 - any data of JSON
    """What was remembered under `name`, or None."""
    if folder is None:
        return None
    try:
        return json.loads((folder / f"{name}.json").read_bytes())
    except (OSError, ValueError):
        return None


def remember(folder: Path | None, name: str, data: object) -> None:
    """Keep `data` under `name`, in the place of what was there. The file is whole at any moment."""
    if folder is None:
        return
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        descriptor, beside = mkstemp(dir=folder, prefix=f".{name}.")
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(json.dumps(data, ensure_ascii=False, sort_keys=True).encode())
        Path(beside).replace(folder / f"{name}.json")
