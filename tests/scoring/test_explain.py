from dataclasses import replace

from tests.scoring.samples import DAY, EXTRA, PRICE, context, setting, standard
from trainer.model.standard import Kind
from trainer.model.verdict import Finding
from trainer.scoring.explain import explain_missed, explain_violated

FULLY = standard("answer-fully", Kind.OBLIGATION)
AT = setting("answer-fully", facts=[PRICE, DAY, EXTRA])


def test_open_facts_are_named() -> None:
    why = explain_missed(FULLY, context("Да", AT, missing=["price", "day"]))
    assert "выезд стоит 250 рублей; курьер приедет завтра" in why
    assert "печатать" not in why


def test_a_missed_standard_says_what_was_expected_and_why_it_matters() -> None:
    assert explain_missed(standard("greet", Kind.OBLIGATION), context("Да", AT)) == "Ждали другого. Важно."


def test_a_violation_says_what_the_rule_saw_and_why_it_matters() -> None:
    assert explain_violated(standard("x"), Finding("x", (), "rule", "Слов: 40.")) == "Слов: 40. Важно."
    assert explain_violated(standard("x"), Finding("x", ())) == "Важно."


def test_an_example_of_the_same_meaning_is_shown() -> None:
    finding = Finding("x", (), "meaning", "", "Сами виноваты")
    assert explain_violated(standard("x"), finding) == (
        "Важно. Найдено по смыслу. Похожий пример: «Сами виноваты»"
    )


def test_open_facts_belong_to_answering_fully_alone() -> None:
    at = setting("greet", facts=[PRICE])
    assert (
        explain_missed(standard("greet", Kind.OBLIGATION), context("Да", at, missing=["price"]))
        == "Ждали другого. Важно."
    )
    assert explain_missed(FULLY, context("Да", AT)) == "Ждали другого. Важно."


def test_what_a_standard_does_not_say_leaves_no_gap() -> None:
    bare = replace(standard("greet", Kind.OBLIGATION), matters="")
    assert explain_missed(bare, context("Да", AT)) == "Ждали другого."
