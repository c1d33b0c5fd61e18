"""Small content folders to spoil: one real topic file each, with everything that it needs and no more."""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from tests.ledger.builders import write_content

CONTENT = Path(__file__).parents[2] / "content"
# Between them these have targets, indicators, repairs, numerators, baselines, changes, qualifiers, masked and
# missing figures; the short run spoils only them.
CHOSEN = (
    "regions/huaibei-xx-district/2023/elderly-health.md",
    "regions/xx-city/2023/traditional-medicine.md",
    "regions/zhongshan/2014/digital-health.md",
    "regions/xx-city/2023/patient-experience.md",
)
_VOCABULARIES = ("dictionary/topics.yml", "dictionary/statuses.yml", "dictionary/units.yml")
_INDICATOR = re.compile(r"^ *indicator: *(\S+)", re.MULTILINE)


@dataclass(frozen=True)
class Sample:
    """A content folder with one topic file.

    Args:
        content: the folder.
        topic_file: the topic file, relative to it.
        files: text of every file by its name relative to the folder, the topic file first.
    """

    content: Path
    topic_file: str
    files: dict[str, str]

    def write(self, name: str, data: bytes) -> None:
        """Replace one file.

        Args:
            name: the file, relative to the folder.
            data: what it holds from now on.
        """
        (self.content / name).write_bytes(data)

    def restore(self, name: str) -> None:
        """Put one file back as it was, or take it away if there was none.

        Args:
            name: the file, relative to the folder.
        """
        if name in self.files:
            self.write(name, self.files[name].encode())
        else:
            (self.content / name).unlink()


def all_topic_files() -> list[str]:
    """Name every real topic file, relative to the content folder."""
    return sorted(file.relative_to(CONTENT).as_posix() for file in CONTENT.glob("regions/*/*/*.md"))


def write_sample(folder: Path, topic_file: str) -> Sample:
    """Write the content folder of one real topic file.

    Args:
        folder: where to make the folder `content`.
        topic_file: the topic file, relative to the real content folder.
    """
    region = "/".join(topic_file.split("/")[:2])
    text = (CONTENT / topic_file).read_text(encoding="utf-8")
    names = [topic_file, f"{region}/region.yml", f"{region}/sources.yml", "site.yml", *_VOCABULARIES]
    names += _indicator_files(set(_INDICATOR.findall(text)))
    for name in names:
        (folder / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(CONTENT / name, folder / "content" / name)
    files = {name: (CONTENT / name).read_text(encoding="utf-8") for name in names}
    return Sample(folder / "content", topic_file, files)


def _indicator_files(ids: set[str]) -> list[str]:
    found = []
    for file in sorted((CONTENT / "dictionary" / "indicators").glob("*.yml")):
        defined = set(re.findall(r"^- id: *(\S+)", file.read_text(encoding="utf-8"), re.MULTILINE))
        if defined & ids:
            found.append(file.relative_to(CONTENT).as_posix())
    return found


def write_minimal(folder: Path, topic_file: str, text: str) -> Sample:
    """Write the minimal content of the tests with one topic file, which is read three times as fast.

    Args:
        folder: where to make the folder `content`.
        topic_file: the topic file, relative to the content folder.
        text: what it holds.
    """
    content = write_content(folder, {topic_file: text})
    names = sorted(file.relative_to(content).as_posix() for file in content.rglob("*") if file.is_file())
    return Sample(content, topic_file, {name: (content / name).read_text(encoding="utf-8") for name in names})
