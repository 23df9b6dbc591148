"""What contradicts the card of a scenario in many people's words, and true statements that come close to it.

In tests/data/card a line that begins with ``+`` contradicts the card at some turn; one with ``-`` does so at none.
"""

from pathlib import Path

import pytest

from tests.conftest import At
from trainer.scoring.facts import find_facts
from trainer.text.analysis import Text

CARDS = Path(__file__).parent.parent / "data" / "card"
TURNS = {
    "stolen-parcel": ("accusation", "manager", "distrust", "compensation"),
    "quarantine-headphones": ("defect", "insist", "receipt", "refund", "visit"),
}


def lines(sign: str) -> list[tuple[str, str]]:
    return [
        (scenario, line[2:])
        for scenario in TURNS
        for line in (CARDS / f"{scenario}.txt").read_text(encoding="utf-8").splitlines()
        if line.startswith(sign)
    ]


def turns_where_wrong(at: At, scenario: str, typed: str) -> list[str]:
    text = Text(typed)
    return [t for t in TURNS[scenario] if find_facts(text, at(f"{scenario}/{t}")).wrong]


@pytest.mark.parametrize(("scenario", "typed"), lines("+"))
def test_a_false_statement_about_the_card_is_noticed(at: At, scenario: str, typed: str) -> None:
    assert turns_where_wrong(at, scenario, typed)


@pytest.mark.parametrize(("scenario", "typed"), lines("-"))
def test_a_true_statement_in_the_same_words_is_left_alone(at: At, scenario: str, typed: str) -> None:
    assert turns_where_wrong(at, scenario, typed) == []
