"""A scenario file that is being written: read again whenever it or the standards of its pack change."""

from dataclasses import dataclass
from pathlib import Path

from trainer.authoring.lint import FileJob, lint_file
from trainer.model.problem import Level, Problem
from trainer.model.scenario import Scenario
from trainer.packs.folders import standard_files
from trainer.packs.own_standards import known_kinds
from trainer.packs.reader import pack_folder, read_alone

Stamp = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Version:
    """What a look at the file gave.

    ``scenario`` is the last one that can be played, None while there was none yet; ``broken`` says that
    the file as it stands cannot be played, ``problems`` what is wrong with it.
    """

    scenario: Scenario | None
    problems: tuple[Problem, ...]
    broken: bool


class WatchedScenario:
    """Looks at the time and the size of the files, and reads them only when one has changed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._stamps: tuple[Stamp, ...] | None = None
        self._sound: Scenario | None = None
        self._absent = False

    def look(self) -> Version | None:
        """Return what the file holds now; None when nothing has changed since the last look."""
        # The time is taken before reading: what is written meanwhile is seen at the next look.
        stamps = self._now()
        if stamps == self._stamps or self._being_replaced(stamps):
            return None
        self._stamps = stamps
        problems: list[Problem] = []
        scenario = read_alone(self.path, problems)
        broken = scenario is None or any(problem.level is Level.ERROR for problem in problems)
        if scenario and not broken:
            self._sound = scenario
            problems = self._advice(scenario)
        return Version(self._sound, tuple(sorted(set(problems))), broken)

    def _advice(self, scenario: Scenario) -> list[Problem]:
        """Return what the lint asks to mend in a file that can be played: no notes, nothing that is allowed."""
        kinds = {**known_kinds(), **{standard.id: standard.kind for standard in scenario.own}}
        found = lint_file(FileJob(self.path, kinds, scenario.own)).problems
        return [problem for problem in found if problem.level is not Level.INFO]

    def _now(self) -> tuple[Stamp, ...]:
        folder = pack_folder(self.path)
        files = [self.path, *(standard_files(folder) if folder else [])]
        return tuple(stamp for file in files if (stamp := _stamp(file)))

    def _being_replaced(self, stamps: tuple[Stamp, ...]) -> bool:
        """Tell whether the file has just gone: an editor that saves by renaming puts a new one in its place."""
        absent = not any(name == str(self.path) for name, _, _ in stamps)
        first = absent and not self._absent and self._stamps is not None
        self._absent = absent
        return first


def _stamp(file: Path) -> Stamp | None:
    try:
        about = file.stat()
    except OSError:
        return None
    return str(file), about.st_mtime_ns, about.st_size
