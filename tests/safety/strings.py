"""Strings that are known to harm a site that does not escape them, by what they aim at.

In: strings.txt beside this module, in groups with a blank line between; a group's first line is its name. Out:
the strings. What is asked for with them is a call of alert(1), something of x.example, or another page.
"""

from __future__ import annotations

from pathlib import Path

GROUPS = {
    lines[0]: tuple(lines[1:])
    for lines in (
        group.splitlines()
        for group in (Path(__file__).parent / "strings.txt").read_text("utf-8").rstrip("\n").split("\n\n")
    )
}
STRINGS = tuple(dict.fromkeys(string for group in GROUPS.values() for string in group))
