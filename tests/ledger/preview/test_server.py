"""The preview's server: only this machine's browsers, only reading, and pages that learn of changes."""

import http.client
import json
import re
import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest

from ledger.preview.server import PreviewServer
from tests.ledger.preview.previewing import clean_build, open_preview, write_small_project
from tests.sites.small_site import IMMUNIZATION

PAGE = "/alpha/2023/immunization/"


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    return write_small_project(tmp_path_factory.mktemp("served"))


@pytest.fixture(scope="module")
def server(project):
    with open_preview(project) as preview, PreviewServer(preview, 0) as served:
        threading.Thread(target=served.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield served
        served.shutdown()


@pytest.fixture
def ask(server):
    """A function that sends one request and returns status, headers and body."""

    def ask(path, method="GET", host=None):
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=30)
        connection.putrequest(method, path, skip_host=True)
        connection.putheader("Host", host or f"127.0.0.1:{server.server_port}")
        connection.endheaders()
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, answer.headers, body

    return ask


def test_a_page_is_sent_with_the_line_that_reloads_it(ask, server):
    status, headers, body = ask(PAGE)
    page = server.preview.answer(PAGE[1:]).body

    assert (status, headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert headers["Cache-Control"] == "no-store"
    assert body.startswith(page)
    mark = server.preview.mark(PAGE[1:])
    assert (
        body[len(page) :].decode().strip()
        == f'<script src="/.preview/reload.js" data-seen="{mark}"></script>'
    )


def test_files_are_sent_as_they_are(ask, server):
    status, headers, body = ask("/data/measures.csv")

    assert (status, headers["Content-Type"]) == (200, "text/csv; charset=utf-8")
    assert body == server.preview.answer("data/measures.csv").body


def test_head_sends_no_body(ask):
    status, headers, body = ask(PAGE, method="HEAD")

    assert (status, body) == (200, b"")
    assert int(headers["Content-Length"]) > 1000


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_sent_to_it(ask, method):
    assert ask("/", method=method)[0] == 501


@pytest.mark.parametrize("host", ["example.org", "127.0.0.1", "127.0.0.1.example.org:{}", "example.org:{}"])
def test_no_page_of_the_web_can_read_it_under_another_name(ask, server, host):
    status, _, body = ask(PAGE, host=host.format(server.server_port))

    assert (status, body) == (403, b"")


def test_the_other_name_of_this_machine_is_good(ask, server):
    assert ask("/", host=f"localhost:{server.server_port}")[0] == 200


@pytest.mark.parametrize(
    "path",
    [
        "/../mkdocs.yml",
        "/%2e%2e/mkdocs.yml",
        "/..%2fmkdocs.yml",
        "/..%5cmkdocs.yml",
        "/assets/%2e%2e/%2e%2e/mkdocs.yml",
        "//etc/passwd",
        "/.preview/../server.py",
        "/.preview/",
        "/assets/",
        "/%00",
    ],
)
def test_nothing_beside_the_site_is_sent(ask, path):
    assert ask(path)[0] == 404


def test_what_is_no_address_is_refused(ask):
    assert ask("http://[::1")[0] == 400


def test_a_line_without_an_end_is_refused_and_nothing_is_printed(server, capfd):
    address = ("127.0.0.1", server.server_port)
    with socket.create_connection(address, timeout=30) as line, suppress(ConnectionError):
        line.sendall(b"GET /" + b"a" * 1_000_000)
        assert line.recv(1000).startswith(b"HTTP/1.1 414")

    assert "Traceback" not in capfd.readouterr().err


def test_many_requests_at_once_get_the_same_page(ask, project):
    file = project / "content" / IMMUNIZATION
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}\n又记一句。\n", encoding="utf-8")
    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(lambda _: ask(PAGE), range(20)))
    file.write_text(text, encoding="utf-8")

    assert {status for status, _, _ in answers} == {200}
    assert len({body for _, _, body in answers}) == 1
    assert "又记一句。" in answers[0][2].decode()


def test_one_connection_serves_several_requests(server):
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=30)
    connection.connect()
    line = connection.sock
    for _ in range(3):
        connection.request("GET", PAGE)
        answer = connection.getresponse()
        assert (answer.status, len(answer.read()) > 1000, connection.sock is line) == (200, True, True)
    connection.close()


def test_an_address_without_its_slash_leads_on(ask):
    status, headers, _ = ask("/tracker")

    assert (status, headers["Location"]) == (302, "/tracker/")


def test_a_waiting_page_is_told_of_a_change_of_what_it_shows(ask, server, project):
    seen = server.preview.mark(PAGE[1:])
    file = project / "content" / IMMUNIZATION
    text = file.read_text(encoding="utf-8")
    answers = []
    waiting = threading.Thread(
        target=lambda: answers.append(ask(f"/.preview/changes?page={PAGE}&seen={seen}"))
    )
    waiting.start()
    file.write_text(f"{text}\n又记一句。\n", encoding="utf-8")
    waiting.join(timeout=30)
    file.write_text(text, encoding="utf-8")

    status, headers, body = answers[0]
    assert (status, headers["Content-Type"], json.loads(body)) == (200, "application/json", {"changed": True})


def test_a_page_that_stays_as_it_is_waits_in_vain(ask, server, monkeypatch):
    monkeypatch.setattr("ledger.preview.server._LONGEST", 0.0)
    mark = server.preview.mark(PAGE[1:])

    assert json.loads(ask(f"/.preview/changes?page={PAGE}&seen={mark}")[2]) == {"changed": False}


def test_two_tabs_get_the_same(ask):
    answers = []
    tabs = [threading.Thread(target=lambda: answers.append(ask("/tracker/"))) for _ in range(6)]
    for tab in tabs:
        tab.start()
    for tab in tabs:
        tab.join(timeout=30)

    assert len(answers) == 6
    assert len({body for _, _, body in answers}) == 1


# By hand: m5 and m9 are whole; m6 has no value, m7 is a rate over m6, m8 are 7 of the 5 that the confirmed m4
# counts. So two are shown, and three are left out.
DRAFTS = """\
  - {id: m5, name: 接种护士, value: 31, unit: 人, at: 二, draft: true}
  - {id: m6, name: 培训护士, unit: 人, at: 二, draft: true}
  - {id: m7, name: 培训率, value: 50, unit: "%", numerator: m6, denominator: m5, at: 二, draft: true}
  - {id: m8, name: 城区门诊, value: 7, unit: 个, part_of: m4, at: 二, draft: true}
  - {id: m9, name: 接种帮手, value: 3, unit: 人, at: 二, draft: true}
"""
BETA = "content/regions/beta/2023/immunization.md"


def line_of(body):
    return re.search('<p class="preview-drafts"[^>]*>(.*?)</p>', body.decode())[1]


@pytest.fixture
def drafted(project):
    """The project with good and unfinished drafts for as long as a test takes."""
    file = project / BETA
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("commitments:\n", DRAFTS + "commitments:\n", 1), encoding="utf-8")
    yield file
    file.write_text(text, encoding="utf-8")


def test_drafts_that_are_whole_are_shown_and_the_others_listed(ask, drafted, capfd):
    status, _, body = ask("/beta/2023/immunization/")
    assert "草稿" not in "".join(capfd.readouterr())
    page = body.decode()
    lines = drafted.read_text(encoding="utf-8").splitlines()

    assert status == 200
    assert [name for name in ("接种护士", "接种帮手", "培训护士", "培训率", "城区门诊") if name in page] == [
        "接种护士",
        "接种帮手",
    ]
    assert line_of(body) == (
        '预览：含 2 条未确认的草稿；另有 3 条草稿还没写完，没有显示（<a href="/preview/drafts/">看哪些</a>）'
    )
    status, _, body = ask("/preview/drafts/")
    assert status == 200
    assert "<h1>草稿里还要补的</h1>" in body.decode()
    assert "有 3 条草稿还没写完" in body.decode()
    for name in ("培训护士", "培训率", "城区门诊"):
        number = next(n for n, line in enumerate(lines, 1) if name in line)
        assert f"{BETA}:{number}" in body.decode()
    assert "改法" in body.decode()


def test_a_page_learns_of_the_numbers_of_drafts_on_another_one(server, drafted):
    seen = server.preview.mark(PAGE[1:])
    text = drafted.read_text(encoding="utf-8")
    drafted.write_text(text.replace("培训护士, unit", "培训护士, value: 15, unit"), encoding="utf-8")

    assert server.preview.mark(PAGE[1:]) != seen


def test_a_mended_draft_appears(ask, drafted):
    text = drafted.read_text(encoding="utf-8")
    drafted.write_text(
        text.replace("培训护士, unit", "培训护士, value: 15, unit").replace("value: 50", "value: 48.39"),
        encoding="utf-8",
    )
    body = ask("/beta/2023/immunization/")[2]

    assert "培训护士" in body.decode()
    # 15 of 31 are 48.39 %, so the rate is whole too.
    assert "培训率" in body.decode()
    assert "含 4 条未确认的草稿；另有 1 条草稿还没写完" in line_of(body)


def test_unfinished_drafts_leave_the_published_site_as_it_is(project, tmp_path, drafted):
    with_drafts = clean_build(project, tmp_path / "with")
    drafted.write_text(drafted.read_text(encoding="utf-8").replace(DRAFTS, ""), encoding="utf-8")

    assert clean_build(project, tmp_path / "without") == with_drafts


def test_confirmed_content_that_is_wrong_still_stops_everything(ask, drafted):
    text = drafted.read_text(encoding="utf-8")
    drafted.write_text(text.replace("claim: done", "claim: so"), encoding="utf-8")
    status, _, body = ask("/beta/2023/immunization/")

    assert status == 500
    assert body.decode().index("已确认的内容里的问题") < body.decode().index("草稿里的问题")


def test_without_drafts_the_list_says_so(ask):
    status, _, body = ask("/preview/drafts/")

    assert status == 200
    assert "没有写不完整的草稿" in body.decode()
    assert "preview-drafts" not in body.decode()


def test_a_taken_port_is_refused(server):
    with pytest.raises(OSError, match="in use"):
        PreviewServer(server.preview, server.server_port)
