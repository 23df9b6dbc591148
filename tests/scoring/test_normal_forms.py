"""Letters in two parts (as macOS pastes them) are judged as one, and the evidence is the words as they were typed."""

import unicodedata

import pytest

from tests.conftest import scenario
from trainer.dialogue.engine import begin, setting
from trainer.scoring.judge import Judge

TURN = scenario("courier-pickup")
ANSWERS = (
    TURN.turns[TURN.start].model_answer,
    TURN.turns[TURN.start].bad_answer,
    "Успокойтесь! Это не ко мне, перечитайте договор, ещё раз говорю.",
)


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_in_parts_is_the_same_answer(judge: Judge, answer: str) -> None:
    parts, place = unicodedata.normalize("NFD", answer), setting(TURN, begin(TURN))
    assert parts != answer
    whole, apart = judge.score(answer, place), judge.score(parts, place)
    assert (apart.score, apart.shown, apart.missed, apart.violated) == (
        whole.score,
        whole.shown,
        whole.missed,
        whole.violated,
    )
    for one, other in zip(whole.deductions, apart.deductions, strict=True):
        words = [unicodedata.normalize("NFC", span.of(parts)) for span in other.evidence]
        assert words == [span.of(answer) for span in one.evidence]
