from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.authoring.simulating import CATALOGUE, Judge, talk
from tests.conftest import scenario
from trainer.authoring.simulate import run as run_module
from trainer.authoring.simulate import simulate
from trainer.authoring.simulate.remembered import Remembered
from trainer.dialogue.engine import begin_at, setting


class Forgetful(Remembered):
    """Judges every answer anew."""

    def score(self, text, setting):
        verdict = self._judge.score(text, setting)
        super().score(text, setting)  # for the count
        return verdict


def both(monkeypatch, played, judge, runs, catalogue):
    kept = simulate(played, judge, runs, 3, catalogue)
    with monkeypatch.context() as patch:
        patch.setattr(run_module, "Remembered", Forgetful)
        return kept, simulate(played, judge, runs, 3, catalogue)


def test_remembering_changes_nothing(monkeypatch):
    kept, anew = both(monkeypatch, talk(), Judge(), 200, CATALOGUE)
    assert kept == anew


def test_remembering_changes_nothing_with_the_shipped_judge(monkeypatch, judge, shipped):
    kept, anew = both(monkeypatch, scenario("courier-pickup"), judge, 12, shipped)
    assert kept == anew


def test_no_answer_is_judged_twice():
    judge = Judge()
    found = simulate(talk(), judge, 300, 1, CATALOGUE)
    assert len(judge.calls) == len(set(judge.calls)) == found.judged


@given(st.lists(st.tuples(st.sampled_from(["ask", "more"]), st.sampled_from([(), ("when",), ("price",)]),
                          st.sampled_from(["Завтра.", "250 ₽", "Отстань."])), max_size=40))  # fmt: skip
def test_what_the_client_asks_again_makes_another_answer_of_it(calls):
    played, judge = talk(), Judge()
    remembered = Remembered(judge)
    for turn, asking, text in calls:
        here = replace(setting(played, begin_at(played, turn)), asking=asking)
        assert remembered.score(text, here) == Judge().score(text, here)
    assert len(remembered) == len(judge.calls) == len(set(calls))


def test_a_turn_called_note_is_not_taken_for_the_note(monkeypatch):
    plain = talk()
    renamed = {"ask": plain.turns["ask"], "note": replace(plain.turns["more"], id="note")}
    ways = tuple(replace(way, to="note") if way.to == "more" else way for way in plain.turns["ask"].ways)
    renamed["ask"] = replace(renamed["ask"], ways=ways)
    model = renamed["note"].model_answer
    played = replace(plain, turns=renamed, note=replace(plain.note, model_answer=model))
    kept, anew = both(monkeypatch, played, Judge(), 100, CATALOGUE)
    assert kept == anew
