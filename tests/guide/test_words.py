"""Every command, file, field, example and quoted word of the docs is one that the program knows."""

import contextlib
import re
import shlex
import shutil
import tomllib
from pathlib import PureWindowsPath

import pytest
import yaml

from ledger import cli
from ledger.commands import import_words, review_words
from ledger.content import fields
from ledger.content.loader import load_ledger
from ledger.importers.documents import document as documents
from ledger.importers.documents import pdf
from ledger.problems import CATALOGUE
from tests.guide.walk import PROJECT

DOCS = [
    *sorted((PROJECT / "docs").rglob("*.md")),
    *(PROJECT / name for name in ("README.md", "CONTRIBUTING.md", "content/README.md")),
]
GUIDE = [PROJECT / "docs/editing.md", *sorted((PROJECT / "docs/editing").glob("*.md"))]
EDITORS = [*GUIDE, PROJECT / "content/README.md", PROJECT / "CONTRIBUTING.md", PROJECT / "README.md"]
FENCED = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
# A command with what follows it; a name alone, such as `ledger review`, is one too.
COMMAND = re.compile(r"^(?:\.venv[/\\](?:bin|Scripts)[/\\])?ledger (?P<words>[a-z].*)$")
# Where a file or a folder is made by the program, by a build or by the reader.
MADE = re.compile(r"^(site/|\.venv|\.cache/|表格/|content/regions/(example|<))|[*<…]|来源")


def name_of(file):
    return file.relative_to(PROJECT).as_posix()


def pieces(text):
    """What stands in backticks, and every line of blocks without a language."""
    for kind, block in FENCED.findall(text):
        if kind in {"", "sh", "powershell"}:
            yield from (line.strip() for line in block.splitlines())
    yield from re.findall(r"`([^`\n]+)`", FENCED.sub("", text))


def commands(file):
    found = (COMMAND.match(piece) for piece in pieces(file.read_text(encoding="utf-8")))
    return [match["words"] for match in found if match]


def parse(words):
    """Parse a command; the places where the reader writes a word of his own hold one already."""
    with contextlib.redirect_stderr(None):
        return cli._parser().parse_args(words)


@pytest.mark.parametrize("file", DOCS, ids=name_of)
def test_every_command_is_one_that_the_program_takes(file):
    wrong = []
    for command in commands(file):
        words = shlex.split(re.sub(r"[\[\]…]", "", command).replace("年份", "2025"))
        name = words[0]
        try:
            parse(words)
        except SystemExit:
            # A command that is only named lacks what it needs, but exists.
            if len(words) > 1 or name not in {known for known, _, _ in cli.COMMANDS}:
                wrong.append(command)
    assert wrong == []


def test_the_guide_tells_the_commands_of_the_way():
    told = {words.split()[0] for file in GUIDE for words in commands(file)}
    assert told >= {"check", "explain", "build", "import", "review", "diff", "export", "serve", "schema"}


@pytest.mark.parametrize(
    "option", ["--map", "--sheet", "--topic", "--source", "--write", "--year", "--region"]
)
def test_every_option_of_an_import_is_told(option):
    text = "".join(file.read_text(encoding="utf-8") for file in GUIDE)
    assert re.search(rf"`[^`]*{option}\b|^ledger import .*{option}\b", text, re.MULTILINE)


@pytest.mark.parametrize("file", GUIDE, ids=name_of)
def test_every_option_that_stands_alone_belongs_to_a_command(file):
    alone = {piece.split()[0] for piece in pieces(file.read_text(encoding="utf-8")) if piece.startswith("--")}
    known = set()
    for command in cli._parser()._subparsers._group_actions[0].choices.values():
        known |= {option for action in command._actions for option in action.option_strings}
    assert alone <= known


@pytest.mark.parametrize("file", EDITORS, ids=name_of)
def test_every_target_of_make_is_there(file):
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    named = (
        re.match(r"(?:\S+=\S+ )?make ([a-z]+)", piece) for piece in pieces(file.read_text(encoding="utf-8"))
    )
    assert {match[1] for match in named if match} <= targets


@pytest.mark.parametrize("file", GUIDE, ids=name_of)
def test_every_file_that_is_named_is_there(file):
    words = re.findall(
        r"`([\w.<>*/-]+(?:/|\.(?:md|yml|toml|py|txt|json)))`", FENCED.sub("", file.read_text("utf-8"))
    )
    lost = [
        word for word in words if not MADE.search(word) and not (PROJECT / word).exists() and not short(word)
    ]
    assert lost == []


def short(word):
    """A file of the content that is told by its name alone, or an ending."""
    known = {*(file.name for file in (PROJECT / "content").rglob("*")), "corrections.yml"}
    return word.startswith(".") or word in known


def test_windows_gets_what_the_makefile_installs():
    text = (PROJECT / "docs/editing/windows.md").read_text(encoding="utf-8")
    lines = [line for _, block in FENCED.findall(text) for line in block.splitlines()]
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    assert lines[0] == "py -m venv .venv"
    locked = re.search(r"^LOCKED_INSTALL := (.*)$", makefile, re.MULTILINE)[1].split()
    project = (
        re.search(r"define INSTALL_PROJECT\n(.*?)\|\|", makefile, re.DOTALL)[1].replace("\\\n", " ").split()
    )
    quiet = {"-qq", "--disable-pip-version-check", "--no-input", "$(BIN)/python", "@$(BIN)/python"}
    for line, wanted in ((lines[1], [*locked, "-r", "requirements.txt"]), (lines[2], project)):
        program, *words = line.split()
        assert PureWindowsPath(program).parts == (".venv", "Scripts", "python")
        assert words == [word for word in wanted if word not in quiet]
    low, high = re.search(r"\((\d, \d+)\) <= sys.version_info < \((\d, \d+)\)", makefile).groups()
    newest = f"3.{int(high.split(', ')[1]) - 1}"
    assert f"要 {low.replace(', ', '.')} 到 {newest}" in text
    pyproject = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    assert pyproject["project"]["scripts"] == {"ledger": "ledger.cli:main"}


@pytest.mark.parametrize("file", [*GUIDE, PROJECT / "content/README.md"], ids=name_of)
def test_every_code_is_in_the_list(file):
    assert set(re.findall(r"MZ\d{3}", file.read_text(encoding="utf-8"))) <= set(CATALOGUE)


def test_the_keys_of_the_review_are_those_of_the_program():
    text = (PROJECT / "docs/editing/word.md").read_text(encoding="utf-8")
    (shown,) = [block for kind, block in FENCED.findall(text) if kind == "text"]
    assert shown.strip() == review_words.HELP


def test_what_an_import_cannot_read_is_told():
    text = (PROJECT / "docs/editing/word.md").read_text(encoding="utf-8")
    for word, reason in (
        ("文本框", "text_boxes"),
        ("脚注", "footnotes"),
        ("公式", "formulas"),
        ("图片", "pictures"),
    ):
        assert word in text
        assert word in import_words._SHORTFALLS[reason]
    largest = [f"{size // 10**6} MB" for size in (documents._LARGEST, documents._LARGEST_TEXT)]
    assert f"最大 {largest[0]}，其中文本文件 {largest[1]}，PDF 最多 {pdf._MOST_PAGES} 页" in text


# Words of buttons, marks and forms that the guide quotes, and where the program has them.
QUOTED = {
    "草稿，未确认": "hooks/ledger/pages/templates/_macros.md.j2",
    "编辑此页": "hooks/ledger/pages/templates/_page.md.j2",
    "来源编号": "hooks/ledger/commands/import_words.py",
    "检查内容": ".vscode/tasks.json",
    "报错：更正一个数据": ".github/ISSUE_TEMPLATE/correction.yml",
    "新增一份文件": ".github/ISSUE_TEMPLATE/new-document.yml",
}


@pytest.mark.parametrize("word", QUOTED)
def test_a_quoted_word_stands_in_the_program(word):
    assert word in (PROJECT / QUOTED[word]).read_text(encoding="utf-8")
    assert any(f"“{word}”" in file.read_text(encoding="utf-8") for file in GUIDE)


# The section of the guide that holds the fields of a kind, and which are told for all kinds at once above.
RECORDS = {"source"}
ALL_ROWS = {
    "measures 数字": fields.MEASURE,
    "commitments 承诺": fields.COMMITMENT,
    "outcomes 成效": fields.OUTCOME,
    "problems 存在问题": fields.STATED_PROBLEM,
    "sources.yml 来源": fields.SOURCE,
    "glossary.yml": fields.GLOSSARY_ENTRY,
    "corrections.yml 更正": fields.CORRECTION,
    "dictionary/indicators": fields.INDICATOR,
    "region.yml 地区": fields.REGION,
}


def table(heading):
    """Names and the word on whether it is required, of the rows below a heading of the content guide."""
    guide = (PROJECT / "content/README.md").read_text(encoding="utf-8")
    part = re.search(
        rf"^### {re.escape(heading)}[^\n]*\n(.*?)(?=^#+ |\Z)", FENCED.sub("", guide), re.MULTILINE | re.DOTALL
    )[1]
    cells = [line.strip("|").split("|") for line in part.splitlines() if line.startswith("| `")]
    return {name: row[1].strip() for row in cells for name in re.findall(r"`(\w+)`", row[0])}


@pytest.mark.parametrize("heading", ALL_ROWS)
def test_a_table_has_a_row_for_every_field_and_no_other(heading):
    assert set(table(heading)) == set(ALL_ROWS[heading]) - RECORDS | (set(table(heading)) & RECORDS)


@pytest.mark.parametrize("heading", ALL_ROWS)
def test_a_table_says_what_is_required(heading):
    declared = {name for name, field in ALL_ROWS[heading].items() if field.required}
    assert {name for name, word in table(heading).items() if word == "是"} == declared


@pytest.mark.parametrize("file", [*GUIDE, PROJECT / "content/README.md"], ids=name_of)
def test_every_example_is_read(file, tmp_path):
    text = file.read_text(encoding="utf-8")
    for number, block in enumerate(block for kind, block in FENCED.findall(text) if kind == "yaml"):
        content = example_content(tmp_path / str(number))
        target, written = placed(block)
        (content / target).parent.mkdir(parents=True, exist_ok=True)
        (content / target).write_text(written, encoding="utf-8")
        ledger, problems = load_ledger(content)
        # What an example refers to may stand elsewhere; nothing else may be wrong.
        assert [str(item) for item in problems if item.code not in UNKNOWN] == [], block
        assert ledger is not None or problems, block


# An example refers to records of files that it does not show.
UNKNOWN = {
    code for code, fault in CATALOGUE.items() if "找不到" in fault.message or "没有这个编号" in fault.message
}
GUIDE_TEXT = (PROJECT / "content/README.md").read_text(encoding="utf-8")
KIND_OF = {"record": "corrections", "everyday": "indicators", "plain": "glossary", "year_basis": "sources"}


def example_content(folder):
    """A content folder with the region, the document and the records that the examples speak of."""
    content = folder / "content"
    shutil.copytree(PROJECT / "content/dictionary", content / "dictionary")
    shutil.copy(PROJECT / "content/site.yml", content)
    region = content / "regions/example"
    region.mkdir(parents=True)
    (region / "region.yml").write_text(
        "name: 示例区\nlevel: district\nname_status: stated\n", encoding="utf-8"
    )
    blocks = [block for kind, block in FENCED.findall(GUIDE_TEXT) if kind == "yaml"]
    (region / "sources.yml").write_text(
        next(block for block in blocks if "year_basis" in block), encoding="utf-8"
    )
    year = region / "2023"
    year.mkdir()
    (year / "elderly-health.md").write_text(
        next(block for block in blocks if block.startswith("---")), "utf-8"
    )
    return content


def placed(block):
    """Where an example belongs, and as what it stands there."""
    if block.startswith("---"):
        return "regions/example/2023/elderly-health.md", block
    loaded = yaml.safe_load(block)
    if isinstance(loaded, dict):
        return "regions/example/2023/immunization.md", f"---\nsource: example-2023-summary\n{block}---\n"
    kind = next((kind for name, kind in KIND_OF.items() if name in loaded[0]), "measures")
    if kind == "measures":
        return "regions/example/2023/immunization.md", (
            f"---\nsource: example-2023-summary\nmeasures:\n{block}---\n"
        )
    if kind == "indicators":
        return "dictionary/indicators/elderly-health.yml", block
    return ("dictionary/glossary.yml" if kind == "glossary" else f"regions/example/{kind}.yml"), block
