"""The examples that come with the program: enough of them, and judged as they say."""

import pytest

from tests.scenarios.conftest import ROOT
from trainer.authoring.examples import pack_cases, standard_cases
from trainer.authoring.examples_run import Status, run
from trainer.packs.catalogue import read_catalogue
from trainer.packs.library import find_scenario
from trainer.packs.reader import read_pack

PACK = read_pack(ROOT / "scenarios" / "first-week")
TURNS = [turn for scenario in PACK.scenarios.values() for turn in scenario.turns.values()]
# An author may admit that the judge is not there yet, but not for everything that is hard.
MOST_KNOWN = 0.15


@pytest.mark.parametrize("turn", TURNS, ids=lambda turn: turn.id)
def test_every_turn_has_five_examples_of_both_sorts(turn) -> None:
    assert len(turn.examples) >= 5
    assert all(example.id for example in turn.examples)
    low, high = ([example.score[side] for example in turn.examples] for side in (0, 1))
    assert sum((bound or 0) >= 75 for bound in low) >= 2, "good in two manners"
    assert any(bound is not None and bound < 70 for bound in high), "one that must not pass"
    assert any(example.keeps and "all" not in example.keeps for example in turn.examples), "a near miss"


def test_few_are_known_to_be_judged_wrongly() -> None:
    examples = [example for turn in TURNS for example in turn.examples]
    assert sum(bool(example.known) for example in examples) <= MOST_KNOWN * len(examples)
    standards = read_catalogue().standards.values()
    found = list(standard_cases(standards, lambda name: find_scenario(name)[1]))
    assert sum(bool(case.expected.known) for case in found) <= MOST_KNOWN * len(found)


def test_the_examples_of_the_first_week_are_judged_as_they_say(judge) -> None:
    failed = [result for case in pack_cases(PACK) if (result := run(case, judge)).status is Status.FAILED]
    assert [(result.case.name, result.differences) for result in failed] == []
