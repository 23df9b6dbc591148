"""What there is to choose from: packs with talks and exercises, and what was left unfinished."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from trainer.model.exercise import Exercise, Form
from trainer.model.problem import InputError
from trainer.model.scenario import Pack, Scenario
from trainer.practice.exercises.replay import UnfinishedSeries
from trainer.practice.records import Mode
from trainer.practice.replay import Finished, Unfinished
from trainer.refresh.today import Today
from trainer.team.comments import News
from trainer.team.people import LOCAL, Person
from trainer.team.standing import Standing
from trainer.tui.desk import Desk, Player


@dataclass(frozen=True, slots=True)
class Offer:
    """What the first screen offers; ``unfinished`` and ``series`` are talks and exercises that were left.

    ``today`` is how the refreshers stand, None while that is being read.
    ``news`` are sessions where a mentor has written something; ``mentor`` says whether others are looked after.
    """

    packs: Sequence[Pack] = ()
    unfinished: Sequence[Unfinished] = ()
    problems: Sequence[str] = ()
    finished: Collection[Finished] = ()
    exercises: Mapping[str, Exercise] = field(default_factory=dict)
    series: Sequence[UnfinishedSeries] = ()
    tasks: Sequence[Standing] = ()
    players: Sequence[Player] = ()
    player: Person | None = None
    news: Sequence[News] = ()
    mentor: bool = False
    today: Today | None = None

    @property
    def scenarios(self) -> dict[str, Scenario]:
        """The scenarios of all packs by id."""
        return {name: found for pack in self.packs for name, found in pack.scenarios.items()}

    @property
    def titles(self) -> dict[str, str]:
        """What scenarios and exercises are called."""
        return {
            **{name: found.title for name, found in self.exercises.items()},
            **{name: found.title for name, found in self.scenarios.items()},
        }

    @property
    def rests(self) -> frozenset[str]:
        """The ids of exercises that leave nothing behind."""
        return rests_of(self.exercises)

    @property
    def rest(self) -> Exercise | None:
        """What helps to get back on one's feet."""
        return next((found for found in self.exercises.values() if found.form is Form.RECOVER), None)

    def pack(self, pack_id: str) -> Pack | None:
        """Return a pack; None for an unknown one."""
        return next((pack for pack in self.packs if pack.id == pack_id), None)

    def of_pack(self, pack: Pack) -> list[Exercise]:
        """Return the exercises of a pack in their order."""
        return [self.exercises[name] for name in pack.exercise_ids if name in self.exercises]

    def left(self) -> list[Unfinished | UnfinishedSeries]:
        """Return the talks and exercises that were left, the latest first."""
        found: list[Unfinished | UnfinishedSeries] = []
        found += [item for item in self.unfinished if item.scenario in self.scenarios]
        found += self.left_series()
        return sorted(found, key=lambda item: item.started, reverse=True)

    def task(self, task_id: str) -> Standing | None:
        """Return what was assigned by its id; None for an unknown one."""
        return next((task for task in self.tasks if task.assignment.id == task_id), None)

    def left_of(self, task: Standing) -> Unfinished | UnfinishedSeries | None:
        """Return what was left of the next item of a task, in a mode that counts for it."""
        for item in self.left():
            name = item.exercise if isinstance(item, UnfinishedSeries) else item.scenario
            if name == task.next and item.mode in (task.assignment.mode, Mode.EXAM):
                return item
        return None

    def left_series(self) -> list[UnfinishedSeries]:
        """Return the exercises that were left, the latest first."""
        return [item for item in self.series if item.exercise in self.exercises]


def rests_of(exercises: Mapping[str, Exercise]) -> frozenset[str]:
    """Return the ids of the exercises that leave nothing behind."""
    return frozenset(name for name, found in exercises.items() if found.form is Form.RECOVER)


def read_shelf(desk: Desk) -> Offer:
    """Return what is on the shelf for everybody; the store is not asked."""
    return Offer(
        packs=desk.packs(),
        problems=desk.problems(),
        exercises={exercise.id: exercise for exercise in desk.exercises()},
    )


def read_offer(desk: Desk) -> Offer:
    """Return what there is to offer now; slow."""
    news, mentor = _told(desk)
    return replace(
        read_shelf(desk),
        unfinished=desk.unfinished(),
        finished=desk.finished(),
        series=desk.unfinished_series(),
        tasks=desk.tasks(),
        players=desk.players(),
        player=desk.player(),
        news=news,
        mentor=mentor,
    )


def _told(desk: Desk) -> tuple[Sequence[News], bool]:
    """Return what mentors wrote, and whether this is one; a store that is away offers neither."""
    if desk.warning():  # it would be waited for
        return (), False
    try:
        viewer = desk.records().viewer()
        return desk.records().news(), viewer.mentor and viewer.id != LOCAL
    except InputError:
        return (), False
