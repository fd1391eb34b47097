"""The built tree over HTTP, asked as a server asks an application: no port, no network."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from starlette.types import Message, Scope

from sitegen.render.publishing import headers, redirects
from sitegen.serve.application import application
from sitegen.serve.outcome import Outcome
from sitegen.serve.state import State
from sitegen.views.publishing import Headers, Redirects

PAGE = b"<!doctype html><html><body><p>plan</p></body></html>"
WHOLE = Outcome(())
FAULT = Outcome(("content/x.yaml:1:2 <b>&",), heading="Faults & more")


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A built tree, with a file beside it that is not published."""
    out = tmp_path / "public"
    files = {
        "_headers": headers(Headers(preview=False, search=False)),
        "_redirects": redirects(Redirects((("/xx/old/", "/xx/plan/"),), ("xx",))),
        "index.html": PAGE,
        "404.html": b"<html><body>none</body></html>",
        "xx/404.html": b"<html><body>none in xx</body></html>",
        "xx/plan/index.html": PAGE,
        "xx/plan/table.csv": "å;1\n".encode(),
        "assets/style.0a1b.css": b"p{}",
        "assets/odd.bin": b"\0</body>",
    }
    for name, content in files.items():
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_bytes(content)
    (tmp_path / "secret.txt").write_text("secret")
    return out


def ask(out: Path, path: str, *, outcome: Outcome = WHOLE, query: str = "", **fields: str) -> Answer:
    """Ask for `path` (decoded) and wait for the whole answer. fields: host and method."""
    return asyncio.run(_asked(out, _scope(path, query, **fields), State(outcome, run="run")))


def _scope(path: str, query: str, host: str = "localhost:8000", method: str = "GET") -> Scope:
    return {
        "type": "http",
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": query.encode(),
        "headers": [(b"host", host.encode())],
        "server": ("127.0.0.1", 8000),
    }


async def _asked(out: Path, scope: Scope, state: State) -> Answer:
    sent: list[Message] = []

    async def receive() -> Message:
        await asyncio.Event().wait()  # a client that neither says more nor hangs up
        raise AssertionError

    async def send(message: Message) -> None:
        sent.append(message)

    await asyncio.wait_for(application(out, state)(scope, receive, send), timeout=5)
    fields = {name.decode(): value.decode("latin-1") for name, value in sent[0]["headers"]}
    return Answer(sent[0]["status"], fields, b"".join(message.get("body", b"") for message in sent[1:]))


@pytest.mark.parametrize(
    ("path", "status", "holds"),
    [
        ("/", 200, b"plan"),
        ("/xx/plan/", 200, b"plan"),
        ("/xx/never/", 404, b"none in xx"),
        ("/never", 404, b"none"),
        ("/_headers", 404, b"none"),
    ],
)
def test_addresses_are_answered_as_published(out: Path, path: str, status: int, holds: bytes) -> None:
    """Pages, and each language's own 404."""
    answer = ask(out, path)
    assert status == answer.status
    assert holds in answer.body
    assert "text/html; charset=utf-8" == answer.headers["content-type"]


def test_the_body_is_as_long_as_it_says(out: Path) -> None:
    """What is added to a page counts."""
    answer = ask(out, "/")
    assert str(len(answer.body)) == answer.headers["content-length"]


@pytest.mark.parametrize(
    ("path", "query", "location"),
    [
        ("/xx/plan", "", "/xx/plan/"),
        ("/xx/old/", "", "/xx/plan/"),
        ("/xx/old/", "a=1&b=%C3%A5", "/xx/plan/?a=1&b=%C3%A5"),
    ],
)
def test_moved_addresses_lead_on(out: Path, path: str, query: str, location: str) -> None:
    """The slash and the aliases, with the query kept; browsers do not remember what is tried out."""
    answer = ask(out, path, query=query)
    assert 301 == answer.status
    assert location == answer.headers["location"]
    assert "no-store" == answer.headers["cache-control"]


def test_the_policy_of_the_tree_is_obeyed(out: Path) -> None:
    """Every header of `_headers` is on the answer, once."""
    answer = ask(out, "/xx/plan/")
    assert "default-src 'none'; script-src 'self'" in answer.headers["content-security-policy"]
    assert "nosniff" == answer.headers["x-content-type-options"]
    assert "public, max-age=0, must-revalidate" == answer.headers["cache-control"]
    assert "public, max-age=31536000, immutable" == ask(out, "/assets/style.0a1b.css").headers["cache-control"]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/xx/plan/table.csv", "text/csv; charset=utf-8"),
        ("/assets/style.0a1b.css", "text/css; charset=utf-8"),
        ("/assets/odd.bin", "application/octet-stream"),
    ],
)
def test_files_have_their_type_and_nothing_added(out: Path, path: str, kind: str) -> None:
    """Only pages are added to."""
    answer = ask(out, path, outcome=FAULT)
    assert kind == answer.headers["content-type"]
    assert (out / path[1:]).read_bytes() == answer.body


@pytest.mark.parametrize("path", ["/../secret.txt", "/xx/../../secret.txt", "//secret.txt", "/..\\secret.txt"])
def test_no_path_leads_out_of_the_tree(out: Path, path: str) -> None:
    """The file beside the tree is not found, however it is asked for."""
    answer = ask(out, path)
    assert 404 == answer.status
    assert b"secret" not in answer.body


def test_no_link_leads_out_of_the_tree(out: Path) -> None:
    """Neither one to a file nor one to a folder; one within the tree does."""
    (out / "file.txt").symlink_to(out.parent / "secret.txt")
    (out / "folder").symlink_to(out.parent)
    (out / "again.html").symlink_to(out / "index.html")
    assert [404, 404, 200] == [ask(out, path).status for path in ("/file.txt", "/folder/secret.txt", "/again.html")]


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1:8000", "[::1]:8000"])
def test_this_machine_is_answered(out: Path, host: str) -> None:
    """The names of this machine, with or without port."""
    assert 200 == ask(out, "/", host=host).status


@pytest.mark.parametrize("path", ["/", "/__reload.js", "/__reload"])
@pytest.mark.parametrize("host", ["example.org", "localhost.example.org", "example.org:8000", "", "127.0.0.1@x"])
def test_other_names_are_refused(out: Path, host: str, path: str) -> None:
    """A name of someone else that leads here reads nothing."""
    answer = ask(out, path, host=host)
    assert 400 == answer.status
    assert b"plan" not in answer.body


def test_nothing_can_be_sent(out: Path) -> None:
    """The server only reads out."""
    assert 405 == ask(out, "/", method="POST").status
    assert 200 == ask(out, "/", method="HEAD").status


def test_a_page_reloads_itself(out: Path) -> None:
    """The script stands before the end of the page, with the version that the page shows."""
    expected = b'<p>plan</p><script src="/__reload.js?run-0"></script></body></html>'
    assert ask(out, "/").body.endswith(expected)


def test_faults_are_shown_over_the_last_site(out: Path) -> None:
    """Problems stand on every page, escaped, announced to screen readers, styled by a file."""
    body = ask(out, "/", outcome=FAULT).body
    assert b"<p>plan</p><link" in body
    assert b'<link rel="stylesheet" href="/__reload.css">' in body
    assert b'role="alert"' in body
    assert b"<p>Faults &amp; more</p><pre>content/x.yaml:1:2 &lt;b&gt;&amp;</pre>" in body
    assert b"style=" not in body
    assert b'role="alert"' in ask(out, "/never", outcome=FAULT).body


def test_faults_are_shown_where_there_is_no_site_yet(tmp_path: Path) -> None:
    """The first build may fail: the problems are a page of their own, which reloads as well."""
    answer = ask(tmp_path / "public", "/xx/", outcome=FAULT)
    assert 503 == answer.status
    assert b"<pre>content/x.yaml:1:2 &lt;b&gt;&amp;</pre>" in answer.body
    assert b"/__reload.js?run-0" in answer.body
    assert 404 == ask(tmp_path / "public", "/xx/").status


@pytest.mark.parametrize(("path", "kind"), [("/__reload.js", "text/javascript"), ("/__reload.css", "text/css")])
def test_script_and_style_are_files_of_this_host(out: Path, path: str, kind: str) -> None:
    """The strict policy allows both, and browsers do not keep them."""
    answer = ask(out, path)
    assert 200 == answer.status
    assert kind == answer.headers["content-type"].partition(";")[0]
    assert "no-store" == answer.headers["cache-control"]


def test_a_page_of_an_earlier_build_is_told_at_once(out: Path) -> None:
    """A build that ended between page and script is not missed, nor one of an earlier server."""
    answer = ask(out, "/__reload", query="earlier-7")
    assert "text/event-stream; charset=utf-8" == answer.headers["content-type"]
    assert b"retry: 500\n\ndata: reload\n\n" == answer.body


async def _events_after(action: str) -> bytes:
    state = State(Outcome(()), run="run")
    scope = _scope("/__reload", "run-0")
    asked = asyncio.create_task(_asked(Path("none"), scope, state))
    await asyncio.sleep(0.05)
    assert not asked.done()
    if action == "build":
        state.replace(FAULT)
    else:
        state.close()
    return (await asked).body


def test_a_page_is_told_of_the_next_build() -> None:
    """The page waits, and reloads when a build ends, with faults or without."""
    assert b"retry: 500\n\ndata: reload\n\n" == asyncio.run(_events_after("build"))


def test_a_server_that_stops_lets_pages_go() -> None:
    """No page holds the server back, and none reloads into nothing."""
    assert b"retry: 500\n\n" == asyncio.run(_events_after("stop"))
