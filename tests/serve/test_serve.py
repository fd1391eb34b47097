"""The server as an editor meets it: a process that builds, answers, watches and stops."""

from __future__ import annotations

import http.client
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

import sitegen
from sitegen.serve import Outcome, Unservable, serve, server

# Builds one page from one file; "fault" in the file is a fault, "crash" a bug.
PROGRAM = """
import sys
from pathlib import Path
from sitegen.serve import Outcome, serve
from sitegen.store.tree import SIGNATURE, publish

root, out = Path(sys.argv[1]), Path(sys.argv[1], "content", "public")

def build(hasty):
    text = (root / "content" / "page.txt").read_text()
    print("built in haste" if hasty else "built", flush=True)
    (root / "locale" / "xx.mo").write_text(text)
    if "crash" in text:
        raise RuntimeError("template broke")
    if "fault" in text:
        return Outcome((text,), heading="Faults")
    publish(out, {"_headers": SIGNATURE + b"/*\\n  X-Text: " + text.encode(), "index.html": text.encode()})
    return Outcome(())

serve(root=root, out=out, port=0, build=build, announce=lambda url: print(url, flush=True))
print("stopped", flush=True)
"""


@dataclass(frozen=True)
class Running:
    """A server in a process of its own."""

    root: Path
    process: subprocess.Popen[str]
    port: int

    def write(self, text: str) -> None:
        """Edit the content."""
        (self.root / "content" / "page.txt").write_text(text)

    def get(self, path: str) -> tuple[int, str]:
        """Status and text of `path`, sent to the server as it stands."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        connection.request("GET", path)
        response = connection.getresponse()
        status, text = response.status, response.read().decode()
        connection.close()
        return status, text

    def until(self, holds: str, lacks: str | None = None) -> str:
        """The front page, once `holds` stands in it and `lacks` does not: built comes before told."""
        deadline = time.monotonic() + 10
        while holds not in (text := self.get("/")[1]) or (lacks is not None and lacks in text):
            assert time.monotonic() < deadline, f"no {holds!r}, or {lacks!r} still, in {text!r}"
            time.sleep(0.02)
        return text

    def stop(self) -> tuple[int, str]:
        """Interrupt, as Ctrl-C does; exit status and what else was said."""
        self.process.send_signal(signal.SIGINT)
        said, _ = self.process.communicate(timeout=5)
        return self.process.returncode, said


@contextmanager
def running(root: Path, text: str = "first") -> Iterator[Running]:
    """A server of a small project in `root`."""
    for folder in ("content", "locale"):
        (root / folder).mkdir()
    (root / "content" / "page.txt").write_text(text)
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(root)],
        cwd=Path(sitegen.__file__).parents[1],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield Running(root, process, announced(process))
    finally:
        process.kill()
        process.communicate()


def announced(process: subprocess.Popen[str]) -> int:
    """The port in the announced address, which follows the first build."""
    assert process.stdout is not None
    assert "built\n" == process.stdout.readline()
    address = process.stdout.readline().strip()
    assert address.startswith("http://127.0.0.1:")
    return int(address.removeprefix("http://127.0.0.1:").removesuffix("/"))


@contextmanager
def waiting_page(server: Running) -> Iterator[http.client.HTTPResponse]:
    """A page that shows the first build and waits for the next."""
    version = server.until("first").partition("/__reload.js?")[2].partition('"')[0]
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
    with closing(connection):
        connection.request("GET", f"/__reload?{version}")
        with connection.getresponse() as events:
            yield events


def test_an_edit_is_on_the_page(tmp_path: Path) -> None:
    """A saved file is built and served; the page that showed the old one is told."""
    with running(tmp_path) as server:
        with waiting_page(server) as events:
            server.write("second")
            assert b"retry: 500\n\ndata: reload\n\n" == events.read()
        assert server.get("/")[1].startswith("second")


def test_faults_keep_the_last_whole_site(tmp_path: Path) -> None:
    """While content has faults the old page stays, with the problems over it; mended, they are gone."""
    with running(tmp_path) as server:
        server.write("fault <here>")
        text = server.until("role=")
        assert text.startswith("first")
        assert "<pre>fault &lt;here&gt;</pre>" in text
        server.write("third")
        server.until("third", lacks="role=")


def test_a_broken_build_does_not_end_the_server(tmp_path: Path) -> None:
    """A bug, as in a template half edited, is shown like a fault."""
    with running(tmp_path) as server:
        server.write("crash")
        assert "RuntimeError: template broke" in server.until("role=")
        server.write("mended")
        server.until("mended")


def test_a_first_build_with_faults_is_served(tmp_path: Path) -> None:
    """Where there is no site yet, the problems are all there is; the first whole site replaces them."""
    with running(tmp_path, "fault at first") as server:
        assert 503 == server.get("/xx/")[0]
        server.write("whole")
        server.until("whole")
        assert 200 == server.get("/")[0]


def test_a_build_does_not_set_off_another(tmp_path: Path) -> None:
    """What it writes, the tree and compiled catalogs, is no change, wherever it lies. After haste it takes its time."""
    with running(tmp_path) as server:
        server.write("second")
        server.until("second")
        time.sleep(2)
        assert (0, "built in haste\nbuilt\nstopped\n") == server.stop()


def test_interrupting_ends_it_at_once(tmp_path: Path) -> None:
    """Ctrl-C ends it within two seconds, in peace, even while a page waits for a reload."""
    with running(tmp_path) as server, waiting_page(server):
        began = time.monotonic()
        assert (0, "stopped\n") == server.stop()
        assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    "path",
    [
        "/../page.txt",
        "/%2e%2e/page.txt",
        "/..%2fpage.txt",
        "/%2e%2e%2fpage.txt",
        "//page.txt",
        "/..%5cpage.txt",
    ],
)
def test_no_address_leads_out_of_the_tree(tmp_path: Path, path: str) -> None:
    """The folder above the tree is out of reach, however the way is encoded."""
    with running(tmp_path, "hidden") as server:
        assert (404, "404") == server.get(path)


def test_only_the_loopback_address_is_listened_on(tmp_path: Path) -> None:
    """Another address of this machine is refused: nobody in the same network can ask."""
    with running(tmp_path) as server, pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.2", server.port), timeout=5)


def test_what_is_small_is_sent_at_once() -> None:
    """Asyncio asks the system not to gather it, of connections that say that they are TCP."""
    with server._listening(0) as listener:  # noqa: SLF001 - a running one shows its connections to nobody
        assert socket.IPPROTO_TCP == listener.proto


def test_a_port_in_use_is_one_clear_sentence(tmp_path: Path) -> None:
    """Nothing is built for a port that cannot be had."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(Unservable) as refusal:
            serve(root=tmp_path, out=tmp_path / "public", port=port, build=never, announce=print)
    expected = f"Port {port} is in use: stop the other program, or choose another port with --port."
    assert expected == str(refusal.value)
    assert {"port": port} == dict(refusal.value.message.values)


def never(hasty: bool) -> Outcome:  # noqa: FBT001 - as it is called
    """A build that must not take place."""
    raise AssertionError(f"built for nothing {hasty}")


def test_a_build_loads_no_server() -> None:
    """Whoever imports this room without serving pays for neither server, watcher nor event loop."""
    program = "import sys, sitegen.serve; print({'uvicorn', 'starlette', 'watchfiles', 'asyncio'} & {*sys.modules})"
    root = Path(sitegen.__file__).parents[1]
    said = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=True)
    assert "set()\n" == said.stdout
