"""What `ledger check` says in each of its forms, of all files or of some, and how it ends."""

import json
import os
import subprocess
import sys

import pytest

from ledger import cli
from tests.ledger.builders import write_content

FOLDER = "regions/example/2023"
GOOD = "---\nsource: example-2023-summary\nproblems:\n  - {id: p1, text: 随访力量不足, at: 三}\n---\n"
BAD = GOOD.replace("at: 三", "spot: 三")
NO_NUMBER = "---\nsource: example-2023-summary\nmeasures:\n"
GITHUB = (
    "CI",
    "GITHUB_STEP_SUMMARY",
    "GITHUB_EVENT_PATH",
    "GITHUB_SERVER_URL",
    "GITHUB_REPOSITORY",
    "GITHUB_HEAD_REF",
    "GITHUB_REF_NAME",
)


@pytest.fixture(autouse=True)
def _outside_of_continuous_integration(monkeypatch):
    for name in GITHUB:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def check(capsys):
    """A function that checks a content folder and returns the exit code and what was printed."""

    def run(content, *words):
        code = cli.main(["check", "--content", str(content), *map(str, words)])
        printed = capsys.readouterr()
        assert printed.err == ""
        return code, printed.out

    return run


def two_bad_files(folder):
    return write_content(
        folder,
        {
            f"{FOLDER}/health.md": BAD,
            f"{FOLDER}/elderly-health.md": BAD,
            f"{FOLDER}/chronic-disease.md": GOOD,
        },
    )


def many_problems(folder):
    """Ten wrong numbers in each of twenty files."""
    records = "".join(f"  - {{id: m{n}, name: 人数, value: 1{n}人, unit: 人, at: 一}}\n" for n in range(10))
    return write_content(
        folder,
        {f"regions/example/{year}/health.md": f"{NO_NUMBER}{records}---\n" for year in range(1991, 2011)},
    )


def test_two_hundred_problems_are_all_told_in_order_and_counted(check, tmp_path):
    code, out = check(many_problems(tmp_path))
    heads = [line.split(": ")[0] for line in out.splitlines() if "错误 MZ063" in line]

    assert code == 1
    # `  - {id: m0, name: 人数, value: ` are 30 signs, and two digits are right.
    assert heads == [
        f"content/regions/example/{year}/health.md:{line}:33"
        for year in range(1991, 2011)
        for line in range(4, 14)
    ]
    assert out.splitlines()[-1] == "共 200 处问题，在 20 个文件里。按“改法”改好后再运行一次。"


def test_two_hundred_problems_give_ten_annotations_and_a_full_summary(check, tmp_path, monkeypatch):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    (tmp_path / "summary.md").write_text("以前的\n", encoding="utf-8")
    code, out = check(many_problems(tmp_path), "--format", "github")
    annotations = [line for line in out.splitlines() if line.startswith("::")]
    summary = (tmp_path / "summary.md").read_text(encoding="utf-8")

    assert code == 1
    assert len(annotations) == 10
    assert annotations[0].startswith("::error file=content/regions/example/1991/health.md,line=4,col=33,")
    assert annotations[-1] == "::error::另有 191 处问题，见汇总"
    assert summary.startswith("以前的\n")
    assert summary.count("MZ063") == 200
    assert out.count(": 错误 MZ063: ") == 200


def test_the_summary_of_a_forks_pull_request_links_to_the_fork(check, tmp_path, monkeypatch):
    event = {"pull_request": {"head": {"repo": {"full_name": "writer/ledger"}}}}
    (tmp_path / "event.json").write_text(json.dumps(event), encoding="utf-8")
    values = (tmp_path / "summary.md", tmp_path / "event.json", "https://github.com", "example/ledger", "fix")
    for name, value in zip(GITHUB[1:6], values, strict=True):
        monkeypatch.setenv(name, str(value))
    check(two_bad_files(tmp_path), "--format", "github")

    address = f"https://github.com/writer/ledger/edit/fix/content/{FOLDER}/health.md#L4"
    assert address in (tmp_path / "summary.md").read_text(encoding="utf-8")


def test_the_summary_holds_what_is_wrong_elsewhere_and_keeps_within_its_limit(check, tmp_path, monkeypatch):
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    content = two_bad_files(tmp_path)
    check(content, content / FOLDER / "health.md", "--format", "github")
    assert summary.read_text(encoding="utf-8").count("MZ0") == 4

    summary.write_bytes(b"x" * 899_000)
    check(content, "--format", "github")
    added = summary.read_bytes()[899_000:].decode()
    assert "下面还有 " in added
    assert len(added.encode()) <= 1_000


def test_good_content_needs_no_summary(check, tmp_path, monkeypatch):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    code, out = check(write_content(tmp_path, {f"{FOLDER}/health.md": GOOD}), "--format", "github")

    assert code == 0
    assert out == "内容检查通过：1 个地区，1 个文件，没有发现问题。\n"
    assert not (tmp_path / "summary.md").exists()


def test_of_the_files_asked_for_all_is_told_and_the_others_are_counted(check, tmp_path):
    content = two_bad_files(tmp_path)
    code, out = check(content, content / FOLDER / "health.md")

    assert code == 1
    # A missing field and an unknown one.
    assert out.count(f"content/{FOLDER}/health.md:4:5: 错误 MZ011: ") == 1
    assert "共 2 处问题，在 1 个文件里" in out
    assert (
        "其他 1 个文件里还有 2 处问题，可能由这次改动引起。"
        f"第一处：content/{FOLDER}/elderly-health.md:4:5: 错误 MZ011: 缺少字段“at”\n" in out
    )
    assert out.count("错误 MZ") == 3


def test_what_a_good_change_breaks_elsewhere_is_never_passed(check, tmp_path):
    content = two_bad_files(tmp_path)
    code, out = check(content, content / FOLDER / "chronic-disease.md")

    assert code == 1
    assert "其他 2 个文件里还有 4 处问题" in out
    assert "内容检查通过" not in out


def test_a_deleted_file_may_be_named(check, tmp_path):
    content = write_content(tmp_path, {f"{FOLDER}/health.md": GOOD})
    code, out = check(content, content / FOLDER / "elderly-health.md")
    assert code == 0
    assert f"没有 content/{FOLDER}/elderly-health.md 这个文件；如果是刚删除的，" in out

    (content / "regions/example/sources.yml").unlink()
    code, out = check(content, content / "regions/example/sources.yml")
    assert code == 1
    assert "sources.yml:1:1: 错误 MZ007: 找不到文件 sources.yml" in out


def test_files_are_named_from_where_one_stands_and_folders_too(check, tmp_path, monkeypatch):
    content = two_bad_files(tmp_path)
    monkeypatch.chdir(content / "regions")
    _, out = check(content, "example/2023/health.md")
    assert "共 2 处问题，在 1 个文件里" in out

    _, out = check("..", "example")
    assert "共 4 处问题，在 2 个文件里" in out
    assert f"content/{FOLDER}/health.md:4:5" in out


def test_of_files_that_are_no_content_it_is_said_that_they_are_checked_elsewhere(check, tmp_path):
    content = write_content(tmp_path, {f"{FOLDER}/health.md": GOOD})
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/about.md").write_text("甲", encoding="utf-8")
    code, out = check(content, tmp_path / "docs/about.md")

    assert code == 0
    assert "这里不检查 docs/about.md，它不是内容文件，也不是网站的手写页面。" in out


def test_authored_pages_of_the_site_are_checked_with_its_content(check, tmp_path):
    content = write_content(tmp_path, {f"{FOLDER}/health.md": GOOD})
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/about.md").write_text("# 关于\n\n<script>1</script>\n", encoding="utf-8")
    code, out = check(content)

    assert code == 1
    assert "docs/about.md:3:1: 错误 MZ028" in out
    assert "内容检查通过" not in out


def test_json_is_one_document_about_all_files(check, tmp_path):
    code, out = check(two_bad_files(tmp_path), "--format", "json")
    document = json.loads(out)

    assert code == 1
    assert (document["valid"], document["problem_count"]) == (False, 4)
    assert document["codes"] == {"MZ010": 2, "MZ011": 2}
    # Three topic files, those of the region, of the site and of the dictionary.
    assert len(document["files"]) == 3 + 2 + 1 + 4
    counts = {file["path"]: file["problem_count"] for file in document["files"]}
    assert counts[f"content/{FOLDER}/health.md"] == 2
    assert counts["content/site.yml"] == 0


def test_json_of_one_file_counts_the_others(check, tmp_path):
    content = two_bad_files(tmp_path)
    code, out = check(content, content / FOLDER / "chronic-disease.md", "--format", "json")
    document = json.loads(out)

    assert code == 1
    assert (document["valid"], document["problem_count"], document["problem_count_elsewhere"]) == (
        False,
        0,
        4,
    )
    assert [file["path"] for file in document["files"]] == [f"content/{FOLDER}/chronic-disease.md"]


@pytest.mark.parametrize("format_", ["text", "json", "github"])
def test_nothing_that_was_written_is_obeyed(check, tmp_path, format_):
    commands = ["::error file=a::x", "::add-mask::三", "::stop-commands::x", "##[error]x", "\x1b[31mx"]
    body = "".join(f"{command}<b>\n" for command in commands)
    names = {f"{FOLDER}/甲\n{command.replace('/', '')}.md": GOOD for command in commands}
    content = write_content(tmp_path, {f"{FOLDER}/health.md": GOOD + body, **names})
    code, out = check(content, "--format", format_)
    told = [line for line in out.splitlines() if line.lstrip().startswith("::")]

    assert code == 1
    # Of the line with a sign that nobody sees only that sign is told.
    assert out.count("MZ028") >= len(commands) - 1
    assert "MZ037" in out
    assert all(line.isprintable() for line in out.split("\n"))
    assert "##[" not in out
    if format_ == "github":
        assert len(told) == 10
        assert all(line.startswith(("::error file=content/", "::error::另有 ")) for line in told)
    else:
        assert told == []


def test_what_a_terminal_cannot_show_never_stops_the_report(tmp_path):
    content = write_content(tmp_path, {f"{FOLDER}/health.md": BAD.replace("随访", "\U0001f489随访")})
    environment = {**os.environ, "PYTHONIOENCODING": "gbk"}
    command = [sys.executable, "-m", "ledger", "check", "--content", content]
    done = subprocess.run(command, check=False, capture_output=True, env=environment)
    document = subprocess.run(
        [*command, "--format", "json"], check=False, capture_output=True, env=environment
    )

    assert (done.returncode, done.stderr) == (1, b"")
    assert "text: ?随访力量不足" in done.stdout.decode("gbk")
    assert json.loads(document.stdout.decode("utf-8"))["problem_count"] == 2


def test_checking_loads_no_library_that_it_does_not_need(tmp_path):
    content = two_bad_files(tmp_path)
    program = (
        "import sys\nfrom ledger import cli\n"
        f"code = cli.main(['check', '--content', {str(content)!r}])\n"
        "print(code, sorted({'jinja2', 'altair', 'mkdocs', 'vl_convert'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, encoding="utf-8")

    assert done.stdout.splitlines()[-1] == "1 []"


def test_what_is_no_folder_is_not_read(check, tmp_path):
    file = tmp_path / "content.zip"
    file.write_bytes(b"PK")
    assert check(file) == (2, f"{file} 不是文件夹；--content 后面写内容文件夹。\n")


@pytest.mark.parametrize("event", ["", "not json", "[1]"])
def test_a_summary_that_cannot_be_written_hides_no_problem(check, tmp_path, monkeypatch, event):
    content = two_bad_files(tmp_path)
    (tmp_path / "event.json").write_text(event, encoding="utf-8")
    monkeypatch.setenv("GITHUB_EVENT_PATH", str(tmp_path / "event.json"))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "nowhere" / "summary.md"))
    code, out = check(content, "--format", "github")
    assert code == 1
    assert "程序内部错误" not in out
    assert "共 4 处问题，在 2 个文件里" in out


@pytest.mark.parametrize("format_", ["text", "json", "github"])
def test_a_reader_that_has_seen_enough_meets_no_traceback(tmp_path, format_):
    """What `ledger check | head -1` does: the pipe is closed while much is still to be written."""
    content = many_problems(tmp_path)
    command = [sys.executable, "-m", "ledger", "check", "--content", str(content), "--format", format_]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 2
