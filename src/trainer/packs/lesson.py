"""The first lesson: a talk of two lines that comes with the program and belongs to no pack of the list."""

from pathlib import Path

from trainer.model.scenario import Scenario
from trainer.packs.reader import read_pack

FOLDER = Path(__file__).parent.parent / "catalogue" / "lesson"


def read_lesson(folder: Path = FOLDER) -> Scenario:
    """Return the talk of the lesson; raises InputError."""
    (scenario,) = read_pack(folder).scenarios.values()
    return scenario
