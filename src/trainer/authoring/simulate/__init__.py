"""Plays a scenario many times with synthetic trainees, so that an author need not.

The method. Each play belongs to a trainee of one kind (``trainees``): **strong** ones answer fully, open
what the turn needs and write the note; **average** ones leave sentences out, so that the client asks again,
and slip now and then; **weak** ones are curt, break standards and look nothing up. Nobody is of one piece:
a habit says how often a kind answers fully, in part or poorly.

What they say (``repertoire``) comes from the pack itself, its model, bad and example answers and the wording
of its facts, and from the examples of the catalogue. For each line of the client a few answers of each manner
are made up once from the seed; a play only chooses among them. So 1,000 plays need a few hundred judgements,
and each is made once and remembered (``remembered``).

The answers are judged by the judge itself and the talk is run by ``dialogue.engine``: what is reached here a
person can reach as well. The reverse does not hold: what nobody reached in many plays may still be open to an
answer that nobody thought of, so a report says from where it was to be reached.
"""

from trainer.authoring.simulate.run import simulate
from trainer.authoring.simulate.simulation import Group, Simulation
from trainer.authoring.simulate.trainees import Kind

__all__ = ["Group", "Kind", "Simulation", "simulate"]
