"""The long run: spoils real content and makes up inputs by the thousand, and prints what came of them.

Ends with 1 when there was a traceback, a hang, a loss in silence, an unsound report, or a file that took more
than a second. Such inputs are kept as files, each beside a text that says how it was made and what is wrong.
"""
# ruff: noqa: T201 -- a program whose result is what it prints

import argparse
import faulthandler
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random
from unicodedata import east_asian_width

import hypothesis
from hypothesis import HealthCheck, Phase

from ledger.site import build_site
from tests.fuzz import inputs, oracle
from tests.fuzz.judging import Finding, Input, Outcome, judge_input, judge_mutant, make_mutant
from tests.fuzz.mending import judge_meaning
from tests.fuzz.mutators import MUTATORS
from tests.fuzz.samples import Sample, all_topic_files, write_minimal, write_sample
from tests.fuzz.trial import guard, try_loading

MOST_SECONDS = 1
# One input in so many is read twice, is mended by machine, or is made into a site if it can be read.
_TWICE, _MEND, _BUILD = 10, 5, 10
_STEP = 500


@dataclass
class Tally:
    """What came of one kind of input.

    Args:
        about: what the kind is called.
        outcomes: how often each outcome came.
        slowest: the most processor time that one took, in seconds.
        failures: how many failed.
    """

    about: str
    outcomes: Counter[Outcome] = field(default_factory=Counter)
    slowest: float = 0.0
    failures: int = 0

    def row(self) -> list[str]:
        """The figures as they are printed."""
        counts = [self.outcomes.total(), *(self.outcomes[outcome] for outcome in Outcome), self.failures]
        return [self.about, *map(str, counts), f"{self.slowest:.2f}"]


@dataclass
class Run:
    """A run and what it has found so far.

    Args:
        kept: folder of the inputs that failed.
        tallies: by kind, in the order they came.
    """

    kept: Path
    tallies: dict[str, Tally] = field(default_factory=dict)
    done: int = 0

    def add(self, kind: str, finding: Finding) -> None:
        """Count a finding, and keep its input if it failed.

        Args:
            kind: which tally it belongs to.
            finding: what came of the input.
        """
        tally = self.tallies.setdefault(kind, Tally(kind))
        tally.outcomes[finding.outcome] += 1
        tally.slowest = max(tally.slowest, finding.seconds)
        faults = list(finding.faults)
        if finding.seconds > MOST_SECONDS:
            faults.append(f"took {finding.seconds:.2f} s")
        if faults:
            tally.failures += 1
            self._keep(finding.input, faults)
        self.done += 1
        if self.done % _STEP == 0:
            print(f"  已试 {self.done} 个，失败 {self.failures} 个", flush=True)

    @property
    def failures(self) -> int:
        """How many inputs failed."""
        return sum(tally.failures for tally in self.tallies.values())

    def _keep(self, input_: Input, faults: list[str]) -> None:
        folder = self.kept / f"{self.failures:04}"
        folder.mkdir(parents=True)
        (folder / Path(input_.file).name).write_bytes(input_.data)
        (folder / "reason.txt").write_text("\n".join([input_.origin, *faults, ""]), encoding="utf-8")


def main() -> int:
    """Run what was asked for and print the table."""
    parser = argparse.ArgumentParser(description="用改坏的真实内容和随意编造的输入检验读内容的程序。")
    parser.add_argument("--mutants", type=int, default=3000, help="改坏多少个真实内容文件")
    parser.add_argument("--inputs", type=int, default=10_000, help="编造多少个输入")
    parser.add_argument("--seed", type=int, default=1, help="随机数的起点；同一起点得到同样的输入")
    options = parser.parse_args()
    # The last resort where no Python code runs any more; the file that was being read is still in its folder.
    faulthandler.enable()
    kept = Path(tempfile.mkdtemp(prefix="ledger-fuzz-"))
    run = Run(kept)
    print(f"失败的输入会放在 {kept}", flush=True)
    with tempfile.TemporaryDirectory(dir=kept) as scratch:
        _run_mutants(run, Path(scratch), options.mutants, options.seed)
        _run_inputs(run, Path(scratch), options.inputs, options.seed)
    _print_table([*run.tallies.values()])
    if run.failures:
        print(f"失败 {run.failures} 个，输入和原因在 {kept}")
        return 1
    kept.rmdir()
    return 0


def _run_mutants(run: Run, scratch: Path, wanted: int, seed: int) -> None:
    if not wanted:
        return
    print(f"改坏真实内容：{wanted} 个，{len(MUTATORS)} 种改法…", flush=True)
    samples = [*_samples(scratch / "samples")]
    changed = 0
    for number, (sample, before, mutant, name) in enumerate(_mutants(samples, seed)):
        if number == wanted:
            return
        finding = judge_mutant(sample, mutant, name, before, times=2 if number % _TWICE == 0 else 1)
        run.add(MUTATORS[name].about, finding)
        if number % _MEND == 0 and (mended := judge_meaning(sample, mutant, name, before)):
            run.add("（自动改好后再读）", mended)
        changed += finding.outcome is Outcome.OTHER
        if finding.outcome is Outcome.OTHER and changed % _BUILD == 0:
            run.add("（读成别的内容后生成网站）", _build(sample, mutant, scratch / "charts"))


def _samples(folder: Path) -> Iterator[tuple[Sample, dict[str, object]]]:
    """Every real topic file that is good content without the others."""
    for number, topic_file in enumerate(all_topic_files()):
        sample = write_sample(folder / str(number), topic_file)
        if ledger := try_loading(sample.content).ledger:
            yield sample, oracle.leaves(ledger)


def _mutants(
    samples: list[tuple[Sample, dict[str, object]]], seed: int
) -> Iterator[tuple[Sample, dict[str, object], Input, str]]:
    """All mutators in turn, each time on another sample; of its files the topic file most often."""
    random = Random(seed)  # noqa: S311 -- to be repeated, not to be guessed
    for number in count():
        for name in MUTATORS:
            sample, before = random.choice(samples)
            file = sample.topic_file if random.random() < 0.6 else random.choice([*sample.files])
            mutant = make_mutant(sample, file, name, seed + number)
            if mutant is not None:
                yield sample, before, mutant, name


def _build(sample: Sample, mutant: Input, charts: Path) -> Finding:
    """Content that passes must become a site."""
    sample.write(mutant.file, mutant.data)
    try:
        with guard():
            build_site(sample.content, charts)
    except Exception as error:  # noqa: BLE001 -- whatever it is, it is what we look for
        return Finding(mutant, Outcome.TRACEBACK, 0.0, (f"building the site: {error!r}",))
    finally:
        sample.restore(mutant.file)
    return Finding(mutant, Outcome.OTHER, 0.0, ())


def _run_inputs(run: Run, scratch: Path, wanted: int, seed: int) -> None:
    if not wanted:
        return
    print(f"编造输入：{wanted} 个，{len(inputs.INPUTS)} 种…", flush=True)
    sample = write_minimal(scratch, inputs.TOPIC_FILE, inputs.GOOD_FRONT_MATTER)
    share = -(-wanted // len(inputs.INPUTS))
    for kind, strategy in inputs.INPUTS.items():
        _run_kind(run, sample, kind, strategy, share, seed)


def _run_kind(
    run: Run, sample: Sample, kind: str, strategy: hypothesis.strategies.SearchStrategy, share: int, seed: int
) -> None:
    @hypothesis.seed(seed)
    @hypothesis.settings(
        max_examples=share,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=[*HealthCheck],
    )
    @hypothesis.given(strategy)
    def judge(pair: tuple[str, bytes]) -> None:
        times = 2 if run.done % _TWICE == 0 else 1
        run.add(kind, judge_input(sample, Input(*pair, f"{kind} {seed}"), times))

    judge()


def _print_table(tallies: list[Tally]) -> None:
    total = Tally("合计")
    for tally in tallies:
        total.outcomes += tally.outcomes
        total.failures += tally.failures
        total.slowest = max(total.slowest, tally.slowest)
    head = ["输入", "个数", *(outcome.value for outcome in Outcome), "失败", "最慢(秒)"]
    rows = [head, *(tally.row() for tally in [*tallies, total])]
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    for first, *others in rows:
        cells = [" " * (wide - _width(cell)) + cell for cell, wide in zip(others, widths[1:], strict=True)]
        print("  ".join([first + " " * (widths[0] - _width(first)), *cells]))


def _width(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


if __name__ == "__main__":
    sys.exit(main())
