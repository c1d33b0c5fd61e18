"""What websites put around a document goes and is listed; of the document nothing goes."""

import pytest

from ledger.importers.documents.document import read_pasted
from ledger.importers.reading import DropReason

BODY = [
    "某某县卫生健康委员会2023年工作总结和2024年工作计划",
    "2023年，在县委、县政府的坚强领导下，全县卫生健康系统扎实工作，现将有关情况报告如下：",
    "一、工作完成情况",
    "（一）基本公共卫生",
    "老年人健康管理率63.9%（全年任务62%），高血压患者规范管理36035人。",
    "二、存在问题",
    "一是基层人才不足。",
    "三、2024年工作计划",
    "加强版权保护宣传，更多惠民措施供群众选择，相关阅读角建成3处。",
    "某某县卫生健康委员会",
    "2024年1月10日",
]
TITLE = BODY[0]
SITE_LINES = [
    ("head", "当前位置:某某文秘网>工作总结 > 某某县卫生健康委员会2023年工作总结", DropReason.NAVIGATION),
    ("head", "某某文档库 > 工作汇报 > 医疗卫生", DropReason.NAVIGATION),
    ("head", "上传者：网友 页数：6 格式：DOC 收藏 下载", DropReason.NAVIGATION),
    ("tail", "相关文档：某某工作计划.doc 年终总结.doc", DropReason.RELATED),
    ("head", "您的当前位置：首页正文", DropReason.NAVIGATION),
    ("head", "首页 > 政务公开 > 计划总结", DropReason.NAVIGATION),
    ("head", "某某范文网 首页", DropReason.NAVIGATION),
    ("head", "时间：2024-01-24 08:00:03 工作总结 来源：网友投稿", DropReason.NAVIGATION),
    ("head", "2025-04-03 07:03:52 121", DropReason.NAVIGATION),
    ("head", "2024-07-16 来源:某某健康网", DropReason.NAVIGATION),
    (
        "head",
        "发布时间：2024-01-12 10:20 来源：某某县卫生健康委员会 浏览次数：123次 字体：[大 中 小] 打印",
        DropReason.NAVIGATION,
    ),
    ("head", "字号：大 中 小", DropReason.NAVIGATION),
    ("head", "【打印】【关闭】", DropReason.NAVIGATION),
    (
        "head",
        "下面是小编为大家整理的某某县卫生健康委员会2023年工作总结，供大家参考。",
        DropReason.REPOSTER,
    ),
    ("head", "以下是本站收集整理的范文，仅供参考，希望对您有所帮助。", DropReason.REPOSTER),
    (
        "head",
        "《某某县2023年工作总结.docx》由会员分享，可在线阅读，更多相关《某某县2023年工作总结.docx（15页珍藏版）》请在某某文库上搜索。",
        DropReason.REPOSTER,
    ),
    ("head", "联系客服提示-某某文库", DropReason.REPOSTER),
    ("head", "本网站使用Cookie改善您的浏览体验，继续浏览即表示您同意。", DropReason.NAVIGATION),
    ("head", "2023年度某某县卫生健康委员会工作总结和2024年工作计划（完整）", DropReason.REPEATED_TITLE),
    ("tail", "推荐访问:卫生健康 工作总结 工作计划", DropReason.REPOSTER),
    (
        "tail",
        "来源:网络整理 免责声明:本文仅限学习分享,如产生版权问题,请联系我们及时删除。",
        DropReason.REPOSTER,
    ),
    ("tail", "免责声明：本站内容均来自互联网，如有侵权请联系我们删除。", DropReason.LEGAL),
    ("tail", "版权所有:某某文秘网 2015-2024 未经授权禁止复制或建立镜像", DropReason.LEGAL),
    ("tail", "Powered by 某某文秘网 © All Rights Reserved.备案号:冀ICP备00000000号-91", DropReason.LEGAL),
    ("tail", "阅读全文", DropReason.REPOSTER),
    ("tail", "（想阅读完全部图文内容，您需要先登录！）", DropReason.REPOSTER),
    ("tail", "如果喜欢本篇内容，请赞赏鼓励哦！", DropReason.REPOSTER),
    ("tail", "¥99.99", DropReason.REPOSTER),
    ("tail", "微信扫一扫在手机阅读、分享本文", DropReason.NAVIGATION),
    ("tail", "分享到：微信 微博 QQ空间", DropReason.NAVIGATION),
    ("tail", "链接地址:http://www.example.com/detail/1.html", DropReason.REPOSTER),
    ("tail", "转载请保留，谢谢！", DropReason.REPOSTER),
    ("tail", "上一篇：关于开展某项工作的通知", DropReason.RELATED),
    ("tail", "下一篇：没有了", DropReason.RELATED),
    ("tail", "责任编辑：某某", DropReason.NAVIGATION),
    ("tail", "相关阅读", DropReason.RELATED),
    ("tail", "热门推荐", DropReason.RELATED),
    ("tail", TITLE, DropReason.REPEATED_TITLE),
]


def texts(reading):
    return [block.text for block in reading.blocks]


@pytest.mark.parametrize(("zone", "line", "reason"), SITE_LINES)
def test_a_line_of_a_site_goes_and_is_listed(zone, line, reason):
    reading = read_pasted("\n".join([line, *BODY] if zone == "head" else [*BODY, line]))
    assert texts(reading) == BODY
    assert [(one.text, one.reason) for one in reading.dropped] == [(line, reason)]


def test_all_of_them_at_once():
    head = [line for zone, line, _ in SITE_LINES if zone == "head"]
    tail = [line for zone, line, _ in SITE_LINES if zone == "tail"]
    reading = read_pasted("\n".join([*head, *BODY, *tail]))
    assert texts(reading) == BODY
    assert sorted(one.text for one in reading.dropped) == sorted([*head, *tail])


def test_titles_of_other_pages_go_with_the_words_above_them():
    reading = read_pasted("\n".join([*BODY, "相关推荐", "某某市2022年工作总结", "某某局2024年工作要点"]))
    assert texts(reading) == BODY
    assert {one.reason for one in reading.dropped} == {DropReason.RELATED}


def test_a_document_without_boilerplate_loses_nothing():
    reading = read_pasted("\n".join(BODY))
    assert texts(reading) == BODY
    assert reading.dropped == ()


@pytest.mark.parametrize(
    "line",
    [
        "全县来源不明的医疗广告清理完毕，联系乡镇删除违规信息12条。",
        "建立投诉举报制度，公布投诉电话，受理群众来信来访35件。",
        "打印机等办公设备采购完成，为基层配备打印机30台。",
        "时间紧、任务重，仍按期完成。",
        "来源于省级财政的资金320万元全部到位。",
        "阅读推广活动举办12场，分享会3场。",
        "（三）推荐优秀医师12名",
        "4.关键指标：住院费用下降3.2%。",
        "会议时间：每季度第一周召开例会，并印发纪要。",
        "一是推荐阅读书目，二是分享健康知识。",
    ],
)
def test_sentences_that_only_look_like_boilerplate_stay(line):
    for place in (2, 5, len(BODY)):
        lines = [*BODY[:place], line, *BODY[place:]]
        assert texts(read_pasted("\n".join(lines))) == lines


def test_what_reposters_say_becomes_facts():
    reading = read_pasted("\n".join(["时间：2024-01-24 08:00:03 来源：某某文秘网", *BODY]))
    assert reading.facts == {"title": TITLE, "reposter": "某某文秘网", "reposted": "2024-01-24"}


def test_what_public_bodies_say_becomes_facts():
    head = [
        "索引号：003/2024-00012 文号：某卫发〔2024〕5号 成文日期：2024年1月10日",
        "发布机构：某某县卫生健康委员会 公开日期：2024-01-12",
    ]
    reading = read_pasted("\n".join([*head, *BODY]))
    assert reading.facts == {
        "title": TITLE,
        "index_number": "003/2024-00012",
        "number": "某卫发〔2024〕5号",
        "written": "2024-01-10",
        "publisher": "某某县卫生健康委员会",
        "published": "2024-01-12",
    }
    assert texts(reading) == BODY


def test_nothing_is_said_where_a_page_says_nothing():
    reading = read_pasted("来源：网络整理 时间：2024-13-45\n" + "\n".join(BODY[1:]))
    assert set(reading.facts) <= {"title"}


def test_a_title_of_two_lines_is_joined_for_the_facts_alone():
    reading = read_pasted("某某县卫生健康委员会\n2023年工作总结\n" + "\n".join(BODY[1:]))
    assert reading.facts["title"] == "某某县卫生健康委员会2023年工作总结"
    assert texts(reading)[:2] == ["某某县卫生健康委员会", "2023年工作总结"]


@pytest.mark.parametrize(
    "words", ["打印 ", "扫一扫", "微信 微博 ", "大 中 小 ", "首页 | ", "2024-01-05 12:00 ", "相关推荐"]
)
def test_lines_that_nearly_fit_a_rule_many_times_are_read_at_once(words):
    # With patterns that go back over what they have taken, this takes longer than anyone waits.
    line = words * 60 + "，建成后全县群众受益。"
    assert texts(read_pasted("\n".join([*BODY[:5], line.strip(), *BODY[5:]])))[5] == line.strip()


def test_the_fields_of_a_government_page_stand_several_on_a_line():
    head = [
        "当前位置：首页",
        ">> 政务公开 >> 某某县卫生健康局 >> 计划总结",
        "索引号 0031122/2024-00012 文号 某卫〔2024〕5号",
        "组配分类 计划总结 发布机构 某某县卫生健康委员会",
        "成文日期 2024-01-10 公开方式 主动公开",
    ]
    reading = read_pasted("\n".join([*head, *BODY]))
    assert texts(reading) == BODY
    assert reading.facts == {
        "title": TITLE,
        "index_number": "0031122/2024-00012",
        "number": "某卫〔2024〕5号",
        "publisher": "某某县卫生健康委员会",
        "written": "2024-01-10",
    }
    assert [one.text for one in reading.dropped] == head


def test_a_field_ends_where_the_next_one_begins_though_its_label_is_filled_up():
    head = [
        "索 引 号： 003/2024-12 公开日期： 2024-01-12",
        "发布机构： 县卫生健康委 文  号： 某卫发〔2024〕9号",
        "• 时间：2024-01-15 08:58:16",
        "• 发布：某某县卫生健康委员会",
        "[ 公开范围 ] 面向社会 [ 主题分类 ] 卫生",
    ]
    reading = read_pasted("\n".join([*head, *BODY]))
    assert texts(reading) == BODY
    assert reading.facts == {
        "title": TITLE,
        "index_number": "003/2024-12",
        "published": "2024-01-12",
        "publisher": "县卫生健康委",
        "number": "某卫发〔2024〕9号",
    }


def test_the_title_is_that_of_the_document_and_not_of_the_notice_that_sends_it():
    lines = [
        "某某县卫生健康局关于印发2024年全县卫生健康工作要点的通知",
        "某卫健发〔2024〕3号",
        "各镇卫生院，县级医疗卫生单位，局机关各股室，各民营医院，各社区卫生服务中心，各有关单位：",
        "现将《2024年全县卫生健康工作要点》印发给你们，请结合实际认真贯彻落实。",
        "某某县卫生健康局",
        "2024年3月1日",
        "2024年全县卫生健康工作要点",
        "一、深化医改",
        "推进医共体建设，新建2个院区，年底前完成药品统一配送。",
    ]
    reading = read_pasted("\n".join(lines))
    assert reading.facts == {"title": "2024年全县卫生健康工作要点", "number": "某卫健发〔2024〕3号"}
    assert [one.text for one in reading.dropped] == ["某卫健发〔2024〕3号"]


def test_a_notice_without_the_title_of_its_document_names_it():
    lines = [
        "某局关于印发《某区2024年卫生工作要点》的通知",
        "一、医改",
        "新建2个院区，年底前完成药品统一配送，共投入30万元。",
    ]
    assert read_pasted("\n".join(lines)).facts["title"] == "某区2024年卫生工作要点"


@pytest.mark.parametrize(
    ("said", "rest"),
    [
        (".b1{margin:0.4in;}.t2{color:bl下面是小编为大家整理的某某总结，供大家参考。", ""),
        ("随着社会的进步，总结不再是少见的东西。总结的格式是什么样的呢？", "全县共有卫生院12所。"),
        ("以下是小编帮大家整理的工作总结，欢迎大家借鉴。", "2023年新建卫生院2所。"),
    ],
)
def test_what_a_site_says_in_front_of_the_first_sentence_goes(said, rest):
    reading = read_pasted("\n".join([TITLE, said + rest, *BODY[1:]]))
    assert texts(reading) == [TITLE, *([rest] if rest else []), *BODY[1:]]
    assert "".join(one.text for one in reading.dropped) == said


@pytest.mark.parametrize(
    "line", ["部分预览已结束，加入VIP免费下载全文", "开通【VIP会员】免费下载", "立即赞助VIP"]
)
def test_what_a_site_sells_goes_from_the_middle_too(line):
    reading = read_pasted("\n".join([*BODY[:5], line, *BODY[5:]]))
    assert texts(reading) == BODY
    assert [one.text for one in reading.dropped] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "随着老龄化加快，慢性病报告管理工作任务加重。",
        "一是查找如何提高签约率的办法，形成调研报告3篇。",
        "印发实施方案，明确怎么建、怎么管，总结推广经验5条。",
        "会员单位达到35家，开通预约窗口12个。",
    ],
)
def test_sentences_of_a_document_that_sites_might_say_stay(line):
    lines = [*BODY[:5], line, *BODY[5:]]
    assert texts(read_pasted("\n".join(lines))) == lines
