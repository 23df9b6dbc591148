"""What the client asks next: an answer that leaves a fact open, and the questions of the talk to choose from."""

from collections.abc import Iterator, Sequence

from trainer.model.exercise import Item, NextItem, Option
from trainer.model.scenario import Fact, Scenario, Turn
from trainer.refresh.sources.options import OTHERS, shuffled
from trainer.refresh.sources.source import Making

# The standards that stand or fall with foreseeing the next question.
ANTICIPATING = ("answer-fully", "lead-next-step")
_FEWEST = 2


def may_ask(turn: Turn) -> bool:
    """Tell whether the client of a turn has several things to ask about."""
    return sum(fact.required and bool(fact.asks) for fact in turn.facts) >= _FEWEST and bool(_replies(turn))


def _replies(turn: Turn) -> Sequence[str]:
    """Return answers to the turn that may leave something open."""
    written = [one.text for one in turn.examples if one.missing and not one.known]
    return [*written, turn.bad_answer] if turn.bad_answer else written


class NextAsked:
    """Makes the question what a client will ask after an answer."""

    def __init__(self, scenario: Scenario, turn: Turn, standard: str) -> None:
        self._scenario, self._turn, self._standard = scenario, turn, standard

    def __call__(self, making: Making) -> Item | None:
        """Return the item; None when no answer leaves a question that can be told from the others."""
        replies = _replies(self._turn)
        for step in range(len(replies)):
            if item := self._item(making, replies[(making.number + step) % len(replies)]):
                return item
        return None

    def _item(self, making: Making, reply: str) -> NextItem | None:
        # Loaded only here: it reads Russian.
        from trainer.practice.exercises.text_checks import facts_in

        turn = self._turn
        given = facts_in(reply, turn.facts, turn.client).given
        asked = next((fact for fact in turn.facts if fact.required and fact.id not in given), None)
        # A client asks for the first thing that is open; without a question of its own it cannot be told.
        if asked is None or not asked.asks:
            return None
        answered = [fact for fact in turn.facts if fact.id in given and fact.asks]
        wrong = list(self._wrong(answered, asked))
        # Where nothing was answered, any question might come.
        if not answered or len(wrong) < _FEWEST:
            return None
        options = [Option(asked.id, asked.asks[0]), *wrong[:OTHERS]]
        return NextItem(
            id=str(making),
            context=turn.client,
            place=turn.place,
            reply=reply,
            options=shuffled(options, making.chance()),
            right=asked.id,
            open=asked.text,
            standard=self._standard,
            model_answers=turn.model_answers,
        )

    def _wrong(self, answered: Sequence[Fact], asked: Fact) -> Iterator[Option]:
        """Yield questions that the reply has answered, then those that belong to other turns of the talk."""
        yield from (Option(fact.id, fact.asks[0]) for fact in answered)
        here = {text for fact in self._turn.facts for text in fact.asks}
        for turn in self._scenario.turns.values():
            if turn.id == self._turn.id:
                continue
            for fact in turn.facts:
                if fact.asks and fact.id != asked.id and fact.asks[0] not in here:
                    yield Option(f"{turn.id}/{fact.id}", fact.asks[0])
