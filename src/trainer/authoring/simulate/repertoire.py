"""What synthetic trainees say at each line of the client, made up once from the seed."""

from collections.abc import Callable
from random import Random

from trainer.authoring.simulate.phrases import Phrases
from trainer.authoring.simulate.speaker import Speaker
from trainer.authoring.simulate.trainees import Manner
from trainer.authoring.simulate.wording import joined, split
from trainer.model.scenario import Scenario, Turn

# Said where a pack gives nothing to say, so that a talk goes on all the same.
_NOTHING = "…"


Passes = Callable[[str, Turn, tuple[str, ...]], bool]


class Repertoire:
    """The answers of one scenario; the same seed gives the same answers.

    ``passes`` tells whether an answer that was made up for a turn and what the client asks again is a full
    one: not every sentence of another talk fits. The model answers of the pack are such whatever they say.
    """

    def __init__(self, scenario: Scenario, phrases: Phrases, seed: int, passes: Passes) -> None:
        self._scenario, self._phrases, self._seed, self._passes = scenario, phrases, seed, passes
        self._known: dict[tuple[Manner, str, tuple[str, ...]], tuple[str, ...]] = {}

    def answers(self, manner: Manner, turn: Turn, asking: tuple[str, ...]) -> tuple[str, ...]:
        """Return the answers of a manner to the line of a turn, or to a question that came back; never none."""
        key = (manner, turn.id, asking)
        if key not in self._known:
            self._known[key] = self._made(manner, turn, asking)
        return self._known[key]

    def notes(self, manner: Manner) -> tuple[str, ...]:
        """Return the notes that may be written after the talk; none where the pack has no model note."""
        model = self._scenario.note.model_answer
        parts = split(model)
        if manner is Manner.FULL or len(parts) < 2:
            return (model,) if model else ()
        if manner is Manner.POOR:
            return tuple(parts)
        return tuple(joined([*parts[:i], *parts[i + 1 :]]) for i in range(len(parts)))

    def _made(self, manner: Manner, turn: Turn, asking: tuple[str, ...]) -> tuple[str, ...]:
        chance = Random("/".join((str(self._seed), self._scenario.id, manner, turn.id, *asking)))
        speaker = Speaker(turn, self._phrases, chance)
        asked = [fact for fact in turn.facts if fact.id in asking]
        made = speaker.again(manner, asked) if asked else speaker.first(manner)
        said = [text for text in dict.fromkeys(made) if text.strip()]
        if manner is Manner.FULL:
            models = turn.model_answers
            said = [text for text in said if text in models or self._passes(text, turn, asking)]
            said = said or [*models]
        return tuple(said) or (_NOTHING,)
