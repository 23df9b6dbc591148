from tests.scoring.samples import DAY, EXTRA, PRICE, context, setting
from trainer.model.scenario import Turn
from trainer.model.verdict import Setting


def test_only_required_facts_stay_open() -> None:
    at = setting(facts=[PRICE, DAY, EXTRA])
    assert [f.id for f in context("Да", at, missing=["day", "extra"]).required_open] == ["day"]


def test_the_client_has_said_the_line_and_what_is_known() -> None:
    at = Setting(turn=Turn("t", "Где заказ", (), known=("Номер 4512",)))
    assert context("Да", at).client.typed == "Где заказ. Номер 4512"
    assert context("Да").client.typed == ""


def test_a_token_has_its_sentence() -> None:
    seen = context("Да. Нет, спасибо.")
    assert seen.sentence_at(0) == seen.text.sentences[0]
    assert seen.sentence_at(2) == seen.text.sentences[1]
    assert seen.sentence_at(99) is None
