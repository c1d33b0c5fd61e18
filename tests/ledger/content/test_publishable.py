"""What of a content file readers are offered: every byte of it but drafts and comments."""

from ledger.content.publishable import publishable

TOPIC = """---
# 编辑的话
source: s
measures:
  # 原文：甲
  - id: m1
    value: 1
    # 请核对：乙
    draft: true

  - id: m2
    name: '#不是注释'
    note: >- # 也是编辑的话
      两行
      # 这是正文
    quoted: "一
      # 还是正文"
  -
    id: m3
    draft: true
  # 说明
outcomes:
  - {id: o1, text: 丙, draft: true}
---
# 不是注释
正文
"""
SHOWN = """---
source: s
measures:

  - id: m2
    name: '#不是注释'
    note: >-
      两行
      # 这是正文
    quoted: "一
      # 还是正文"
outcomes:
---
# 不是注释
正文
"""


def offered(folder, name, text):
    file = folder / name
    file.write_bytes(text.encode())
    found = publishable(file)
    return None if found is None else found.decode()


def test_drafts_and_comments_are_cut_and_nothing_else_changes(tmp_path):
    assert offered(tmp_path, "a.md", TOPIC) == SHOWN


def test_every_kind_of_line_end_stays(tmp_path):
    assert offered(tmp_path, "a.md", TOPIC.replace("\n", "\r\n")) == SHOWN.replace("\n", "\r\n")


def test_a_list_of_documents_loses_its_drafts(tmp_path):
    text = "# 说明\n- id: a\n  title: 甲\n- id: b\n  draft: true\n  title: 乙\n- id: c\n"
    assert offered(tmp_path, "sources.yml", text) == "- id: a\n  title: 甲\n- id: c\n"


def test_a_file_of_drafts_only_is_not_offered(tmp_path):
    assert offered(tmp_path, "a.md", "---\nproblems:\n  - {id: p1, draft: true}\n---\n") is None
    assert offered(tmp_path, "sources.yml", "- id: a\n  draft: true\n") is None


def test_files_without_records_lose_their_comments(tmp_path):
    assert (
        offered(tmp_path, "site.yml", "\ufeff# 甲\ntitle: 乙\n  # 丙\nurl: 'a#b'\n")
        == "title: 乙\nurl: 'a#b'\n"
    )


def test_a_guide_without_fields_stays_as_it_is(tmp_path):
    assert offered(tmp_path, "README.md", "# 指南\n\n# draft: true\n") == "# 指南\n\n# draft: true\n"


def test_a_draft_whose_text_is_written_wrongly_is_cut_too(tmp_path):
    text = "---\nproblems:\n  - id: p1\n    text：甲 # 乙\n    draft: true\n  - id: p2\n---\n"
    assert offered(tmp_path, "a.md", text) == "---\nproblems:\n  - id: p2\n---\n"
