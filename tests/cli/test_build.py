"""`build` writes a faultless portal, or nothing."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from sitegen.cli import main
from tests.cli.portals import contents, edit, run


def test_the_site_is_written_to_public(portal: Path) -> None:
    """Without --out the site lies in the portal's own folder `public`."""
    said = run(portal, "build")
    assert (0, "") == (said.code, said.err)
    summary = r"Pages: \d+\. Files changed: \d+, deleted: 0\. Remembered: \d+ of \d+\. Seconds: \d+\.\d\d\."
    [place, told] = said.out.splitlines()
    assert f"The site is in {portal}/public." == place
    assert re.fullmatch(summary, told)
    assert (portal / "public" / "sv" / "index.html").is_file()


def test_out_names_another_folder(portal: Path, tmp_path: Path) -> None:
    """--out leaves `public` alone, and makes the folders that are missing."""
    out = tmp_path / "deep" / "site"
    assert 0 == run(portal, "build", "--out", str(out)).code
    assert (out / "fi" / "index.html").is_file()
    assert not (portal / "public").exists()


def test_faults_are_refused_and_the_old_site_stays(portal: Path) -> None:
    """Every fault is told, nothing is published, and the site is byte for byte what it was."""
    run(portal, "build")
    before = contents(portal / "public")
    edit(portal, "status: 'done'", "status: 'dones'")
    said = run(portal, "build")
    assert (1, "") == (said.code, said.out)
    assert said.err.startswith(
        "content/projects/customer-app.yaml:13:13: error: There is no status with the id “dones”."
    )
    assert said.err.endswith("Faults: 1. Nothing was published.\n")
    assert before == contents(portal / "public")


def test_a_base_url_overrides_that_of_the_settings(portal: Path) -> None:
    """Canonical addresses begin with what --base-url says, without a slash too many."""
    run(portal, "build", "--base-url", "https://preview.example.org/")
    page = (portal / "public" / "sv" / "index.html").read_text(encoding="utf-8")
    assert 'rel="canonical" href="https://preview.example.org/sv/"' in page
    assert "https://digi.example.org" not in page


def test_a_site_without_base_url_is_built_and_warned_about(portal: Path) -> None:
    """It is no fault, but whoever builds learns what is left out; a preview leaves it out on purpose."""
    edit(portal, "base_url: 'https://digi.example.org'\n", "", "content/portal.yaml")
    said = run(portal, "build")
    assert (0, True) == (said.code, said.err.startswith("No base address is known (--base-url)"))
    assert not (portal / "public" / "sitemap.xml").exists()
    assert "" == run(portal, "build", "--preview").err


def test_a_preview_keeps_search_engines_away(portal: Path) -> None:
    """The headers say so, and no page names a canonical address."""
    run(portal, "build", "--preview")
    assert "X-Robots-Tag: noindex" in (portal / "public" / "_headers").read_text(encoding="utf-8")
    assert 'rel="canonical"' not in (portal / "public" / "sv" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "url", ["digi.example.org", "ftp://digi.example.org", "https://", "https://a b", "https://a/b", "https://a?b", ""]
)
def test_a_base_url_that_is_none_is_wrong_usage(url: str, portal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Scheme and host, no more and no less: nothing is built."""
    with pytest.raises(SystemExit) as ended:
        run(portal, "build", "--base-url", url)
    assert 2 == ended.value.code
    assert f"“{url}” is not an address such as https://example.org." in capsys.readouterr().err
    assert not (portal / "public").exists()


def test_a_folder_of_someone_else_is_not_replaced(portal: Path, tmp_path: Path) -> None:
    """What was not built here stays, and whoever builds is told what to do."""
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "letter.txt").write_text("Dear", encoding="utf-8")
    said = run(portal, "build", "--out", str(tmp_path / "papers"))
    assert (1, "") == (said.code, said.out)
    assert "was not built here" in said.err
    assert {"letter.txt": b"Dear"} == contents(tmp_path / "papers")


def test_a_look_that_does_not_exist_is_told(portal: Path) -> None:
    """As a fault of the settings, at its place."""
    edit(portal, "theme: 'riverside'", "theme: 'seaside'", "content/portal.yaml")
    said = run(portal, "build")
    assert (1, "") == (said.code, said.out)
    assert "error: There is no look with the id “seaside”." in said.err


def own_look(portal: Path) -> Path:
    """The templates of a look that the portal has of its own."""
    edit(portal, "theme: 'riverside'", "theme: 'mine'", "content/portal.yaml")
    templates = portal / "themes" / "mine" / "templates"
    templates.mkdir(parents=True)
    (templates.parent / "theme.yaml").write_text("extends: 'riverside'\n", encoding="utf-8")
    return templates


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("{% extends 'base.html' %}\n{% block body %}\n{{ view.nothing }}{% endblock %}", "3:1"),
        ("\n{% if %}", "2:1"),
        ("{% extends view.name %}", "1:1"),
    ],
)
def test_a_fault_in_a_template_is_told_at_its_line(source: str, place: str, portal: Path) -> None:
    """With the line itself; nothing is published, and the site of before stays."""
    run(portal, "build")
    before = contents(portal / "public")
    (own_look(portal) / "method.html").write_text(source, encoding="utf-8")
    said = run(portal, "build")
    assert (1, "") == (said.code, said.out)
    assert said.err.startswith(f"themes/mine/templates/method.html:{place}: error: The template cannot be used: ")
    assert source.splitlines()[int(place[0]) - 1] in said.err
    assert said.err.endswith("The look “mine” has faults. Nothing was published.\n")
    assert before == contents(portal / "public")


def test_what_a_look_may_not_hold_is_told(portal: Path) -> None:
    """Faults of its form, and an icon that is no drawing."""
    templates = own_look(portal)
    (templates.parent / "theme.yaml").write_text("extends: 'riverside'\nfont: 'x'\n", encoding="utf-8")
    assert "themes/mine/theme.yaml:2:1: error: A look has no such field." in run(portal, "build").err
    (templates.parent / "theme.yaml").write_text("extends: 'riverside'\n", encoding="utf-8")
    (templates.parent / "assets").mkdir()
    (templates.parent / "assets" / "icon.svg").write_text("<svg", encoding="utf-8")
    assert "themes/mine/assets/icon.svg:1:1: error: The image cannot be drawn: " in run(portal, "build").err


def test_a_look_that_extends_itself_is_told(portal: Path) -> None:
    """In a sentence."""
    (own_look(portal).parent / "theme.yaml").write_text("extends: 'mine'\n", encoding="utf-8")
    assert "The look “mine” cannot be used: it is missing, or extends itself.\n" == run(portal, "build").err


def test_a_folder_that_cannot_be_written_is_told(portal: Path, tmp_path: Path) -> None:
    """A disk that refuses is no bug of the program: a sentence and exit code 1."""
    (tmp_path / "locked").write_text("", encoding="utf-8")
    said = run(portal, "build", "--out", str(tmp_path / "locked" / "public"))
    assert (1, "") == (said.code, said.out)
    assert said.err.startswith(f"The site could not be written to {tmp_path}/locked/public: ")


def test_a_folder_without_content_is_wrong_usage(tmp_path: Path) -> None:
    """Whoever stands in the wrong folder is told how to name the right one."""
    said = run(tmp_path, "build")
    assert (2, f"{tmp_path} has no folder “content”: name the project's folder with --root.\n") == (said.code, said.err)


@pytest.mark.parametrize(
    "arguments", [[], ["publish"], ["build", "--fast"], ["check", "--format", "xml"], ["build", "--prev"]]
)
def test_what_is_not_declared_is_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Unknown commands, options, choices and abbreviations end with exit code 2."""
    with pytest.raises(SystemExit) as ended:
        main(arguments, out=io.StringIO(), err=io.StringIO())
    assert 2 == ended.value.code
    assert "usage: build.py" in capsys.readouterr().err
