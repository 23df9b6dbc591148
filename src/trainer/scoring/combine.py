"""From findings to points: deductions that add up exactly to the score, a grade, and the eight qualities."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from trainer.model.standard import Catalogue, Kind, Standard
from trainer.model.verdict import Deduction, Finding, Setting, Verdict
from trainer.scoring.context import Context
from trainer.scoring.explain import explain_missed, explain_violated
from trainer.scoring.severity import severity, weighed

# All expected obligations of a turn together are worth this many points; fitted, see docs/agreement.md.
OBLIGATIONS = 52
# Least score for the grades 5, 4, 3, 2; fitted together with the severity, see docs/decisions/0005.
GRADES = ((5, 94), (4, 74), (3, 44), (2, 18))


def combine(
    catalogue: Catalogue, context: Context, findings: Mapping[str, Finding], impression: float = 0.0,
    muted: Collection[str] = (),
) -> Verdict:  # fmt: skip
    """Make the verdict of one answer.

    ``impression`` is the grade 1-5 at first sight, 0 when there is none. What ``muted`` standards find is said
    without taking points.
    """
    expected = _expected(catalogue, context)
    missed = [s for s in expected if s.id not in findings]
    violated = [s for s in catalogue.of_kind(Kind.PROHIBITION) if s.id in findings]
    charged = [s for s in violated if s.points and s.id not in muted]
    prices = [d for s in missed if (d := _missed(s, expected, context)).points]
    prices += [_violated(s, findings[s.id]) for s in charged]
    factor = severity(sum(d.points for d in prices), impression, _answered(context))
    deductions = [
        replace(d, points=n) for d, n in zip(prices, weighed([d.points for d in prices], factor), strict=True)
    ]
    score = max(0, 100 - sum(d.points for d in deductions))
    given = tuple(f.id for f in context.setting.facts() if f.id in context.facts.given)
    return Verdict(
        text=context.text.typed,
        score=score,
        grade=grade_of(score),
        shown=tuple(s.id for s in expected if s.id in findings),
        missed=tuple(s.id for s in missed),
        violated=tuple(s.id for s in violated),
        given=given,
        missing=tuple(f.id for f in context.required_open),
        qualities=_qualities(expected, charged, prices),
        deductions=tuple(deductions),
        severity=factor,
        warnings=tuple(_violated(s, findings[s.id], 0) for s in violated if s.id in muted),
        praise=tuple(findings[s.id] for s in expected if s.id in findings),
    )


def _answered(context: Context) -> float:
    required = len(context.required)
    return 1 - len(context.required_open) / required if required else 1.0


def grade_of(score: int) -> int:
    """Return the grade 1-5 for a score 0-100."""
    return next((grade for grade, least in GRADES if score >= least), 1)


def _expected(catalogue: Catalogue, context: Context) -> list[Standard]:
    return [catalogue.standards[name] for name in expected_of(context.setting)]


def expected_of(setting: Setting) -> tuple[str, ...]:
    """Return the obligations expected here; a client who asks again wants just the answer."""
    if setting.turn is None:
        return ()
    return ("answer-fully",) if setting.asking else setting.turn.expected


def share(standard: Standard, expected: Sequence[Standard]) -> int:
    """Return the points that missing this obligation costs among the expected ones."""
    whole = sum(s.points for s in expected)
    return round(OBLIGATIONS * standard.points / whole) if whole else 0


def _missed(standard: Standard, expected: Sequence[Standard], context: Context) -> Deduction:
    points = share(standard, expected)
    if standard.id == "answer-fully":
        required = len(context.required)
        points = max(1, round(points * len(context.required_open) / required)) if required else points
    why = explain_missed(standard, context)
    return Deduction(standard.id, standard.quality, points, (), why, standard.fix, standard.source)


def _violated(standard: Standard, finding: Finding, points: int | None = None) -> Deduction:
    why = explain_violated(standard, finding)
    price = standard.points if points is None else points
    return Deduction(standard.id, standard.quality, price, finding.spans, why, standard.fix, standard.source,
                     finding.example)  # fmt: skip


def _qualities(
    expected: Sequence[Standard], violated: Sequence[Standard], deductions: Sequence[Deduction]
) -> dict[str, int]:
    """Each quality that the turn touches: 100 less the share of its points lost, violations in full."""
    lost = {d.standard: d.points for d in deductions}
    values: dict[str, int] = {}
    for quality in dict.fromkeys(s.quality for s in [*expected, *violated]):
        possible = sum(share(s, expected) for s in expected if s.quality == quality)
        missed = sum(lost.get(s.id, 0) for s in expected if s.quality == quality)
        broken = sum(lost.get(s.id, 0) for s in violated if s.quality == quality)
        values[quality] = max(0, round(100 - (100 * missed / possible if possible else 0) - broken))
    return values
