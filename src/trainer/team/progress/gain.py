"""What ten minutes of each form of exercise could bring this person: an estimate to compare forms by, no promise.

    gain = (1 - can) x sum over standards s of: loss(s) x min(1, met(s))

- loss(s): the points that one answer loses on the standard now, newer answers counting more (``recency``);
- met(s) = in_ten x about(s) / items: how many items about the standard come in ten minutes, when so many items of
  the form fit in (``in_ten``) and ``about(s)`` of its ``items`` are about that standard. One item counts as a whole
  meeting, more than one do not count double;
- can = (1 + sum of the scores of items / 100) / (2 + number of items), newer ones counting more: how well the form
  goes already. Who has never tried it is taken to do half of it; what goes well already teaches little more.

The refreshers of a day (``build.refreshers``) are made for the person: each of the ten costliest standards is met once.

So the gain is the points an answer would no longer lose if everything met in ten minutes, and not yet mastered, were
learned at once. Really learning it takes several such sessions; the order of the forms is what counts.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from trainer.team.progress.data import Drill, TriedWeek
from trainer.team.progress.recency import weight


@dataclass(frozen=True, slots=True)
class Gain:
    """The estimate for a form: ``points`` an answer, made of ``loss`` (points on what it meets) and ``can`` (0-1).

    ``done`` counts the items done so far; ``most`` are the standards that it would help with, the costliest first.
    """

    form: str
    points: float
    loss: float
    can: float
    done: int
    most: tuple[str, ...] = ()


def gains(
    losses: Mapping[str, float], drills: Iterable[Drill], tried: Sequence[TriedWeek], today: date
) -> tuple[Gain, ...]:
    """Return the estimates, the best first; ``losses`` are points an answer by standard."""
    found = [
        _gain(drill, losses, [one for one in tried if one.form == drill.form], today) for drill in drills
    ]
    return tuple(sorted(found, key=lambda one: (-one.points, one.form)))


def _gain(drill: Drill, losses: Mapping[str, float], tried: Sequence[TriedWeek], today: date) -> Gain:
    met = {name: losses.get(name, 0.0) * _met(drill, name) for name in drill.about}
    loss, can = sum(met.values()), _can(tried, today)
    most = sorted((name for name in met if met[name] > 0), key=lambda name: (-met[name], name))
    done = sum(one.answers for one in tried)
    return Gain(drill.form, (1 - can) * loss, loss, can, done, tuple(most[:3]))


def _met(drill: Drill, standard: str) -> float:
    return min(1.0, drill.in_ten * drill.about[standard] / drill.items) if drill.items else 0.0


def _can(tried: Sequence[TriedWeek], today: date) -> float:
    scores = sum(one.score / 100 * weight(one.monday, today) for one in tried)
    count = sum(one.answers * weight(one.monday, today) for one in tried)
    return (1 + scores) / (2 + count)
