"""Rules for every file of the project, whatever it holds."""

from __future__ import annotations

import re

import pytest

from sitegen.model.fields import RESERVED
from tests.project.checkout import ROOT, project_files

# Put together here, so that this file does not hold what it forbids.
MACHINE_FOLDERS = ("work", "root", "home")
REGISTRY_HOSTS = tuple(
    ".".join(labels)
    for labels in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("deb", "debian", "org"),
        ("security", "debian", "org"),
    )
)
FORBIDDEN = re.compile(
    rb"(?<![\w.-])/(?:%b)/|%b"
    % ("|".join(MACHINE_FOLDERS).encode(), b"|".join(re.escape(host.encode()) for host in REGISTRY_HOSTS))
)


@pytest.mark.parametrize(
    "text",
    [
        f"see /{MACHINE_FOLDERS[0]}/main",
        f'"/{MACHINE_FOLDERS[1]}/.cache"',
        f"https://files.{REGISTRY_HOSTS[1]}/x",
    ],
)
def test_a_path_of_a_machine_and_a_registry_are_seen(text: str) -> None:
    """The search finds what it looks for."""
    assert FORBIDDEN.search(text.encode())


@pytest.mark.parametrize(
    "text",
    [
        f"../{MACHINE_FOLDERS[0]}/x",
        f"site/{MACHINE_FOLDERS[2]}/",
        f"https://x.example/a/{MACHINE_FOLDERS[1]}/",
    ],
)
def test_a_relative_path_and_an_address_are_no_path_of_a_machine(text: str) -> None:
    """A folder of that name further down is anybody's."""
    assert not FORBIDDEN.search(text.encode())


def test_no_file_names_a_machine_or_a_registry() -> None:
    """The project builds on any machine, from whichever registry it reaches."""
    found = [
        f"{path.relative_to(ROOT)}: {hit[0].decode()}"
        for path in project_files()
        if (hit := FORBIDDEN.search(path.read_bytes()))
    ]
    assert [] == found


def test_no_file_is_named_so_that_the_publisher_would_install_it() -> None:
    """Netlify installs a requirements.txt by itself, past the virtual environment and its hashes."""
    assert [] == [path for path in project_files() if path.name == "requirements.txt"]


def test_windows_can_check_out_every_file() -> None:
    """No file or folder has the name of a device there, whatever its ending, nor a character that no name may have."""
    names = {part for path in project_files() for part in path.relative_to(ROOT).parts}
    assert [] == [name for name in names if RESERVED.fullmatch(name.lower().partition(".")[0])]
    assert [] == [name for name in names if re.search(r'[<>:"\\|?*]|[. ]$', name)]


def test_an_npm_lock_names_no_download_addresses() -> None:
    """A lock of npm's packages, should there be one, holds hashes and no addresses."""
    locks = [path for path in project_files() if path.name in {"package-lock.json", "npm-shrinkwrap.json"}]
    assert [] == [lock for lock in locks if '"resolved"' in lock.read_text(encoding="utf-8")]
