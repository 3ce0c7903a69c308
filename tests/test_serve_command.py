"""`make serve`: the site as GitHub Pages would serve it, built anew on every change."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from http.client import HTTPConnection
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import digest_serve
import pytest


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site, and settings, in a folder of the test's own."""
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "index.html").write_text("a page")
    (tmp_path / "pelican.conf.py").touch()
    os.utime(tmp_path / "pelican.conf.py", (1, 1))
    monkeypatch.setattr(digest_serve, "OUTPUT", tmp_path / "output")
    monkeypatch.setattr(digest_serve, "SETTINGS", tmp_path / "pelican.conf.py")
    return tmp_path / "output"


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One entry for each build that was asked for."""
    asked: list[int] = []
    monkeypatch.setattr(digest_serve, "build", lambda: asked.append(1))
    return asked


def fetch(port: int, path: str, method: str = "GET") -> tuple[int, str]:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, path)
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


def test_the_server_answers_with_the_sites_own_404_page(site: Path) -> None:
    handler = partial(digest_serve.Handler, directory=str(site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        assert fetch(server.server_port, "/") == (200, "a page")
        assert fetch(server.server_port, "/no/such/page")[0] == 404
        (site / "404.html").write_text("not here, but there")
        assert fetch(server.server_port, "/no/such/page") == (404, "not here, but there")
        assert fetch(server.server_port, "/no/such/page", "HEAD") == (404, "")
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize(
    ("name", "kind"), [("all.xml", "application/xml"), ("all.opml", "text/x-opml"), ("a.css", "text/css")]
)
def test_files_are_of_the_kind_that_readers_expect_whatever_the_system_knows(name: str, kind: str) -> None:
    handler = digest_serve.Handler.__new__(digest_serve.Handler)
    assert handler.guess_type(name) == kind


def test_a_busy_port_is_a_clear_message(site: Path, builds: list[int], capsys: pytest.CaptureFixture[str]) -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), digest_serve.Handler) as busy:
        assert digest_serve.main(["--port", str(busy.server_port)]) == 2
    assert f"Port {busy.server_port} cannot be used" in capsys.readouterr().err
    assert builds == [1]


def test_it_builds_first_and_then_on_every_change(
    site: Path, builds: list[int], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def changes(*places: Path, **_: object) -> Iterator[set[str]]:
        assert {place.name for place in places} == {"content", "theme", "plugins"}
        for change, settings in ((set(), None), ({"a.txt"}, None), (set(), "X = 1"), (set(), None)):
            if settings:
                digest_serve.SETTINGS.write_text(settings)
            told.append(len(builds))
            yield change

    told: list[int] = []
    monkeypatch.setattr(digest_serve, "watch", changes)
    assert digest_serve.main(["--port", "0"]) == 0
    assert told == [1, 1, 2, 3]
    assert "press Ctrl-C to stop" in capsys.readouterr().out


def test_settings_that_are_gone_for_a_moment_are_waited_for(
    site: Path, builds: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def changes(*_: Path, **__: object) -> Iterator[set[str]]:
        digest_serve.SETTINGS.unlink()
        yield set()
        digest_serve.SETTINGS.write_text("X = 1")
        yield set()

    monkeypatch.setattr(digest_serve, "watch", changes)
    assert digest_serve.main(["--port", "0"]) == 0
    assert builds == [1, 1]


def test_a_build_is_a_process_of_its_own() -> None:
    program, flag, command, what = digest_serve.BUILD
    assert Path(program).is_file()
    assert Path(command).is_file()
    assert (flag, what) == ("-B", "build")
