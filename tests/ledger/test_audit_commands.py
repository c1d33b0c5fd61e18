"""`ledger audit` and `ledger overlap`: figures for editors and for the one who keeps the project."""

from ledger import cli
from tests.sites.small_site import IMMUNIZATION, write_small_site


def test_audit_prints_aligned_counts_of_every_kind(tmp_path, capsys):
    assert cli.main(["audit", "--content", str(write_small_site(tmp_path))]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["比率与分子、分母", "1", "1", "0"] in [line[:4] for line in lines]
    # As the site says: 7 open, 4 masked, 1 missing; 4 of 11 are 36.36…%.
    assert ["合计", "7", "4", "1", "36.4%"] in lines
    assert "下一年计划未见接续" in {line[0] for line in lines if line}


def test_audit_of_wrong_content_says_where_to_look(tmp_path, capsys):
    content = write_small_site(tmp_path, replaced={IMMUNIZATION: "没有开头"})
    assert cli.main(["audit", "--content", str(content)]) == 1
    assert "先运行 ledger check" in capsys.readouterr().out


def test_overlap_prints_the_degree_both_ways(tmp_path, capsys):
    line = "甲乙丙丁戊己庚辛壬癸子丑寅"
    (tmp_path / "a.txt").write_text(f"{line}。", encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"{line}。另外还有十三个字不在前面那里。", encoding="utf-8")
    assert cli.main(["overlap", str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]) == 0
    printed = capsys.readouterr().out
    # All 13 of 13 one way; the other way 13 of 27.
    assert "甲在乙里：13 个字里 13 个相同（degree: 100.0），1 句里 1 句相同" in printed
    assert "乙在甲里：27 个字里 13 个相同（degree: 48.1），2 句里 1 句相同" in printed


def test_overlap_of_a_file_that_is_not_there(tmp_path, capsys):
    assert cli.main(["overlap", str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]) == 2
    assert "打不开" in capsys.readouterr().out
