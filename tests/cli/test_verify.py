"""`verify` builds from nothing and tells every file that another build does not have as it is built here."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from sitegen.cli import making, verifying
from sitegen.pipeline import account
from sitegen.pipeline.workshop import Pool
from sitegen.render import publishing
from sitegen.store.memo import Memo
from tests.cli.portals import contents, edit, published, run, small_portal

COMMIT = "0123456789abcdef0123456789abcdef01234567"
OPTIONS = ("--base-url", "https://elsewhere.example", "--commit", COMMIT)
PAGE = "sv/projekt/kundapp/index.html"


@pytest.fixture(scope="module", autouse=True)
def _made_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What takes long is made once: in these tests, but for one, a build from nothing remembers the one before."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(verifying, "Memo", partial(Memo, tmp_path_factory.mktemp("memory")))
        yield


@pytest.fixture(scope="module")
def _built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = small_portal(tmp_path_factory.mktemp("built") / "portal")
    assert 0 == run(root, "build", *OPTIONS).code
    return root


@pytest.fixture
def built(_built: Path, tmp_path: Path) -> Path:
    """The root of the small portal with its site in `public`, built with every option that shapes bytes."""
    return Path(shutil.copytree(_built, tmp_path / "copy"))


@pytest.mark.parametrize("kind", ["last build", "folder", "address"])
def test_a_site_that_is_as_built_here_holds(kind: str, built: Path, tmp_path: Path) -> None:
    """It is built with the options that it was built with, and nothing is written."""
    before = contents(built)
    with published(built / "public") as address:
        there = {"last build": (), "folder": (str(built / "public"),), "address": (f"{address}/",)}[kind]
        said = run(built, "verify", *there)
    assert (0, "") == (said.code, said.err)
    count = len(contents(built / "public"))
    assert f"All {count} files are as built here: {''.join(there) or built / 'public'}\n" == said.out
    assert before == contents(built)
    assert [built] == list(tmp_path.iterdir())


@pytest.mark.parametrize("kind", ["folder", "address"])
def test_every_file_that_differs_is_told(kind: str, built: Path) -> None:
    """A changed byte, a missing file and one too many; the others are not named."""
    site = built / "public"
    (site / PAGE).write_bytes((site / PAGE).read_bytes() + b" ")
    (site / "robots.txt").unlink()
    text = (site / "build.json").read_text(encoding="utf-8")
    listed = text.replace('"robots.txt": ', f'"more.txt": "{0:064}",\n"robots.txt": ')
    (site / "build.json").write_text(listed, encoding="utf-8")
    (site / "more.txt").write_text("more", encoding="utf-8")
    with published(site) as address:
        said = run(built, "verify", str(site) if kind == "folder" else address)
    assert (1, "") == (said.code, said.out)
    assert [
        "Differs: build.json",
        f"Differs: {PAGE}",
        "Missing there: robots.txt",
        "Not built here: more.txt",
        "Files that are not as built here: 4.",
    ] == said.err.splitlines()


def test_other_content_is_another_site(built: Path) -> None:
    """What was edited after the build shows, on the pages that it is on."""
    edit(built, "Kundapp", "Stadsapp")
    said = run(built, "verify")
    assert 1 == said.code
    assert f"Differs: {PAGE}\n" in said.err
    assert "robots.txt" not in said.err


def test_what_is_remembered_wrongly_is_found_out(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A recipe that gave other bytes in an earlier run: the next build goes by them, a build from nothing does not."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(publishing, "robots", lambda _: b"wrong")
        patch.setattr(making, "Pool", partial(Pool, 1))  # other processes would be right
        shutil.rmtree(built / ".cache")
        run(built, "build", *OPTIONS)
    assert 0 == run(built, "build", *OPTIONS).code
    assert b"wrong" == (built / "public" / "robots.txt").read_bytes()
    monkeypatch.setattr(verifying, "Memo", Memo)
    assert "Differs: robots.txt\n" in run(built, "verify").err


def test_rules_of_a_published_site_are_taken_from_its_account(built: Path) -> None:
    """A publisher obeys them and does not answer with them; in a folder they must be there."""
    (built / "public" / "_headers").unlink()
    with published(built / "public") as address:
        assert 0 == run(built, "verify", address).code
    assert "Missing there: _headers\n" in run(built, "verify").err


def test_another_version_is_told_first(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may be the reason of all the rest."""
    versions = dict(account.used()) | {"jinja2": "0.1"}
    monkeypatch.setattr(account, "used", lambda: versions)
    said = run(built, "verify")
    assert 1 == said.code
    assert re.match(r"Made with jinja2 [\d.]+; here it is 0\.1\.\nDiffers: build\.json\n", said.err)


def test_content_with_faults_proves_nothing(built: Path) -> None:
    """The faults are told, as a build tells them."""
    edit(built, "status: 'done'", "status: 'dones'")
    said = run(built, "verify")
    assert (1, "") == (said.code, said.out)
    assert "There is no status with the id “dones”." in said.err


def test_a_look_with_faults_proves_nothing(built: Path) -> None:
    """They are told, as a build tells them."""
    (built / "themes" / "riverside").mkdir(parents=True)
    (built / "themes" / "riverside" / "theme.yaml").write_text("colours: [", encoding="utf-8")
    said = run(built, "verify")
    assert (1, "") == (said.code, said.out)
    assert said.err.startswith("themes/riverside/theme.yaml:2:1: error: ")
    assert said.err.endswith("The look “riverside” has faults. Nothing was published.\n")


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{}", b"\xff", b"[" * 100_000, b'{"base_url": 1}', b'{"versions": [], "sha256": {"a": "\\u001b"}}'],
)
def test_an_account_that_is_none_is_told(content: bytes, built: Path) -> None:
    """Whatever lies there in its place, nothing of it goes to the terminal."""
    (built / "public" / "build.json").write_bytes(content)
    said = run(built, "verify")
    assert (1, "") == (said.code, said.out)
    assert said.err.startswith("The published site cannot be read: ")
    assert "\x1b" not in said.err


def test_a_site_that_cannot_be_read_is_a_fault(built: Path) -> None:
    """A missing folder, a site without an account, nobody who answers, and what is no address."""
    assert "cannot be read: No such file or directory" in run(built, "verify", str(built / "nowhere")).err
    with published(built / "content") as address:
        assert "cannot be read: build.json" in run(built, "verify", address).err
    gone = run(built, "verify", address)
    assert (1, True) == (gone.code, "Connection refused" in gone.err)
    assert 1 == run(built, "verify", "http://[nowhere").code


@pytest.mark.parametrize("commit", ["", "c0ffee", COMMIT.upper(), f"{COMMIT}0", "main"])
def test_a_commit_that_is_none_is_wrong_usage(commit: str, portal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A whole id and nothing else: a shortened one may name another commit one day."""
    with pytest.raises(SystemExit) as ended:
        run(portal, "build", "--commit", commit)
    assert 2 == ended.value.code
    assert f"“{commit}” is not a whole commit id" in capsys.readouterr().err
