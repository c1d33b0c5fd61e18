"""A saved web page gives the document; what stands around it is listed, and no line of the document goes."""

import pytest

from ledger.importers.documents.document import read_document
from ledger.importers.reading import DropReason, Shortfall

ARTICLE = """
<h1>某某县卫生健康委员会2023年工作总结</h1>
<p>　　2023年，全县卫生健康系统扎实工作，管理老年人4577<span>7</span>人，管理率63.9%。</p>
<p><strong>一、存在问题</strong></p>
<div>一是基层人才不足，<br>二是设备陈旧。</div>
<p>附件：<a href="1.xlsx">任务分解表.xlsx</a></p>
"""
LINES = [
    "某某县卫生健康委员会2023年工作总结",
    "2023年，全县卫生健康系统扎实工作，管理老年人45777人，管理率63.9%。",
    "一、存在问题",
    "一是基层人才不足，",
    "二是设备陈旧。",
    "附件：任务分解表.xlsx",
]


@pytest.fixture
def read(tmp_path):
    def read(source, encoding="utf-8"):
        file = tmp_path / "page.html"
        file.write_bytes(source.encode(encoding))
        return read_document(file)

    return read


def page(body, head=""):
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"


def texts(reading):
    return [block.text for block in reading.blocks]


def test_a_page_of_nothing_but_the_document_loses_nothing(read):
    reading = read(page(ARTICLE))
    assert texts(reading) == LINES
    assert [block.heading for block in reading.blocks] == [1, 0, 0, 0, 0, 0]
    assert reading.dropped == ()


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_declaration_that_lies_makes_no_difference(read, encoding):
    assert texts(read(page(ARTICLE), encoding)) == LINES


def test_navigation_and_other_pages_are_listed_apart(read):
    before = (
        "<nav>首页 政务公开</nav><script>var a='不读';</script><style>p{}</style>"
        "<ul><li><a>委领导</a></li><li><a>机构职能</a></li></ul>"
        "<div>当前位置：<a>首页</a> &gt; <a>计划总结</a></div>"
        "<div>发布时间：2024-01-12 10:20 来源：某某县卫生健康委员会 字体：<a>大</a> <a>小</a></div>"
    )
    after = (
        "<div>【打印本页】【关闭窗口】</div><div>上一篇：<a>关于某事的通知</a></div>"
        "<div>相关文章</div><ul><li><a>某项目的公示</a></li></ul>"
        "<footer><p>主办：某某县人民政府 电话：0000-0000000</p><p>京ICP备00000000号</p></footer>"
    )
    reading = read(page(before + ARTICLE + after))
    assert texts(reading) == LINES
    assert DropReason.RELATED in {one.reason for one in reading.dropped}
    listed = " ".join(one.text for one in reading.dropped)
    for words in (
        "首页 政务公开",
        "委领导",
        "机构职能",
        "当前位置",
        "打印本页",
        "某事的通知",
        "某项目",
        "ICP备",
        "主办",
    ):
        assert words in listed
    assert "不读" not in listed
    assert reading.facts["publisher"] == "某某县卫生健康委员会"
    assert reading.facts["published"] == "2024-01-12"


def test_links_inside_the_document_stay(read):
    body = ARTICLE.replace("一、存在问题", "<a>一、存在问题</a>")
    assert texts(read(page(body))) == LINES


def test_what_a_page_says_of_itself(read):
    head = (
        "<title>2023年工作总结_某某文库</title><meta name='ArticleTitle' content='某某县2023年工作总结'>"
        "<meta name='PubDate' content='2024-01-12 10:20'><meta name='ContentSource' content='某某县卫健委'>"
    )
    source = "<!-- saved from url=(0031)https://www.example.gov.cn/1.html -->" + page(
        ARTICLE.replace("<h1>某某县卫生健康委员会2023年工作总结</h1>", ""), head
    )
    assert read(source).facts == {
        "title": "某某县2023年工作总结",
        "publisher": "某某县卫健委",
        "published": "2024-01-12",
        "url": "https://www.example.gov.cn/1.html",
        "reposter": "某某文库",
    }


def test_tables_stand_in_order_with_merged_cells_repeated(read):
    table = (
        "<table><tr><th rowspan=2>指标</th><th colspan=2>2023年</th></tr><tr><th>目标</th><th>完成</th></tr>"
        "<tr><td>管理率</td><td>62%</td><td>63.9%</td></tr></table>"
    )
    blocks = read(page(ARTICLE + table + "<p>二、下一步，继续做好各项重点工作，按期完成任务。</p>")).blocks
    assert blocks[-2].rows == (
        ("指标", "2023年", "2023年"),
        ("指标", "目标", "完成"),
        ("管理率", "62%", "63.9%"),
    )
    assert blocks[-1].text.startswith("二、下一步")


def test_a_table_that_lays_out_the_page_is_no_table(read):
    assert (
        texts(read(page(f"<table><tr><td>{ARTICLE}</td><td><a>导航</a></td></tr></table>")))[:5] == LINES[:5]
    )


def test_a_table_of_labels_becomes_facts(read):
    table = (
        "<table><tr><td>索引号：</td><td>003/2024-1</td><td>文号：</td><td>某卫发〔2024〕5号</td></tr>"
        "<tr><td>发布机构：</td><td>某某县卫生健康委员会</td><td>成文日期：</td><td>2024年1月10日</td></tr></table>"
    )
    reading = read(page(table + ARTICLE))
    assert texts(reading) == LINES
    assert reading.facts["index_number"] == "003/2024-1"
    assert reading.facts["number"] == "某卫发〔2024〕5号"
    assert reading.facts["written"] == "2024-01-10"


def test_line_ends_of_the_source_are_no_blanks(read):
    assert "管理老年人45777人，管理率63.9%。" in " ".join(
        texts(read(page(ARTICLE.replace("管理率", "管\n  理率"))))
    )


def test_pictures_in_the_document_are_told(read):
    assert read(page(ARTICLE + "<p><img src='1.png'></p>")).shortfalls == (Shortfall.PICTURES,)


def test_a_page_nested_hundreds_deep_is_read(read):
    assert texts(read(page("<div>" * 800 + ARTICLE + "</div>" * 800))) == LINES
