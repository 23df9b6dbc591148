"""A talk made in code, and verdicts as a judge would give them."""

from dataclasses import replace

from trainer.model.scenario import (
    CardPiece,
    Client,
    Condition,
    Ending,
    Fact,
    Mood,
    Outcome,
    Scenario,
    Turn,
    Way,
)
from trainer.model.verdict import Verdict

PRICE = Fact("price", "250 ₽", True, (("#250",),), asks=("Так сколько?", "Цену назовите!"))
WHEN = Fact("when", "завтра", True, (("завтра",),))
EXTRA = Fact("extra", "бонус", False)


def verdict(
    score=100, given=(), shown=(), violated=(), grade=None
) -> Verdict:  # fmt: skip
    return Verdict(
        text="",
        score=score,
        grade=grade or 1 + score // 25,
        shown=tuple(shown),
        missed=(),
        violated=tuple(violated),
        given=tuple(given),
        missing=(),
        qualities={},
        deductions=(),
    )


def scenario(*ways: Way, facts=(PRICE, WHEN, EXTRA), patience=2, mood=Mood.UPSET) -> Scenario:
    first = Turn("ask", "Сколько стоит и когда?", ("empathy", "set-boundary"), facts=facts, ways=ways)
    second = Turn("more", "А ещё?", (), ways=(Way("good"),))
    return Scenario(
        id="talk",
        title="",
        company="Ромашка",
        client=Client("Пётр", ("Пётр",), mood),
        briefing="",
        card=(CardPiece("price", "Цена", "Цена 250 ₽.", contradictions=("#300_рублей",)),),
        turns={"ask": first, "more": second},
        endings={
            "good": Ending("good", "", "Хорошо.", Outcome.GOOD),
            "bad": Ending("bad", "", "Плохо.", Outcome.LOST),
        },
        start="ask",
        patience=patience,
    )


def when(**fields) -> Condition:
    return replace(Condition(), **fields)
