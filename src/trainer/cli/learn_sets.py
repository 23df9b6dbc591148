"""The labelled sets that ``trainer learn`` minds beside the decisions of mentors."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.cli.answers_input import read_text, records
from trainer.cli.labelled import read_labelled
from trainer.cli.learn_texts_ru import INPUT
from trainer.cli.tools import Tools
from trainer.cli.train import as_clean, as_labelled
from trainer.dialogue.engine import begin_at, setting
from trainer.model.place import Place
from trainer.model.problem import InputError
from trainer.model.verdict import Setting
from trainer.packs.catalogue import HOME
from trainer.packs.own_standards import shipped
from trainer.packs.problems import Problems

if TYPE_CHECKING:
    from trainer.training.cases import Labelled

_CLEAN = "exemplars/clean/c1.jsonl"


def labelled_sets(names: Sequence[str], tools: Tools) -> "dict[str, list[Labelled]]":
    """Return the labelled texts by file; raises InputError at the first record that is wrong."""
    return {name: _items(name, tools) for given in names for name in _files(given)}


def clean_replies() -> "list[Labelled]":
    """Return replies of the program that break nothing: a bar that is too low is seen there at once."""
    found = records(*read_text(str(HOME / _CLEAN)))
    return [as_clean(record.text("text"), shipped()) for record in found]


def setting_of(tools: Tools) -> Callable[[str, str], Setting | None]:
    """Return what gives the setting of a scenario and a turn, None where they are gone."""

    def find(scenario_id: str, turn: str) -> Setting | None:
        try:
            scenario = tools.scenario(scenario_id)
        except InputError:
            return None
        return setting(scenario, begin_at(scenario, turn)) if turn in scenario.turns else None

    return find


def _files(name: str) -> Iterator[str]:
    if not Path(name).is_dir():
        yield name
        return
    found = sorted(str(path) for path in Path(name).rglob("*.jsonl"))
    if not found:
        problems = Problems(texts=INPUT)
        problems.add(Place(name), "C151")
        problems.finish()
    yield from found


def _items(name: str, tools: Tools) -> "list[Labelled]":
    catalogue = shipped()
    found = list(records(*read_text(name)))
    # Replies that break nothing carry no label at all.
    if found and not {"label", "standard", "scenario"} & found[0].fields.keys():
        return [as_clean(record.text("text"), catalogue) for record in found]
    return [as_labelled(item, catalogue) for item in read_labelled([name], tools)]
