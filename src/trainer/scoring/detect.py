"""Is a standard shown or broken in an answer? Rules propose and veto, meaning fills what no rule foresaw."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from trainer.model.span import Span
from trainer.model.standard import Standard
from trainer.model.verdict import Finding
from trainer.scoring.context import Context
from trainer.scoring.rules.base import Hit, Role
from trainer.scoring.rules.kinds import KINDS
from trainer.text.meaning import Meaning


@dataclass(frozen=True, slots=True)
class Bars:
    """Probabilities from which meaning counts: alone, and beside a supporting rule; ``floor`` below which a
    rule's proposal is not believed."""

    alone: float = 0.5
    beside: float = 0.25
    floor: float = 0.0


def detect(standard: Standard, context: Context, meaning: Meaning | None, bars: Bars) -> Finding | None:
    """Return where the standard is shown or broken, or None."""
    hits = _hits(standard, context)
    if hits[Role.VETOES]:
        return None
    likely = meaning.likely(standard.id) if meaning else None
    if hits[Role.FINDS] and (likely is None or likely >= bars.floor):
        return _by_rule(standard.id, hits[Role.FINDS])
    if meaning is None or likely is None:
        return None
    if likely >= bars.alone:
        return Finding(standard.id, (_span(meaning, standard.id, context),), "meaning")
    if hits[Role.SUPPORTS] and likely >= bars.beside:
        return _by_rule(standard.id, hits[Role.SUPPORTS])
    return None


def _hits(standard: Standard, context: Context) -> Mapping[Role, list[Hit]]:
    hits: dict[Role, list[Hit]] = {role: [] for role in Role}
    for rule in standard.rules:
        role = Role(rule.options.get("role", Role.FINDS))
        hits[role].extend(KINDS[rule.kind].find(context, rule.options))
    return hits


def _by_rule(standard: str, hits: Sequence[Hit]) -> Finding:
    spans = merged(hit.span for hit in hits)
    why = next((hit.why for hit in hits if hit.why), "")
    return Finding(standard, spans, "rule", why)


def _span(meaning: Meaning, standard: str, context: Context) -> Span:
    span = meaning.span(standard)
    return span if span.end > span.start else Span(0, len(context.text.typed))


def merged(spans: Sequence[Span] | object) -> tuple[Span, ...]:
    """Join overlapping spans and sort them."""
    out: list[Span] = []
    for span in sorted(spans):  # type: ignore[call-overload]
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)
