from dataclasses import replace
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import At, scenario, setting_at
from tests.text.strategies import ANY
from trainer.model.scenario import Fact, Turn
from trainer.model.span import Span
from trainer.model.standard import Catalogue, Kind
from trainer.model.verdict import Setting, Verdict
from trainer.scoring.combine import grade_of
from trainer.scoring.judge import NEED_A_TURN, Judge
from trainer.scoring.severity import STRANGE, TRICK
from trainer.text.analysis import Text

TALKS = ("courier-pickup", "stolen-parcel", "quarantine-headphones", "abusive-client")
TURNS = [f"{name}/{turn}" for name in TALKS for turn in scenario(name).turns]


def violated(judge: Judge, typed: str) -> set[str]:
    return {finding.standard for finding in judge.read(typed).violated}


def shown(judge: Judge, typed: str) -> set[str]:
    return {finding.standard for finding in judge.read(typed).shown}


@pytest.mark.parametrize(
    ("standard", "typed"),
    [
        ("rude", "Вы что, совсем тупой?"),
        ("rude", "Вы идиот, читайте внимательно."),
        ("rude", "Отвалите от меня."),
        ("rude", "Кнопка внизу, под картой. Вы что, совсем тупой?"),
        ("react-to-emotion", "Успокойтесь."),
        ("react-to-emotion", "Успокойтесь, пожалуйста, курьер едет."),
        ("react-to-emotion", "Не надо так нервничать, мы всё решим."),
        ("familiar", "Ты чего пишешь? Скинь номер заказа, посмотрю."),
        ("blame-colleague", "Это курьеры виноваты, вечно они всё путают."),
        ("scold-client", "Надо было внимательно читать условия, сами виноваты."),
        ("indifferent", "Это не мои проблемы."),
        ("flat-refusal", "Нет, нельзя."),
        ("officialese", "В связи с вышеуказанным осуществляется рассмотрение данного обращения."),
        ("typos", "Здраствуйте! Ваша пасылка едет."),
        ("uncertain", "Наверное, может быть приедет, я точно не знаю."),
        ("jargon", "Ваш ШК висит на СЦ, чекнем ТТН."),
    ],
)
def test_a_plain_violation_is_found(judge: Judge, standard: str, typed: str) -> None:
    assert standard in violated(judge, typed)


@pytest.mark.parametrize(
    "typed",
    [
        "Здравствуйте, Ирина! Курьер приедет завтра с 12 до 15 и позвонит за полчаса.",
        "Мне очень жаль, что так вышло. Уже передал запрос на склад и напишу вам сегодня до 18:00.",
        "Спасибо, что написали. Подскажите, пожалуйста, номер заказа, и я сразу проверю.",
        "Вы пишете, что мастер назвал вас «тупым». Это недопустимо, мне жаль.",
    ],
)
def test_a_kind_answer_breaks_nothing_grave(judge: Judge, typed: str) -> None:
    grave = {
        "rude",
        "familiar",
        "argue",
        "invalidate",
        "scold-client",
        "react-to-emotion",
        "indifferent",
        "abandon",
        "typos",
    }
    assert violated(judge, typed) & grave == set()


@pytest.mark.parametrize(
    ("standard", "typed"),
    [
        ("greet", "Здравствуйте, Олег! Вижу вашу оплату."),
        ("introduce", "Добрый день! Меня зовут Анна, компания «Вектор Доставка»."),
        ("apologize", "Простите нас, пожалуйста, за задержку."),
        ("thank-complaint", "Спасибо, что рассказали об этом, так мы сможем исправиться."),
        ("polite-words", "Пришлите, пожалуйста, номер заказа."),
        ("farewell", "Заказ оформлен. Хорошего вам дня, до свидания!"),
        ("empathy", "Понимаю, как вам обидно: подарок опоздал к празднику."),
    ],
)
def test_a_plain_courtesy_is_found(judge: Judge, standard: str, typed: str) -> None:
    assert standard in shown(judge, typed)
    assert standard not in shown(judge, "Заказ в пути.")


def test_the_words_of_an_insult_are_shown(judge: Judge) -> None:
    typed = "Курьер позвонит за час. Вы что, совсем тупой?"
    (finding,) = [f for f in judge.read(typed).violated if f.standard == "rude"]
    words = " ".join(span.of(typed) for span in finding.spans)
    assert "тупой" in words
    assert "Курьер" not in words


def test_reading_alone_tells_nothing_that_needs_a_turn(judge: Judge) -> None:
    process = {s.id for s in judge.catalogue.of_kind(Kind.PROCESS)}
    for typed in ("Ирина, выезд стоит 250 рублей.", "Вы идиот.", ""):
        assert not (shown(judge, typed) | violated(judge, typed)) & (process | NEED_A_TURN)


@pytest.mark.parametrize("place", TURNS)
def test_the_model_answer_is_complete_and_nearly_faultless(judge: Judge, place: str, at: At) -> None:
    setting = at(place)
    assert setting.turn
    verdict = judge.score(setting.turn.model_answer, setting)
    assert verdict.missing == ()
    assert verdict.score >= 90, (verdict.missed, verdict.violated)


@pytest.mark.parametrize("place", TURNS)
def test_the_bad_answer_is_marked_down(judge: Judge, place: str, at: At) -> None:
    setting = at(place)
    assert setting.turn
    verdict = judge.score(setting.turn.bad_answer, setting)
    assert verdict.score <= 40, (verdict.missed, verdict.violated)
    assert verdict.given == ()


def test_an_insult_costs_most_of_the_score(judge: Judge, at: At) -> None:
    setting = at(TURNS[0])
    assert setting.turn
    good = judge.score(setting.turn.model_answer, setting)
    rude = judge.score(setting.turn.model_answer + " Вы что, совсем тупой?", setting)
    assert "rude" in rude.violated
    assert rude.score <= good.score - 50


def test_a_question_is_answered_by_its_fact_alone(judge: Judge, at: At) -> None:
    whole = at(TURNS[0])
    assert whole.turn
    asked = whole.turn.required()[0]
    asking = Setting(whole.scenario, whole.turn, whole.company, whole.names, whole.card, (asked,))
    verdict = judge.score(whole.turn.model_answer, asking)
    assert verdict.missed == ()
    assert [(finding.standard, finding.by) for finding in verdict.praise] == [("answer-fully", "facts")]
    nothing = judge.score("Сейчас всё узнаю.", asking)
    assert nothing.severity == 1.0  # short by nature, so the first impression says nothing
    assert judge.score("Сейчас.", whole).severity == 1.0  # nor does that of a single word
    assert judge.score("Сейчас узнаю.", whole).severity != 1.0
    assert nothing.missing == (asked,)
    assert nothing.missed == ("answer-fully",)


@pytest.mark.parametrize("typed", ["", " \r\n", "...", "😀", "\u0301", "?", "1", "\x00"])
def test_next_to_nothing_is_a_poor_answer(judge: Judge, typed: str, at: At) -> None:
    verdict = judge.score(typed, at(TURNS[0]))
    assert verdict.score < 60
    assert verdict.given == ()
    assert verdict.shown == ()


def test_without_meaning_rules_judge_alone(rules_judge: Judge, at: At) -> None:
    setting = at(TURNS[0])
    verdict = rules_judge.score("Здраствуйте! Ваша пасылка едет.", setting)
    assert "typos" in verdict.violated
    assert "use-name" not in verdict.shown


def test_how_an_answer_is_encoded_makes_no_difference(judge: Judge, at: At) -> None:
    composed = "Здравствуйте! Мой коллега ещё едет, ёлки."
    decomposed = composed.replace("й", "и\u0306").replace("ё", "е\u0308")
    first, second = (judge.score(typed, at(TURNS[0])) for typed in (composed, decomposed))
    assert (first.score, first.shown, first.violated) == (second.score, second.shown, second.violated)


def sound(verdict: Verdict, typed: str) -> None:
    assert verdict.score == max(0, 100 - sum(d.points for d in verdict.deductions))
    assert verdict.grade == grade_of(verdict.score)
    spans = [span for d in verdict.deductions for span in d.evidence] + [
        s for f in verdict.praise for s in f.spans
    ]
    assert all(isinstance(span, Span) and 0 <= span.start <= span.end <= len(typed) for span in spans)
    assert all(d.evidence for d in verdict.deductions if d.standard in verdict.violated)
    assert all(d.why and d.fix and d.source for d in verdict.deductions)
    charged = {d.standard for d in verdict.deductions}
    assert charged <= {*verdict.missed, *verdict.violated}


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(TURNS), ANY)
def test_any_text_gets_a_sound_verdict_and_the_same_one_twice(judge: Judge, place: str, typed: str) -> None:
    setting = setting_at(place)
    first, second = judge.score(typed, setting), judge.score(typed, setting)
    sound(first, typed)
    assert first == second


@settings(deadline=None, max_examples=40)
@given(ANY)
def test_any_text_can_be_read(judge: Judge, typed: str) -> None:
    reading = judge.read(typed)
    for finding in (*reading.shown, *reading.violated):
        assert finding.spans
        assert all(0 <= span.start <= span.end <= len(typed) for span in finding.spans)
    assert reading == judge.read(typed)


LENGTH = 100_000
ENDLESS = {
    "words": "курьер приедет завтра ",
    "one word": "а",
    "digits": "1",
    "brackets": "(",
    "lines": "а\n",
    "sums": "двести пятьдесят рублей ",
    "quotes": '"а" ',
    "spaces": " ",
}


@pytest.mark.parametrize("kind", ENDLESS)
def test_an_endless_answer_is_scored(judge: Judge, kind: str, at: At) -> None:
    typed = (ENDLESS[kind] * LENGTH)[:LENGTH]
    sound(judge.score(typed, at("courier-pickup/question")), typed)


class Told:
    """A reader that is told how likely each standard is, and what impression every answer makes."""

    bars: ClassVar = {}
    precision: ClassVar = {}

    def __init__(self, impression: float = 0.0, **likely: float) -> None:
        self.impression, self.chances, self.asked = impression, likely, []
        self.classes = {name.replace("_", "-"): i for i, name in enumerate(likely)}

    def read(self, text: Text) -> "Told":
        self.asked.append(text.typed)
        self.text = text
        return self

    def likely(self, name: str) -> float:
        return self.chances[name.replace("-", "_")]

    def span(self, name: str) -> Span:
        return Span(0, len(self.text.typed))


AT = Setting(turn=Turn("t", "Когда приедет курьер?", ("greet", "empathy")))
PLAIN = "Курьер приедет вечером."


def told(
    shipped: Catalogue, typed: str, impression: float = 0.0, at: Setting = AT, **likely: float
) -> Verdict:
    return Judge(shipped, Told(impression, **likely)).score(typed, at)  # type: ignore[arg-type]


def test_what_sounds_false_anywhere_is_believed_without_the_card_when_it_is_nearly_certain(
    shipped: Catalogue,
) -> None:
    assert told(shipped, PLAIN, wrong_fact=0.97).violated == ("wrong-fact",)
    assert told(shipped, PLAIN, wrong_fact=0.96).violated == ()


def test_an_impression_counts_where_there_is_enough_to_make_one(shipped: Catalogue) -> None:
    assert told(shipped, PLAIN).severity == 1.0
    good, bad = told(shipped, PLAIN, 5.0), told(shipped, PLAIN, 1.0)
    assert good.severity < 1.0 < bad.severity
    assert told(shipped, "Вечером приедет", 5.0).severity == good.severity
    assert told(shipped, "Вечером", 5.0).severity == 1.0
    again = replace(AT, asking=("when",))
    assert told(shipped, PLAIN, 5.0, again).severity == told(shipped, PLAIN, 1.0, again).severity == 1.0


def test_a_trick_makes_a_poor_impression_and_a_bad_one_stays_bad(shipped: Catalogue) -> None:
    trick = "Узнаю. Узнаю. Узнаю."
    assert told(shipped, trick, 5.0).severity == told(shipped, trick, TRICK).severity
    assert told(shipped, PLAIN, 5.0).severity != told(shipped, PLAIN, TRICK).severity
    assert told(shipped, trick, 1.0).severity > told(shipped, trick, TRICK).severity


def test_an_answer_about_another_case_makes_a_poor_impression(shipped: Catalogue) -> None:
    turn = replace(AT.turn, facts=(Fact("f", "вечером", True, (("вечером",),)),))
    strange, ours = "Йога, бассейн, сауна, абонемент, стойка.", "Курьер, йога, бассейн, курьеру, курьером."
    at = Setting(turn=turn)
    assert told(shipped, strange, 5.0, at).severity == told(shipped, strange, STRANGE, at).severity
    assert told(shipped, ours, 5.0, at).severity < told(shipped, ours, 1.0, at).severity


def test_an_answer_that_comes_again_is_read_once_by_the_network(shipped: Catalogue) -> None:
    reader = Told(3.0)
    judge = Judge(shipped, reader)  # type: ignore[arg-type]
    long_ = PLAIN * 400
    for typed in (PLAIN, long_, PLAIN, long_, "...", ""):
        judge.score(typed, AT)
    assert reader.asked == [PLAIN, long_]
