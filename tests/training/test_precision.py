"""Findings are counted where their bars were not chosen, and a neighbour's name is told apart from an injustice."""

from trainer.model.scenario import Turn
from trainer.model.standard import Catalogue
from trainer.model.verdict import Setting
from trainer.scoring.precision import Record
from trainer.text.meaning import Reader
from trainer.training.cases import Labelled, collect_one
from trainer.training.precision import joined, measure

TURN = Setting(turn=Turn("t", "Где заказ?", ()))
TYPED = "Приедем в течении часа."


def item(labels: frozenset[str], group: str) -> Labelled:
    return Labelled(TYPED, TURN, frozenset({"typos", "rude"}), labels, group=group)


def test_what_people_named_is_just(shipped: Catalogue, reader: Reader) -> None:
    items = [item(frozenset({"typos"}), "a"), item(frozenset(), "b"), item(frozenset({"typos"}), "b")]
    gathered = [(one, collect_one(shipped, reader, one)) for one in items]
    assert measure(shipped, reader, gathered)["typos"] == Record(found=3, just=2, neighbour=0)


def test_phrases_are_not_counted(shipped: Catalogue, reader: Reader) -> None:
    phrase = Labelled(TYPED, Setting(), frozenset({"typos"}), frozenset({"typos"}), group="p")
    gathered = [(one, collect_one(shipped, reader, one)) for one in (phrase, item(frozenset(), "a"))]
    assert measure(shipped, reader, gathered)["typos"].found == 1


def test_cases_are_joined_by_standard(shipped: Catalogue, reader: Reader) -> None:
    one = collect_one(shipped, reader, item(frozenset(), "a"))
    assert {name: len(cases) for name, cases in joined([one, one]).items()} == {"typos": 2, "rude": 2}
