"""What `build` and `serve` share: running the builder and saying in Chinese how it failed."""

import argparse
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ledger.commands.exit_code import ADVICE, ExitCode

if TYPE_CHECKING:
    from ledger.problems import Problem

_TAG = re.compile(r"(?<=[ \t])!\S+")
PROJECT = Path(__file__).resolve().parents[3]


def run_builder(arguments: argparse.Namespace, work: Callable[[], None]) -> int:
    """Do work that runs the builder, and turn its failures into words and an exit code.

    Args:
        arguments: the parsed command line.
        work: what to do.
    """
    from ledger.folders import BusyError, ForeignFolderError
    from ledger.publishing import BuilderError, ContentError, GateError
    from ledger.reports.text import as_text

    if problems := settings_problems(PROJECT):
        print("\n".join(as_text(problems, PROJECT)))
        print("没有生成网站，原来的网站没有改动。这是设置的错，不是内容的错：请把上面的输出发给维护者。")
        return ExitCode.TOOL
    try:
        work()
    except ContentError:
        print("没有生成网站，原来的网站没有改动。请按上面的“改法”修改后再运行。")
        return ExitCode.CONTENT
    except ForeignFolderError:
        print(f"{arguments.site_dir} 或它旁边的临时文件夹里有别的文件，不是以前生成的网站，所以没有改动。")
        print("请换一个空文件夹。")
        return ExitCode.TOOL
    except BusyError:
        print(f"另一个程序正在生成 {arguments.site_dir}，所以这次没有生成，也没有改动。请等它结束后再运行。")
        return ExitCode.TOOL
    except GateError as error:
        print("\n".join(map(str, error.problems)))
        print(f"生成的网站有 {len(error.problems)} 处问题，所以没有发布，原来的网站没有改动。")
        print("这多半不是内容的错：请把上面的输出发给维护者。")
        return ExitCode.TOOL
    except BuilderError as error:
        print(error.log if arguments.debug else "\n".join(error.warnings))
        print("没有生成网站，原来的网站没有改动。上面若有 WARNING 行，请改好 docs/ 里对应的页面；")
        print(f"若没有，{ADVICE}")
        return ExitCode.TOOL
    return ExitCode.GOOD


def settings_problems(project: Path) -> "list[Problem]":
    """Find what keeps `mkdocs.yml` from being read; what its settings mean, the builder checks.

    Args:
        project: the folder that it stands in.
    """
    from ledger.content.nodes import read_yaml
    from ledger.content.text import read_text

    text, problems = read_text(project / "mkdocs.yml", "mkdocs.yml")
    if text is None:
        return problems
    # Content may have no tags; here the builder reads them.
    plain = _TAG.sub(lambda tag: " " * len(tag.group()), text)
    return problems + read_yaml(plain, "mkdocs.yml")[1]
