"""`ledger new`: begins a region, a year, a topic or an indicator from the dictionary and from last year."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ledger.commands.asking import Word
from ledger.commands.exit_code import ExitCode, StopError
from ledger.commands.new_form import Form, NewFiles, Request
from ledger.commands.new_records import make_topic, make_year

if TYPE_CHECKING:
    from ledger.model.ledger import Ledger

_MASKS = re.compile(r"[xX×*＊_□■]|某")
_REGION_FIELDS = ("name", "level", "authority", "name_status", "name_note")
_INDICATOR = "indicators/*.yml"
_INDICATOR_WORDS = {
    "name": "标准名称",
    "unit": "单位，见 units.yml",
    "direction": "高了好还是低了好",
    "everyday": "日常的说法",
    "definition": "口径，用平常话写",
    "definition_source": "口径的出处；没有见到官方原文就照实写",
}
_RATE_WORDS = {
    "numerator": "分子是什么",
    "denominator": "分母是什么",
    "factor": "乘以多少：100、1000、100000",
}
_LABELS = {
    "name": "名称",
    "unit": "单位",
    "direction": "方向",
    "everyday": "说法",
    "definition": "口径",
    "definition_source": "出处",
    "numerator": "分子",
    "denominator": "分母",
    "factor": "倍数",
}


def _regions(content: Path, ledger: "Ledger") -> Mapping[str, str]:
    # One that holds nothing but drafts has a folder all the same.
    names = sorted(file.parent.name for file in (content / "regions").glob("*/region.yml"))
    return {name: ledger.regions[name].name if name in ledger.regions else "" for name in names}


def _topics(_: Path, ledger: "Ledger") -> Mapping[str, str]:
    return {topic.id: topic.name for topic in ledger.dictionary.topics.values()}


def _indicators(_: Path, ledger: "Ledger") -> Mapping[str, str]:
    return {item.id: item.name for item in ledger.dictionary.indicators.values()}


def _make_region(request: Request) -> NewFiles:
    from ledger.content.writer import write_fields

    given = dict(request.given)
    id_ = given.pop("id")
    told = []
    if "name_status" not in given:
        if _MASKS.search(given["name"]):
            raise StopError(
                f"名称“{given['name']}”像是隐去的，没有写入。\n"
                "加上 --name-status：stated 写明、hidden 被隐去、absent 原文没写。",
                ExitCode.TOOL,
            )
        given["name_status"] = "stated"
        told.append("没有写 --name-status，按 stated（名称写明）记；不是就改 region.yml。")
    fields = {name: given[name] for name in _REGION_FIELDS if name in given}
    folder = f"regions/{id_}"
    texts = {f"{folder}/region.yml": write_fields(fields, "region.yml"), f"{folder}/sources.yml": "[]\n"}
    told += [f"写：{path}" for path in texts]
    step = f"有文件，运行 ledger import 文件 --region {id_}；要手工录入，运行 ledger new year {id_} 年份。"
    return NewFiles(texts, tuple(told), step)


def _make_indicator(request: Request) -> NewFiles:
    from ledger.content.record_lines import add_to_list
    from ledger.content.writer import Entry

    given = dict(request.given)
    topic = given.pop("topic")
    path = f"dictionary/indicators/{topic}.yml"
    file = request.content / path
    before = file.read_bytes().decode("utf-8-sig") if file.is_file() else ""
    texts = {path: add_to_list(before, [Entry(given)], _INDICATOR)}
    told = (f"写：{path}，加上 {given['id']} {given['name']}",)
    step = (
        "ledger schema --write 更新编辑器里的提示；"
        f"再用 ledger new topic 地区 年份 {topic} 准备数字，或者在数字里写 indicator: {given['id']}。"
    )
    return NewFiles(texts, told, step)


_PLACE = Word("region", "地区", "地区编号，即 regions 里的文件夹名", is_place=True, known=_regions)
_YEAR = Word("year", "年份", "总结的是哪一年，计划写计划的那一年", is_place=True)
FORMS = (
    Form(
        "region",
        "一个地区：region.yml 和空的 sources.yml",
        (
            Word(
                "id",
                "编号",
                "小写字母、数字和短横，也是页面地址，以后不改",
                ("sources.yml", "id"),
                is_place=True,
                known=_regions,
                is_new=True,
            ),
            Word("name", "名称", "显示名称；隐去的不猜", ("region.yml", "name")),
            Word("level", "级别", "地区的级别", ("region.yml", "level")),
            Word("authority", "机构", "机构名称，照原文", ("region.yml", "authority"), is_required=False),
            Word(
                "name_status",
                "状态",
                "名称写明 stated、被隐去 hidden、原文没写 absent",
                ("region.yml", "name_status"),
                is_required=False,
            ),
            Word(
                "name_note",
                "说明",
                "关于名称，给读者的说明",
                ("region.yml", "name_note"),
                is_required=False,
            ),
        ),
        "ledger new region example --name 示例区 --level district --authority 示例区卫生健康局",
        _make_region,
    ),
    Form(
        "year",
        "手工录入的一年：来源草稿，上一年没有了结的承诺；有电子文件就用 ledger import",
        (
            _PLACE,
            _YEAR,
            Word("title", "标题", "文件标题，照所见的写", ("sources.yml", "title")),
            Word("kind", "种类", "文件种类", ("sources.yml", "kind")),
            *(
                Word(name, label, help_, ("sources.yml", name), is_required=False)
                for name, label, help_ in (
                    ("publisher", "机构", "发文机构；原文没有就不写"),
                    ("written", "日期", "成文日期，如 2025-01-20"),
                    ("published", "日期", "发布日期，如 2025-01-25"),
                    ("url", "网址", "文件的网址"),
                    ("number", "文号", "文号"),
                    ("index_number", "索引号", "索引号"),
                )
            ),
        ),
        "ledger new year example 2025 --title 示例区2025年工作计划 --kind plan",
        make_year,
    ),
    Form(
        "topic",
        "一个主题文件：词典里的指标，上一年没有了结的承诺",
        (
            _PLACE,
            _YEAR,
            Word("topic", "主题", "主题编号，见 topics.yml", is_place=True, known=_topics),
            Word("source", "来源", "来源编号；这一年只有一份来源时可以不写", is_required=False),
        ),
        "ledger new topic example 2025 elderly-health --source example-2025-plan",
        make_topic,
    ),
    Form(
        "indicator",
        "一个指标：加在词典里",
        (
            Word(
                "id",
                "编号",
                "小写字母、数字和短横，也是页面地址，以后不改",
                (_INDICATOR, "id"),
                is_place=True,
                known=_indicators,
                is_new=True,
            ),
            Word("topic", "主题", "属于哪个主题", known=_topics),
            *(
                Word(name, _LABELS[name], help_, (_INDICATOR, name), is_required=name in _INDICATOR_WORDS)
                for name, help_ in (_INDICATOR_WORDS | _RATE_WORDS).items()
            ),
        ),
        "ledger new indicator vaccination-rate --topic immunization --name 疫苗接种率 --unit % "
        "--direction higher --everyday 打了疫苗的孩子占几成 --definition 每一百名儿童里，打了疫苗的有多少。 "
        "--definition-source 据公开的考核办法，未核对官方原文 --numerator 已接种的儿童数 "
        "--denominator 应接种的儿童数 --factor 100",
        _make_indicator,
    ),
)
