"""Netlify's `_headers` and `_redirects`, read as Netlify reads them.

In: the text of the two files, and a question about a path. Out: the headers of the answer, and what to answer
with. Paths in questions are decoded (`/å`, not `/%C3%A5`). This module knows the rules that a static site
uses; proxies and rules on query, country, cookie or role are refused, so that none is obeyed by half. It must
not know HTTP servers or the disk.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote

RULE_FILES = ("_headers", "_redirects")
REDIRECTIONS = (301, 302, 303, 307, 308)
REWRITES = (200, 404)
_SPLAT = "splat"


@dataclass(frozen=True)
class HeaderRule:
    """Paths that match `pattern` get `fields`, (name, value) in the order of the file."""

    pattern: re.Pattern[str]
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class RedirectRule:
    """Paths that match `pattern` lead to `to`. force: even where a file has that path."""

    pattern: re.Pattern[str]
    to: str
    status: int
    force: bool


@dataclass(frozen=True)
class Served:
    """An answer: a file of the tree (relative posix), a percent-encoded location, or neither for nothing."""

    status: int
    file: str | None = None
    location: str | None = None


def parse_headers(text: str) -> tuple[HeaderRule, ...]:
    """Read `_headers`. Raises ValueError for a header without path, name or value."""
    rules: list[HeaderRule] = []
    for number, line in _meaningful(text):
        if line.startswith("/"):
            rules.append(HeaderRule(_header_pattern(line), ()))
        else:
            rules[-1:] = [_with_field(rules, _field(line, number), number)]
    return tuple(rules)


def headers_for(rules: tuple[HeaderRule, ...], path: str) -> list[tuple[str, str]]:
    """The headers of the answer to `path`: all rules that match add up, values of one name are joined."""
    joined: dict[str, tuple[str, str]] = {}
    for name, value in (field for rule in rules if rule.pattern.fullmatch(path) for field in rule.fields):
        first, so_far = joined.get(name.lower(), (name, ""))
        joined[name.lower()] = (first, f"{so_far}, {value}" if so_far else value)
    return list(joined.values())


def parse_redirects(text: str) -> tuple[RedirectRule, ...]:
    """Read `_redirects`. Raises ValueError for a line that is malformed or beyond what is obeyed here."""
    return tuple(_redirect(line, number) for number, line in _meaningful(text))


def resolve(rules: tuple[RedirectRule, ...], path: str, exists: Callable[[str], bool]) -> Served:
    """What Netlify answers to `path`: the first rule that applies, where no file is in its way.

    exists: whether the tree has a file of this relative path. The answer's file always exists and lies in the
    tree, whatever the path.
    """
    path = _normal(path)
    found = _found(path, exists)
    for rule in rules:
        match = rule.pattern.fullmatch(path)
        if match and (rule.force or found is None):
            return _followed(rule, match.groupdict(), exists)
    return found or _missing(exists)


def _meaningful(text: str) -> list[tuple[int, str]]:
    stripped = [(number, line.strip()) for number, line in enumerate(text.splitlines(), start=1)]
    return [(number, line) for number, line in stripped if line and not line.startswith("#")]


def _field(line: str, number: int) -> tuple[str, str]:
    name, _, value = (part.strip() for part in line.partition(":"))
    if not name or not value:
        raise ValueError(f"line {number}: not a header: {line}")
    return name, value


def _with_field(rules: list[HeaderRule], field: tuple[str, str], number: int) -> HeaderRule:
    if not rules:
        raise ValueError(f"line {number}: a header before any path")
    return HeaderRule(rules[-1].pattern, (*rules[-1].fields, field))


def _header_pattern(path: str) -> re.Pattern[str]:
    """A star matches anything, slashes too; a last star also nothing; case and a last slash do not count."""
    parts = "".join(_header_part(part) for part in path.split("/") if part.strip())
    return re.compile(f"{parts}/?", re.IGNORECASE)


def _header_part(part: str) -> str:
    if part == "*":
        return "(?:/.*)?"
    if part.startswith(":"):
        return "/[^/]+"
    return "/" + ".*".join(re.escape(text) for text in part.split("*"))


def _redirect(line: str, number: int) -> RedirectRule:
    words = re.split(r"\s+#", line)[0].split()
    source, to, code = (*words, "301")[:3] if len(words) in (2, 3) else ("", "", "")
    status = re.fullmatch(r"(\d{3})(!?)", code)
    if not source.startswith("/") or status is None or not _obeyed(to, int(status[1])):
        raise ValueError(f"line {number}: not a redirect that is obeyed here: {line}")
    return RedirectRule(_redirect_pattern(source), to, int(status[1]), status[2] == "!")


def _obeyed(to: str, status: int) -> bool:
    if status in REDIRECTIONS:
        return re.match(r"/|https?://", to) is not None
    return status in REWRITES and to.startswith("/")


def _redirect_pattern(source: str) -> re.Pattern[str]:
    """A placeholder matches one part, a star at the end the rest; a last slash does not count."""
    return re.compile("".join(_redirect_part(part) for part in source.split("/") if part) + "/?")


def _redirect_part(part: str) -> str:
    if part == "*":
        return f"(?:/(?P<{_SPLAT}>.*))?"
    if part.startswith(":"):
        return f"/(?P<{part[1:]}>[^/]+)"
    return "/" + re.escape(unquote(part))


def _normal(path: str) -> str:
    """Without `.`, `..` and double slashes, hence never above the root of the tree."""
    normal = "/" + posixpath.normpath("/" + path).lstrip("/")
    return normal + "/" if path.endswith(("/", "/.", "/..")) and normal != "/" else normal


def _found(path: str, exists: Callable[[str], bool]) -> Served | None:
    """The file of this path, or the way to the folder of this name; never the files of rules."""
    file = path[1:]
    if path.endswith("/"):
        return Served(200, file + "index.html") if exists(file + "index.html") else None
    for candidate in (file, file + ".html"):
        if candidate not in RULE_FILES and exists(candidate):
            return Served(200, candidate)
    return Served(301, location=quote(path) + "/") if exists(file + "/index.html") else None


def _followed(rule: RedirectRule, values: Mapping[str, str | None], exists: Callable[[str], bool]) -> Served:
    if rule.status in REDIRECTIONS:
        return Served(rule.status, location=_filled(rule.to, values, quote))
    target = _found(_normal(_filled(unquote(rule.to), values, str)), exists)
    return Served(rule.status, target.file) if target and target.file else _missing(exists)


def _filled(to: str, values: Mapping[str, str | None], write: Callable[[str], str]) -> str:
    """`to` with `:splat` and placeholders replaced; a colon before anything else stays."""
    return re.sub(r":(\w+)", lambda m: write(values[m[1]] or "") if m[1] in values else m[0], to)


def _missing(exists: Callable[[str], bool]) -> Served:
    return Served(404, "404.html" if exists("404.html") else None)
