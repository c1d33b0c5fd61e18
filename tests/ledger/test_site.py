"""The whole product as one function: from the small site, counted by hand, and from the real content."""

from collections import Counter
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest

from ledger.pages.book import Book
from ledger.pages.catalogue import all_pages
from ledger.pages.chart_words import ChartWords
from ledger.site import build_site
from tests.sites import reading
from tests.sites.awkward_site import find_texts, write_awkward_site
from tests.sites.small_site import IMMUNIZATION, write_small_site

PROJECT = Path(__file__).parents[2]
# Drawings and the script for interactive charts are kept between builds; one test goes without.
CACHE = PROJECT / ".cache" / "charts"
# Marks of a chart for the rows of the table beside it; of other forms it is known that no row may be lost.
MARKS = {
    "verdict_shares": lambda rows: 2 * len(rows),  # a bar and a sign
    "target_actual": lambda rows: 3 * len(rows),  # a bar, a sign and the target
    "before_after": lambda rows: 3 * len(rows),  # two points and the way between them
    "disclosure": lambda rows: sum(cell != "0 个" for row in rows for cell in row[1:]),  # pieces of bars
}
AUTHORED = {"methodology/", "editing/", "about/"}

SHARED_PAGES = {
    "",
    "tracker/",
    "topics/",
    "topics/immunization/",
    "topics/elderly-health/",
    "indicators/",
    "indicators/vaccination-rate/",
    "indicators/donors/",
    "comparison/",
    "sources/",
    "audit/",
    "audit/disclosure/",
    "data/",
    "changes/",
    "glossary/",
    "search/",
    "editing/problems/",
}
ALPHA_PAGES = {
    "alpha/",
    "alpha/2023/",
    "alpha/2023/immunization/",
    "alpha/2023/elderly-health/",
    "alpha/2024/",
    "alpha/2024/immunization/",
    "alpha/commitments/alpha-2023-immunization-c1/",
    "alpha/commitments/alpha-2023-immunization-c2/",
    "alpha/commitments/alpha-2023-immunization-c3/",
    "alpha/commitments/alpha-2023-immunization-c4/",
    "alpha/commitments/alpha-2023-elderly-health-c1/",
    "alpha/commitments/alpha-2023-elderly-health-c2/",
    "alpha/commitments/alpha-2023-elderly-health-c3/",
    "alpha/commitments/alpha-2024-immunization-c1/",
    "alpha/commitments/alpha-2024-immunization-c2/",
    "alpha/commitments/alpha-2024-immunization-c3/",
    "alpha/commitments/alpha-2024-immunization-c4/",
    "alpha/commitments/alpha-2024-immunization-c5/",
    "sources/alpha-2023-plan/",
    "sources/alpha-2023-summary/",
    "sources/alpha-2024-plan/",
}
BETA_PAGES = {
    "beta/",
    "beta/2023/",
    "beta/2023/immunization/",
    "beta/commitments/beta-2023-immunization-c1/",
    "beta/commitments/beta-2023-immunization-c2/",
    "beta/commitments/beta-2023-immunization-c3/",
    "sources/beta-2023-report/",
}

VERDICTS = {
    "alpha-2023-immunization-c1": "超过目标",
    "alpha-2023-immunization-c2": "未见报告",
    "alpha-2023-immunization-c3": "已完成(自述)",
    "alpha-2023-immunization-c4": "未见报告",
    "alpha-2023-elderly-health-c1": "数据隐去",
    "alpha-2023-elderly-health-c2": "未见报告",
    "alpha-2023-elderly-health-c3": "未见报告",
    "alpha-2024-immunization-c1": "未到期",
    "alpha-2024-immunization-c2": "未到期",
    "alpha-2024-immunization-c3": "未到期",
    "alpha-2024-immunization-c4": "未到期",
    "alpha-2024-immunization-c5": "长期推进",
    "beta-2023-immunization-c1": "未达目标",
    "beta-2023-immunization-c2": "达到目标",
    "beta-2023-immunization-c3": "数据隐去",
}


@pytest.fixture(scope="module")
def one_region(tmp_path_factory):
    return built(write_small_site(tmp_path_factory.mktemp("one"), regions=["alpha"]))


@pytest.fixture(scope="module")
def two_regions(tmp_path_factory):
    return built(write_small_site(tmp_path_factory.mktemp("two")))


@pytest.fixture(scope="module")
def pages(two_regions):
    """The pages of the small site with both regions, parsed, by address."""
    return {address(page): reading.parse_page(page) for page in two_regions.pages}


def built(content):
    site = build_site(content, CACHE)
    assert site.problems == ()
    return site


def address(page):
    return page.uri.removesuffix("index.md")


def test_one_region_has_the_pages_of_the_design(one_region):
    assert Counter(map(address, one_region.pages)) == Counter(SHARED_PAGES | ALPHA_PAGES)


def test_several_regions_have_the_pages_of_the_design(two_regions):
    assert Counter(map(address, two_regions.pages)) == Counter(SHARED_PAGES | ALPHA_PAGES | BETA_PAGES)


def test_one_region_is_its_own_home(one_region):
    parsed = {address(page): reading.parse_page(page) for page in one_region.pages}
    home, region = parsed[""], parsed["alpha/"]

    assert reading.text(home.find(".//h1")) == reading.text(region.find(".//h1")) == "甲县"
    assert reading.answer(home) == reading.answer(region)
    assert "11 项承诺" in reading.answer(home)


def test_several_regions_share_a_home(pages):
    assert reading.text(pages[""].find(".//h1")) == "小账"
    assert {"alpha/", "beta/"} <= {link.get("href") for link in pages[""].iter("a")}


def test_home_page_tells_what_was_found(pages):
    said = reading.text(pages[""])

    # 4 of 7 + 4 figures are masked; in beta's document 2 of 4.
    assert "11 个写进总结的数字里，4 个被隐去（36.4%）" in said
    assert "乙市的《工作总结与计划》：4 个数字里隐去 2 个（50.0%）" in said
    assert "《工作总结与计划》里，第二部分与第一部分文字相同" in said
    assert "1 个比率可以按公布的人数重新计算，全部对得上" in said
    assert "1 个数字因扫描或分页损坏" in said


@pytest.mark.parametrize(("id_", "verdict"), VERDICTS.items())
def test_promises_have_the_verdict_of_the_rules(pages, id_, verdict):
    page = pages[f"{id_.partition('-')[0]}/commitments/{id_}/"]

    (large,) = reading.by_class(page, "verdict-large")
    assert verdict in reading.text(large)


def test_tracker_has_a_row_for_every_promise(pages):
    (listing,) = reading.by_class(pages["tracker/"], "tracker")
    promises = {row.get("id"): row for row in listing}

    assert list(promises) == list(VERDICTS)
    for id_, row in promises.items():
        address = f"../{id_.partition('-')[0]}/commitments/{id_}/"
        assert row.find("a").get("href") == address
        assert reading.text(reading.by_class(row, "verdict")[0]).endswith(VERDICTS[id_])


@pytest.mark.parametrize(
    ("id_", "said"),
    {
        "alpha-2023-immunization-c1": "疫苗接种率不低于90% | 甲县 · 2023 · 预防接种 · 目标不低于 90%"
        " | 95.50% 比目标高 5.5 个百分点推算 | 超过目标",
        "alpha-2023-immunization-c3": "建成冷链 | 目标实现（是或否） | 自述已完成 | 已完成(自述)",
        # That nothing was reported is for the verdict alone to say.
        "alpha-2023-immunization-c4": "建立接种档案 | 甲县 · 2023 · 预防接种 下一年计划未见接续┄未见报告",
        "alpha-2023-elderly-health-c1": "▇▇原文隐去% | 数据隐去",
        "alpha-2023-elderly-health-c2": "提出者 国务院 · 目标不低于 80%",
        "beta-2023-immunization-c3": "目标▇▇原文隐去个 | 自述已完成 | 数据隐去",
    }.items(),
)
def test_a_row_of_the_tracker_says_promise_outcome_and_verdict(pages, id_, said):
    row = reading.text(reading.by_id(pages["tracker/"], id_)).replace(" ", "")

    assert [part for part in said.replace(" ", "").split("|") if part not in row] == []


def test_tracker_offers_only_what_there_is(pages):
    choices = {
        select.get("name"): [(option.get("value"), reading.text(option)) for option in select.iter("option")]
        for select in pages["tracker/"].iter("select")
    }

    everything = ("", "全部（15）")
    assert choices["region"] == [everything, ("alpha", "甲县（12）"), ("beta", "乙市（3）")]
    assert choices["year"] == [everything, ("2023", "2023（10）"), ("2024", "2024（5）")]
    assert choices["topic"] == [
        everything,
        ("immunization", "预防接种（12）"),
        ("elderly-health", "老年健康（3）"),
    ]
    assert dict(choices["verdict"])["unreported"] == "未见报告（4）"
    assert "progressing" not in dict(choices["verdict"])
    assert choices["evidence"] == [
        everything,
        ("figure", "有数字（3）"),
        ("claim", "只有说法（1）"),
        ("redacted", "数字被隐去（2）"),
        ("none", "没有依据（9）"),
    ]


def test_a_masked_figure_is_a_block_with_its_unit(pages):
    row = reading.by_id(pages["alpha/2023/immunization/"], "m4")
    value = reading.text(row.findall("td")[0])

    assert value.replace(" ", "") == "▇▇原文隐去万元"


def test_a_masked_target_is_named_once(pages):
    page = pages["beta/commitments/beta-2023-immunization-c3/"]

    assert "▇▇" in reading.fields(page)["目标"]
    assert "目标目标" not in reading.text(page).replace(" ", "")


def test_silence_is_told_in_words(pages):
    page = pages["alpha/2023/immunization/"]

    assert reading.text(reading.by_id(page, "c2-figure").findall("td")[0]) == "未见报告"
    assert "未见报告" in reading.text(reading.by_id(page, "c4"))


def test_a_repaired_figure_is_marked_and_kept_as_it_stood(pages):
    (mark,) = [
        link
        for link in reading.by_id(pages["alpha/2023/immunization/"], "m5").iter("a")
        if reading.text(link) == "修"
    ]
    source, fragment = urldefrag(
        urljoin("alpha/2023/immunization/", mark.get("href").replace("../" * 3, "/"))
    )
    row = reading.by_id(pages[source.lstrip("/")], fragment)

    assert fragment == "alpha-2023-immunization-m5"
    assert [code.text for code in row.iter("code")] == ["l2个"]
    assert "扫描件把数字1认成了字母l" in reading.text(row)


@pytest.mark.parametrize(
    ("place", "local", "target", "figure", "margin"),
    [
        ("alpha/2023/immunization/", "c1", "不低于 90%", "95.50%", "比目标高 5.5 个百分点"),
        ("beta/2023/immunization/", "c1", "不低于 90%", "88%", "比目标低 2 个百分点"),
        ("beta/2023/immunization/", "c2", "等于 5个", "5个", "与目标相同"),
    ],
)
def test_a_target_stands_beside_its_outcome_with_the_margin(pages, place, local, target, figure, margin):
    said = reading.text(reading.by_id(pages[place], local))

    assert [words for words in (target, figure, margin) if words not in said] == []


def test_numbers_are_written_as_published(pages):
    rate = reading.by_id(pages["alpha/2023/immunization/"], "m3")
    people = reading.by_id(pages["alpha/2023/elderly-health/"], "m1")

    assert reading.text(rate.findall("td")[0]) == "95.50%"
    assert reading.text(people.findall("td")[0]) == "1.8余万人"


def test_a_changed_target_and_a_contradicted_claim_are_flagged(pages):
    changed = pages["alpha/commitments/alpha-2024-immunization-c1/"]
    contradicted = pages["beta/commitments/beta-2023-immunization-c1/"]

    assert "目标已调整" in reading.text(changed)
    assert "说法与数字不一致" in reading.text(contradicted)


def test_a_promise_is_told_through_the_years(pages):
    for id_ in ("alpha-2023-immunization-c1", "alpha-2024-immunization-c1"):
        said = reading.text(pages[f"alpha/commitments/{id_}/"])
        assert "疫苗接种率不低于90%" in said
        assert "疫苗接种率不低于93%" in said


def test_a_quoted_promise_names_who_makes_it(pages):
    page = pages["alpha/commitments/alpha-2023-elderly-health-c2/"]

    assert "国务院" in reading.fields(page)["提出者"]


def test_problems_stand_beside_what_responds_to_them(pages):
    page = pages["alpha/2023/immunization/"]

    assert "建成冷链" in reading.text(reading.by_id(page, "p1"))
    assert "没有见到对应的措施" in reading.text(reading.by_id(page, "p2"))


def test_a_rate_is_shown_beside_the_one_worked_out_again(pages):
    cells = [reading.text(cell) for cell in reading.by_id(pages["audit/"], "alpha-2023-immunization-m3")]

    assert cells[1] == "95.50%"
    assert cells[2].startswith("95.5")
    assert cells[3] == "1910人 ÷ 2000人"
    assert cells[4] == "一致（四舍五入）"


def test_a_document_counts_only_its_own_figures(pages):
    """Two documents meet in one content file; the chart of each must agree with its sentence."""
    counts = {}
    for source in ("alpha-2023-plan", "alpha-2023-summary", "alpha-2024-plan"):
        tables = [reading.rows(table) for table in pages[f"sources/{source}/"].iter("table")]
        charts = [row[1:] for table in tables for row in table if len(row) == 4]
        counts[source] = [
            sum(int(cell.removesuffix(" 个")) for cell in column) for column in zip(*charts, strict=True)
        ]

    # open, masked, missing
    assert counts == {"alpha-2023-plan": [0, 0, 1], "alpha-2023-summary": [5, 2, 0], "alpha-2024-plan": []}


def test_every_link_leads_to_a_page_a_file_or_a_row(two_regions, pages):
    ids = {place: {element.get("id") for element in page.iter()} for place, page in pages.items()}
    dangling = []
    for place, page in pages.items():
        for link in page.iter("a"):
            url = urljoin(f"/{place}", link.get("href"))
            if "//" in url:
                continue
            target, fragment = urldefrag(url.removeprefix("/"))
            target = target.partition("?")[0]
            known = target in ids or target in AUTHORED or target in two_regions.assets
            if not known or (fragment and fragment not in ids[target]):
                dangling.append((place, link.get("href")))

    assert dangling == []


def test_ids_are_unique_on_every_page(pages):
    twice = {}
    for place, page in pages.items():
        counted = Counter(filter(None, (element.get("id") for element in page.iter())))
        if repeated := [id_ for id_, number in counted.items() if number > 1]:
            twice[place] = repeated

    assert twice == {}


def test_every_text_comes_out_as_it_was_written(tmp_path):
    content, texts = write_awkward_site(tmp_path)
    found = [item for page in built(content).pages for item in find_texts(reading.parse_page(page))]

    assert [said for name, said in found if not said.startswith(texts[name])] == []
    # The publisher stands in the frame of every page, which the theme draws.
    unseen = sorted(set(texts) - {name for name, _ in found})
    assert [texts[name] for name in unseen] == [texts["字段03"]]


def test_pages_know_the_content_file_behind_them(two_regions):
    behind = {address(page): page.edit_path for page in two_regions.pages}
    file = f"content/{IMMUNIZATION}"

    assert behind["alpha/2023/immunization/"] == file
    assert behind["alpha/commitments/alpha-2023-immunization-c1/"] == file
    assert behind["alpha/"] == "content/regions/alpha/region.yml"
    assert behind["sources/beta-2023-report/"] == "content/regions/beta/sources.yml"
    assert behind["indicators/donors/"] == "content/dictionary/indicators/blood-donation.yml"
    assert {path for path in behind.values() if path} <= set(two_regions.assets)


def test_wrong_content_gives_its_problems_and_nothing_else(tmp_path):
    wrong = {IMMUNIZATION: "---\nsource: nowhere\nproblems:\n  - {id: p1, text: 人手不足, at: 五}\n---\n"}
    site = build_site(write_small_site(tmp_path, replaced=wrong))

    assert [(problem.path, problem.line) for problem in site.problems][:1] == [(f"content/{IMMUNIZATION}", 2)]
    assert (site.pages, dict(site.assets), site.ledger, site.findings) == ((), {}, None, None)


def test_no_two_pages_share_an_address(tmp_path):
    content = write_small_site(tmp_path)
    (content / "regions" / "beta").rename(content / "regions" / "tracker")
    site = build_site(content, CACHE)

    assert site.problems or len({page.uri for page in site.pages}) == len(site.pages)


@pytest.mark.parametrize(
    "narrative",
    [
        "# 标题",
        "![图](https://example.org/x.png)",
        "![图][1]\n\n[1]: https://example.org/x.png",
        "[点](javascript:alert)",
        "[点][1]\n\n[1]: javascript:alert",
        "> # 标题",
        "- # 标题",
        "标题\n---",
    ],
)
def test_a_narrative_can_do_no_harm(tmp_path, narrative):
    file = write_small_site(tmp_path) / IMMUNIZATION
    file.write_text(file.read_text(encoding="utf-8") + f"\n{narrative}\n", encoding="utf-8")
    site = build_site(tmp_path / "content", CACHE)
    pages = [reading.parse_page(page) for page in site.pages if address(page) == "alpha/2023/immunization/"]
    headings = [
        reading.text(heading) for page in pages for level in ("h1", "h2") for heading in page.iter(level)
    ]

    assert "标题" not in headings
    assert [image.get("src") for page in pages for image in page.iter("img")] == []
    assert [link.get("href") for page in pages for link in page.iter("a") if ":" in link.get("href")] == []


def test_a_masked_figure_with_an_earlier_value_is_masked_there_too(tmp_path):
    file = write_small_site(tmp_path) / IMMUNIZATION
    masked = "value: redacted, unit: 万元, "
    file.write_text(
        file.read_text(encoding="utf-8").replace(masked, f"{masked}baseline: 3, "), encoding="utf-8"
    )
    pages = {address(page): page for page in built(tmp_path / "content").pages}
    row = reading.by_id(reading.parse_page(pages["alpha/2023/immunization/"]), "m4")

    # Either what it became is masked, or nothing is said of a change.
    assert not reading.text(row.findall("td")[1]).endswith("变为")


def test_the_same_content_gives_the_same_bytes(two_regions, tmp_path):
    for again in (build_site(write_small_site(tmp_path)), built(tmp_path / "content")):
        assert again.pages == two_regions.pages
        assert again.assets == two_regions.assets


def test_drawing_reports_its_progress(tmp_path):
    reports = []
    build_site(write_small_site(tmp_path), CACHE, lambda done, total: reports.append((done, total)))

    assert reports
    assert reports == sorted(reports)
    assert reports[-1][0] == reports[-1][1] > 0


@pytest.fixture(scope="module")
def real_charts():
    """Every chart of the real content: its figure, and the drawing that is published, by address."""
    site = built(PROJECT / "content")
    specs = all_pages(Book(site.ledger, site.findings, ChartWords(site.ledger)))
    placed = [(spec.address, figure) for spec in specs for figure in getattr(spec.context, "charts", ())]
    assert len({place + figure.name for place, figure in placed}) == len(placed)
    return {
        place + figure.name: (
            figure,
            reading.parse(site.assets[f"{place}{figure.name}.svg"].decode()).find(f".//{reading.SVG}svg"),
        )
        for place, figure in placed
    }


def test_charts_draw_every_row_of_their_table(real_charts):
    wrong = []
    for place, (figure, drawing) in real_charts.items():
        data = figure.chart.spec["datasets"]
        shapes = [*drawing.iter(f"{reading.SVG}path"), *drawing.iter(f"{reading.SVG}line")]
        marks = len(shapes) - len(data["legend"]) - len(data["rules"])
        expected = MARKS.get(figure.chart.form)
        if marks != expected(figure.rows) if expected else marks < len(figure.rows):
            wrong.append((place, marks, figure.rows))

    assert {figure.chart.form for figure, _ in real_charts.values()} >= set(MARKS)
    assert wrong == []


def test_charts_name_every_row_of_their_table(real_charts):
    unnamed = []
    for place, (figure, drawing) in real_charts.items():
        words = "".join(text.text for text in drawing.iter(f"{reading.SVG}text")).replace(" ", "")
        label = drawing.get("aria-label")
        for name, *cells in figure.rows:
            if name.replace(" ", "") not in words:
                unnamed.append((place, name))
            unnamed += [(place, cell) for cell in (name, *cells) if cell not in label]

    assert unnamed == []


def test_what_was_not_checked_is_not_published(tmp_path):
    """Copies that desktops and editors leave behind are no content; they must not go out with it."""
    unread = (
        ".draft.md",
        "regions/alpha/._region.yml",
        "regions/alpha/2023/~$immunization.md",
        ".notes/a.md",
    )
    content = write_small_site(tmp_path, regions=["alpha"], replaced=dict.fromkeys(unread, "没有查过"))
    site = build_site(content, CACHE)

    assert site.problems == ()
    assert {name for name in site.assets if name.removeprefix("content/") in unread} == set()
    assert f"content/{IMMUNIZATION}" in site.assets
