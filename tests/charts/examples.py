"""One realistic chart of every form, and how to make more of them; shared by the tests of charts."""

from collections.abc import Callable
from dataclasses import dataclass
from xml.etree.ElementTree import fromstring

from charts import (
    before_after,
    composition,
    disclosure,
    regions_compared,
    target_actual,
    trend,
    verdict_shares,
)

VERDICT_WORDS = {
    "exceeded": "超过目标",
    "met": "达到目标",
    "not_met": "未达目标",
    "done_claimed": "已完成(自述)",
    "progressing": "推进中",
    "ongoing": "长期推进",
    "redacted": "数据隐去",
    "unreported": "未见报告",
    "not_due": "未到期",
}


@dataclass(frozen=True)
class Example:
    """A chart form with data: `row(n)` makes the n-th of any number of rows with the given name."""

    build: Callable
    rows: tuple
    labels: object
    row: Callable


def _target_actual():
    row, labels = target_actual.TargetActualRow, target_actual.TargetActualLabels
    return Example(
        target_actual.build,
        (
            row("家庭医生签约服务覆盖率", 63.9, "63.9%", 70, "目标 ≥70%", "not_met", 100),
            row("孕产妇死亡率", 5.2, "5.2/10万", 9, "目标 ≤9/10万", "exceeded"),
            row("新增优质服务基层医疗卫生机构", 1, "1 所"),
            row("出生人口自然增长率", -3.2, "-3.2‰", 0, "目标 ≥0", "not_met"),
        ),
        labels("2023 年主要指标：实际与目标", "四项指标里有一项达到目标", "目标", VERDICT_WORDS),
        lambda n, name: row(name, n, str(n), n + 1, f"目标 {n + 1}", "not_met"),
    )


def _before_after():
    row, labels = before_after.BeforeAfterRow, before_after.BeforeAfterLabels
    return Example(
        before_after.build,
        (
            row("诊间支付率", 38, 82, "38% → 82%", "提高 44 个百分点", full=100),
            row("绩效考核排名", 108, 131, "108 → 131 位", "后退 23 位", worse=True),
            row("基层诊疗量占比", 52.3, 52.3, "52.3% → 52.3%", full=100),
        ),
        labels("便民就医：年初与年末", "三项指标里一项变好", "年初", "年末", "年末（变差）"),
        lambda n, name: row(name, n, n + 1, f"{n} → {n + 1}"),
    )


def _composition():
    row, labels = composition.CompositionRow, composition.CompositionLabels
    return Example(
        composition.build,
        (
            row("执业（助理）医师", 4213, "4,213 人"),
            row("注册护士", 5120, "5,120 人"),
            row("其他", 0, "0 人"),
        ),
        labels("全市卫生人员构成", "护士最多"),
        lambda n, name: row(name, n + 1, str(n + 1)),
    )


def _verdict_shares():
    row, labels = verdict_shares.VerdictSharesRow, verdict_shares.VerdictSharesLabels
    counts = zip(VERDICT_WORDS.items(), (12, 31, 7, 44, 18, 25, 9, 36, 0), strict=True)
    return Example(
        verdict_shares.build,
        tuple(row(key, word, count, str(count)) for (key, word), count in counts),
        labels("182 项承诺的结果", "最多的是已完成(自述)"),
        lambda n, name: row("met", name, n, str(n)),
    )


def _disclosure():
    row, labels = disclosure.DisclosureRow, disclosure.DisclosureLabels
    return Example(
        disclosure.build,
        (
            row("家庭医生签约", 12, 5, 3, "12 / 5 / 3"),
            row("2024 年度卫生健康工作总结和 2025 年工作计划（征求意见稿）", 4, 19, 0, "4 / 19 / 0"),
            row("中医药", 0, 0, 6, "0 / 0 / 6"),
        ),
        labels("各主题数字公开情况", "隐去最多的是总结", "公开", "隐去", "未见报告"),
        lambda n, name: row(name, n + 1, 1, 1, f"{n + 1} / 1 / 1"),
    )


def _regions_compared():
    row, labels = regions_compared.RegionsComparedRow, regions_compared.RegionsComparedLabels
    return Example(
        regions_compared.build,
        (
            row("中山市", 81.2, "81.2%", 80, "目标 ≥80%", "exceeded", emphasised=True),
            row("淮北市 xx 区", 63.9, "63.9%", 70, "目标 ≥70%", "not_met"),
            row("新疆维吾尔自治区博尔塔拉蒙古自治州", 55.17, "55.17%"),
        ),
        labels("家庭医生签约率，2023 年", "三地里一地达到目标", "本地目标", VERDICT_WORDS, 100),
        lambda n, name: row(name, n, str(n), n + 1, f"目标 {n + 1}", "not_met"),
    )


def _trend():
    row, labels = trend.TrendRow, trend.TrendLabels
    return Example(
        trend.build,
        (
            row(2018, "2018", 31.2, "31.2%"),
            row(2019, "2019", 38, "38%", target=35, target_label="≥35%"),
            row(2020, "2020", None, "未见报告", gap="not_reported"),
            row(2021, "2021", 52.4, "52.4%", target=50, target_label="≥50%"),
            row(2022, "2022", None, "数据隐去", gap="redacted"),
            row(2024, "2024 上半年", 66.1, "66.1%", part_year=True, target=72, target_label="≥72%"),
        ),
        labels("家庭医生签约服务覆盖率", "七年里有两年没有数字", "实际", "不满一年", "目标"),
        lambda n, name: row(2000 + n, name, n, str(n), target=n + 1, target_label=f"≥{n + 1}"),
    )


def parsed(svg):
    """The root element of a drawing."""
    return fromstring(svg)  # noqa: S314 - not from outside


EXAMPLES = {
    "target_actual": _target_actual(),
    "before_after": _before_after(),
    "composition": _composition(),
    "verdict_shares": _verdict_shares(),
    "disclosure": _disclosure(),
    "regions_compared": _regions_compared(),
    "trend": _trend(),
}


def example_chart(form):
    """The chart of one form."""
    example = EXAMPLES[form]
    return example.build(example.rows, example.labels)


def all_charts():
    """One chart of every form."""
    return [example_chart(form) for form in EXAMPLES]
