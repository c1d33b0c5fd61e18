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
        ("制定巡诊办法", Claim.DONE),
        ("下发考核细则", Claim.DONE),
        ("发热门诊开诊运行", Claim.DONE),
        ("新院区已取得可研批复", Claim.DONE),
        ("三家单位获批省级基地", Claim.DONE),
        ("心电网络开通", Claim.DONE),
        ("新病区基本完工", Claim.PROGRESSING),
        ("完成设计招标", Claim.PROGRESSING),
        ("信息系统试运行", Claim.PROGRESSING),
        ("推进机电安装施工", Claim.PROGRESSING),
        ("完成总工程量的45%", Claim.PROGRESSING),
        ("按序时进度推进", Claim.PROGRESSING),
        ("超过年度目标2个百分点", Claim.EXCEEDED),
        ("完成率108%", Claim.EXCEEDED),
        ("未建成，因征地延期", Claim.NOT_DONE),
        ("尚未动工，未启动招标", Claim.NOT_STARTED),
        ("印发《人口长期均衡发展方案》", Claim.DONE),
        ("宣传“逐步戒烟”理念", Claim.STATED),
        ("是", Claim.DONE),
        ("否", Claim.NOT_DONE),
    ],
)
def test_the_words_of_the_body_decide(words, claim):
    assert claim_of(words) is claim
