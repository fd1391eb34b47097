"""Digests and the file names made from them."""

from __future__ import annotations

import pytest

from sitegen.store.digest import digest, fingerprinted


def test_digest_is_sha256() -> None:
    """A digest is the content's SHA-256 in hexadecimal, as any other tool computes it."""
    assert digest(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("style.css", "style.ba7816bf8f01cfea.css"),
        ("assets/fonts/text.woff2", "assets/fonts/text.ba7816bf8f01cfea.woff2"),
        ("vega.min.js", "vega.min.ba7816bf8f01cfea.js"),
        ("LICENSE", "LICENSE.ba7816bf8f01cfea"),
    ],
)
def test_fingerprint_stands_before_the_suffix(path: str, expected: str) -> None:
    """A fingerprinted name keeps folder and suffix, and carries sixteen digits of the digest."""
    assert expected == fingerprinted(path, b"abc")


def test_other_content_has_another_name() -> None:
    """Assets cached for good are never stale: a changed byte is another file."""
    assert fingerprinted("style.css", b"a") != fingerprinted("style.css", b"b")
