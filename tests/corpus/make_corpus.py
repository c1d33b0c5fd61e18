"""Writes a large artificial content folder, to measure and test what real content is too small for.

Equal arguments give equal files, and a smaller corpus is the beginning of a larger one. Places and documents
say in their names that they are made up.
"""

import argparse
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import count, islice, product
from pathlib import Path
from zlib import crc32

from ledger.content.dictionary import read_dictionary
from ledger.content.folder import Folder
from ledger.model.dictionary import Dictionary
from ledger.model.indicator import Direction
from ledger.model.topic import Topic

YEARS = (2021, 2022, 2023, 2024)
_DICTIONARY = Path(__file__).parents[2] / "content" / "dictionary"
_CLAIMS = ("done", "exceeded", "progressing", "stated")

_SITE = """\
title: 样例账（测试用）
tagline: 内容全部虚构，只用来测试程序
publisher: 样例编辑部（测试用）
licence: 虚构内容，测试用
as_of: 2025-04-03
as_of_reason: 测试用的固定日期。
"""

_REGION = """\
name: {name}
level: district
authority: {name}卫生健康委员会（测试用）
name_status: stated
name_note: 这个地方是虚构的，测试用。
"""

_SOURCES = """\
- id: {region}-{year}-plan
  title: {name} {year}年工作计划（测试用）
  kind: plan
  publisher: {name}卫生健康委员会（测试用）
  year: {year}
  year_basis: stated
  year_reason: 虚构文件，年份由测试程序给定。
  period: {year}
  completeness: whole
  legibility: clean
- id: {region}-{year}-summary
  title: {name} {year}年工作总结（测试用）
  kind: summary
  publisher: {name}卫生健康委员会（测试用）
  year: {year}
  year_basis: stated
  year_reason: 虚构文件，年份由测试程序给定。
  period: {year}
  completeness: whole
  legibility: clean
  masking_note: 虚构文件，活动场数按隐去处理，测试用。
"""

_TOPIC_FILE = """\
---
source: {region}-{year}-summary
measures:
  - id: m1
    name: {topic}服务对象人数
    value: {people}
    unit: 人
    at: 一、({at})
  - id: m2
    name: {topic}已服务人数
    value: {served}
    unit: 人
    at: 一、({at})
  - id: m3
    {rate_name}
    value: {rate}
    unit: "%"
    numerator: m2
    denominator: m1
    commitment: c1
    at: 一、({at})
  - id: m4
    name: {topic}服务机构数
    value: {sites}
    unit: 家
    baseline: {sites_before}
    change: {{value: {sites_added}, unit: 家, against: 上年}}
    commitment: c2
    at: 一、({at})
  - id: m5
    name: {topic}宣传活动场数
    value: redacted
    unit: 场
    commitment: c3
    at: 一、({at})
  - id: m6
    name: {topic}服务人次
    value: {visits}
    unit: 万人次
    qualifier: 余
    at: 一、({at})
commitments:
  - id: c1
    source: {region}-{year}-plan
    text: {topic}服务率{year}年达到{rate_goal}%（测试用）{rate_indicator}
    target: {{op: ">=", value: {rate_goal}, unit: "%"}}
    due: {year}-12-31{continues}
    at: 二、({at})
  - id: c2
    source: {region}-{year}-plan
    text: {topic}服务机构达到{sites_goal}家（测试用）
    target: {{op: ">=", value: {sites_goal}, unit: 家}}
    at: 二、({at})
  - id: c3
    source: {region}-{year}-plan
    text: 开展{topic}宣传活动{events_goal}场（测试用）
    target: {{op: ">=", value: {events_goal}, unit: 场}}
    at: 二、({at})
  - id: c4
    source: {region}-{year}-plan
    text: 推进{topic}服务与信息平台对接（测试用）
    due: ongoing
    lead: 样例科室（测试用）
    support: [样例中心（测试用）, 样例医院（测试用）]
    at: 二、({at})
  - id: c5
    source: {region}-{year}-plan
    text: 完善{topic}工作的考核办法（测试用）
    at: 二、({at})
outcomes:
  - id: o1
    commitment: c1
    claim: {claim}
    text: {topic}服务率为{rate}%（测试用）
    measures: [m3]
    at: 一、({at})
  - id: o2
    commitment: c2
    claim: done
    text: 新增{topic}服务机构{sites_added}家（测试用）
    measures: [m4]
    at: 一、({at})
  - id: o3
    commitment: c3
    claim: done
    text: 开展{topic}宣传活动，场数隐去（测试用）
    measures: [m5]
    at: 一、({at})
  - id: o4
    commitment: c4
    claim: ongoing
    text: 继续推进{topic}服务与信息平台对接（测试用）
    at: 一、({at})
  - id: o5
    claim: stated
    text: 全年提供{topic}服务{visits}万余人次（测试用）
    measures: [m6]
    at: 一、({at})
problems:
  - id: p1
    text: {topic}工作人员不足，第{serial}号样例问题（测试用）
    addressed_by: [c4, c5]
    at: 三
---
这一段是虚构的，测试用。{topic}工作有 {people} 名服务对象，实际服务 {served} 人。
机构由 {sites_before} 家增加到 {sites} 家。

宣传活动做了，场数没有公开；信息平台对接还在推进。
"""


@dataclass(frozen=True)
class _Region:
    id: str
    name: str


def make_corpus(folder: Path, topic_files: int, *, topics: int | None = None) -> None:
    """Write a content folder with no problems in it.

    Args:
        folder: the content folder to make; must not exist or be empty.
        topic_files: how many topic files to write, at least one.
        topics: how many topics a place has in a year; all topics of the dictionary unless told.
    """
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(_DICTIONARY, folder / "dictionary")
    _write(folder / "site.yml", _SITE)
    dictionary = read_dictionary(Folder(folder))
    covered = [*dictionary.topics.values()][:topics]
    for serial, (region, year, topic) in enumerate(islice(_places(covered), topic_files), 1):
        home = folder / "regions" / region.id
        if not home.exists():
            sources = (_SOURCES.format(region=region.id, name=region.name, year=each) for each in YEARS)
            _write(home / "region.yml", _REGION.format(name=region.name))
            _write(home / "sources.yml", "".join(sources))
        text = _TOPIC_FILE.format(**_facts(dictionary, region, year, topic), serial=serial)
        _write(home / str(year) / f"{topic.id}.md", text)


def _places(topics: Sequence[Topic]) -> Iterator[tuple[_Region, int, Topic]]:
    for number in count(1):
        region = _Region(f"sample-{number:02}", f"样例区{number:02}")
        for year, topic in product(YEARS, topics):
            yield region, year, topic


def _facts(dictionary: Dictionary, region: _Region, year: int, topic: Topic) -> dict[str, object]:
    key = f"{region.id}-{year}-{topic.id}"
    people = _pick(f"{key} people", 20_000, 60_000)
    share = _pick(f"{key} share", 60, 95)
    served = people * share // 100 + _pick(f"{key} served", 0, 99)
    sites, added = _pick(f"{key} sites", 12, 60), _pick(f"{key} added", 1, 9)
    indicator = _rate(dictionary, topic)
    earlier = f"{region.id}-{year - 1}-{topic.id}-c1"
    return {
        "region": region.id,
        "name": region.name,
        "year": year,
        "topic": topic.name,
        "at": "一二三四五六七八九"[_pick(f"{key} at", 0, 8)],
        "people": people,
        "served": served,
        "rate": (Decimal(100) * served / people).quantize(Decimal("0.01"), ROUND_HALF_UP),
        "rate_name": f"indicator: {indicator}" if indicator else f"name: {topic.name}服务率",
        "rate_indicator": f"\n    indicator: {indicator}" if indicator else "",
        "rate_goal": share + _pick(f"{key} rate goal", -3, 3),
        "continues": f"\n    continues: {earlier}" if year > YEARS[0] else "",
        "sites": sites,
        "sites_before": sites - added,
        "sites_added": added,
        "sites_goal": sites + _pick(f"{key} sites goal", -2, 2),
        "events_goal": _pick(f"{key} events goal", 10, 80),
        "visits": Decimal(_pick(f"{key} visits", 100, 999)) / 100,
        "claim": _CLAIMS[_pick(f"{key} claim", 0, len(_CLAIMS) - 1)],
    }


def _rate(dictionary: Dictionary, topic: Topic) -> str | None:
    """The topic's rate that can be compared between places, where it has one."""
    rates = [
        indicator
        for indicator in dictionary.indicators.values()
        if indicator.topic == topic.id
        and indicator.unit.written == "%"
        and indicator.direction is Direction.HIGHER
    ]
    rates.sort(key=lambda indicator: (indicator.denominator is None, len(indicator.varies)))
    return rates[0].id if rates else None


def _pick(key: str, low: int, high: int) -> int:
    """Choose a number that looks arbitrary and is always the same for a key."""
    return low + crc32(key.encode()) % (high - low + 1)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


def main() -> None:
    """Write a corpus from the command line."""
    parser = argparse.ArgumentParser(description="写出一个虚构的大型内容文件夹，测试用。")
    parser.add_argument("folder", type=Path, help="写到哪个文件夹（还不存在，或是空的）")
    parser.add_argument("topic_files", type=int, help="写多少个主题文件")
    options = parser.parse_args()
    make_corpus(options.folder, options.topic_files)


if __name__ == "__main__":
    main()
