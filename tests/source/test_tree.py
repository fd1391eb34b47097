"""All of content/ is read, or what is not is told."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sitegen.source.problems import Problem
from sitegen.source.tree import read_sources, read_tree
from tests.unprivileged import reachable_folder, unprivileged


@pytest.fixture
def root() -> Iterator[Path]:
    """A project with an empty content/ that anyone may enter."""
    with reachable_folder() as folder:
        (folder / "project" / "content").mkdir(parents=True)
        yield folder / "project"


def told(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    """Path and message id of each problem; each has a hint."""
    assert all(problem.hint and (problem.line, problem.column) == (1, 1) for problem in problems)
    return [(problem.path, problem.message.msgid) for problem in problems]


def test_every_file_is_read_sorted_by_path(root: Path) -> None:
    """Files of any depth and any name, but for hidden ones and an editor's backups."""
    for name in (
        "b.yaml",
        "a/z.md",
        "a/b/c.yml",
        "a.yaml",
        "å.md",
        ".hidden/x.yaml",
        "a/.x",
        "a.yaml~",
        "c~/d",
    ):
        (root / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "content" / name).write_bytes(name.encode())
    files, problems = read_tree(root)
    names = ["a.yaml", "a/b/c.yml", "a/z.md", "b.yaml", "å.md"]
    assert [(f"content/{name}", name.encode()) for name in names] == list(files.items())
    assert () == problems


def test_a_project_without_content_is_told(tmp_path: Path) -> None:
    """There is nothing to read, and that is a problem."""
    files, problems = read_tree(tmp_path)
    assert {} == files
    assert [("content", "There is no such file or folder.")] == told(problems)


def test_links_are_followed_inside_the_project_only(root: Path) -> None:
    """A link to a file of the project is that file; others are refused, circles too."""
    (root.parent / "secret.yaml").write_text("a: 1")
    (root / "shared.yaml").write_text("b: 2")
    content = root / "content"
    (content / "inside.yaml").symlink_to(root / "shared.yaml")
    (content / "outside.yaml").symlink_to("../../secret.yaml")
    (content / "out").symlink_to(root.parent)
    (content / "circle").symlink_to(content)
    (content / "gone.yaml").symlink_to("nowhere")
    (content / "self.yaml").symlink_to("self.yaml")
    files, problems = read_tree(root)
    assert {"content/inside.yaml": b"b: 2"} == files
    assert [
        ("content/circle", "This is a link to a folder."),
        ("content/gone.yaml", "There is no such file or folder."),
        ("content/out", "The link leads out of the project."),
        ("content/outside.yaml", "The link leads out of the project."),
        ("content/self.yaml", "The file or folder cannot be read."),
    ] == told(problems)


def test_content_itself_may_not_be_a_link(root: Path) -> None:
    """The folder content/ is refused like any other link to a folder."""
    (root / "content").rmdir()
    (root / "content").symlink_to(root.parent)
    assert [("content", "The link leads out of the project.")] == told(read_tree(root)[1])


def test_what_may_not_be_read_is_told(root: Path) -> None:
    """A file and a folder without permission do not keep the others from being read."""
    content = root / "content"
    (content / "closed").mkdir(mode=0)
    (content / "closed.yaml").touch(mode=0)
    (content / "open.yaml").touch()
    with unprivileged():
        files, problems = read_tree(root)
    (content / "closed").chmod(0o700)
    assert {"content/open.yaml": b""} == files
    assert [
        ("content/closed", "The file or folder cannot be read."),
        ("content/closed.yaml", "The file or folder cannot be read."),
    ] == told(problems)


def test_what_is_no_file_is_not_waited_for(root: Path) -> None:
    """A pipe, from which reading would wait for ever, is told."""
    os.mkfifo(root / "content" / "pipe.yaml")
    assert [("content/pipe.yaml", "This is neither a file nor a folder.")] == told(read_tree(root)[1])


@pytest.mark.parametrize("name", [b"a\xe5.yaml", b"a\n.yaml", b"a\x1b.yaml"])
def test_a_name_that_cannot_be_shown_is_told(root: Path, name: bytes) -> None:
    """A name that is not UTF-8 or holds a control character is a problem that can be written out."""
    Path(os.fsdecode(os.fsencode(root / "content") + b"/" + name)).touch()
    files, (problem,) = read_tree(root)
    assert {} == files
    assert "The name has characters that cannot be shown." == problem.message.msgid
    assert problem.path.encode().startswith(b"content/a")


def test_a_file_over_five_megabytes_is_told(root: Path) -> None:
    """Five million bytes are read, one more is not."""
    (root / "content" / "large.md").write_bytes(b"x" * 5_000_000)
    (root / "content" / "larger.md").write_bytes(b"x" * 5_000_001)
    files, problems = read_tree(root)
    assert ["content/large.md"] == list(files)
    assert [("content/larger.md", "The file is larger than %(limit)s MB.")] == told(problems)


@pytest.fixture
def depth(root: Path) -> Iterator[int]:
    """More folders inside each other than Python has levels of recursion, with one file; taken down again."""
    depth = 1100
    here = root / "content"
    with open_folder(here) as top:
        folder = top
        for _ in range(depth):
            os.mkdir("d", dir_fd=folder)
            folder = step(folder, "d", keep=folder == top)
        os.close(os.open("a.yaml", os.O_CREAT, dir_fd=folder))
        yield depth
        os.unlink("a.yaml", dir_fd=folder)
        for _ in range(depth):
            folder = step(folder, "..", keep=False)
            os.rmdir("d", dir_fd=folder)
        os.close(folder)


@contextmanager
def open_folder(path: Path) -> Iterator[int]:
    """A descriptor of a folder, from which paths may go deeper than a path can be long."""
    folder = os.open(path, os.O_RDONLY)
    try:
        yield folder
    finally:
        os.close(folder)


def step(folder: int, name: str, *, keep: bool) -> int:
    """A descriptor of the folder `name` in `folder`, which is closed unless it is to be kept."""
    found = os.open(name, os.O_RDONLY, dir_fd=folder)
    if not keep:
        os.close(folder)
    return found


def test_folders_may_be_nested_deeply(root: Path, depth: int) -> None:
    """A folder in a folder in a folder … does not exhaust recursion."""
    files, problems = read_tree(root)
    assert [f"content/{'d/' * depth}a.yaml"] == list(files)
    assert () == problems


def test_files_are_sorted_into_documents_and_prose() -> None:
    """YAML becomes documents, Markdown prose, and the text of both is kept for showing."""
    files = {"content/a.yaml": b"a: 1\n", "content/a.sv.md": b"---\nb: 2\n---\nText\n"}
    sources, problems = read_sources(files)
    assert () == problems
    assert {"content/a.yaml": {"a": 1}} == {path: one.data for path, one in sources.documents.items()}
    assert {"content/a.sv.md": "Text"} == {path: one.body for path, one in sources.prose.items()}
    assert {path: content.decode() for path, content in files.items()} == sources.texts


def test_faulty_files_are_told_and_their_texts_kept() -> None:
    """All problems of all files come sorted; a faulty file is no document, but its text can be shown."""
    files = {"content/c.yaml": b"a: @\nb:", "content/b.md": b"x", "content/a.yaml": b"a: \xe5\n"}
    sources, problems = read_sources(files)
    assert ["content/a.yaml", "content/b.md", "content/c.yaml"] == [problem.path for problem in problems]
    assert ({}, {}) == (sources.documents, sources.prose)
    assert {
        "content/c.yaml": "a: @\nb:",
        "content/b.md": "x",
        "content/a.yaml": "a: \ufffd\n",
    } == sources.texts


@pytest.mark.parametrize(
    ("path", "hint", "values"),
    [
        ("content/a.yml", "Rename it to %(name)s.", {"name": "a.yaml"}),
        ("content/b/a.sv.MD", "Rename it to %(name)s.", {"name": "a.sv.md"}),
        ("content/a.YAML", "Rename it to %(name)s.", {"name": "a.yaml"}),
        (
            "content/yaml",
            "Move it out of %(folder)s, which holds facts (.yaml) and prose (.md) only.",
            {"folder": "content"},
        ),
        (
            "content/a.jpg",
            "Move it out of %(folder)s, which holds facts (.yaml) and prose (.md) only.",
            {"folder": "content"},
        ),
    ],
)
def test_other_files_belong_elsewhere(path: str, hint: str, values: dict[str, str]) -> None:
    """A file with another ending is a problem, with the name it should have where that can be told."""
    sources, (problem,) = read_sources({path: b"\xff"})
    assert {} == sources.texts
    assert (path, "This is a file where none belongs.") == (problem.path, problem.message.msgid)
    assert problem.hint
    assert (hint, values) == (problem.hint.msgid, problem.hint.values)
