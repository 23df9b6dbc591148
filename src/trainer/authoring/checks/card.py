"""Facts that the trainee has nowhere to take from, and facts that their own wordings do not find."""

from collections.abc import Iterator

from trainer.authoring.reading import facts_in
from trainer.authoring.report import found
from trainer.model.problem import Problem
from trainer.model.scenario import Scenario
from trainer.text.analysis import Text, read_once


def card(scenario: Scenario) -> Iterator[Problem]:
    """Yield a problem for each required fact that stands nowhere, and for wordings that miss their own fact."""
    for turn in scenario.turns.values():
        for fact in turn.facts:
            if fact.parts and not facts_in(read_once(_sentence(fact.text)), [fact]):
                yield found(fact.place, "W234", id=fact.id)
    source = _told(scenario)
    for turn in scenario.turns.values():
        required = [fact for fact in turn.facts if fact.required and fact.parts]
        told = facts_in(source, required)
        for fact in required:
            if fact.id not in told:
                yield found(fact.place, "W233", id=fact.id)


def _told(scenario: Scenario) -> Text:
    """Return all that the trainee can read before answering, as one text."""
    turns = scenario.turns.values()
    pieces = [
        scenario.company,
        scenario.briefing,
        scenario.client.about,
        *(f"{piece.title}: {piece.text}" for piece in scenario.card),
        *(known for turn in turns for known in turn.known),
        *(turn.client for turn in turns),
        *(way.client for turn in turns for way in turn.ways),
    ]
    return Text("\n".join(_sentence(piece) for piece in pieces if piece))


def _sentence(text: str) -> str:
    """Return a text that ends like a sentence, so that the next one does not run into it."""
    return text if text.endswith((".", "!", "?", "…")) else text + "."
