"""How an answer moves the client's mood and patience."""

from trainer.model.scenario import Mood
from trainer.model.verdict import Verdict

# From this score on an answer does the client good; below the next two it annoys, then angers.
_PLEASING = 85
_ANNOYING = 60
_ANGERING = 35
# Below this score an answer costs patience even when it leaves nothing open.
_POOR = 40
# What a client takes personally: each costs a step of mood of its own.
_SEVERE = frozenset(
    {"rude", "familiar", "argue", "invalidate", "scold-client", "react-to-emotion", "abandon"}
)
_DEEPEST_FALL = -3


def moved(mood: Mood, verdict: Verdict) -> Mood:
    """Return the mood after an answer."""
    severe = len(_SEVERE.intersection(verdict.violated))
    change = _by_score(verdict.score)
    if severe:
        change = max(_DEEPEST_FALL, min(change, 0) - severe)
    return shifted(mood, change)


def shifted(mood: Mood, steps: int) -> Mood:
    """Return the mood some steps up or down, within its bounds."""
    return Mood(max(min(Mood), min(max(Mood), mood + steps)))


def tries_patience(verdict: Verdict, *, left_open: bool) -> bool:
    """Tell whether an answer costs the client patience."""
    return left_open or verdict.score < _POOR


def _by_score(score: int) -> int:
    if score >= _PLEASING:
        return 1
    if score >= _ANNOYING:
        return 0
    return -1 if score >= _ANGERING else -2
