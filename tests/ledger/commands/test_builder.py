"""What is said when the settings of the builder cannot be read."""

import argparse

import pytest

from ledger.commands import builder


@pytest.mark.parametrize(
    ("settings", "place"),
    [
        (b"site_name: a\ntheme:\n  name: [b\n", "mkdocs.yml:3:9: 错误 MZ004"),
        (b"site_name: a\nsite_name: b\n", "mkdocs.yml:2:1: 错误 MZ005"),
        ("site_name: 健康".encode("gbk"), "mkdocs.yml:1:1: 错误 MZ032"),
        (b"", "mkdocs.yml:1:1: 错误 MZ053"),
    ],
)
def test_broken_settings_are_told_with_their_place(tmp_path, monkeypatch, capsys, settings, place):
    (tmp_path / "mkdocs.yml").write_bytes(settings)
    monkeypatch.setattr(builder, "PROJECT", tmp_path)
    code = builder.run_builder(argparse.Namespace(debug=False), lambda: pytest.fail("nothing is built"))
    out = capsys.readouterr().out
    assert code == 2
    assert out.startswith(place)
    assert "原来的网站没有改动" in out


def test_the_settings_of_the_project_can_be_read():
    assert builder.settings_problems(builder.PROJECT) == []
