import pytest

from ledger.importers.statements.claim import claim_of
from ledger.model.outcome import Claim


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        ("尚未启动", Claim.NOT_STARTED),
        ("未完成年度任务", Claim.NOT_DONE),
        ("项目进展滞后", Claim.NOT_DONE),
        ("超额完成签约任务", Claim.EXCEEDED),
        ("提前两个月完成改造", Claim.EXCEEDED),
        ("综合楼已封顶", Claim.PROGRESSING),
        ("有序推进", Claim.PROGRESSING),
        ("持续开展巡诊", Claim.ONGOING),
        ("建成发热门诊", Claim.DONE),
        ("通过国家验收", Claim.DONE),
        ("举办讲座", Claim.STATED),
    ],
)
def test_the_words_of_the_body_decide(words, claim):
    assert claim_of(words) is claim
