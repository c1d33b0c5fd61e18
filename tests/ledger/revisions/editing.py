"""Two revisions of the small site: as it was published, and with some words of its files replaced."""

from ledger.analysis.findings import analyse
from ledger.content.loader import load_ledger
from ledger.exports.open_data import export_all
from ledger.revisions.comparison import Kind
from ledger.revisions.demand import Content, demands
from ledger.revisions.duty import Standing, judge_all
from ledger.revisions.snapshot import of_ledger
from tests.sites.small_site import write_small_site

IMMUNIZATION = "regions/alpha/2023/immunization.md"
NEXT_YEAR = "regions/alpha/2024/immunization.md"
BETA = "regions/beta/2023/immunization.md"
CORRECTIONS = "regions/alpha/corrections.yml"
M3 = "alpha-2023-immunization-m3"


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
    before = read(write(tmp_path / "before", added=published))
    content = write(tmp_path / "after", edits, {**(published or {}), **(added or {})})
    ledger = read(content)
    judged = judge_all(of_ledger(before), of_ledger(ledger))
    return judged, demands(judged, Content(content, ledger))


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
