"""How far somebody has come with the plan of a pack."""

from collections.abc import Collection
from dataclasses import dataclass

from trainer.model.plan import PlanDay
from trainer.model.scenario import Pack
from trainer.practice.records import Mode
from trainer.practice.replay import Finished


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a plan and which of its items are done, in their order.

    None stands for a rest: it leaves nothing behind, so nobody can say whether it was taken, and no day waits for it.
    """

    day: PlanDay
    done: tuple[bool | None, ...]

    @property
    def whole(self) -> bool:
        """Whether everything of this day is done."""
        return all(done for done in self.done if done is not None)

    @property
    def mode(self) -> Mode:
        """How the talks of this day are held."""
        return Mode.EXAM if self.day.exam else Mode.TRAINING


def days(pack: Pack, finished: Collection[Finished], rests: Collection[str] = ()) -> tuple[Day, ...]:
    """Return the days of a plan with what is done; only an exam counts on a day of exam.

    ``rests`` are the ids of exercises that leave nothing behind.
    """
    return tuple(
        Day(
            day,
            tuple(None if item.id in rests else _is_done(item.id, day, finished) for item in day.items),
        )
        for day in pack.plan
    )


def _is_done(name: str, day: PlanDay, finished: Collection[Finished]) -> bool:
    ways = {item.mode for item in finished if item.id == name}
    return bool(ways - {Mode.TRAINING} if day.exam else ways)
