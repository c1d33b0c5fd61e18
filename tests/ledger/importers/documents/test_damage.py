"""Damage is mended where it is certain, always beside the file's own characters; good text is left alone."""

import pytest

from ledger.importers.block import Block, Damage
from ledger.importers.documents.damage import mend


def mended(*texts):
    return mend([Block(text, number) for number, text in enumerate(texts, 1)])


@pytest.mark.parametrize(
    ("raw", "text", "damage"),
    [
        ("参与居民L17万余人次。", "参与居民1.17万余人次。", Damage.LETTER),
        ("有偿签约L4万人,签约率6%。", "有偿签约1.4万人,签约率6%。", Damage.LETTER),
        ("签约率1.4%(任务Ll%)。", "签约率1.4%(任务1.1%)。", Damage.LETTER),
        ("受益居民IOoOO余人。", "受益居民10000余人。", Damage.LETTER),
        ("发放资料2OO份。", "发放资料200份。", Damage.LETTER),
        ("完成率l00%。", "完成率100%。", Damage.LETTER),
        ("完成率IOO%。", "完成率100%。", Damage.LETTER),
        ("发病率下降O.5%。", "发病率下降0.5%。", Damage.LETTER),
        ("建成l家中心。", "建成1家中心。", Damage.LETTER),
        ("建成I5家中心。", "建成15家中心。", Damage.LETTER),
        ("新增病例O例。", "新增病例0例。", Damage.LETTER),
        ("2O23年共筛查。", "2023年共筛查。", Damage.LETTER),
        ("截至l1月底。", "截至11月底。", Damage.LETTER),
        ("查漏补种l27针次。", "查漏补种127针次。", Damage.LETTER),
        ("改造1O2扇门。", "改造102扇门。", Damage.LETTER),
        ("投入3l.5万元。", "投入31.5万元。", Damage.LETTER),
        ("死亡率3.2%o,低于上年。", "死亡率3.2‰,低于上年。", Damage.LETTER),
        ("访视率98.63%o预防接种。", "访视率98.63%。预防接种。", Damage.STOP),
        ("全面完成任务o下一步继续推进。", "全面完成任务。下一步继续推进。", Damage.STOP),
        ("服务率63.9%全年任务62%);", "服务率63.9%(全年任务62%);", Damage.BRACKET),
        ("签约率51.2%任务50%)。", "签约率51.2%(任务50%)。", Damage.BRACKET),
        ("签约率51.2%目标为50%）。", "签约率51.2%（目标为50%）。", Damage.BRACKET),
        ("管理2302人年度目标2000人),达标。", "管理2302人(年度目标2000人),达标。", Damage.BRACKET),
        ("开展“三好一满意””活动。", "开展“三好一满意”活动。", Damage.BRACKET),
        ("开展“三好一满意“活动。", "开展“三好一满意”活动。", Damage.BRACKET),
    ],
)
def test_certain_damage_is_mended_and_told(raw, text, damage):
    (block,) = mended(raw)
    assert block.text == text
    (repair,) = block.repairs
    assert repair.damage is damage
    # The shown words stand in the file and in the mended text, and differ in the repaired place alone.
    assert repair.raw in raw
    assert repair.mended in text
    assert (
        text[: repair.start] + raw[repair.start : len(raw) - len(text) + repair.end]
        == raw[: len(raw) - len(text) + repair.end]
    )
    assert text[repair.end :] == raw[len(raw) - len(text) + repair.end :]


@pytest.mark.parametrize(
    "text",
    [
        "人感染H7N9禽流感防控到位。",
        "CMI值达到1.05，DRG付费全覆盖。",
        "购置64排CT3台、DR2台、MRI1台。",
        "COVID-19疫苗接种5万人次。",
        "安装OLED屏5块。",
        "制定“1+N”文件和“1+n”系列文件。",
        "采购3M口罩500个。",
        "腰椎L4、L5骨折，L4椎体压缩。",
        "L-T4片服用规范。",
        "IO设备5台，IO个人中心上线。",
        "联系邮箱lol10@example.com，网址http://l0.example.com/l5。",
        "启动II级响应，III期临床，I类切口，II型糖尿病，Ⅱ型。",
        "O型血3人，B型血5人。",
        "O2O项目上线，B2B平台2个。",
        "PM2.5平均浓度下降，PM10达标。",
        "ICD-10编码I10、I11、I63统一。",
        "XX县XX万人，xx家，某某人，**万元。",
        "5G远程会诊100例，4K内镜2台。",
        "血红蛋白120g/L，血糖5.6mmol/L，5L消毒液。",
        "VIP病房3间，ICU床位20张，NICU5张。",
        "HIV检测1200人次，HPV疫苗3000剂次，HbA1c检测。",
        "全年任务62%（完成63.9%）；签约率51.2%（任务50%）。",
        "(一)完成率63.9%，(二)任务62%。",
        "签约率(完成51.2%任务50%)。",
        "1)任务一；2)任务二。",
        "婴儿死亡率2.1‰，孕产妇死亡率8.5/10万。",
        "开展“健康细胞”“健康家庭”建设。",
        "“健康中国“十四五””规划衔接。",
        "WHO、APP、App、QQ群、logo设计、Vo2检测。",
        "A股、B超、X光、CO2培养箱2台，SO2达标。",
        "I人e人，OK键，Windows10系统。",
        "第1、2、3季度均完成。",
        "维生素B12、B1、叶酸100片。",
        "10l桶装水，5l桶装水，10ml安瓿，500ml瓶。",
    ],
)
def test_good_text_is_left_alone(text):
    (block,) = mended(text)
    assert (block.text, block.repairs) == (text, ())


def test_several_repairs_of_one_line_keep_their_places():
    (block,) = mended("完成L4万人,签约率2.6%任务2.5%),有偿签约率1.4%(任务Ll%)。")
    assert block.text == "完成1.4万人,签约率2.6%(任务2.5%),有偿签约率1.4%(任务1.1%)。"
    spans = [block.text[repair.start : repair.end] for repair in block.repairs]
    assert spans == ["1.", "(", "1.1"]


def test_tables_are_never_mended():
    table = Block("", 1, rows=(("签约", "L4万人"),))
    assert mend([table]) == (table,)


SENTENCE = "全县基层医疗卫生机构扎实开展基本公共卫生服务，按期完成了各项任务，群众的满意度进一步提高。"


def page(start, end):
    return start + SENTENCE * 5 + end


def test_page_labels_are_taken_out_of_words_and_numbers():
    (block,) = mended(
        page("1、2023年工作总结", "聘任协管员19"),
        page("2、9名，", "规范管理率6"),
        page("3、5.5%，", "孕产妇系统管"),
        page("4、理2530人，", "履约率95"),
        page("5、.38%，", "到此为止"),
    )
    assert all(
        words in block.text for words in ("协管员199名", "管理率65.5%", "系统管理2530人", "履约率95.38%")
    )
    assert [repair.damage for repair in block.repairs] == [Damage.PAGE_LABEL] * 5
    assert [(repair.raw, repair.mended) for repair in block.repairs][1:] == [
        ("19 2、9名", "199名"),
        ("6 3、5.5%", "65.5%"),
        ("系统管 4、理2530人", "系统管理2530人"),
        ("95 5、.38%", "95.38%"),
    ]
    assert block.text[: block.repairs[1].start].endswith("协管员19")


def test_a_page_may_open_in_the_middle_of_a_number_whatever_its_paragraph_says():
    blocks = mended(
        "1、某镇卫生院2023年工作总结",
        "（一）建档。建立健康档案3万份，其中老年人41",
        f"2、7人，{SENTENCE * 6}",
        "二、医疗服务",
        "门诊3万人次，住院1",
        "3、406人次，收入20万元。",
    )
    assert [block.text[:4] for block in blocks] == ["某镇卫生", "（一）建", "二、医疗", "门诊3万"]
    assert "老年人417人" in blocks[1].text
    assert blocks[3].text == "门诊3万人次，住院1406人次，收入20万元。"


def test_a_page_that_ends_with_a_sentence_stays_a_paragraph():
    blocks = mended(
        page("1、", "协管员19"),
        page("2、9名。", "到此为止。"),
        page("3、第二段", "系统管"),
        page("4、理2530人。", ""),
    )
    assert len(blocks) == 2
    assert blocks[1].text.startswith("第二段")
    assert "系统管理2530人" in blocks[1].text


def test_page_labels_are_found_where_line_ends_were_lost():
    (block,) = mended(
        " ".join([page("1、", "协管员19"), page("2、9名，", "规范管理率6"), page("3、5.5%，", "完")])
    )
    assert "协管员199名" in block.text
    assert "规范管理率65.5%" in block.text


def test_items_of_a_real_list_keep_their_numbers():
    texts = [
        "一、工作情况",
        page("1、公共卫生。", ""),
        page("2、家庭医生签约。", ""),
        page("3、医改。", ""),
        "二、计划",
        "1、加强领导",
        "2、落实责任",
        "3、强化监督",
    ]
    assert [block.text for block in mended(*texts)] == texts


def test_a_single_careless_item_is_no_page_label():
    texts = [page("1、公共卫生。", "群众满意"), page("2、家庭医生签约。", "")]
    assert [block.text for block in mended(*texts)] == texts
