"""One mutant mended by machine: it loses nothing in silence either, and mending it again changes nothing."""

from collections.abc import Iterator

from ledger.content.fixes import fix_text
from tests.fuzz.judging import Finding, Input, Outcome, judge_mutant
from tests.fuzz.samples import Sample


def judge_mended(sample: Sample, mutant: Input, name: str, before: dict[str, object]) -> Finding | None:
    """Mend a mutant and say what came of it, or None where there was nothing to mend.

    Args:
        sample: the content folder.
        mutant: the mutant.
        name: the mutator.
        before: leaves of the unspoiled ledger.
    """
    in_front_matter = mutant.file.endswith(".md")
    mended, changes = fix_text(mutant.data, in_front_matter=in_front_matter)
    if mended is None or not changes:
        return None
    input_ = Input(mutant.file, mended.encode("utf-8", "surrogatepass"), f"{mutant.origin} --fix")
    finding = judge_mutant(sample, input_, name, before)
    again = fix_text(mended, in_front_matter=in_front_matter)
    faults = [*finding.faults, *_unlisted(mutant.data.decode(), mended, {change.line for change in changes})]
    if again != (mended, []):
        faults.append(f"mended again: {again[1]}")
    return Finding(input_, finding.outcome, finding.seconds, tuple(faults))


def _unlisted(spoiled: str, mended: str, listed: set[int]) -> Iterator[str]:
    """Only the lines that are told may change."""
    before = spoiled.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    after = mended.split("\n")
    if len(before) != len(after):
        yield f"{len(before)} lines became {len(after)}"
    for number, (old, new) in enumerate(zip(before, after, strict=False), 1):
        if old != new and number not in listed:
            yield f"line {number} changed untold: {old!r} → {new!r}"


def judge_meaning(sample: Sample, mutant: Input, name: str, before: dict[str, object]) -> Finding | None:
    """Mend a mutant that could be read as it was: it must go on saying the same.

    Args:
        sample: the content folder.
        mutant: the mutant.
        name: the mutator.
        before: leaves of the unspoiled ledger.
    """
    mended = judge_mended(sample, mutant, name, before)
    if mended is None:
        return None
    read = judge_mutant(sample, mutant, name, before)
    if read.outcome not in {Outcome.SAME, Outcome.OTHER} or read.outcome is mended.outcome:
        return mended
    fault = f"could be read before: {read.outcome.name} → {mended.outcome.name}"
    return Finding(mended.input, mended.outcome, mended.seconds, (*mended.faults, fault))
