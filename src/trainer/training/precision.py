"""How often each prohibition is found justly, in labelled texts kept out of the choice of its bars."""

from collections import Counter
from collections.abc import Mapping, Sequence

from trainer.model.standard import Catalogue, Kind
from trainer.scoring.detect import Bars
from trainer.scoring.judge import Judge
from trainer.text.meaning import Reader
from trainer.training.calibrate import calibrate
from trainer.training.cases import Labelled, collect


def measure(catalogue: Catalogue, reader: Reader, labelled: Sequence[Labelled]) -> dict[str, tuple[int, int]]:
    """Return for each prohibition (found justly, found in all), each group judged with bars chosen on the others."""
    kinds = {s.id: str(s.kind) for s in catalogue.standards.values()}
    just: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for group in sorted({item.group for item in labelled}):
        rest = [item for item in labelled if item.group != group]
        judge = Judge(catalogue, reader)
        judge.bars = _bars(calibrate(collect(catalogue, reader, rest), kinds))
        for item in (item for item in labelled if item.group == group):
            broken = _broken(judge, item)
            found.update(broken)
            just.update(broken & item.found)
    prohibitions = (s.id for s in catalogue.of_kind(Kind.PROHIBITION))
    return {name: (just[name], found[name]) for name in prohibitions}


def _bars(chosen: Mapping[str, Mapping[str, float]]) -> dict[str, Bars]:
    return {name: Bars(**values) for name, values in chosen.items()}


def _broken(judge: Judge, item: Labelled) -> frozenset[str]:
    if item.setting.turn:
        return frozenset(judge.score(item.text, item.setting).violated) & item.judged
    return frozenset(finding.standard for finding in judge.read(item.text).violated) & item.judged
