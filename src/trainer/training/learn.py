"""Learns from what mentors have said: bars fitted anew, kept only where agreement falls nowhere.

The bars in use are where the search begins, so a standard nobody argued about stays as it is, and one that
was argued about moves only for a gain that outweighs all the labelled texts at hand.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from trainer.model.standard import Catalogue, Kind
from trainer.model.verdict import Setting
from trainer.scoring.agreement import Counts, compare, micro
from trainer.scoring.detect import Bars
from trainer.scoring.judge import NEED_A_TURN, Judge
from trainer.team.objections import Label, latest
from trainer.text.meaning import Reader
from trainer.training.calibrate import BETA, Case, better_bars
from trainer.training.cases import Labelled, collect_one

# A word of the centre's own mentors counts for more than that of strangers.
OURS = 3.0
# Found by facts alone, or by a bar of their own.
_WITHOUT_BARS = frozenset({"answer-fully", "wrong-fact"})
GROUPS = (Kind.PROHIBITION, Kind.OBLIGATION)
Figures = Mapping[str, Mapping[str, float]]
"""By set and group (a kind of standard) the F1 0..1; where there is nothing to find, the share of clean texts."""


@dataclass(frozen=True, slots=True)
class Learned:
    """What came of it: the bars that change, those that had to stay, and the figures before and after.

    ``beyond`` are standards that mentors see otherwise and no bar within reach can help: there the network is sure.
    """

    changes: Mapping[str, Bars]
    refused: tuple[str, ...]
    before: Figures
    after: Figures
    beyond: tuple[str, ...] = ()


@dataclass(slots=True)
class _Seen:
    """A labelled text, which set it is of, the evidence in it, what the judge finds."""

    group: str
    item: Labelled
    cases: Mapping[str, Case]
    found: frozenset[str] = frozenset()


def as_items(
    labels: Sequence[Label], setting_of: Callable[[str, str], Setting | None], known: Catalogue
) -> list[Labelled]:
    """Return the labels that count as texts with what was judged in each; standards of packs are left out.

    ``setting_of`` gives the setting of a scenario and a turn, None where they are gone: then what needs a turn is
    left out too.
    """
    texts: dict[tuple[str, str, str], dict[str, bool]] = defaultdict(dict)
    for label in latest(labels):
        texts[label.text, label.scenario, label.turn][label.standard] = label.found
    items = []
    for (text, scenario, turn), said in texts.items():
        setting = setting_of(scenario, turn)
        judged = frozenset(
            name for name in said if name in known.standards and (setting or name not in NEED_A_TURN)
        )
        if judged:
            found = frozenset(name for name in judged if said[name])
            items.append(Labelled(text, setting or Setting(), judged, found, OURS))
    return items


class Lesson:
    """The labelled sets with the evidence in them; slow to make, quick to try bars on."""

    def __init__(
        self,
        catalogue: Catalogue,
        reader: Reader,
        bars: Mapping[str, Bars],
        sets: Mapping[str, Sequence[Labelled]],
    ) -> None:
        """``bars`` are those in use, ``sets`` the labelled texts by the name of their set."""
        self._catalogue = catalogue
        self._bars = dict(bars)
        self._judge = Judge(catalogue, reader)
        self._judge.bars = dict(bars)
        self._seen = [
            _Seen(name, item, collect_one(catalogue, reader, item))
            for name, items in sets.items()
            for item in items
        ]
        for seen in self._seen:
            seen.found = _found(self._judge, seen.item)

    def differing(self, group: str) -> list[tuple[Labelled, frozenset[str]]]:
        """Return the texts of a set with the standards that people and the judge see differently."""
        own = (seen for seen in self._seen if seen.group == group)
        return [(seen.item, (seen.found ^ seen.item.found) & seen.item.judged) for seen in own]

    def fit(self, argued: Iterable[str], ours: str) -> Learned:
        """Fit the bars of these standards; what would make agreement on any set fall is left as it is.

        ``ours`` is the set that mentors of this centre have marked: a bar moves only where that brings it nearer to them.
        """
        before = self._figures([seen.found for seen in self._seen])
        changes, beyond = self._candidates(argued, ours)
        refused: list[str] = []
        while changes:
            found = self._with(changes)
            after = self._figures(found)
            fallen = [(name, kind) for name in before for kind in GROUPS if _fell(before, after, name, kind)]
            if not fallen:
                return Learned(changes, tuple(refused), before, after, beyond)
            guilty = self._guilty({name for name, _ in fallen}, changes, found) or set(changes)
            refused += sorted(guilty)
            changes = {name: bars for name, bars in changes.items() if name not in guilty}
        return Learned({}, tuple(refused), before, before, beyond)

    def _candidates(self, argued: Iterable[str], ours: str) -> tuple[dict[str, Bars], tuple[str, ...]]:
        """Return the bars to try, and the standards where none would bring the judge nearer to the mentors."""
        found, beyond = {}, []
        for name in sorted(set(argued) & self._catalogue.standards.keys() - _WITHOUT_BARS):
            cases = [seen.cases[name] for seen in self._seen if name in seen.cases]
            own = [seen.cases[name] for seen in self._seen if seen.group == ours and name in seen.cases]
            now = self._bars.get(name, Bars())
            best = better_bars(cases, BETA[str(self._catalogue.standards[name].kind)], now)
            # A gain on the examples alone is none that a mentor has asked for.
            if _wrong(own, best) < _wrong(own, now):
                found[name] = best
            elif _wrong(own, now):
                beyond.append(name)
        return found, tuple(beyond)

    def _with(self, changes: Mapping[str, Bars]) -> list[frozenset[str]]:
        """Return what the judge finds with these bars; judged anew only where a bar makes a difference."""
        self._judge.bars = {**self._bars, **changes}
        found = []
        for seen in self._seen:
            moved = any(
                case.evidence.found(changes[name]) != case.evidence.found(self._bars.get(name, Bars()))
                for name, case in seen.cases.items()
                if name in changes
            )
            found.append(_found(self._judge, seen.item) if moved else seen.found)
        self._judge.bars = dict(self._bars)
        return found

    def _guilty(
        self, sets: set[str], changes: Mapping[str, Bars], found: Sequence[frozenset[str]]
    ) -> set[str]:
        """Return the changed standards that got worse in one of these sets."""
        now = self._counts([seen.found for seen in self._seen])
        then = self._counts(found)
        worse = (
            name
            for name in changes
            for group in sets
            if _errors(then[group].get(name, Counts())) > _errors(now[group].get(name, Counts()))
        )
        return set(worse)

    def _counts(self, found: Sequence[frozenset[str]]) -> dict[str, dict[str, Counts]]:
        total: dict[str, dict[str, Counts]] = defaultdict(lambda: defaultdict(Counts))
        for seen, names in zip(self._seen, found, strict=True):
            judged = seen.item.judged
            total[seen.group]  # a set with no finding at all is a set
            for name, counts in compare(seen.item.found & judged, names & judged).items():
                total[seen.group][name] += counts
        return total

    def _figures(self, found: Sequence[frozenset[str]]) -> dict[str, dict[str, float]]:
        return {
            group: {str(kind): self._figure(group, micro(self._of(kind, counts))) for kind in GROUPS}
            for group, counts in self._counts(found).items()
        }

    def _figure(self, group: str, counts: Counts) -> float:
        """Return the F1; in texts that break nothing it would always be 0, so there false alarms are counted."""
        if counts.support:
            return counts.f1 or 0.0
        return 1 - counts.extra / sum(seen.group == group for seen in self._seen)

    def _of(self, kind: Kind, counts: Mapping[str, Counts]) -> list[Counts]:
        return [one for name, one in counts.items() if self._catalogue.standards[name].kind is kind]


def _wrong(cases: Iterable[Case], bars: Bars) -> int:
    return sum(case.evidence.found(bars) is not case.label for case in cases)


def _fell(before: Figures, after: Figures, group: str, kind: Kind) -> bool:
    return after[group][str(kind)] < before[group][str(kind)] - 1e-9


def _errors(counts: Counts) -> int:
    return counts.extra + counts.lost


def _found(judge: Judge, item: Labelled) -> frozenset[str]:
    if item.setting.turn:
        verdict = judge.score(item.text, item.setting)
        return frozenset((*verdict.shown, *verdict.violated))
    reading = judge.read(item.text)
    return frozenset(finding.standard for finding in (*reading.shown, *reading.violated))
