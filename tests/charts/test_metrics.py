import pytest

from charts.metrics import text_width, wrap


def test_full_width_characters_are_one_em():
    assert text_width("家庭医生", 15) == 60
    assert text_width("，—…①≥‰", 10) == 60
    assert text_width("😀", 10) == 10


def test_latin_is_narrower_but_never_too_narrow():
    """The widths of digits in the usual fonts: PingFang 0.6, Roboto 0.56, San Francisco 0.63 at most."""
    assert 0.58 <= text_width("0", 1) <= 0.65
    assert text_width("i", 1) < text_width("a", 1) < text_width("W", 1) < 1


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("家庭医生签约", ["家庭医生", "签约"]),
        ("家庭医生", ["家庭医生"]),
        ("", [""]),
        ("家庭医生，签约", ["家庭医", "生，签约"]),
        ("家庭医（签约）", ["家庭医", "（签约）"]),
        ("医生 2024 年", ["医生", "2024 年"]),
        ("比例95.85%高", ["比例", "95.85%", "高"]),
        ("1234567890", ["123456", "7890"]),
        ("家", ["家"]),
    ],
)
def test_text_is_wrapped_at_four_characters(text, lines):
    assert wrap(text, 40, 10) == lines


def test_wrapping_loses_nothing_but_blanks():
    text = "国家基本公共卫生服务项目 2024 年度（严重精神障碍患者）规范管理率，以及《方案》。"
    for width in range(15, 400, 7):
        lines = wrap(text, width, 15)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert all(text_width(line, 15) <= width or len(line) == 1 for line in lines)
