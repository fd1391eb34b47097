"""The policy of `_headers` by the published rules of MDN's HTTP Observatory: A+, with and without the search.

The rules are those of mdn/mdn-http-observatory, src/grader/charts.js and src/analyzer/tests/: 100 points, less what a
test takes; what a test adds counts only from 90 points on; 100 or more is A+. What depends on the server alone stands
at 0 here, as Netlify has it: HTTPS by redirection on the same host, no cookies, no cross-origin sharing.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from sitegen.render.publishing import headers
from sitegen.serve.netlify import headers_for, parse_headers
from sitegen.views.publishing import Headers

BROAD = {"ftp:", "http:", "https:", "*", "http://*", "http://*.*", "https://*", "https://*.*"}
INLINE = {"'unsafe-inline'", "data:"}
HALF_A_YEAR = 15_768_000
PRIVATE = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}
EXTRA_CREDIT_FROM = 90
WITH_ALL = {"csp": 10, "hsts": 0, "referrer": 5, "nosniff": 0, "frames": 5, "corp": 10}


def sent(path: str, *, search: bool = True) -> dict[str, str]:
    """The headers of the answer to `path`, in lowercase."""
    rules = parse_headers(headers(Headers(preview=False, search=search)).decode())
    return {name.lower(): value for name, value in headers_for(rules, path)}


def modifiers(answer: Mapping[str, str]) -> dict[str, int]:
    """What each test of the Observatory adds or takes."""
    policy = directives(answer.get("content-security-policy", ""))
    return {
        "csp": content_security(policy),
        "hsts": transport(answer.get("strict-transport-security", "")),
        "referrer": 5 if answer.get("referrer-policy") in PRIVATE else 0 if "referrer-policy" not in answer else -5,
        "nosniff": 0 if answer.get("x-content-type-options") == "nosniff" else -5,
        "frames": frames(policy, answer.get("x-frame-options", "")),
        "corp": 10 if answer.get("cross-origin-resource-policy") in {"same-origin", "same-site"} else 0,
    }


def directives(policy: str) -> dict[str, set[str]]:
    """The sources of each directive."""
    parts = (part.split() for part in policy.split(";") if part.strip())
    return {name: set(sources) for name, *sources in parts}


def content_security(policy: Mapping[str, set[str]]) -> int:
    """By the first that applies."""
    default = policy.get("default-src", {"*"})
    script, style, objects = (policy.get(f"{name}-src", default) for name in ("script", "style", "object"))
    images = policy.get("img-src", default) | policy.get("media-src", default)
    active = set().union(*(sources for name, sources in policy.items() if name not in {"img-src", "media-src"}))
    tests = (
        (not policy, -25),
        (bool(script & (BROAD | INLINE) or objects & BROAD), -20),
        (any(source.startswith(("http:", "ftp:")) for source in active), -20),
        ("'unsafe-eval'" in script | style, -10),
        (any(source.startswith(("http:", "ftp:")) for source in images), -10),
        (bool(style & (BROAD | INLINE)), 0),
        (policy.get("default-src") == {"'none'"}, 10),
        (True, 5),
    )
    return next(modifier for applies, modifier in tests if applies)


def transport(value: str) -> int:
    """By how long HTTPS is kept to."""
    age = next((part.strip().removeprefix("max-age=") for part in value.split(";") if "max-age=" in part), "")
    return -20 if not age.isdecimal() else -10 if int(age) < HALF_A_YEAR else 0


def frames(policy: Mapping[str, set[str]], header: str) -> int:
    """By the policy, else by the older header."""
    if policy.get("frame-ancestors", {"*"}) & BROAD:
        return 0 if header in {"DENY", "SAMEORIGIN"} else -20
    return 5


def score(answer: Mapping[str, str]) -> int:
    """The points of an answer."""
    found = modifiers(answer).values()
    without = 100 + sum(each for each in found if each < 0)
    return without + (sum(each for each in found if each > 0) if without >= EXTRA_CREDIT_FROM else 0)


@pytest.mark.parametrize("search", [False, True])
@pytest.mark.parametrize("path", ["/", "/xx/", "/xx/plan/table.csv", "/assets/style.0a1b.css", "/pagefind/pagefind.js"])
def test_every_answer_is_an_a_plus(path: str, search: bool) -> None:  # noqa: FBT001
    """With every point that headers can give."""
    answer = sent(path, search=search)
    assert WITH_ALL == modifiers(answer)
    assert score(answer) >= 100


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("content-security-policy", "", 75),
        (
            "content-security-policy",
            "default-src 'none'; script-src 'unsafe-inline'; frame-ancestors 'none'",
            80,
        ),
        ("content-security-policy", "default-src 'none'; script-src 'unsafe-eval'; frame-ancestors 'none'", 110),
        ("strict-transport-security", "", 80),
        ("strict-transport-security", "max-age=86400", 120),
        ("referrer-policy", "unsafe-url", 120),
        ("x-content-type-options", "", 125),
    ],
)
def test_a_weaker_policy_has_fewer_points(name: str, value: str, expected: int) -> None:
    """The scale tells a difference."""
    assert expected == score({**sent("/"), name: value})


def test_what_the_scale_does_not_count_is_there_too() -> None:
    """A window of its own, no embedding, and forms and base addresses of this site alone."""
    answer = sent("/")
    policy = directives(answer["content-security-policy"])
    assert ("same-origin", "require-corp") == (
        answer["cross-origin-opener-policy"],
        answer["cross-origin-embedder-policy"],
    )
    assert ({"'self'"}, {"'none'"}) == (policy["form-action"], policy["base-uri"])
