"""What `build` and `serve` share: running the builder and saying in Chinese how it failed."""

import argparse
from collections.abc import Callable
from pathlib import Path

from ledger.commands.exit_code import ADVICE, ExitCode

PROJECT = Path(__file__).resolve().parents[3]


def run_builder(arguments: argparse.Namespace, work: Callable[[], None]) -> int:
    """Do work that runs the builder, and turn its failures into words and an exit code.

    Args:
        arguments: the parsed command line.
        work: what to do.
    """
    from ledger.folders import BusyError, ForeignFolderError
    from ledger.publishing import BuilderError, ContentError, GateError

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
