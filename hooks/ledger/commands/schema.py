"""`ledger schema`: the JSON Schemas that help editors to complete and check content while it is written."""

import argparse

from ledger.commands.builder import PROJECT
from ledger.commands.exit_code import ExitCode

SCHEMAS = PROJECT / "docs" / "assets" / "schemas"


def add_arguments(options: argparse._ArgumentGroup) -> None:
    """Add the options of this command.

    Args:
        options: the group they belong to.
    """
    options.add_argument("--write", action="store_true", help="按现在的字段和词典重写这些文件")


def run(arguments: argparse.Namespace) -> int:
    """Say where the schemas are and whether they are up to date, or write them.

    Args:
        arguments: the parsed command line.

    Returns:
        1 if the dictionary is wrong or a schema is out of date, else 0.
    """
    from ledger.content.dictionary import read_dictionary
    from ledger.content.folder import Folder
    from ledger.content.schema import make_schemas, write_schema

    folder = Folder(arguments.content)
    dictionary = read_dictionary(folder)
    for problem in folder.problems:
        print(problem)
    if folder.problems:
        print("词典有错，没有生成字段说明文件。")
        return ExitCode.CONTENT
    is_current = True
    for name, schema in make_schemas(dictionary).items():
        file, text = SCHEMAS / f"{name}.json", write_schema(schema)
        if arguments.write:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        is_same = file.is_file() and file.read_text(encoding="utf-8") == text
        is_current = is_current and is_same
        print(f"{file.relative_to(PROJECT).as_posix()}{'' if is_same else '  （已过时，加 --write 重写）'}")
    return ExitCode.GOOD if is_current else ExitCode.CONTENT
