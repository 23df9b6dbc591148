"""What the parts of ``trainer calibrate`` share: what an answer is marked for, marks from a file, the judge's marks."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from trainer.cli.answers_input import Record, read_text, records
from trainer.cli.calibrate_texts_ru import INPUT
from trainer.cli.texts_ru import PLACES
from trainer.cli.tools import Tools
from trainer.dialogue.engine import begin_at, setting
from trainer.model.place import Place
from trainer.model.problem import InputError
from trainer.model.scenario import Scenario, Turn
from trainer.model.standard import Catalogue, Kind
from trainer.model.verdict import Setting
from trainer.packs.problems import Problems

if TYPE_CHECKING:
    from trainer.storage.db.calibration_store import Calibration, Sampled


class Scene:
    """An answer of a calibration in its scenario: what was asked, what it is marked for."""

    def __init__(self, item: "Sampled", tools: Tools) -> None:
        """Find the turn; raises InputError for a scenario or a turn that is no longer there."""
        from trainer.cli.score import find_turn

        self.item = item
        self.scenario: Scenario = tools.scenario(item.scenario)
        self.turn: Turn = self.scenario.turns[find_turn(self.scenario, item.turn, Place(item.scenario))]
        self.catalogue: Catalogue = tools.catalogue().extended(self.scenario.own)

    @property
    def expected(self) -> tuple[str, ...]:
        """The obligations that are looked for."""
        return self.turn.expected

    @property
    def forbidden(self) -> tuple[str, ...]:
        """The prohibitions that are looked for: those of the program and of this pack."""
        mine = {standard.id for standard in self.scenario.own}
        every = self.catalogue.of_kind(Kind.PROHIBITION)
        return tuple(one.id for one in every if not one.pack or one.id in mine)

    @property
    def judged(self) -> frozenset[str]:
        """Everything that is looked for."""
        return frozenset((*self.expected, *self.forbidden))

    @property
    def setting(self) -> Setting:
        """The setting for a judge."""
        return setting(self.scenario, begin_at(self.scenario, self.turn.id))

    def title(self, standard: str) -> str:
        """Return what a standard is called."""
        found = self.catalogue.standards.get(standard)
        return found.title if found else standard

    def by_engine(self, tools: Tools) -> frozenset[str]:
        """Return what the judge finds."""
        verdict = tools.judge().score(self.item.text, self.setting)
        return frozenset((*verdict.shown, *verdict.violated)) & self.judged


def scenes(found: "Calibration", tools: Tools) -> dict[int, Scene]:
    """Return the answers of a calibration in their scenarios, by number."""
    return {number: Scene(item, tools) for number, item in found.answers.items()}


def marks_of(name: str, stage: Mapping[int, Scene]) -> dict[int, frozenset[str]]:
    """Return the marks that a JSON Lines file gives, by number; raises InputError at the first that is wrong."""
    return dict(_marks(record, stage) for record in records(*read_text(name)))


def _marks(record: Record, stage: Mapping[int, Scene]) -> tuple[int, frozenset[str]]:
    name = str(record.id())
    if not (name.isascii() and name.isdigit() and int(name) in stage):
        raise refused("C143", record.place, id=name, of=len(stage))
    scene = stage[int(name)]
    found = (*record.texts("shown"), *record.texts("violated"))
    for standard in found:
        if standard not in scene.judged:
            raise refused("C142", record.place, id=name, turn=scene.turn.id, standard=standard)
    return int(name), frozenset(found)


def refused(code: str, place: Place | None = None, **values: object) -> InputError:
    """Return an error of this command, ready to raise."""
    problems = Problems(texts=INPUT)
    problems.add(place or Place(PLACES["call"]), code, **values)
    return InputError(*problems.found)


def listed(names: Iterable[str]) -> str:
    """Return names in one line, a dash for nobody."""
    return ", ".join(names) or "-"
