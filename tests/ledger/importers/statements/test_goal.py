from decimal import Decimal

import pytest

from ledger.importers.figure import Figure, Goal
from ledger.importers.statements.goal import is_yes, promise_of, result_of


def figure(name, goal, value="71.5"):
    return Figure(0, 0, 5, name, Decimal(value) if value else None, "%", goal=goal)


def test_a_target_beside_a_result_becomes_a_promise():
    assert promise_of(figure("随访率", Goal(">=", Decimal(70), "%"))) == "随访率达到70%"
    assert promise_of(figure("新生儿死亡率", Goal("<=", Decimal("2.5"), "‰"))) == "新生儿死亡率控制在2.5‰以内"


def test_a_masked_target_is_not_guessed():
    assert promise_of(figure("计划采样", Goal(">=", None, "份"))) == "完成采样任务"


def test_no_word_of_a_promise_is_said_twice():
    assert promise_of(figure("计划查螺任务", Goal(">=", None, "亩"))) == "完成查螺任务"
    assert promise_of(figure("签约率达到", Goal(">=", Decimal(80), "%"))) == "签约率达到80%"


def test_a_result_is_told_with_its_number_unless_it_is_masked():
    assert result_of(figure("随访率", None)) == "随访率71.5%"
    assert result_of(figure("随访率", None, value="")) == "随访率"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024年实现村医助诊包全覆盖", True),
        ("全面完成病房改造", True),
        ("建成移动体检车", True),
        ("加强巡诊", False),
    ],
)
def test_a_promise_that_is_kept_as_soon_as_a_thing_is_there(text, expected):
    assert is_yes(text) is expected
