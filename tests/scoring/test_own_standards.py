"""Standards of a pack in the judgement: expected and charged in its scenarios, nowhere else."""

from pathlib import Path

import pytest

from tests.conftest import At
from trainer.dialogue.engine import begin, setting
from trainer.model.verdict import Setting
from trainer.packs.reader import read_pack
from trainer.scoring.judge import Judge

PACK = read_pack(Path(__file__).parents[1] / "data" / "packs" / "bouquet")
PHOTO = "Вера, понимаю ваше волнение. Букет будет в 15:00, до выезда пришлю вам фото."
ELSEWHERE = "Вера, букета не будет. Закажите в другом магазине, пожалуйста."


@pytest.fixture
def here() -> Setting:
    talk = PACK.scenarios["late-bouquet"]
    return setting(talk, begin(talk))


def test_an_own_obligation_is_shown_or_missed(judge: Judge, here: Setting) -> None:
    verdict = judge.score(PHOTO, here)
    assert "offer-photo" in verdict.shown
    (praise,) = [p for p in verdict.praise if p.standard == "offer-photo"]
    assert praise.spans[0].of(PHOTO) == "пришлю вам фото"
    missed = judge.score("Вера, понимаю ваше волнение. Букет будет в 15:00.", here)
    (deduction,) = [d for d in missed.deductions if d.standard == "offer-photo"]
    assert "предложите снимок" in deduction.why
    assert deduction.source == "Памятка лавки «Ромашка», раздел 2"
    assert missed.score == 100 - sum(d.points for d in missed.deductions)


def test_an_own_prohibition_is_charged_in_its_pack_only(judge: Judge, here: Setting, at: At) -> None:
    verdict = judge.score(ELSEWHERE, here)
    (deduction,) = [d for d in verdict.deductions if d.standard == "send-elsewhere"]
    assert (deduction.points, deduction.quality) == (30, "ownership")
    assert deduction.evidence[0].of(ELSEWHERE) == "Закажите в другом магазине"
    assert "send-elsewhere" not in judge.score(ELSEWHERE, at("courier-pickup/question")).violated


def test_a_reply_without_a_scenario_is_read_by_the_standards_the_judge_was_given(judge: Judge) -> None:
    assert "send-elsewhere" not in [f.standard for f in judge.read(ELSEWHERE).violated]
    extended = Judge(judge.catalogue, judge.reader, PACK.standards)
    assert "send-elsewhere" in [f.standard for f in extended.read(ELSEWHERE).violated]
    assert "offer-photo" in [f.standard for f in extended.read(PHOTO).shown]


def test_rules_alone_are_enough(rules_judge: Judge, judge: Judge, here: Setting) -> None:
    for text in (PHOTO, ELSEWHERE):
        own = {"offer-photo", "send-elsewhere"}
        by_rules, by_all = rules_judge.score(text, here), judge.score(text, here)
        assert own & {*by_rules.shown, *by_rules.violated} == own & {*by_all.shown, *by_all.violated}
