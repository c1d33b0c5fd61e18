"""Two revisions of the small site: as it was published, and with some words of its files replaced."""

from ledger.analysis.findings import analyse
from ledger.content.loader import load_ledger
from ledger.exports.open_data import export_all
from ledger.revisions.comparison import Kind
from ledger.revisions.contradictions import contradictions
from ledger.revisions.demand import Content, demands
from ledger.revisions.duty import Standing, judge_all
from ledger.revisions.snapshot import of_ledger
from tests.sites.small_site import write_small_site

IMMUNIZATION = "regions/alpha/2023/immunization.md"
NEXT_YEAR = "regions/alpha/2024/immunization.md"
BETA = "regions/beta/2023/immunization.md"
CORRECTIONS = "regions/alpha/corrections.yml"
M2 = "alpha-2023-immunization-m2"
M3 = "alpha-2023-immunization-m3"
C3 = "alpha-2023-immunization-c3"

VALUE = (IMMUNIZATION, "value: 95.50", "value: 95.60")
# Edits of what was published, each with the record that it changes and what `field` of a correction calls it.
CHANGED = [
    (VALUE, M3, "value"),
    # What readers see has one digit less.
    ((IMMUNIZATION, "value: 95.50", "value: 95.5"), M3, "value"),
    ((IMMUNIZATION, "value: 1910, unit: 人", "value: 1910, unit: 个"), M2, "unit"),
    ((IMMUNIZATION, "value: 1910, unit", "value: 1910, qualifier: 约, unit"), M2, "qualifier"),
    ((IMMUNIZATION, "value: 1910", "value: redacted"), M2, "status"),
    ((IMMUNIZATION, "value: redacted", "value: 3"), "alpha-2023-immunization-m4", "status"),
    ((IMMUNIZATION, "value: 1910, unit", "value: 1910, period: 2023-H1, unit"), M2, "period"),
    ((IMMUNIZATION, "baseline: 9", "baseline: 8"), "alpha-2023-immunization-m5", "baseline"),
    (
        (IMMUNIZATION, "value: 1910, unit", "value: 1910, change: {value: 2, unit: 人}, unit"),
        M2,
        "change",
    ),
    # 1.8 of ten thousand is 18000, but it was not published so.
    (
        ("regions/alpha/2023/elderly-health.md", "value: 1.8, unit: 万人", "value: 18000, unit: 人"),
        "alpha-2023-elderly-health-m1",
        "value unit",
    ),
    ((NEXT_YEAR, "value: 93", "value: 94"), "alpha-2024-immunization-c1", "target"),
    ((NEXT_YEAR, 'op: ">=", value: 93', 'op: "<=", value: 93'), "alpha-2024-immunization-c1", "target"),
    ((NEXT_YEAR, "value: 40", "value: redacted"), "alpha-2024-immunization-c2", "target"),
    ((NEXT_YEAR, "due: 2024-12-31", "due: 2024-11-30"), "alpha-2024-immunization-c4", "due"),
    # The promise was published as done by its authority, and now as going on.
    ((IMMUNIZATION, "commitment: c3, claim: done", "commitment: c3, claim: progressing"), C3, "verdict"),
    # An outcome that was there was taken for the answer of nothing.
    ((IMMUNIZATION, "commitment: c3, claim", "claim"), C3, "verdict"),
]


def entry(*records, day="2024-06-01", region="alpha", **fields):
    """An entry of corrections.yml."""
    source = {"alpha": "alpha-2023-summary", "beta": "beta-2023-report"}[region]
    parts = {"record": f"[{', '.join(records)}]", "date": day, "what": "抄错了", "why": "看错一行"}
    parts |= {"source": source} | fields
    return "- {" + ", ".join(f"{name}: {value}" for name, value in parts.items()) + "}\n"


# A rate beside its numerator and denominator cannot be edited alone: the check would refuse it.
LOOSENED = (IMMUNIZATION, "    numerator: m2\n    denominator: m1\n", "")


def write(folder, edits=(), added=None):
    """Write the small site with words replaced, each as (file, old, new); None for new removes the file."""
    content = write_small_site(folder, replaced=added)
    for name, old, new in (LOOSENED, *edits):
        file = content / name
        if new is None:
            file.unlink()
            continue
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, old
        file.write_text(text.replace(old, new), encoding="utf-8")
    return content


def read(content):
    ledger, problems = load_ledger(content)
    assert problems == []
    return ledger


def judge(tmp_path, edits=(), added=None, published=None):
    """Judge an edited small site against the published one: what each record asks for, and the problems.

    Args:
        tmp_path: an empty folder.
        edits: words to replace.
        added: files that only the edited site has.
        published: files that both have.
    """
    before = of_ledger(read(write(tmp_path / "before", added=published)))
    content = write(tmp_path / "after", edits, {**(published or {}), **(added or {})})
    ledger = read(content)
    after, content = of_ledger(ledger), Content(content, ledger)
    judged = judge_all(before, after)
    return judged, [*demands(judged, content), *contradictions(before, after, content)]


def owed(judged):
    """The ids whose correction is owed."""
    return [item.difference.id for item in judged if item.standing is Standing.OWED]


def standings(judged, kind=Kind.CHANGED):
    """What the records that differ in one way ask for, by id."""
    return {item.difference.id: item.standing.value for item in judged if item.difference.kind is kind}


def write_data(folder, content):
    """Write the tables of a content folder as a site has them, and return the site's folder."""
    ledger = read(content)
    for name, text in export_all(ledger, analyse(ledger)).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text)
    return folder
