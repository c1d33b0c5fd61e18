"""One input: a file of a sample is replaced, the folder is read, the file put back, the outcome judged."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from random import Random

from tests.fuzz import oracle
from tests.fuzz.mutators import MUTATORS
from tests.fuzz.samples import Sample
from tests.fuzz.trial import Trial, try_loading


class Outcome(Enum):
    """What came of an input."""

    DIAGNOSED = "报出问题"
    SAME = "读成同样的内容"
    OTHER = "读成别的内容"
    TRACEBACK = "程序出错"
    HANG = "没有读完"


@dataclass(frozen=True)
class Input:
    """One file to be read in place of a good one.

    Args:
        file: the file, relative to the content folder.
        data: what it holds.
        origin: how it was made, to make it again.
    """

    file: str
    data: bytes
    origin: str


@dataclass(frozen=True)
class Finding:
    """An input that was tried.

    Args:
        input: what was tried.
        outcome: what came of it.
        seconds: processor time of reading the folder once.
        faults: what should not have happened.
    """

    input: Input
    outcome: Outcome
    seconds: float
    faults: tuple[str, ...]


def make_mutant(sample: Sample, file: str, name: str, seed: int) -> Input | None:
    """Spoil one file, the same way for the same seed.

    Args:
        sample: the content folder.
        file: the file, relative to it.
        name: the mutator.
        seed: what chance begins with.
    """
    random = Random(f"{file} {name} {seed}")  # noqa: S311 -- to be repeated, not to be guessed
    spoiled = MUTATORS[name].mutate(sample.files[file], random)
    if spoiled is None or spoiled == sample.files[file]:
        return None
    data = spoiled.encode() if isinstance(spoiled, str) else spoiled
    return Input(file, data, f"{sample.topic_file} {file} {name} {seed}")


def read(sample: Sample, input_: Input, times: int = 1) -> list[Trial]:
    """Read a sample with one file replaced, and put the file back.

    Args:
        sample: the content folder.
        input_: the file.
        times: how often to read it.
    """
    sample.write(input_.file, input_.data)
    try:
        return [try_loading(sample.content) for _ in range(times)]
    finally:
        sample.restore(input_.file)


def judge_mutant(
    sample: Sample, input_: Input, name: str, before: dict[str, object], times: int = 1
) -> Finding:
    """Read a mutant and say what came of it.

    Args:
        sample: the content folder.
        input_: the mutant.
        name: the mutator.
        before: leaves of the unspoiled ledger.
        times: how often to read it.
    """
    trials = read(sample, input_, times)
    after = oracle.leaves(trials[0].ledger)
    outcome = outcome_of(trials[0], is_same=oracle.is_same(before, after))
    faults = [*common_faults(sample, input_, trials)]
    mutator = MUTATORS[name]
    if outcome is Outcome.OTHER:
        spoiled = input_.data.decode("utf-8-sig")
        removed, added = oracle.difference(sample.files[input_.file], spoiled)
        faults += oracle.silent_losses(mutator, before, after, removed, added)
    if mutator.harmless and outcome is not Outcome.SAME:
        faults.append(f"harmless, yet: {outcome.name} {[str(problem) for problem in trials[0].problems][:2]}")
    return Finding(input_, outcome, max(trial.seconds for trial in trials), tuple(faults))


def judge_input(sample: Sample, input_: Input, times: int = 1) -> Finding:
    """Read an input that was made from nothing; the same means the same as to a plain reader of YAML.

    Args:
        sample: the content folder.
        input_: the input.
        times: how often to read it.
    """
    trials = read(sample, input_, times)
    ledger = trials[0].ledger
    misread = [*oracle.misread(ledger, f"content/{input_.file}", input_.data)] if ledger else []
    outcome = outcome_of(trials[0], is_same=not misread)
    faults = [*common_faults(sample, input_, trials), *misread]
    return Finding(input_, outcome, max(trial.seconds for trial in trials), tuple(faults))


def outcome_of(trial: Trial, *, is_same: bool) -> Outcome:
    """Name what came of an input.

    Args:
        trial: the reading.
        is_same: whether what was read is what is read from the good file.
    """
    if trial.hung:
        return Outcome.HANG
    if trial.traceback:
        return Outcome.TRACEBACK
    if trial.problems:
        return Outcome.DIAGNOSED
    return Outcome.SAME if is_same else Outcome.OTHER


def common_faults(sample: Sample, input_: Input, trials: list[Trial]) -> Iterator[str]:
    """Say what is wrong whatever the input was.

    Args:
        sample: the content folder.
        input_: the file that was replaced in it.
        trials: every reading of it.
    """
    first = trials[0]
    if first.hung:
        yield "did not end"
    elif first.traceback:
        yield first.traceback
    elif (first.ledger is None) != bool(first.problems):
        yield "neither a ledger nor a problem, or both"
    files = {f"content/{name}": text.encode() for name, text in sample.files.items()}
    files[f"content/{input_.file}"] = input_.data
    yield from oracle.unsound(first.problems, files, str(sample.content.parent))
    for again in trials[1:]:
        said = [[str(problem) for problem in trial.problems] for trial in (first, again)]
        if said[0] != said[1]:
            yield f"not the same the second time: {said}"
