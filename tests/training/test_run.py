from trainer.model.standard import Catalogue, Kind
from trainer.training.material import Sample
from trainer.training.run import classes_of, innocent_sentences


def test_the_network_learns_what_has_meaning(shipped: Catalogue) -> None:
    classes = classes_of(shipped)
    assert len(classes) == len(set(classes))
    assert {"rude", "greet"} <= set(classes)
    assert "typos" not in classes
    assert not [name for name in classes if shipped.standards[name].kind is Kind.PROCESS]


def test_innocent_sentences_come_from_clean_replies_alone() -> None:
    known = {"rude": 1.0, "curt": 1.0}
    samples = [
        Sample("Курьер приедет завтра после двух. Да. Позвоним вам за час до приезда!", frozenset(), known),
        Sample("Вы идиот и ничего не понимаете.", frozenset({"rude"}), known),
        Sample("Ответ на ходу в самом разговоре.", frozenset(), known, turn="s/t"),
        Sample("Фраза про одну ручку от чемодана.", frozenset(), {"rude": 2.0, "curt": 0.15}),
    ]
    assert innocent_sentences(samples) == [
        "Курьер приедет завтра после двух.",
        "Позвоним вам за час до приезда!",
    ]
