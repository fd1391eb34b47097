"""Names for bytes.

In: bytes. Out: their digest, and file names that change with them. This module must not know what they mean.
"""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath

# 64 bits: among a million assets, two share a name with a probability of one in forty million.
FINGERPRINT_LENGTH = 16


def digest(content: bytes) -> str:
    """SHA-256, 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def fingerprinted(path: str, content: bytes) -> str:
    """A posix path whose file name carries the content's fingerprint: style.css, style.<16 digits>.css."""
    name = PurePosixPath(path)
    return str(name.with_name(f"{name.stem}.{digest(content)[:FINGERPRINT_LENGTH]}{name.suffix}"))
