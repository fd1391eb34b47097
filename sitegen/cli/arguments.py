"""What the command line accepts, declared once."""

from __future__ import annotations

import argparse
from pathlib import Path


def parser(languages: tuple[str, ...]) -> argparse.ArgumentParser:
    """The parser of all commands. languages: the codes that messages can be shown in."""
    made = argparse.ArgumentParser(prog="build.py", description="Build a city's transparency portal.")
    commands = made.add_subparsers(dest="command", required=True, metavar="COMMAND")
    common = _common(languages)
    build = commands.add_parser("build", parents=[common], help="write the site")
    _out(build)
    build.add_argument("--base-url", metavar="URL", type=_base_url, help="scheme and host that it is published at")
    build.add_argument("--preview", action="store_true", help="a version that search engines keep away from")
    check = commands.add_parser("check", parents=[common], help="report every fault in the content")
    check.add_argument("--against", metavar="DIR_OR_URL", help="refuse addresses that vanished without an alias")
    check.add_argument("--format", choices=("text", "github"), default="text", help="how problems are written")
    serve = commands.add_parser("serve", parents=[common], help="show the site and rebuild it on every change")
    _out(serve)
    serve.add_argument("--port", type=int, default=8000, help="0 takes any free one (default: 8000)")
    new = commands.add_parser("new", parents=[common], help="write the files of a new record")
    new.add_argument("kind", choices=("project", "indicator"))
    new.add_argument("id", help="lowercase letters, digits and hyphens")
    form = commands.add_parser("format", parents=[common], help="write the content in its canonical style")
    form.add_argument("paths", nargs="*", metavar="PATH", help="files below content/ (default: all)")
    schema = commands.add_parser("schema", parents=[common], help="write a JSON Schema for each kind of file")
    schema.add_argument(
        "--out", type=Path, default=None, metavar="DIR", help="folder for the schemas (default: standard output)"
    )
    return made


def _common(languages: tuple[str, ...]) -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--root", type=Path, default=Path(), metavar="DIR", help="the project's folder (default: this one)"
    )
    common.add_argument("--lang", choices=languages, default=None, help="language of messages (default: the system's)")
    return common


def _out(command: argparse.ArgumentParser) -> None:
    command.add_argument("--out", type=Path, default=None, metavar="DIR", help="folder of the site (default: public)")


def _base_url(value: str) -> str:
    scheme, separator, host = value.partition("://")
    if (
        scheme not in ("http", "https")
        or not separator
        or not host.strip("/")
        or any(mark in value for mark in " ?#\"'<>")
    ):
        message = f"{value!r} is not an address such as https://example.org"
        raise argparse.ArgumentTypeError(message)
    return value.rstrip("/")
