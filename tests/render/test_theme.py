"""A look is read from a folder, on top of the look that it extends; what cannot be used is an error."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen.render.charts import spec_json, svg
from sitegen.render.theme import Theme, ThemeError, read_theme
from sitegen.source.problems import Message, say
from tests.conftest import ROOT
from tests.render.chart_samples import SAMPLES

PLAIN = """\
colours:
  ink:
    light: '#000'
    dark: '#fff'
  paper:
    light: '#eee'
    dark: '#111'
more-contrast:
  paper:
    light: '#fff'
    dark: '#000'
tokens:
  gap: '1rem'
  measure: '66ch'
"""
FILES = {
    "theme.yaml": PLAIN,
    "templates/base.html": "base",
    "templates/deep/part.html": "part",
    "assets/style.css": "p{color:var(--ink)}",
    "assets/icon.svg": "<svg/>",
}


def write(folder: Path, name: str, files: Mapping[str, str]) -> Path:
    """A folder of looks with this look in it."""
    for path, content in files.items():
        (folder / name / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / name / path).write_text(content, encoding="utf-8")
    return folder


def extended(tmp_path: Path, files: Mapping[str, str]) -> Theme:
    """A look with these files on top of the plain one."""
    write(tmp_path, "plain", FILES)
    return read_theme((write(tmp_path, "own", files),), "own")


def test_a_look_is_its_templates_assets_colours_and_tokens(tmp_path: Path) -> None:
    """All in memory, by their paths within it."""
    theme = read_theme((write(tmp_path, "plain", FILES),), "plain")
    assert {"base.html": "base", "deep/part.html": "part"} == theme.templates
    assert {"style.css": b"p{color:var(--ink)}", "icon.svg": b"<svg/>"} == theme.assets
    assert {"ink": ("#000", "#fff"), "paper": ("#eee", "#111")} == theme.palette.colours
    assert {"paper": ("#fff", "#000")} == theme.palette.more
    assert {"gap": "1rem", "measure": "66ch"} == theme.tokens


def test_the_style_sheet_declares_every_token_before_it_is_used(tmp_path: Path) -> None:
    """Colours for light and dark, then the other tokens, then what is written by hand."""
    styles = read_theme((write(tmp_path, "plain", FILES),), "plain").styles().decode()
    light = styles.index(":root{--ink:#000;--paper:#eee}")
    dark = styles.index("@media screen and (prefers-color-scheme:dark){:root{--ink:#fff;--paper:#111}}")
    tokens = styles.index(":root{--gap:1rem;--measure:66ch}")
    assert light < dark < tokens < styles.index("p{color:var(--ink)}")


def test_a_colour_that_changes_changes_page_and_charts(tmp_path: Path) -> None:
    """In light and in dark: drawings, interactive charts and rules name colours, and only theme.yaml gives a value."""
    blue = "extends: 'riverside'\ncolours:\n  chart-value:\n    light: '#00f'\n    dark: '#0ff'\n"
    own = read_theme((write(tmp_path, "own", {"theme.yaml": blue}), ROOT / "themes"), "own")
    old = read_theme((ROOT / "themes",), "riverside")
    declared = [re.findall(r"--chart-value:([^;}]+)", theme.styles().decode()) for theme in (old, own)]
    assert ["#00f", "#0ff", *declared[0][2:]] == declared[1]
    charts = svg(SAMPLES["rising"]) + spec_json(SAMPLES["rising"]).decode()
    written = b"".join(content for name, content in own.assets.items() if name.endswith(".css")).decode()
    screen = written.replace(own.assets["print.css"].decode(), "")
    assert charts.count("var(--chart-value)") > 2
    assert "var(--chart-value)" in screen
    assert [] == re.findall(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl)a?\(", charts + screen)


def test_a_style_sheet_holds_those_that_it_imports(tmp_path: Path) -> None:
    """Each in its layer; one that is not there is named at its line."""
    sheet = '@layer a, b;\n@import "low.css" layer(a);\np{}\n'
    write(tmp_path, "plain", {**FILES, "assets/style.css": sheet, "assets/low.css": "q{}\n"})
    assert b"@layer a, b;\n@layer a {\nq{}\n}\np{}\n" in read_theme((tmp_path,), "plain").styles()
    write(tmp_path, "less", {**FILES, "assets/style.css": sheet})
    with pytest.raises(ThemeError) as refused:
        read_theme((tmp_path,), "less").styles()
    (problem,) = refused.value.problems
    assert ("themes/less/assets/style.css", 2) == (problem.path, problem.line)


def test_a_script_holds_those_that_it_imports(tmp_path: Path) -> None:
    """Each in a block, where names that two of them have do not meet; those of a look below as well."""
    write(
        tmp_path, "plain", {**FILES, "assets/a.js": "const x = 1;\n", "assets/b.js": 'import "./a.js";\nconst x = 2;\n'}
    )
    own = {"theme.yaml": "extends: 'plain'\n", "assets/c.js": '// All.\nimport "./b.js";\nimport "./a.js";\n'}
    a, b = b"const x = 1;\n", b"{\nconst x = 1;\n}\nconst x = 2;\n"
    theme = read_theme((write(tmp_path, "own", own),), "own")
    assert {"a.js": a, "b.js": b, "c.js": b"// All.\n{\n%b}\n{\n%b}\n" % (b, a)} == theme.scripts()


@pytest.mark.parametrize(
    ("scripts", "script", "line", "message"),
    [
        ({"a.js": '// First.\nimport "./b.js";\n'}, "a.js", 2, say("The look lacks “%(name)s”.", name="assets/b.js")),
        (
            {"a.js": 'import "./b.js";\n', "b.js": '\n\nimport "./a.js";\n'},
            "b.js",
            3,
            say("The script imports itself, at once or by others."),
        ),
    ],
    ids=["missing", "in a circle"],
)
def test_a_script_that_cannot_be_joined_is_told(
    tmp_path: Path, scripts: Mapping[str, str], script: str, line: int, message: Message
) -> None:
    """At the line that imports what is not there, or what imports it."""
    write(tmp_path, "plain", {**FILES, **{f"assets/{name}": text for name, text in scripts.items()}})
    with pytest.raises(ThemeError) as refusal:
        read_theme((tmp_path,), "plain").scripts()
    (problem,) = refusal.value.problems
    assert (f"themes/plain/assets/{script}", line, message) == (problem.path, problem.line, problem.message)


def test_a_look_replaces_what_it_has_of_the_one_that_it_extends(tmp_path: Path) -> None:
    """File by file, colour by colour, token by token; the rest shows through."""
    blue = "  ink:\n    light: '#00f'\n    dark: '#0ff'\n"
    yaml = f"extends: 'plain'\ncolours:\n{blue}more-contrast:\n{blue}tokens:\n  gap: '2rem'\n"
    theme = extended(tmp_path, {"theme.yaml": yaml, "templates/base.html": "own", "assets/icon.svg": "<own/>"})
    assert ("own", "own", "part") == (theme.name, theme.templates["base.html"], theme.templates["deep/part.html"])
    assert (b"<own/>", b"p{color:var(--ink)}") == (theme.assets["icon.svg"], theme.assets["style.css"])
    assert {"ink": ("#00f", "#0ff"), "paper": ("#eee", "#111")} == theme.palette.colours
    assert {"ink": ("#00f", "#0ff"), "paper": ("#fff", "#000")} == theme.palette.more
    assert {"gap": "2rem", "measure": "66ch"} == theme.tokens


def test_a_look_names_the_typefaces_that_it_uses(tmp_path: Path) -> None:
    """Those of the look that it extends, unless it says otherwise; any other name is a fault."""
    write(tmp_path, "lettered", {**FILES, "theme.yaml": f"typefaces: ['sans']\n{PLAIN}"})
    write(tmp_path, "same", {"theme.yaml": "extends: 'lettered'\n"})
    write(tmp_path, "none", {"theme.yaml": "extends: 'lettered'\ntypefaces: []\n"})
    named = [read_theme((tmp_path,), name).typefaces for name in ("lettered", "same", "none")]
    assert [("sans",), ("sans",), ()] == named
    write(tmp_path, "odd", {**FILES, "theme.yaml": f"typefaces: ['comic']\n{PLAIN}"})
    with pytest.raises(ThemeError) as refused:
        read_theme((tmp_path,), "odd")
    assert [(1, "These are not the typefaces that there are.")] == [
        (problem.line, problem.message.msgid) for problem in refused.value.problems
    ]


def test_a_look_may_extend_and_change_nothing(tmp_path: Path) -> None:
    """It is the other one by another name; through several as well."""
    middle = extended(tmp_path, {"theme.yaml": "extends: 'plain'\n"})
    write(tmp_path, "top", {"theme.yaml": "extends: 'own'\n"})
    assert middle.styles() == read_theme((tmp_path,), "top").styles()


def test_the_first_folder_that_has_the_look_gives_it(tmp_path: Path) -> None:
    """A portal's own goes before the program's, and may extend one of those; a folder without theme.yaml is none."""
    own, program = tmp_path / "own", write(tmp_path / "program", "plain", FILES)
    write(own, "plain", {"templates/base.html": "no look"})
    assert "base" == read_theme((own, program), "plain").templates["base.html"]
    write(own, "mine", {"theme.yaml": "extends: 'plain'\n"})
    assert "base" == read_theme((own, program), "mine").templates["base.html"]
    write(own, "plain", {"theme.yaml": "tokens:\n  gap: '0'\n"})
    assert {"gap": "0"} == read_theme((own, program), "plain").tokens


def test_a_look_that_is_missing_is_an_error_with_its_name(tmp_path: Path) -> None:
    """Also where only the extended one is missing."""
    with pytest.raises(ThemeError) as caught:
        read_theme((tmp_path, tmp_path / "none"), "plain")
    assert ("plain", ()) == (caught.value.name, caught.value.problems)
    with pytest.raises(ThemeError) as caught:
        read_theme((write(tmp_path, "own", {"theme.yaml": "extends: 'gone'\n"}),), "own")
    assert "gone" == caught.value.name


def test_faults_of_the_yaml_come_with_the_error(tmp_path: Path) -> None:
    """Each at its place."""
    with pytest.raises(ThemeError) as caught:
        read_theme((write(tmp_path, "plain", {"theme.yaml": "tokens:\n  gap: @\n"}),), "plain")
    assert [("themes/plain/theme.yaml", 2)] == [(problem.path, problem.line) for problem in caught.value.problems]


@pytest.mark.parametrize(
    "yaml",
    ["- a\n", "just words\n", "colours: 'red'\n", "colours:\n  ink: '#000'\n", "colours:\n  ink:\n    light: '#000'\n"],
)
def test_a_theme_yaml_of_another_form_is_an_error(tmp_path: Path, yaml: str) -> None:
    """A list, a text, a colour without its two values."""
    with pytest.raises(ThemeError):
        read_theme((write(tmp_path, "plain", {"theme.yaml": yaml}),), "plain")


@pytest.mark.parametrize(
    ("yaml", "line", "column"),
    [
        ("font: 'x'\n", 1, 1),
        ("extends: '../plain'\n", 1, 10),
        ("extends: 3\n", 1, 10),
        ("tokens: 'x'\n", 1, 9),
        ("tokens:\n  gap: 1\n", 2, 8),
        ("tokens:\n  Gap: '1'\n", 2, 8),
        ("tokens:\n  gap: '1;}*{display:none'\n", 2, 8),
        ("tokens:\n  gap: '</style>'\n", 2, 8),
        ("colours:\n  ink: '#000'\n", 2, 8),
        ("colours:\n  ink:\n    light: '#000'\n", 3, 5),
        ("more-contrast:\n  ink:\n    light: '#000'\n    dark: 'a{b'\n", 4, 11),
    ],
)
def test_each_fault_of_its_form_is_told_at_its_place(tmp_path: Path, yaml: str, line: int, column: int) -> None:
    """Fields there are not, names that lead out of the folder, values that would end a declaration."""
    with pytest.raises(ThemeError) as caught:
        read_theme((write(tmp_path, "plain", {"theme.yaml": yaml}),), "plain")
    assert [(line, column)] == [(problem.line, problem.column) for problem in caught.value.problems]
    assert {"themes/plain/theme.yaml": yaml} == caught.value.texts


def refused(tmp_path: Path) -> list[str]:
    """The files that a look may not have."""
    with pytest.raises(ThemeError) as caught:
        read_theme((tmp_path,), "plain")
    return [problem.path for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.png", b"GIF89a"),
        ("a.png", b"<svg onload='x'/>"),
        ("a.jpg", b""),
        ("a.webp", b"RIFF1234WAVE"),
        ("a.woff2", b"OTTO"),
        ("a.svg", b"\xff\xfe"),
        ("a.exe", b"MZ"),
        ("a", b"x"),
        ("a.css", b"x" * 5_000_001),
    ],
)
def test_a_file_is_what_its_ending_says_and_not_too_large(tmp_path: Path, name: str, content: bytes) -> None:
    """An image is an image of its kind, a text is one, and a look holds nothing else."""
    write(tmp_path, "plain", FILES)
    (tmp_path / "plain" / "assets" / name).write_bytes(content)
    assert [f"themes/plain/assets/{name}"] == refused(tmp_path)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.png", b"\x89PNG\r\n\x1a\nx"),
        ("a.webp", b"RIFF1234WEBP"),
        ("a.avif", b"\0\0\0\x1cftypavif"),
        ("a.woff2", b"wOF2"),
    ],
)
def test_an_image_of_its_kind_is_an_asset(tmp_path: Path, name: str, content: bytes) -> None:
    """By how it begins."""
    write(tmp_path, "plain", FILES)
    (tmp_path / "plain" / "assets" / name).write_bytes(content)
    assert content == read_theme((tmp_path,), "plain").assets[name]


def test_what_editors_leave_behind_is_no_file_of_a_look(tmp_path: Path) -> None:
    """As in the content: hidden files and backups are passed over."""
    write(tmp_path, "plain", {**FILES, "assets/.style.css.swp": "", "templates/base.html~": "", ".DS_Store": ""})
    theme = read_theme((tmp_path,), "plain")
    assert {"style.css", "icon.svg"} == theme.assets.keys()
    assert {"base.html", "deep/part.html"} == theme.templates.keys()


def test_no_file_is_read_from_outside_the_look(tmp_path: Path) -> None:
    """Neither through a link to a file or folder, nor from a device or pipe, which would never end."""
    write(tmp_path, "plain", FILES)
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    folder = tmp_path / "plain" / "assets"
    (folder / "a.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "b").symlink_to(tmp_path)
    (folder / "c.txt").symlink_to("/dev/zero")
    os.mkfifo(folder / "d.txt")
    (folder / "e.txt").symlink_to(folder / "none.txt")
    assert [f"themes/plain/assets/{name}" for name in ("a.txt", "b", "c.txt", "d.txt", "e.txt")] == refused(tmp_path)


def test_a_link_that_leads_to_itself_is_told(tmp_path: Path) -> None:
    """It is no file, and no reason to break down."""
    write(tmp_path, "plain", FILES)
    (tmp_path / "plain" / "assets" / "loop.css").symlink_to("loop.css")
    with pytest.raises(ThemeError) as refusal:
        read_theme((tmp_path,), "plain")
    (problem,) = refusal.value.problems
    expected = ("themes/plain/assets/loop.css", say("The file or folder cannot be read."))
    assert expected == (problem.path, problem.message)


def test_what_every_look_needs_is_told(tmp_path: Path) -> None:
    """All that is lacking at once."""
    theme = read_theme((write(tmp_path, "plain", {"theme.yaml": "tokens: {}\n"}),), "plain")
    with pytest.raises(ThemeError) as caught:
        theme.require(assets=("style.css", "icon.svg"), colours=("paper",))
    expected = ["assets/style.css", "assets/icon.svg", "colours: paper"]
    assert expected == [problem.message.values["name"] for problem in caught.value.problems]


def test_looks_that_extend_each_other_are_an_error(tmp_path: Path) -> None:
    """And not an endless search."""
    write(tmp_path, "a", {"theme.yaml": "extends: 'b'\n"})
    write(tmp_path, "b", {"theme.yaml": "extends: 'a'\n"})
    with pytest.raises(ThemeError):
        read_theme((tmp_path,), "a")


@pytest.mark.parametrize("name", sorted(path.parent.name for path in ROOT.glob("themes/*/theme.yaml")))
def test_every_look_here_declares_what_it_uses(name: str) -> None:
    """No custom property without a value, in the style sheet or in a template."""
    theme = read_theme((ROOT / "themes",), name)
    written = theme.styles().decode() + "".join(theme.templates.values())
    used = set(re.findall(r"var\(--([\w-]+)", written))
    assert used
    assert set() == used - set(re.findall(r"--([\w-]+)\s*:", written))
