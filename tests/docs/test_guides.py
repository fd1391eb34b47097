"""The guides for editors do what they say.

An example in a guide is a line with nothing but a path in bold (**`content/projects/a1.yaml`**), an empty line,
and a fenced block. A `yaml` block shows whole fields as they are afterwards: each takes the place of the field of
that name, or goes in before the example's next field; a block that begins with `id` is a whole file, and so is
every `markdown` block. The examples of a guide are applied in their order to one copy of the content. An example
followed by a `text` block is broken on purpose: it is applied to a copy of its own, and `check` says that text.
"""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from sitegen.cli import main

ROOT = Path(__file__).resolve().parents[2]
GUIDES = {"sv": ROOT / "docs" / "redaktor.sv.md", "fi": ROOT / "docs" / "toimittaja.fi.md"}
EXAMPLE = re.compile(
    r"^\*\*`(?P<path>[^`]+)`\*\*\n\n```(?:yaml|markdown)\n(?P<text>.*?)^```\n(?:\n```text\n(?P<said>.*?)^```\n)?",
    re.MULTILINE | re.DOTALL,
)
FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`[^`\n]+`")
LINK = re.compile(r"\]\(([^)\s]+)\)")
FIELD = re.compile(r"^(?=\S)", re.MULTILINE)


@dataclass(frozen=True)
class Example:
    """An example of a guide. said: what `check` says of it where it is broken, else ""."""

    path: str
    text: str
    said: str

    def apply(self, root: Path) -> None:
        """Change the content in `root` as the example shows."""
        path = root / self.path
        whole = path.suffix == ".md" or self.text.startswith("id:")
        path.write_text(self.text if whole else edited(path.read_text("utf-8"), self.text), "utf-8")


def edited(text: str, example: str) -> str:
    """The file `text` with the fields of `example` in it."""
    fields = named(text)
    following = ""
    for name, field in reversed(named(example).items()):
        if name not in fields:
            fields = dict(inserted(fields, name, following))
        fields[name] = field
        following = name
    return "".join(fields.values())


def named(text: str) -> dict[str, str]:
    """The lines of each field at the margin."""
    return {field.partition(":")[0]: field for field in FIELD.split(text) if field}


def inserted(fields: dict[str, str], name: str, following: str) -> Iterator[tuple[str, str]]:
    """The fields with one of `name` before that of `following`, or at the end."""
    for known, field in fields.items():
        if known == following:
            yield name, ""
        yield known, field
    if following not in fields:
        yield name, ""


def examples(language: str) -> list[Example]:
    """The examples of a guide in their order."""
    text = GUIDES[language].read_text("utf-8")
    return [Example(found["path"], found["text"], found["said"] or "") for found in EXAMPLE.finditer(text)]


def checked(root: Path, language: str) -> tuple[int, str]:
    """The exit code of `check`, and all that it says, as a terminal shows it."""
    said = io.StringIO()
    return main(["check", "--root", str(root), "--lang", language], out=said, err=said), said.getvalue()


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A project with the real content, to be edited."""
    shutil.copytree(ROOT / "content", tmp_path / "copy" / "content")
    return tmp_path / "copy"


@pytest.mark.parametrize("language", GUIDES)
def test_the_examples_are_faultless_together(language: str, copy: Path) -> None:
    """After all that the guide shows, `check` finds no fault, and `format` leaves every file as it is."""
    for example in (example for example in examples(language) if not example.said):
        example.apply(copy)
    code, said = checked(copy, language)
    assert 0 == code, said
    formatted = io.StringIO()
    assert 0 == main(["format", "--root", str(copy), "--lang", language], out=formatted, err=formatted)
    assert "" == formatted.getvalue()


@pytest.mark.parametrize("language", GUIDES)
def test_each_example_changes_the_content(language: str, copy: Path) -> None:
    """No example shows what is there already."""
    for example in examples(language):
        path = copy / example.path
        before = path.read_text("utf-8") if path.exists() else ""
        example.apply(copy)
        assert path.read_text("utf-8") != before, example.path


@pytest.mark.parametrize("language", GUIDES)
def test_broken_examples_are_answered_as_the_guide_says(language: str, copy: Path, tmp_path: Path) -> None:
    """Word for word in the language of the guide, with the line and the caret."""
    assert 2 == len([example for example in examples(language) if example.said])
    for number, example in enumerate(examples(language)):
        broken = shutil.copytree(copy, tmp_path / str(number))
        example.apply(broken if example.said else copy)
        if example.said:
            assert (1, example.said) == checked(broken, language)


def test_both_guides_have_the_same_examples() -> None:
    """An editor of either language is shown the same changes, word for word."""
    swedish, finnish = ([(each.path, each.text, bool(each.said)) for each in examples(code)] for code in GUIDES)
    assert swedish == finnish


def test_both_guides_are_built_alike() -> None:
    """The same headings, tables, lists and commands in the same order."""

    def shape(language: str) -> list[str]:
        prose = FENCE.sub("", GUIDES[language].read_text("utf-8"))
        return re.findall(r"^(#+|[|-]|\d+\.) ", prose, re.MULTILINE)

    assert shape("sv") == shape("fi")


@pytest.mark.parametrize("language", GUIDES)
def test_every_block_of_content_is_an_example(language: str) -> None:
    """No `yaml` or `markdown` block escapes these tests for want of its file's name."""
    blocks = re.findall(r"^```(?:yaml|markdown)$", GUIDES[language].read_text("utf-8"), re.MULTILINE)
    assert len(blocks) == len(examples(language)) > 0


@pytest.mark.parametrize("path", GUIDES.values(), ids=lambda path: path.name)
def test_links_of_the_guides_lead_to_files(path: Path) -> None:
    """Every link to a file beside the guide has a target."""
    prose = CODE.sub("", FENCE.sub("", path.read_text("utf-8")))
    targets = [target for target in LINK.findall(prose) if ":" not in target]
    assert targets
    assert [] == [target for target in targets if not (path.parent / target.partition("#")[0]).is_file()]


@pytest.mark.parametrize("language", GUIDES)
def test_commands_of_the_guides_exist(language: str) -> None:
    """What the guide tells to make is a target of the Makefile, and both commands are told."""
    told = set(re.findall(r"^make (\w+)", GUIDES[language].read_text("utf-8"), re.MULTILINE))
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert {"serve", "check"} == told & targets == told
