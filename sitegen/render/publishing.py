"""Headers, redirects, sitemap, register of addresses, robots.txt and security.txt as bytes.

In: a view of sitegen.views.publishing. Out: the file's bytes (UTF-8, Unix line ends); the register is read, too. This
module knows the syntax of these files and the site's policy; it must not know projects, indicators or the disk.
"""

from __future__ import annotations

import json
import re
from calendar import monthrange
from datetime import date
from urllib.parse import quote
from xml.etree import ElementTree

from sitegen.views.publishing import (
    Headers,
    Manifest,
    Redirects,
    Register,
    Robots,
    SecurityContact,
    Sitemap,
    SitemapEntry,
)

SITEMAP_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML_NAMESPACE = "http://www.w3.org/1999/xhtml"

SCRIPTS = ("script-src", "'self'")
# Everything comes from the site itself; nothing is written inline and nothing is evaluated.
CONTENT_SECURITY_POLICY = (
    ("default-src", "'none'"),
    SCRIPTS,
    ("style-src", "'self'"),
    ("img-src", "'self' data:"),
    ("font-src", "'self'"),
    ("connect-src", "'self'"),
    ("manifest-src", "'self'"),
    ("base-uri", "'none'"),
    ("form-action", "'self'"),
    ("frame-ancestors", "'none'"),
)

# The index of the search is read by WebAssembly. Rules of `_headers` for one page add up to the strictest, so
# none can allow more on the search page: the header allows it everywhere, and every other page takes it away.
WEBASSEMBLY = "'wasm-unsafe-eval'"
SCRIPTS_WITHOUT_WEBASSEMBLY = " ".join(SCRIPTS)

# Only names that browsers know: an unknown one is a console message on every page.
REFUSED_FEATURES = (
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "clipboard-read",
    "display-capture",
    "encrypted-media",
    "gamepad",
    "geolocation",
    "gyroscope",
    "hid",
    "identity-credentials-get",
    "idle-detection",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "otp-credentials",
    "payment",
    "picture-in-picture",
    "publickey-credentials-create",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "storage-access",
    "sync-xhr",
    "usb",
    "window-management",
    "xr-spatial-tracking",
)

# No path gets one header from two rules: Netlify's files say nothing reliable of which would win, and a comma
# between two Cache-Control values means neither. So Cache-Control stands for assets alone: what Netlify sends
# with everything else is already `public, max-age=0, must-revalidate`.
POLICY = (
    (
        "/*",
        (
            ("Strict-Transport-Security", "max-age=63072000; includeSubDomains"),
            ("X-Content-Type-Options", "nosniff"),
            ("X-Frame-Options", "DENY"),
            ("Referrer-Policy", "same-origin"),
            ("Permissions-Policy", ", ".join(f"{feature}=()" for feature in REFUSED_FEATURES)),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Embedder-Policy", "require-corp"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
        ),
    ),
    ("/assets/*", (("Cache-Control", "public, max-age=31536000, immutable"),)),
    ("/*.csv", (("Content-Type", "text/csv; charset=utf-8"),)),
    ("/*.json", (("Content-Type", "application/json; charset=utf-8"),)),
    ("/*.webmanifest", (("Content-Type", "application/manifest+json; charset=utf-8"),)),
)
PREVIEW_POLICY = (("/*", (("X-Robots-Tag", "noindex"),)),)

# Characters that a path may show as they are; `*` and `:` would be patterns in _redirects.
_PLAIN = "/-._~!$&'()+,;=@"


def headers(view: Headers) -> bytes:
    """`_headers` in Netlify's syntax."""
    rules = _security(view) + POLICY + (PREVIEW_POLICY if view.preview else ())
    return _lines([line for path, fields in rules for line in (path, *(f"  {n}: {v}" for n, v in fields))])


def _security(view: Headers) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    parts = ((*part, WEBASSEMBLY) if view.search and part == SCRIPTS else part for part in CONTENT_SECURITY_POLICY)
    return (("/*", (("Content-Security-Policy", "; ".join(" ".join(part) for part in parts)),)),)


def redirects(view: Redirects) -> bytes:
    """`_redirects` in Netlify's syntax: aliases, then each language's 404, then the one for all."""
    moved = [f"{_pattern(old)} {_pattern(new)} 301" for old, new in view.aliases]
    missing = [f"/{_encoded(code)}/* /{_encoded(code)}/404.html 404" for code in view.languages]
    return _lines([*moved, *missing, "/* /404.html 404"])


def register(view: Register) -> bytes:
    """`addresses.json`: one address a line."""
    told = {"pages": dict(view.pages), "aliases": dict(view.aliases)}
    return _lines([json.dumps(told, ensure_ascii=False, sort_keys=True, indent=1)])


def register_of(content: bytes) -> Register:
    """What `register` wrote. Raises ValueError for what it cannot have written, and for what could steer a terminal."""
    try:
        read = json.loads(content)
        pages, aliases = (tuple(read[name].items()) for name in ("pages", "aliases"))
    except (AttributeError, KeyError, TypeError, RecursionError) as error:
        raise ValueError(f"{type(error).__name__}: {error}") from error
    if not all(isinstance(text, str) and text.isprintable() for pair in pages + aliases for text in pair):
        raise ValueError("not a text that can be shown")
    return Register(pages, aliases)


def sitemap(view: Sitemap) -> bytes:
    """`sitemap.xml`, with each page's alternates in the other languages."""
    root = ElementTree.Element("urlset", {"xmlns": SITEMAP_NAMESPACE, "xmlns:xhtml": XHTML_NAMESPACE})
    for entry in view.entries:
        _add_url(root, view.base_url, entry)
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="unicode")
    return _lines(['<?xml version="1.0" encoding="UTF-8"?>', text])


def robots(view: Robots) -> bytes:
    """`robots.txt`. A preview is not closed to robots: they must be let in to read `noindex`."""
    rules = ["User-agent: *", "Disallow:"]
    if view.base_url and not view.preview:
        rules += ["", f"Sitemap: {_absolute(view.base_url, '/sitemap.xml')}"]
    return _lines(rules)


def manifest(view: Manifest) -> bytes:
    """`manifest.webmanifest`: a page like others, not an application that hides its address."""
    icons = [
        {"src": path, "sizes": f"{size}x{size}", "type": "image/png", "purpose": "any maskable"}
        for size, path in view.icons
    ]
    told = {
        "lang": view.language,
        "name": view.name,
        "description": view.description,
        "id": view.start,
        "start_url": view.start,
        "scope": view.start,
        "display": "browser",
        "background_color": view.ground,
        "theme_color": view.ground,
        "icons": icons,
    }
    return _lines([json.dumps(told, ensure_ascii=False, indent=1)])


def security(view: SecurityContact) -> bytes:
    """`.well-known/security.txt` (RFC 9116)."""
    fields = [("Contact", _uri(view.contact)), ("Expires", _timestamp(view.expires))]
    fields += [("Preferred-Languages", ", ".join(view.languages))] if view.languages else []
    fields += [("Canonical", view.canonical)] if view.canonical else []
    return _lines([f"{name}: {value}" for name, value in fields])


def _add_url(root: ElementTree.Element, base_url: str, entry: SitemapEntry) -> None:
    url = ElementTree.SubElement(root, "url")
    ElementTree.SubElement(url, "loc").text = _absolute(base_url, entry.path)
    defaults = () if entry.default is None else (("x-default", entry.default),)
    for language, path in (*entry.alternates, *defaults):
        link = {"rel": "alternate", "hreflang": language, "href": _absolute(base_url, path)}
        ElementTree.SubElement(url, "xhtml:link", link)


def _absolute(base_url: str, path: str) -> str:
    return base_url.rstrip("/") + _encoded(path)


def _encoded(path: str) -> str:
    return quote(path, safe=_PLAIN)


def _pattern(path: str) -> str:
    """The path with what stands for the rest of it left as it is: a final "*", and ":splat" where it leads."""
    for mark in ("*", ":splat"):
        if path.endswith(f"/{mark}"):
            return _encoded(path.removesuffix(mark)) + mark
    return _encoded(path)


def _uri(contact: str) -> str:
    return contact if re.match(r"[a-z][a-z0-9+.-]*:", contact, re.IGNORECASE) else f"mailto:{contact}"


def _timestamp(expires: str) -> str:
    """Return the end of the year, month or day that is named; a full timestamp stays as it is."""
    match [int(part) for part in expires.split("-")] if len(expires) <= len("yyyy-mm-dd") else []:
        case [year]:
            return _end_of(date(year, 12, 31))
        case [year, month]:
            return _end_of(date(year, month, monthrange(year, month)[1]))
        case [year, month, day]:
            return _end_of(date(year, month, day))
    return expires


def _end_of(day: date) -> str:
    return f"{day.isoformat()}T23:59:59Z"


def _lines(lines: list[str]) -> bytes:
    return ("\n".join(lines) + "\n").encode()
