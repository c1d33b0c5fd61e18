import hashlib
import json

from ledger.problems import Problem
from ledger.reports.json import as_json


def test_the_document_tells_problems_counts_and_files(tmp_path):
    content = tmp_path / "content"
    content.mkdir()
    good, bad, foreign = (content / name for name in ("b.md", "a.md", "c.md"))
    good.write_bytes("甲\r\n乙".encode())
    bad.write_bytes(b"value: 1,2\n")
    foreign.write_bytes("甲".encode("gbk"))
    problems = [
        Problem("content/a.md", 1, 8, "MZ013", {"text": "1,2"}, width=3),
        Problem("content/c.md", 1, 1, "MZ001"),
    ]

    expected = {
        "valid": False,
        "problem_count": 2,
        "problem_count_elsewhere": 4,
        "codes": {"MZ001": 1, "MZ013": 1},
        "problems": [
            {
                "path": "content/a.md",
                "line": 1,
                "column": 8,
                "end_column": 11,
                "code": "MZ013",
                "message": "“1,2”不是数字",
                "mend": "只写数字本身：不加 %、逗号和单位，用半角；隐去的写 redacted",
            },
            {
                "path": "content/c.md",
                "line": 1,
                "column": 1,
                "end_column": 2,
                "code": "MZ001",
                "message": "文件不是 UTF-8 编码",
                "mend": "用记事本或编辑器“另存为”，编码选 UTF-8",
            },
        ],
        "files": [
            described("content/a.md", b"value: 1,2\n", 1, 1),
            described("content/b.md", "甲\r\n乙".encode(), 2, 0),
            described("content/c.md", "甲".encode("gbk"), None, 1),
        ],
    }

    document = as_json(problems, [good, foreign, bad], tmp_path, elsewhere=4)

    # The order of keys is part of the shape.
    assert document == json.dumps(expected, ensure_ascii=False, indent=2)


def described(path, content, lines, problem_count):
    return {
        "path": path,
        "sha256": hashlib.sha256(content).hexdigest(),
        "bytes": len(content),
        "lines": lines,
        "problem_count": problem_count,
    }


def test_problems_elsewhere_are_not_valid(tmp_path):
    assert json.loads(as_json([], [], tmp_path))["valid"] is True
    assert json.loads(as_json([], [], tmp_path, elsewhere=1))["valid"] is False


def test_hostile_names_are_kept_and_harmless(tmp_path):
    path = "content/\x1b[31m\x9b##[error]\n::error::\u202e\udc80𠮷.md"
    document = as_json([Problem(path, 1, 1, "MZ025")], [], tmp_path)

    assert json.loads(document)["problems"][0]["path"] == path
    assert all(line.isprintable() and not line.strip().startswith("::") for line in document.split("\n"))
    assert "##[" not in document
