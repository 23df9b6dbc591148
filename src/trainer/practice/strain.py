"""Tells after which talks one needs to breathe out."""

from trainer.model.scenario import Mood
from trainer.practice.debrief import Debrief

# Where this is expected of the answer, the client has become abusive.
BOUNDARY = "set-boundary"


def was_hard(found: Debrief) -> bool:
    """Tell whether the client of a talk was abusive on the way that was taken, or furious at its end."""
    turns = found.scenario.turns
    abused = any(BOUNDARY in turns[step.turn].expected for step in found.path if step.turn in turns)
    return abused or found.moods[-1] is Mood.FURIOUS
