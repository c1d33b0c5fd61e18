"""The preview is what a clean build would be, made page by page: after any edit, with nothing left over."""

import itertools
import os
from http import HTTPStatus

import pytest

from ledger.pages import rendering
from tests.ledger.preview.previewing import clean_build, open_preview, write_small_project
from tests.sites.small_site import IMMUNIZATION

PAGE = "alpha/2023/immunization/"
WRONG = "---\nsource: alpha-2023-summary\nmeasures:\n  - {id: m1, name: 人数, value: 5, unit: 人}\n---\n"


@pytest.fixture
def project(tmp_path):
    return write_small_project(tmp_path)


@pytest.fixture
def preview(project):
    with open_preview(project) as opened:
        yield opened


def edit(project, name, old, new):
    """Replace a text that stands in a file once or more."""
    file = project / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def say_more(project):
    edit(project, f"content/{IMMUNIZATION}", "\n---\n", "\n---\n\n又记一句。\n")


def add_a_file(project):
    file = project / "content/regions/beta/2023/immunization.md"
    new = project / "content/regions/beta/2023/elderly-health.md"
    new.write_text(
        "---\nsource: beta-2023-report\nmeasures:\n"
        "  - {id: m1, name: 建档老人, value: 31, unit: 人, at: 一}\n---\n",
        encoding="utf-8",
    )
    assert file.is_file()


def delete_a_file(project):
    (project / "content/regions/beta/2023/elderly-health.md").unlink()


def rename_a_region(project):
    edit(project, "content/regions/alpha/region.yml", "甲县", "申县")


def break_and_mend(project):
    file = project / "content" / IMMUNIZATION
    text = file.read_text(encoding="utf-8")
    file.write_text(WRONG, encoding="utf-8")
    yield
    file.write_text(text, encoding="utf-8")


def edit_the_dictionary(project):
    edit(project, "content/dictionary/topics.yml", "name: ", "name: 新")


def edit_an_authored_page(project):
    edit(project, "docs/about.md", "# ", "# 又名")


def edit_a_style(project):
    with (project / "docs/assets/stylesheets/parts/10-tokens.css").open("a", encoding="utf-8") as file:
        file.write("html { margin: 1px }\n")


EDITS = (
    say_more,
    add_a_file,
    delete_a_file,
    rename_a_region,
    edit_the_dictionary,
    edit_an_authored_page,
    edit_a_style,
)


@pytest.mark.slow
def test_every_address_answers_with_the_bytes_of_a_clean_build_after_every_edit(project, preview, tmp_path):
    number = itertools.count()

    def assert_equal():
        built = clean_build(project, tmp_path / f"site{next(number)}")
        answers = {address: preview.answer(address) for address in built}
        assert {address for address, data in built.items() if answers[address].body != data} == set()
        assert {name for name, answer in answers.items() if answer.status is not HTTPStatus.OK} == {
            "404.html"
        }
        return set(built)

    before = assert_equal()
    for change in EDITS:
        change(project)
        assert_equal()
        if change is add_a_file:
            assert preview.answer("beta/2023/elderly-health/").status is HTTPStatus.OK
    assert preview.answer("beta/2023/elderly-health/").status is HTTPStatus.NOT_FOUND
    for _ in break_and_mend(project):
        assert preview.answer("").status is HTTPStatus.INTERNAL_SERVER_ERROR
    assert assert_equal() == before


def test_one_edit_costs_one_file_and_one_page(project, preview, monkeypatch):
    preview.answer(PAGE)
    parsed, rendered, drawn = preview.memory.parsed, [], []
    render = rendering.render
    monkeypatch.setattr(
        "ledger.edition.render", lambda spec, env: rendered.append(spec.address) or render(spec, env)
    )
    monkeypatch.setattr("charts.drawing._draw", drawn.append)
    edit(project, f"content/{IMMUNIZATION}", "name: 应种人数", "name: 应种总人数")

    assert "应种总人数" in preview.answer(PAGE).body.decode()
    assert (preview.memory.parsed - parsed, rendered, drawn) == (1, [PAGE], [])


def test_the_search_makes_no_file_and_no_other_page(project, preview, monkeypatch):
    rendered, written = [], []
    render = rendering.render
    monkeypatch.setattr(
        "ledger.edition.render", lambda spec, env: rendered.append(spec.address) or render(spec, env)
    )
    monkeypatch.setattr("ledger.edition.encode", written.append)
    monkeypatch.setattr("ledger.edition.workbook_bytes", lambda *_: written.append("workbook"))

    assert "数据" in preview.answer("search/").body.decode()
    assert (rendered, written) == (["search/"], [])


def test_a_touch_changes_nothing(project, preview):
    preview.answer(PAGE)
    state = preview._state
    os.utime(project / "content" / IMMUNIZATION, (1, 1))

    preview.answer(PAGE)
    assert preview._state is state


def test_an_edit_that_keeps_size_and_time_is_seen(project, preview):
    file = project / "content" / IMMUNIZATION
    before = file.stat()
    assert "应种人数" in preview.answer(PAGE).body.decode()
    edit(project, f"content/{IMMUNIZATION}", "应种人数", "应打人数")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert file.stat().st_size == before.st_size
    assert "应打人数" in preview.answer(PAGE).body.decode()


def test_addresses_without_a_slash_or_with_a_file_name_lead_to_the_page(preview):
    with_slash = preview.answer("tracker/")

    assert preview.answer("tracker/index.html").body == with_slash.body
    assert (preview.answer("tracker").status, preview.answer("tracker").location) == (302, "/tracker/")


@pytest.mark.parametrize(
    "address",
    [
        "nowhere/",
        "../mkdocs.yml",
        "assets/../../mkdocs.yml",
        "/etc/passwd",
        "assets/",
        "content",
        "data/../data",
    ],
)
def test_what_is_not_of_the_site_is_not_found(preview, address):
    answer = preview.answer(address)

    assert answer.status is HTTPStatus.NOT_FOUND
    assert "没有这一页" in answer.body.decode()


def test_wrong_content_is_shown_with_place_line_and_mend_until_it_is_mended(project, preview):
    good = preview.answer(PAGE).body
    file = project / "content" / IMMUNIZATION
    text = file.read_text(encoding="utf-8")
    file.write_text(WRONG, encoding="utf-8")
    answer = preview.answer(PAGE)
    shown = answer.body.decode()

    assert answer.status is HTTPStatus.INTERNAL_SERVER_ERROR
    assert f"content/{IMMUNIZATION}:4:5" in shown
    assert "第 4 行第 5 个字" in shown
    assert "    4 |   - {id: m1, name: 人数, value: 5, unit: 人}\n      |     ^" in shown
    assert "补上 at: …" in shown
    assert 'href="/editing/problems/#mz011"' in shown
    assert "草稿里的问题" not in shown
    for name in ("assets/stylesheets/ledger.css", "assets/javascripts/appearance.js", "editing/problems/"):
        assert preview.answer(name).status is HTTPStatus.OK
    assert 'id="mz011"' in preview.answer("editing/problems/").body.decode()

    file.write_text(text, encoding="utf-8")
    assert preview.answer(PAGE).body == good


def test_half_of_a_file_is_not_told(project):
    file = project / "content" / IMMUNIZATION
    whole = file.read_text(encoding="utf-8")
    waited = []

    def finish_saving(seconds):
        waited.append(seconds)
        file.write_text(whole, encoding="utf-8")

    file.write_text(whole[: len(whole) // 2], encoding="utf-8")
    with open_preview(project, finish_saving) as preview:
        assert preview.answer(PAGE).status is HTTPStatus.OK

    assert waited == [0.1]


def test_a_broken_link_of_an_authored_page_is_shown_with_its_place(project, preview):
    with (project / "docs/about.md").open("a", encoding="utf-8") as file:
        file.write("\n见[这里](nowhere.md)。\n")
    number = len((project / "docs/about.md").read_text(encoding="utf-8").splitlines())
    answer = preview.answer("about/")

    assert answer.status is HTTPStatus.INTERNAL_SERVER_ERROR
    assert f"docs/about.md:{number}:7" in answer.body.decode()
    assert "nowhere.md" in answer.body.decode()


def test_a_missing_anchor_of_an_authored_page_is_shown_with_its_place(project, preview):
    good, wrong = "about.md#nowhere", "methodology.md#nowhere"
    with (project / "docs/about.md").open("a", encoding="utf-8") as file:
        file.write(
            f"\n## 无处 {{#nowhere}}\n\n见[这里]({good})和[那里]({wrong})。\n".replace(" {#nowhere}", "")
        )
    lines = (project / "docs/about.md").read_text(encoding="utf-8").splitlines()
    answer = preview.answer("about/")

    assert answer.status is HTTPStatus.INTERNAL_SERVER_ERROR
    column = lines[-1].index(wrong) + 1
    assert f"docs/about.md:{len(lines)}:{column}" in answer.body.decode()
    assert preview.answer("methodology/").status is HTTPStatus.OK
    edit(project, "docs/about.md", f"[这里]({good})和[那里]({wrong})", "[这里](about.md#无处)")
    assert preview.answer("about/").status is HTTPStatus.OK


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</code></pre><b>"]
)
def test_what_is_wrong_is_shown_as_words_whatever_it_says(project, preview, text):
    for name, old, new in (
        (IMMUNIZATION, "\n---\n", f"\n---\n\n{text}\n"),
        (IMMUNIZATION, "value: 2000", f"value: '{text}'"),
        ("site.yml", "title: ", f"title: '{text}' "),
    ):
        before = (project / "content" / name).read_text(encoding="utf-8")
        edit(project, f"content/{name}", old, new)
        answer = preview.answer(PAGE)
        (project / "content" / name).write_text(before, encoding="utf-8")

        assert answer.status is HTTPStatus.INTERNAL_SERVER_ERROR
        assert text not in answer.body.decode()


def test_the_content_folder_may_be_away_for_a_while(project, preview):
    good = preview.answer(PAGE).body
    (project / "content").rename(project / "away")
    assert preview.answer(PAGE).status is HTTPStatus.INTERNAL_SERVER_ERROR
    (project / "away").rename(project / "content")

    assert preview.answer(PAGE).body == good


def test_a_file_that_cannot_be_kept_does_not_stop_it(project):
    (project / ".cache").write_text("in the way", encoding="utf-8")
    with open_preview(project) as preview:
        assert preview.answer(PAGE).status is HTTPStatus.OK


DRAFT = """\
---
source: beta-2023-report
measures:
  - {id: m1, name: 建档老人, value: 31, unit: 人, at: 一, draft: true}
  - {id: m2, name: 体检老人, value: 30, unit: 人, at: 一}
---
"""
DRAFT_FILE = "content/regions/beta/2023/elderly-health.md"


def test_drafts_are_shown_marked_and_counted_on_every_page(project, preview, tmp_path):
    assert preview.top() == (b"", b"")
    (project / DRAFT_FILE).write_text(DRAFT, encoding="utf-8")
    page = preview.answer("beta/2023/elderly-health/").body.decode()

    assert "建档老人" in page
    assert "体检老人" in page
    assert "预览：含 1 条未确认的草稿，公开的网站没有它们" in preview.top()[1].decode()
    published = clean_build(project, tmp_path / "site")
    assert "建档老人" not in b"".join(published.values()).decode(errors="replace")


def test_problems_of_drafts_stand_apart(project, preview):
    wrong = DRAFT.replace("at: 一, draft", "draft")
    (project / DRAFT_FILE).write_text(wrong, encoding="utf-8")
    alone = preview.answer("")
    page = preview.answer("beta/2023/elderly-health/").body.decode()
    (project / DRAFT_FILE).write_text(wrong.replace("at: 一}", "atx: 一}"), encoding="utf-8")
    both = preview.answer("").body.decode()

    # Alone, a draft that lacks a field stops nothing; it is only left out itself.
    assert alone.status is HTTPStatus.OK
    assert "体检老人" in page
    assert "建档老人" not in page
    assert both.index("已确认的内容里的问题") < both.index("草稿里的问题")


def test_a_page_is_marked_by_what_it_shows(project, preview):
    home, other = preview.mark(""), preview.mark("beta/2023/immunization/")
    tracker = preview.mark("tracker/")
    say_more(project)

    assert preview.mark(PAGE)
    # A sentence on another page concerns neither of these; what the tracker shows is fetched by its script.
    assert preview.mark("beta/2023/immunization/") == other
    assert preview.mark("") == home
    assert preview.mark("tracker/") != tracker
    edit_a_style(project)
    assert preview.mark("beta/2023/immunization/") != other


def test_nothing_is_kept_of_earlier_texts(project, preview):
    preview.answer("")
    size = len(preview.memory.texts), len(preview.memory.files)
    for number in range(20):
        edit(project, f"content/{IMMUNIZATION}", "\nsource:", f"\n# {number}\nsource:")
        preview.answer("")

    assert (len(preview.memory.texts), len(preview.memory.files)) == size
