"""The shape of the code: who may import what, how large anything may grow, the tree that README.md shows."""

import ast
import io
import re
import statistics
import subprocess
import sys
import tokenize
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
SOURCES = [file for base in ("hooks", "charts") for file in sorted((ROOT / base).rglob("*.py"))]
TESTS = sorted((ROOT / "tests").rglob("*.py"))
HAN = re.compile(r"[\u3400-\u9fff]")

# Layer → the layers it may import, beside itself. Nothing points back up.
MAY_IMPORT = {
    "build_site": {"ledger.site", "ledger.publishing", "ledger.problems", "ledger.reports", "ledger.folders"}
    | {"ledger.pages"},
    "ledger.__main__": {"ledger.cli"},
    "ledger.cli": {"ledger.commands", "ledger.own_table"},
    "ledger.commands": {
        "ledger.site",
        "ledger.publishing",
        "ledger.preview",
        "ledger.content",
        "ledger.importers",
    }
    | {"ledger.problems", "ledger.reports", "ledger.revisions", "ledger.analysis", "ledger.gates"}
    | {"ledger.folders"},
    "ledger.reports": {"ledger.problems"},
    "ledger.revisions": {
        "ledger.exports",
        "ledger.analysis",
        "ledger.content",
        "ledger.model",
        "ledger.problems",
    },
    "ledger.gates": {"ledger.problems"},
    "ledger.preview": {"ledger.site", "ledger.edition", "ledger.pages", "ledger.content", "ledger.model"}
    | {"ledger.problems", "ledger.reports"},
    "ledger.publishing": {"ledger.site", "ledger.problems", "ledger.gates", "ledger.folders"},
    "ledger.folders": set(),
    "ledger.site": {"ledger.edition", "ledger.pages", "ledger.analysis", "ledger.content", "ledger.model"}
    | {"ledger.problems"},
    "ledger.edition": {"ledger.pages", "ledger.exports", "ledger.analysis", "ledger.content", "ledger.model"}
    | {"ledger.search"},
    "ledger.pages": {"ledger.analysis", "ledger.exports", "ledger.model", "ledger.problems", "charts"}
    | {"ledger.search"},
    "ledger.search": set(),
    "ledger.exports": {"ledger.analysis", "ledger.model", "charts"},
    "ledger.analysis": {"ledger.model"},
    "ledger.importers": {"ledger.content", "ledger.model", "ledger.problems", "ledger.own_table"},
    "ledger.content": {"ledger.analysis", "ledger.model", "ledger.problems", "ledger.own_table"},
    "ledger.model": set(),
    "ledger.problems": {"ledger.own_table"},
    "ledger.own_table": set(),
    "charts": set(),
}
# Layer → the libraries it may import, beside the standard one.
MAY_USE = {
    "build_site": {"mkdocs", "jinja2"},
    "ledger.preview": {"mkdocs", "jinja2"},
    "ledger.pages": {"jinja2", "markupsafe"},
    "ledger.content": {"yaml"},
    "ledger.exports": {"feedgenerator", "xlsxwriter"},
    "ledger.gates": {"selectolax"},
    "ledger.importers": {"docx", "openpyxl", "pypdfium2", "selectolax", "xlsxwriter"},
    "charts": {"altair", "vl_convert", "fontTools", "pylopdf_fonts_zh_cn"},
}
# Files that talk to people in Chinese; everywhere else words belong to templates, dictionaries and docs.
SPEAKERS = (
    "hooks/ledger/problems.py",
    "hooks/ledger/cli.py",
    "hooks/ledger/commands/",
    "hooks/build_site.py",
)
DRAWERS = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}

MOST_LINES = 300
MOST_LINES_AT_THE_EDGE = 80
MOST_LINES_OF_A_FUNCTION = 50
MEDIAN_LINES_OF_A_FUNCTION = 8
MOST_COMMENTS_PER_100_LINES = 8


def in_root(file):
    return file.relative_to(ROOT).as_posix()


def module_of(file):
    """The name a file is imported by."""
    parts = file.relative_to(ROOT).with_suffix("").parts
    parts = parts[1:] if parts[0] == "hooks" else parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def layer_of(module):
    """The package, or the file directly in `ledger`, that a module belongs to."""
    parts = module.split(".")
    return ".".join(parts[:2]) if parts[0] == "ledger" else parts[0]


@cache
def tree_of(file):
    return ast.parse(file.read_text(encoding="utf-8"))


def imports(node):
    """Every module that is imported when the code runs, whether at its beginning or inside a function."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            yield from (alias.name for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            names = [f"{child.module}.{alias.name}" for alias in child.names]
            yield from (name if name in MODULES else child.module for name in names)
        elif not (isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test)):
            yield from imports(child)


MODULES = {module_of(file): file for file in SOURCES}
OWN = {module.split(".")[0] for module in MODULES}
IMPORTS = {module: set(imports(tree_of(file))) for module, file in MODULES.items()}


def functions(file):
    kinds = ast.FunctionDef | ast.AsyncFunctionDef
    return [node for node in ast.walk(tree_of(file)) if isinstance(node, kinds)]


def texts(file):
    """Every string constant that is no docstring, with its line."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree_of(file))
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree_of(file)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.lineno, node.value


def test_every_module_belongs_to_a_known_layer():
    assert {layer_of(module) for module in MODULES} - {"ledger"} <= set(MAY_IMPORT)


@pytest.mark.parametrize("layer", MAY_IMPORT)
def test_layer_imports_only_what_it_may(layer):
    found = {
        (module, name)
        for module, names in IMPORTS.items()
        if layer_of(module) == layer
        for name in names
        if name.split(".")[0] in OWN and layer_of(name) not in MAY_IMPORT[layer] | {layer}
    }
    assert set() == found


def test_each_library_is_imported_in_its_layer_only():
    found = {
        (module, library)
        for module, names in IMPORTS.items()
        for library in {name.split(".")[0] for name in names} - OWN - sys.stdlib_module_names
        if library not in MAY_USE.get(layer_of(module), set())
    }
    assert set() == found


def test_the_builder_is_started_in_one_place_beside_its_edge():
    users = [module for module, names in IMPORTS.items() if any(n.split(".")[0] == "mkdocs" for n in names)]
    beside = [module for module in users if module != "build_site"]
    assert len(beside) <= 1
    for module in beside:
        lazy = [node for node in functions(MODULES[module]) if any("mkdocs" in n for n in imports(node))]
        at_the_top = {
            name for node in tree_of(MODULES[module]).body if node not in lazy for name in imports(node)
        }
        assert len(lazy) == 1
        assert not any("mkdocs" in name for name in at_the_top)


def test_no_module_imports_itself_by_way_of_others():
    done, path = set(), []

    def visit(module):
        assert module not in path, " → ".join([*path[path.index(module) :], module])
        if module in done:
            return
        path.append(module)
        for name in sorted(IMPORTS[module] & set(MODULES)):
            visit(name)
        path.pop()
        done.add(module)

    for module in sorted(MODULES):
        visit(module)


def test_the_core_package_imports_nothing_by_itself():
    packages = [module for module, file in MODULES.items() if file.name == "__init__.py"]
    assert {module: set() for module in packages} == {module: IMPORTS[module] for module in packages}


def test_the_model_is_frozen_values_and_words():
    for file in (ROOT / "hooks/ledger/model").glob("*.py"):
        for node in tree_of(file).body:
            if isinstance(node, ast.ClassDef):
                marks = [ast.unparse(mark) for mark in (*node.decorator_list, *node.bases)]
                assert set(marks) & {"dataclass(frozen=True)", "Enum"}, f"{in_root(file)}: {node.name}"


def test_only_the_edge_stands_beside_the_core():
    # A file directly in hooks/ would hide a library of its name; with __init__.py each module had two names.
    assert sorted(path.name for path in (ROOT / "hooks").iterdir() if path.name != "__pycache__") == [
        "build_site.py",
        "ledger",
    ]


def test_every_file_of_the_core_with_behaviour_has_tests_of_its_name():
    cores = [f"hooks/ledger/{package}/" for package in ("model", "content", "analysis")]
    for file in SOURCES:
        if in_root(file).startswith(tuple(cores)) and functions(file):
            assert (ROOT / "tests/ledger" / file.parent.name / f"test_{file.name}").is_file(), in_root(file)


def test_the_linter_leaves_nothing_out():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["ruff"]
    # A bare name is left out wherever it stands in a path.
    left_out = {*settings.get("exclude", ()), *settings.get("extend-exclude", ())}
    parts = {part for file in [*SOURCES, *TESTS] for part in file.relative_to(ROOT).parts}
    assert left_out & parts == set()


def test_nothing_is_called_a_drawer():
    names = [in_root(file) for file in [*SOURCES, *TESTS]]
    assert [name for name in names if DRAWERS & set(re.split(r"[/_.]", name))] == []


def test_files_are_short():
    lengths = {in_root(file): file.read_text(encoding="utf-8").count("\n") for file in SOURCES}
    assert {name: length for name, length in lengths.items() if length > MOST_LINES} == {}
    assert lengths["hooks/build_site.py"] <= MOST_LINES_AT_THE_EDGE


def test_functions_are_short():
    lengths = {
        f"{in_root(file)}:{node.lineno} {node.name}": node.end_lineno - node.lineno + 1
        for file in SOURCES
        for node in functions(file)
    }
    assert {name: length for name, length in lengths.items() if length > MOST_LINES_OF_A_FUNCTION} == {}
    assert statistics.median(lengths.values()) <= MEDIAN_LINES_OF_A_FUNCTION


def test_comments_are_few():
    lines, comments = Counter(), Counter()
    for file in SOURCES:
        text = file.read_text(encoding="utf-8")
        tokens = tokenize.generate_tokens(io.StringIO(text).readline)
        lines[file] = text.count("\n")
        comments[file] = sum(token.type == tokenize.COMMENT for token in tokens)
        # A short file may need a few words more than its share.
        assert comments[file] <= 3 + MOST_COMMENTS_PER_100_LINES * lines[file] / 100, in_root(file)
    assert comments.total() <= MOST_COMMENTS_PER_100_LINES * lines.total() / 100


def test_no_markup_is_written_in_python():
    # A named group of a regular expression looks the same.
    tag = re.compile(r"(?<!\?P)</?[A-Za-z][A-Za-z0-9-]*[\s/>]")
    found = [f"{in_root(file)}:{line}" for file in SOURCES for line, text in texts(file) if tag.search(text)]
    assert found == []


def test_no_words_for_readers_are_written_in_python():
    units = yaml.safe_load((ROOT / "content/dictionary/units.yml").read_text(encoding="utf-8"))
    ids = {entry["id"] for name in ("units", "scales") for entry in units[name]}
    found = [
        f"{in_root(file)}:{line} {text}"
        for file in SOURCES
        if not in_root(file).startswith(SPEAKERS)
        for line, text in texts(file)
        if HAN.search(text) and text not in ids
    ]
    assert found == []


def tree_of_readme():
    """The paths of the tree in README.md with their remarks."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```[^\n]*\n(weijian-mingzhang/\n.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert len(blocks) == 1, "README.md needs one fenced block that begins with `weijian-mingzhang/`"
    above, found = [], {}
    for line in blocks[0].splitlines()[1:]:
        indent, name, remark = re.fullmatch(r"( *)(\S+)(?: {2,}(\S.*))?", line).groups()
        assert len(indent) % 2 == 0, line
        above[len(indent) // 2 - 1 :] = [name.rstrip("/")]
        assert len(above) == len(indent) // 2, line
        found["/".join(above)] = remark or ""
    return found


def tracked():
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True).stdout
    return [name for name in names.decode().split("\0") if name]


def test_every_path_of_the_readme_exists_and_has_a_remark():
    for path, remark in tree_of_readme().items():
        assert (ROOT / path).exists(), path
        assert HAN.search(remark), path


def test_the_readme_shows_everything_that_is_there():
    parents = ["", "hooks/ledger", "charts", "docs", "tests", "content"]
    there = {
        "/".join(parts[: depth + 1])
        for parts in (name.split("/") for name in tracked())
        for depth in range(len(parts))
        if "/".join(parts[:depth]) in parents
    }
    hidden = {path for path in there if path.endswith("__init__.py")}
    assert set() == there - hidden - set(tree_of_readme())
