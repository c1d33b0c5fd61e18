"""Before content is added to: is it sound, is the region there, would it stay sound; then written whole."""

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ledger.commands.exit_code import ExitCode, StopError

if TYPE_CHECKING:
    from ledger.model.ledger import Ledger
    from ledger.problems import Problem


def sound_ledger(content: Path) -> "Ledger":
    """Load content that is to be added to.

    Args:
        content: the content folder.

    Raises:
        StopError: it has problems.
    """
    from ledger.content.loader import load_ledger

    ledger, problems = load_ledger(content)
    if ledger is None:
        raise StopError(f"内容有 {len(problems)} 处问题，先运行 ledger check 逐条改好。")
    return ledger


def require_region(content: Path, region: str) -> None:
    """Ask that a region has a folder, even one that holds nothing but drafts.

    Args:
        content: the content folder.
        region: region id.

    Raises:
        StopError: there is no such region.
    """
    from ledger.problems import nearest

    if (content / "regions" / region / "region.yml").is_file():
        return
    known = sorted(file.parent.name for file in (content / "regions").glob("*/region.yml"))
    near = nearest(region, known)
    meant = f"，是不是 {near}？" if near else "。"
    raise StopError(
        f"没有“{region}”这个地区{meant}已有：{'、'.join(known)}。\n新的地区先建：ledger new region {region}"
    )


def problems_after(content: Path, texts: Mapping[str, str], *, drafts: bool) -> "list[Problem]":
    """Load the content as it would be, and give what is wrong with it.

    Args:
        content: the content folder.
        texts: path below the content folder → new text.
        drafts: whether drafts are read too; then only the changed files are spoken of.
    """
    from ledger.content.loader import load_ledger

    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(shutil.copytree(content, Path(scratch) / content.resolve().name))
        for name, text in texts.items():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            (copy / name).write_bytes(text.encode())
        _, problems = load_ledger(copy, drafts=drafts)
    changed = {f"{copy.name}/{name}" for name in texts}
    return [problem for problem in problems if problem.path in changed or not drafts]


def require_sound(content: Path, texts: Mapping[str, str], told: str) -> None:
    """Ask that content stays sound.

    Args:
        content: the content folder.
        texts: path below the content folder → new text.
        told: what was about to happen.

    Raises:
        StopError: it would have problems, which are listed.
    """
    if texts and (problems := problems_after(content, texts, drafts=False)):
        listed = "\n".join(map(str, problems))
        raise StopError(f"{told}，内容检查通不过，所以一处也没有改：\n{listed}")


def write_texts(content: Path, texts: Mapping[str, str]) -> None:
    """Write changed files, all of them or none.

    Args:
        content: the content folder.
        texts: path below the content folder → new text.

    Raises:
        StopError: a file cannot be written.
    """
    from ledger.content.writing import write_files

    try:
        write_files({content / name: text for name, text in texts.items()})
    except OSError as error:
        told = f"写不了内容文件（{error.strerror}），所以一个也没有改动。看看磁盘和权限，再运行一次。"
        raise StopError(told, ExitCode.TOOL) from None
