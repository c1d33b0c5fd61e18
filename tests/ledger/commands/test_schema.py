"""`ledger schema`: where the schemas are, whether they are current, and writing them."""

import pytest

from ledger import cli
from ledger.commands import schema
from tests.ledger.builders import write_content

NAMES = ["site", "region", "sources", "corrections", "topics", "statuses", "units", "indicators"]
NAMES += ["glossary", "topic-file"]


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.setattr(schema, "PROJECT", tmp_path)
    monkeypatch.setattr(schema, "SCHEMAS", tmp_path / "docs" / "schemas")
    return tmp_path


def test_schemas_are_written_and_then_current(project, capsys):
    content = str(write_content(project, {}))

    assert cli.main(["schema", "--content", content]) == 1
    assert capsys.readouterr().out.count("已过时") == len(NAMES)
    assert not (project / "docs").exists()

    assert cli.main(["schema", "--write", "--content", content]) == 0
    expected = [f"docs/schemas/{name}.json" for name in NAMES]
    assert capsys.readouterr().out.splitlines() == expected
    assert cli.main(["schema", "--content", content]) == 0


def test_a_new_unit_makes_schemas_outdated(project, capsys):
    content = write_content(project, {})
    cli.main(["schema", "--write", "--content", str(content)])
    capsys.readouterr()
    units = content / "dictionary" / "units.yml"
    units.write_text(
        units.read_text(encoding="utf-8").replace(
            "units:\n", "units:\n  - {id: 辆, kind: count, name: 辆}\n"
        ),
        encoding="utf-8",
    )

    assert cli.main(["schema", "--content", str(content)]) == 1
    outdated = [line.split()[0] for line in capsys.readouterr().out.splitlines() if "已过时" in line]
    assert outdated == ["docs/schemas/indicators.json", "docs/schemas/topic-file.json"]


def test_a_wrong_dictionary_is_no_base_for_schemas(project, capsys):
    content = write_content(project, {"dictionary/topics.yml": "- {id: health}\n"})

    assert cli.main(["schema", "--write", "--content", str(content)]) == 1
    out = capsys.readouterr().out
    assert "错误 MZ011" in out
    assert "没有生成" in out
    assert not (project / "docs").exists()


def test_the_option_is_explained_in_chinese(capsys):
    with pytest.raises(SystemExit) as end:
        cli.main(["schema", "--help"])
    assert end.value.code == 0
    assert "重写" in next(line for line in capsys.readouterr().out.splitlines() if "  --write" in line)
