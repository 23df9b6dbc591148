"""What was practised as statements of xAPI 1.0.3; pure data in, pure data out."""

from trainer.team.xapi.facts import Attempt, Given, Named
from trainer.team.xapi.statements import Manner, answered, completed, id_of, judged, voided

__all__ = ["Attempt", "Given", "Manner", "Named", "answered", "completed", "id_of", "judged", "voided"]
