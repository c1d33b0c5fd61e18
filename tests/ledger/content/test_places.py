from datetime import date

from ledger.model.period import Period
from ledger.model.source import Repeat
from tests.ledger.builders import load

SOURCE = """
- id: example-2023-summary
  title: 总结和计划
  kind: both
  publisher: 卫生健康局
  number: 示卫〔2023〕1号
  index_number: "000012345"
  written: 2024-01-10
  published: 2024-01-12
  reposter: 某网站
  reposted: 2024-02-01
  url: https://example.org/a?b=1
  year: 2023
  year_basis: inferred
  year_reason: 由内容推断。
  period: 2023-01/2023-11
  plan_period: 2024
  completeness: truncated
  completeness_note: 缺第四部分。
  legibility: ocr
  legibility_note: 两处识别错误。
  masking_note: 金额被隐去。
  repeats: [{part: 篇二, of: 篇一, note: 全文相同}, {part: 四, of: 三}]
  note: 无。
"""


def test_site_file_is_the_settings(tmp_path):
    ledger, _ = load(tmp_path, {})
    settings = ledger.settings
    assert (settings.title, settings.as_of, settings.branch) == ("示例明账", date(2024, 4, 3), "main")
    assert settings.repository is None


def test_region_folder_is_the_region(tmp_path):
    ledger, _ = load(tmp_path, {})
    region = ledger.regions["example"]
    assert (region.id, region.name, region.level) == ("example", "示例区", "district")
    assert (region.authority, region.name_note) == (None, None)
    assert region.path == "content/regions/example/region.yml"


def test_every_field_of_a_source_is_read(tmp_path):
    ledger, problems = load(tmp_path, {"regions/example/sources.yml": SOURCE})
    assert problems == []
    source = ledger.sources["example-2023-summary"]
    assert (source.region, source.path) == ("example", "content/regions/example/sources.yml")
    assert (source.number, source.index_number, source.year) == ("示卫〔2023〕1号", "000012345", 2023)
    days = (source.written, source.published, source.reposted)
    assert days == (date(2024, 1, 10), date(2024, 1, 12), date(2024, 2, 1))
    periods = (source.period, source.plan_period)
    assert periods == (Period.parse("2023-01/2023-11"), Period.parse("2024"))
    assert source.repeats == (Repeat("篇二", "篇一", "全文相同"), Repeat("四", "三", None))
    notes = (source.completeness_note, source.legibility_note, source.masking_note, source.note)
    assert notes == ("缺第四部分。", "两处识别错误。", "金额被隐去。", "无。")


def test_optional_fields_of_a_source_are_never_made_up(tmp_path):
    ledger, _ = load(tmp_path, {})
    source = ledger.sources["example-2023-summary"]
    made_up = (source.publisher, source.number, source.written, source.published, source.url)
    assert made_up == (None, None, None, None, None)
    assert source.repeats == ()
