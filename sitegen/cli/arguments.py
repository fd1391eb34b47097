"""What the command line accepts, declared once.

In: the languages that messages can be shown in, and the one for the help. Out: a parser. argparse's own words
("usage", "options") are English in any language.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from pathlib import Path

from sitegen.language.language import Language
from sitegen.source.links import ORIGIN

HIGHEST_PORT = 65_535
SIZE = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,3})?) ?([KMGT]?)(i?)B?", re.IGNORECASE)
"""A number of bytes: 500MB, 1.5 GiB, 2G."""
COMMIT = re.compile("[0-9a-f]{40}([0-9a-f]{24})?")
"""What git names a commit by: SHA-1 or SHA-256."""


class _Parser(argparse.ArgumentParser):
    """Takes no abbreviations: the early parser and the later ones must understand the same words."""

    def __init__(self, **options: object) -> None:
        super().__init__(**options, allow_abbrev=False)  # type: ignore[arg-type] # options of argparse


def parser(languages: tuple[str, ...], spoken: Language) -> argparse.ArgumentParser:
    """The parser of all commands. languages: the codes that messages can be shown in. spoken: that of the help."""
    _ = spoken.gettext
    made = _Parser(prog="build.py", description=_("Build a city's transparency portal."))
    commands = made.add_subparsers(dest="command", required=True, metavar=_("COMMAND"), parser_class=_Parser)
    common = _common(languages, spoken)

    def command(name: str, about: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, parents=[common], help=about, description=about)

    _build(command("build", _("Write the site.")), spoken)
    _check(command("check", _("Report every fault in the content.")), spoken)
    _serve(command("serve", _("Show the site and rebuild it on every change.")), spoken)
    _new(command("new", _("Write the files of a new record.")), spoken)
    _format(command("format", _("Write the content in its canonical style.")), spoken)
    _schema(command("schema", _("Write a JSON Schema for each kind of file.")), spoken)
    _explain(command("explain", _("Tell why a file was made anew in the last build, or was not.")), spoken)
    _verify(command("verify", _("Compare a site with what is built from nothing.")), spoken)
    return made


def early() -> argparse.ArgumentParser:
    """The parser of what must be known before the others can be made: the root may bring catalogs of its own."""
    made = _Parser(prog="build.py", add_help=False, exit_on_error=False)
    made.add_argument("--root", type=Path, default=Path())
    made.add_argument("--lang")
    return made


def _common(languages: tuple[str, ...], spoken: Language) -> _Parser:
    _ = spoken.gettext
    common = _Parser(add_help=False)
    _folder(common, "--root", _("The project's folder (default: this one)."), Path())
    common.add_argument("--lang", choices=languages, help=_("Language of messages (default: the system's)."))
    return common


def _build(command: argparse.ArgumentParser, spoken: Language) -> None:
    _ = spoken.gettext
    _out(command, spoken)
    command.add_argument(
        "--base-url", metavar="URL", type=_base_url(spoken), help=_("Scheme and host that the site is published at.")
    )
    command.add_argument("--preview", action="store_true", help=_("Make a version that search engines keep away from."))
    _cache(command, spoken)
    command.add_argument("--executor", choices=("processes", "dask"), default="processes", help=_("Who does the work."))
    command.add_argument("--scheduler", metavar=_("ADDRESS"), help=_("Of Dask, such as tcp://10.0.0.1:8786."))
    command.add_argument("--profile", action="store_true", help=_("Tell what each step took."))
    command.add_argument("--commit", metavar="SHA", type=_commit(spoken), help=_("The commit that the sources are of."))


def _check(command: argparse.ArgumentParser, spoken: Language) -> None:
    _ = spoken.gettext
    command.add_argument(
        "--against",
        metavar=_("DIR_OR_URL"),
        help=_("A published site, as a folder or an address: refuse to lose an address of it, or to give it away."),
    )
    command.add_argument("--format", choices=("text", "github"), default="text", help=_("How problems are written."))


def _serve(command: argparse.ArgumentParser, spoken: Language) -> None:
    _ = spoken.gettext
    _out(command, spoken)
    _cache(command, spoken)
    command.add_argument("--port", type=_port(spoken), default=8000, help=_("0 takes any free one (default: 8000)."))


def _new(command: argparse.ArgumentParser, spoken: Language) -> None:
    _ = spoken.gettext
    command.add_argument("kind", choices=("project", "indicator"), help=_("What it is a record of."))
    command.add_argument("id", help=_("Lowercase letters a–z, digits and hyphens; also the file's name."))
    command.add_argument("--prose", action="store_true", help=_("Write a text in each language, too."))


def _format(command: argparse.ArgumentParser, spoken: Language) -> None:
    _ = spoken.gettext
    command.add_argument("paths", nargs="*", metavar=_("FILE"), help=_("Files of the content (default: all)."))


def _schema(command: argparse.ArgumentParser, spoken: Language) -> None:
    _folder(command, "--out", spoken.gettext("Folder for the schemas (default: standard output)."))


def _explain(command: argparse.ArgumentParser, spoken: Language) -> None:
    _ = spoken.gettext
    command.add_argument("path", metavar=_("PATH"), help=_("A file of the site, or the address of a page."))


def _verify(command: argparse.ArgumentParser, spoken: Language) -> None:
    _ = spoken.gettext
    about = _("A site that was built before, as a folder or an address (default: public).")
    command.add_argument("site", nargs="?", metavar=_("DIR_OR_URL"), help=about)


def _out(command: argparse.ArgumentParser, spoken: Language) -> None:
    _folder(command, "--out", spoken.gettext("Folder of the site (default: public)."))


def _cache(command: argparse.ArgumentParser, spoken: Language) -> None:
    about = spoken.gettext("How much is remembered at most, such as 500MB or 2GiB (default: 1GB).")
    command.add_argument("--cache-size", metavar=spoken.gettext("SIZE"), type=_size(spoken), help=about)


def _folder(command: argparse.ArgumentParser, name: str, about: str, default: Path | None = None) -> None:
    command.add_argument(name, type=Path, default=default, metavar="DIR", help=about)


def _base_url(spoken: Language) -> Callable[[str], str]:
    def read(value: str) -> str:
        if not ORIGIN.fullmatch(value):
            raise argparse.ArgumentTypeError(
                spoken.gettext("“%(value)s” is not an address such as https://example.org.", value=value)
            )
        return value.rstrip("/")

    return read


def _commit(spoken: Language) -> Callable[[str], str]:
    def read(value: str) -> str:
        if not COMMIT.fullmatch(value):
            raise argparse.ArgumentTypeError(
                spoken.gettext("“%(value)s” is not a whole commit id: 40 or 64 digits and letters a–f.", value=value)
            )
        return value

    return read


def _size(spoken: Language) -> Callable[[str], int]:
    def read(value: str) -> int:
        found = SIZE.fullmatch(value)
        if not found:
            raise argparse.ArgumentTypeError(
                spoken.gettext("“%(value)s” is not a size such as 500MB or 2GiB.", value=value)
            )
        number, prefix, binary = found.groups()
        return int(float(number) * (1024 if binary else 1000) ** " KMGT".index(prefix.upper() or " "))

    return read


def _port(spoken: Language) -> Callable[[str], int]:
    def read(value: str) -> int:
        if not (value.isascii() and value.isdecimal()) or int(value) > HIGHEST_PORT:
            raise argparse.ArgumentTypeError(
                spoken.gettext("“%(value)s” is not a number from 0 to %(highest)s.", value=value, highest=HIGHEST_PORT)
            )
        return int(value)

    return read
