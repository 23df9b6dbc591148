"""How often each prohibition is found justly, in labelled answers kept out of the choice of its bars."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from trainer.model.standard import Catalogue, Kind
from trainer.scoring.detect import Bars
from trainer.scoring.judge import Judge
from trainer.scoring.precision import Record, neighbours
from trainer.text.meaning import Reader
from trainer.training.calibrate import Case, calibrate
from trainer.training.cases import Labelled

Gathered = Sequence[tuple[Labelled, Mapping[str, Case]]]


def measure(catalogue: Catalogue, reader: Reader, gathered: Gathered) -> dict[str, Record]:
    """Return for each prohibition how often it was found, and how often justly.

    Each writer of answers, with a share of the clean replies, is judged with bars chosen on everything else. Phrases,
    half of which break their standard, would flatter: they only help to choose.
    """
    kinds = {s.id: str(s.kind) for s in catalogue.standards.values()}
    part = _parts(gathered)
    found: Counter[str] = Counter()
    just: Counter[str] = Counter()
    beside: Counter[str] = Counter()
    for group in sorted(set(part.values())):
        judge = Judge(catalogue, reader)
        rest = (cases for i, (_, cases) in enumerate(gathered) if part.get(i) != group)
        judge.bars = {name: Bars(**values) for name, values in calibrate(joined(rest), kinds).items()}
        for item in (item for i, (item, _) in enumerate(gathered) if part.get(i) == group):
            broken = _broken(judge, item)
            found.update(broken)
            just.update(broken & item.found)
            beside.update(name for name in broken - item.found if neighbours(name, item.found))
    prohibitions = (s.id for s in catalogue.of_kind(Kind.PROHIBITION))
    return {name: Record(found[name], just[name], beside[name]) for name in prohibitions}


def joined(cases: Iterable[Mapping[str, Case]]) -> dict[str, list[Case]]:
    """Return the cases of many texts, standard by standard."""
    out: dict[str, list[Case]] = defaultdict(list)
    for one in cases:
        for name, case in one.items():
            out[name].append(case)
    return dict(out)


def _parts(gathered: Gathered) -> dict[int, str]:
    """Return the part that each answer or clean reply is left out with, by its place."""
    writers = sorted({item.group for item, _ in gathered if item.setting.turn})
    parts: dict[int, str] = {}
    for i, (item, _) in enumerate(gathered):
        if item.setting.turn:
            parts[i] = item.group
        elif len(item.judged) > 1 and writers:
            parts[i] = writers[i % len(writers)]
    return parts


def _broken(judge: Judge, item: Labelled) -> frozenset[str]:
    if item.setting.turn:
        return frozenset(judge.score(item.text, item.setting).violated) & item.judged
    return frozenset(finding.standard for finding in judge.read(item.text).violated) & item.judged
