"""`ledger serve`: what it says, how it ends, and that nothing of it stays behind."""

import signal
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request

import pytest

from ledger import cli
from ledger.preview.server import PreviewServer
from tests.sites.small_site import IMMUNIZATION, write_small_site


@pytest.fixture
def content(tmp_path):
    return write_small_site(tmp_path)


@pytest.fixture
def stopped(monkeypatch):
    """Let every server be stopped as soon as it serves, as by Ctrl+C; tells the ports that were served."""
    ports = []

    def serve_forever(server):
        ports.append(server.server_port)
        raise KeyboardInterrupt

    monkeypatch.setattr(PreviewServer, "serve_forever", serve_forever)
    return ports


@pytest.fixture
def taken():
    """A port that another program has."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield other.getsockname()[1]


def test_it_tells_its_address_and_ends_well(content, stopped, capsys):
    code = cli.main(["serve", "--content", str(content), "--port", "0"])
    said = capsys.readouterr()

    # A preview ends in no other way than by being stopped: `make serve` must not call it a failure.
    assert (code, said.err) == (0, "")
    assert f"http://127.0.0.1:{stopped[0]}/" in said.out
    assert said.out.endswith("已停止。\n")


def test_a_taken_port_is_told_and_another_one_used(content, stopped, taken, capsys):
    code = cli.main(["serve", "--content", str(content), "--port", str(taken)])
    said = capsys.readouterr().out

    assert code == 0
    assert stopped[0] != taken
    assert f"端口 {taken} 正被别的程序占用" in said
    assert f"这次改用 {stopped[0]}" in said


@pytest.mark.parametrize("port", ["-1", "65536", "abc", "8000.5", "", "²"])
def test_a_port_that_cannot_be_is_refused(content, stopped, port, capsys):
    assert cli.main(["serve", "--content", str(content), "--port", port]) == 2
    assert "端口要在 0 到 65535 之间" in capsys.readouterr().out
    assert stopped == []


def test_it_says_that_it_does_without_the_address_of_the_site(content, stopped, capsys, monkeypatch):
    cli.main(["serve", "--content", str(content), "--port", "0"])
    assert "SITE_URL" not in capsys.readouterr().out
    monkeypatch.setenv("SITE_URL", "https://example.org/")
    cli.main(["serve", "--content", str(content), "--port", "0"])

    assert "预览不用 SITE_URL" in capsys.readouterr().out


def test_it_starts_with_wrong_content_too(content, stopped, capsys):
    (content / IMMUNIZATION).write_text("---\n", encoding="utf-8")

    assert cli.main(["serve", "--content", str(content), "--port", "0"]) == 0
    assert "Traceback" not in capsys.readouterr().out


def _lines(process):
    return iter(process.stdout.readline, "")


@pytest.mark.slow
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL])
def test_it_leaves_nothing_that_still_answers(content, end):
    command = [sys.executable, "-u", "-m", "ledger", "serve", "--content", content, "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as process:
        guard = threading.Timer(60, process.kill)
        guard.start()
        address = next(line for line in _lines(process) if "http://" in line).split()[1]
        with urllib.request.urlopen(address, timeout=30) as answer:
            assert answer.status == 200
        process.send_signal(end)
        said = process.stdout.read()
        process.wait()
        guard.cancel()

    assert (process.returncode, "已停止。" in said) == ((0, True) if end is signal.SIGINT else (-9, False))
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(address, timeout=5)
