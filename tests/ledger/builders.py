"""Content folders and model values for tests: everything a test does not speak of has a plain default."""

import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

from ledger.content.loader import load_ledger
from ledger.model.commitment import Commitment, DueBasis
from ledger.model.dictionary import Dictionary
from ledger.model.indicator import Direction, Indicator
from ledger.model.ledger import Ledger, TopicYear
from ledger.model.measure import Measure, MeasureStatus
from ledger.model.outcome import Claim, Outcome
from ledger.model.period import Period
from ledger.model.quantity import Bound, Qualifier, Unit
from ledger.model.record import Key, Origin
from ledger.model.region import Region
from ledger.model.settings import Settings
from ledger.model.source import Source
from ledger.model.target import Operator, Target

MINIMAL_CONTENT = Path(__file__).parent / "minimal_content"
# The vocabularies have one list only, so even the minimal content takes the real one.
STATUSES = Path(__file__).parents[2] / "content" / "dictionary" / "statuses.yml"

SOURCE = "example-2023-summary"
BASE_UNITS = {
    "%": ("rate", "%"),
    "‰": ("rate", "‰"),
    "/10万": ("rate", "/10万"),
    "人": ("count", "人"),
    "张": ("count", "张"),
    "元": ("money", "元"),
}
SCALES = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}
BOUNDS = {"约": Bound.ABOUT, "近": Bound.UPPER, "以上": Bound.LOWER}


def write_content(folder, files):
    """Write the minimal content with some files added, replaced, or left out where the text is None."""
    content = folder / "content"
    shutil.copytree(MINIMAL_CONTENT, content)
    shutil.copy(STATUSES, content / "dictionary")
    for name, text in files.items():
        file = content / name
        if text is None:
            file.unlink()
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(text, Path):
            file.symlink_to(text)
            continue
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return content


def snapshot(folder):
    """Every file below a folder with its bytes: what a command that writes nothing must leave as it is."""
    return {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def load(folder, files):
    """Load the minimal content with some files changed: the ledger and its problems."""
    return load_ledger(write_content(folder, files))


def unit(written):
    """A unit such as 万人."""
    if written in BASE_UNITS:
        kind, base = BASE_UNITS[written]
        return Unit(written, base, kind)
    kind, base = BASE_UNITS[written[1:]]
    return Unit(written, base, kind, SCALES[written[0]])


def qualifier(word):
    """A qualifier such as 约, or None for None."""
    return Qualifier(word, BOUNDS[word], "before") if word else None


def key(local, year=2023, region="example", topic="elderly-health"):
    """The address of a record."""
    return Key(region, year, topic, local)


def origin(source=SOURCE):
    """A place in a document."""
    return Origin(source, "一、(一)")


def source(id_=SOURCE, *, period="2023", **changes):
    """A document; its year is that of its period unless given."""
    values = {
        "id": id_,
        "region": "example",
        "title": "工作总结",
        "kind": "summary",
        "year": int(period[:4]),
        "year_basis": "stated",
        "year_reason": "标题写明。",
        "period": Period.parse(period),
        "completeness": "whole",
        "legibility": "clean",
        "path": "content/regions/example/sources.yml",
    }
    return Source(**{**values, **changes})


def measure(
    value, unit_="%", word=None, *, local="m1", period="2023", year=2023, region="example", **changes
):
    """A figure: a number as text, or the name of a status."""
    is_open = value not in {"redacted", "not_reported"}
    return Measure(
        key(local, year, region),
        "数字",
        MeasureStatus.DISCLOSED if is_open else MeasureStatus(value),
        Decimal(value) if is_open else None,
        unit(unit_),
        Period.parse(period),
        origin(),
        qualifier=qualifier(word),
        **changes,
    )


def target(text, unit_="%"):
    """A target such as `>= 62`, `approx 2`, `<= redacted` or `yes`."""
    operator, _, value = text.partition(" ")
    if operator == "yes":
        return Target(Operator.YES)
    if value == "redacted":
        return Target(Operator(operator), None, unit(unit_), redacted=True)
    return Target(Operator(operator), Decimal(value), unit(unit_))


def commitment(goal=None, unit_="%", *, due="2023-12-31", local="c1", year=2023, region="example", **changes):
    """A promise; `due` is a day, or `ongoing`, or None where the document states none."""
    year_end = date(year, 12, 31)
    basis = {"ongoing": DueBasis.ONGOING, None: DueBasis.PLAN_YEAR}.get(due, DueBasis.STATED)
    return Commitment(
        key(local, year, region),
        "做一件事",
        date.fromisoformat(due) if basis is DueBasis.STATED else year_end,
        basis,
        origin(),
        target=target(goal, unit_) if goal else None,
        **changes,
    )


def outcome(claim, *, local="o1", source_=SOURCE, year=2023, **changes):
    """What an authority says was done."""
    return Outcome(key(local, year), "做了", Claim(claim), origin(source_), **changes)


def indicator(id_="management-rate", direction="higher", unit_="%"):
    """A definition."""
    return Indicator(
        id_,
        "elderly-health",
        "管理率",
        "管了几成",
        unit(unit_),
        Direction(direction),
        "定义",
        "举例",
        "content/dictionary/indicators/elderly-health.yml",
    )


def topic_year(records, *, year=2023, region="example"):
    """One content file holding some records, each in the list of its class."""

    def of(kind):
        return tuple(record for record in records if isinstance(record, kind))

    return TopicYear(
        region,
        year,
        "elderly-health",
        f"content/regions/{region}/{year}/elderly-health.md",
        of(Measure),
        of(Commitment),
        of(Outcome),
        tuple(record for record in records if not isinstance(record, Measure | Commitment | Outcome)),
        "",
    )


def ledger(*records, indicators=(), sources=(), regions=("example",), as_of="2024-04-03"):
    """A ledger of records, each in the file that its key names."""
    places = sorted({(record.key.region, record.key.year) for record in records})
    files = [
        topic_year(
            [record for record in records if (record.key.region, record.key.year) == (region, year)],
            year=year,
            region=region,
        )
        for region, year in places
    ]
    dictionary = Dictionary({}, {}, {}, SCALES, {}, {item.id: item for item in indicators})
    settings = Settings("明账", "一行", "编辑部", "CC", date.fromisoformat(as_of), "最近的文件")
    return Ledger(
        settings,
        dictionary,
        {name: Region(name, name, "district", "stated", None, None, "") for name in regions},
        {item.id: item for item in (sources or [source()])},
        tuple(files),
    )
