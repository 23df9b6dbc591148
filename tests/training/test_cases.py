from tests.scoring.samples import setting
from trainer.model.standard import Catalogue, Kind
from trainer.packs.library import find_scenario
from trainer.scoring.judge import NEED_A_TURN
from trainer.text.meaning import Reader
from trainer.training.cases import Labelled, collect_one, examples, good_answers
from trainer.training.precision import joined


def test_labelled_texts_and_examples_become_cases(shipped: Catalogue, reader: Reader) -> None:
    judged = frozenset({"rude", "answer-fully", "use-name"})
    labelled = [Labelled("Ирина, вы идиот.", setting(), judged, frozenset({"rude"}), 3.0)]
    cases = joined(collect_one(shipped, reader, item) for item in (*labelled, *examples(shipped)))
    first = cases["rude"][0]
    assert (first.label, first.weight) == (True, 3.0)
    assert first.evidence.likely is not None
    assert cases["use-name"][0].label is False
    assert cases["use-name"][0].evidence.finds
    assert "answer-fully" not in cases
    rude = shipped.standards["rude"]
    own = [c.label for c in cases["rude"][1:]]
    assert own.count(True) == len([e for e in rude.hits if not e.at])
    assert own.count(False) >= len([e for e in rude.misses if not e.at])


def test_examples_of_standards_that_need_a_turn_are_left_out(shipped: Catalogue, reader: Reader) -> None:
    cases = joined(collect_one(shipped, reader, item) for item in examples(shipped))
    assert cases
    assert not cases.keys() & NEED_A_TURN


def test_model_answers_and_harmless_examples_of_talks_break_nothing(shipped: Catalogue) -> None:
    talk = find_scenario("courier-pickup")[1]
    cases = list(good_answers(shipped, [talk]))
    forbidden = {s.id for s in shipped.of_kind(Kind.PROHIBITION)}
    turn = talk.turns["question"]
    own = [case for case in cases if case.setting.turn == turn]
    assert {case.text for case in own} >= set(turn.model_answers)
    assert turn.bad_answer not in {case.text for case in own}
    assert all(not case.found & forbidden and forbidden <= case.judged for case in cases)
    assert not {e.text for e in turn.examples if e.violates} & {case.text for case in own}
