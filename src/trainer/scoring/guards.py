"""What the answer as a whole, or the turn, says against a finding."""

from collections.abc import Callable, Mapping

from trainer.model.verdict import Finding
from trainer.scoring.context import Context
from trainer.text.meaning import Meaning
from trainer.text.pattern import search

Guard = Callable[[Finding, Context, Meaning | None], bool]


def stands(finding: Finding, context: Context, meaning: Meaning | None) -> bool:
    """Tell whether a finding still holds once the whole answer and the turn are looked at."""
    guard = _GUARDS.get(finding.standard)
    return guard is None or guard(finding, context, meaning)


def _not_settled(finding: Finding, context: Context, meaning: Meaning | None) -> bool:
    """Tell whether the talk still goes on: a farewell at the last turn is in place once its facts are answered."""
    turn = context.setting.turn
    return turn is None or not turn.last or bool(context.required_open)


def _leaves_open(finding: Finding, context: Context, meaning: Meaning | None) -> bool:
    """Tell whether something is left open: only then is a short answer curt."""
    turn = context.setting.turn
    return turn is None or bool(context.required_open) or not turn.facts


def _not_the_boundary(finding: Finding, context: Context, meaning: Meaning | None) -> bool:
    """Tell the boundary that a turn asks for from «успокойтесь», which is out of place anywhere."""
    turn = context.setting.turn
    if turn is None or "set-boundary" not in turn.expected:
        return True
    return any(search(p, context.text) for p in _CALM_DOWN)


_CALM_DOWN = (
    "(успокоиться|остыть|угомониться|утихомириться)",
    "(истерить|истерика|психовать|орать|кричать|беситься|нервничать)",
    "(сбавить|выдохнуть|полегче|потише)",
    "(держать|взять) себя в рука",
)
_GUARDS: Mapping[str, Guard] = {
    "premature-closing": _not_settled,
    "curt": _leaves_open,
    "react-to-emotion": _not_the_boundary,
}
