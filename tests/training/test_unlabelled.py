import random

from trainer.packs.library import find_scenario
from trainer.training.material import Sample
from trainer.training.unlabelled import mixed, of_talks

KNOWN = {"rude": 1.0}
SAMPLES = [
    Sample("Раз. Два!", frozenset(), KNOWN, turn="s/one"),
    Sample("Три?", frozenset({"rude"}), KNOWN, turn="s/two"),
    Sample("Фраза. Из двух.", frozenset(), KNOWN),
]


def test_sentences_of_different_turns_never_meet() -> None:
    parts = [{"Раз.", "Два!"}, {"Три?"}, {"Фраза.", "Из", "двух."}]
    texts = list(mixed(SAMPLES, 60, random.Random(1)))
    assert len(texts) == 60
    met = [next((i for i, own in enumerate(parts) if set(text.text.split()) <= own), None) for text in texts]
    assert None not in met
    assert set(met) == {0, 1, 2}
    assert all(not text.known and not text.labels for text in texts)


def test_the_same_chance_gives_the_same_texts() -> None:
    assert [list(mixed(SAMPLES, 9, random.Random(3)))] == [list(mixed(SAMPLES, 9, random.Random(3)))]


def test_talks_give_their_answers_without_labels() -> None:
    talk = find_scenario("courier-pickup")[1]
    texts = {sample.text for sample in of_talks([talk])}
    turn = talk.turns["question"]
    assert {*turn.model_answers, turn.bad_answer} <= texts
    assert "" not in texts
    assert all(not sample.known for sample in of_talks([talk]))
