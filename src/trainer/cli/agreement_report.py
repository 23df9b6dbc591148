"""Gathers what the judge says of labelled items into the figures of agreement."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from trainer.cli.labelled import LabelledAnswer, LabelledPhrase
from trainer.model.verdict import Reading, Verdict
from trainer.scoring import agreement
from trainer.scoring.agreement import Counts

GROUPS = ("obligations", "prohibitions", "facts")
GROUPINGS: Mapping[str, Callable[[LabelledAnswer], str]] = {
    "hand": lambda answer: answer.hand or "-",
    "scenario": lambda answer: answer.scenario.id,
    "grade": lambda answer: str(answer.grade),
}


@dataclass(frozen=True, slots=True)
class JudgedAnswer:
    """A labelled answer beside its verdict."""

    answer: LabelledAnswer
    verdict: Verdict

    def counts(self, group: str) -> dict[str, Counts]:
        """Return the counts of one group; a fact is named with its scenario and turn."""
        answer, verdict = self.answer, self.verdict
        if group == "obligations":
            return agreement.compare(answer.shown, set(verdict.shown).intersection(answer.turn.expected))
        if group == "prohibitions":
            return agreement.compare(answer.violated, set(verdict.violated))
        place = f"{answer.scenario.id}/{answer.turn.id}/"
        facts = agreement.compare(answer.facts, set(verdict.given))
        return {place + name: counts for name, counts in facts.items()}


@dataclass(frozen=True, slots=True)
class JudgedPhrase:
    """A labelled phrase beside its reading."""

    phrase: LabelledPhrase
    reading: Reading

    @property
    def judged(self) -> bool:
        """Whether we say that the phrase shows or breaks its standard."""
        findings = (*self.reading.shown, *self.reading.violated)
        return any(finding.standard == self.phrase.standard for finding in findings)

    @property
    def right(self) -> bool:
        """Whether we say what people say."""
        return self.judged == self.phrase.label

    def counts(self) -> Counts:
        """Return the counts of this phrase."""
        label, judged = self.phrase.label, self.judged
        return Counts(int(label and judged), int(judged and not label), int(label and not judged))


def report(answers: Sequence[JudgedAnswer], phrases: Sequence[JudgedPhrase], by: str = "") -> dict[str, Any]:
    """Return all figures as one JSON-ready record; a figure that is undefined is None."""
    fields: dict[str, Any] = {"answers": len(answers)}
    if answers:
        fields |= _figures(answers)
        fields["standards"] = _standards(answers)
        fields["facts_by_id"] = {key: _row(item) for key, item in _summed(answers, "facts").items()}
    if answers and by:
        fields["by"] = {by: _split(answers, GROUPINGS[by])}
    if phrases:
        fields["phrases"] = _phrases(phrases)
    return fields


def _figures(answers: Sequence[JudgedAnswer]) -> dict[str, Any]:
    grades = [item.answer.grade for item in answers]
    ours = [item.verdict.grade for item in answers]
    scores = [item.verdict.score for item in answers]
    return {
        **{group: _group(_summed(answers, group).values()) for group in GROUPS},
        "grade": {
            "qwk": _rounded(agreement.quadratic_kappa(grades, ours)),
            "spearman": _rounded(agreement.spearman(grades, ours)),
            "mae": _rounded(agreement.mean_error(grades, ours)),
            "within_one": _rounded(agreement.within(grades, ours)),
        },
        "score": {"spearman": _rounded(agreement.spearman(grades, scores))},
    }


def _group(counts: Iterable[Counts]) -> dict[str, Any]:
    counts = list(counts)
    return {"micro": _row(agreement.micro(counts)), "macro_f1": _rounded(agreement.macro_f1(counts))}


def _summed(answers: Iterable[JudgedAnswer], group: str) -> dict[str, Counts]:
    """Return the counts by label, in the order of the labels' names."""
    total: dict[str, Counts] = defaultdict(Counts)
    for item in answers:
        for name, counts in item.counts(group).items():
            total[name] += counts
    return dict(sorted(total.items()))


def _standards(answers: Sequence[JudgedAnswer]) -> dict[str, Any]:
    return {
        name: {"group": group, **_row(counts)}
        for group in ("obligations", "prohibitions")
        for name, counts in _summed(answers, group).items()
    }


def _split(answers: Sequence[JudgedAnswer], key: Callable[[LabelledAnswer], str]) -> dict[str, Any]:
    parts: dict[str, list[JudgedAnswer]] = defaultdict(list)
    for item in answers:
        parts[key(item.answer)].append(item)
    return {name: {"answers": len(part), **_figures(part)} for name, part in sorted(parts.items())}


def _phrases(phrases: Sequence[JudgedPhrase]) -> dict[str, Any]:
    parts: dict[str, list[JudgedPhrase]] = defaultdict(list)
    for item in phrases:
        parts[item.phrase.standard].append(item)
    return {
        **_phrase_row(phrases),
        "by_standard": {name: _phrase_row(part) for name, part in sorted(parts.items())},
    }


def _phrase_row(phrases: Sequence[JudgedPhrase]) -> dict[str, Any]:
    accuracy = agreement.mean([item.right for item in phrases])
    counts = agreement.micro(item.counts() for item in phrases)
    return {"count": len(phrases), "accuracy": _rounded(accuracy), **_row(counts)}


def _row(counts: Counts) -> dict[str, Any]:
    return {
        "support": counts.support,
        "found": counts.found,
        "precision": _rounded(counts.precision),
        "recall": _rounded(counts.recall),
        "f1": _rounded(counts.f1),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
