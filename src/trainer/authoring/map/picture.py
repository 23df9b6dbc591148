"""What a map shows: boxes for turns and endings, arrows for the ways between them, numbers of a simulation."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from trainer.authoring.graph import reached
from trainer.authoring.map.conditions import way_words
from trainer.authoring.map.texts_ru import OUTCOMES, PLACE, WAY
from trainer.authoring.simulate import Simulation
from trainer.authoring.simulate.simulation import BINS
from trainer.model.points import mean_of
from trainer.model.scenario import Ending, Scenario, Turn
from trainer.practice.visible import one_line

_LONGEST = 64


@dataclass(frozen=True, slots=True)
class Box:
    """A turn or an ending; ``outcome`` is empty for a turn, ``notes`` are what a simulation came to."""

    id: str
    text: str
    outcome: str = ""
    notes: tuple[str, ...] = ()
    unreached: bool = False


@dataclass(frozen=True, slots=True)
class Arrow:
    """All ways from a turn to one place, with what each asks; ``share`` is 0-1 of the talks that left the turn."""

    source: str
    target: str
    words: tuple[str, ...]
    count: int | None = None
    share: float = 0.0

    @property
    def said(self) -> str:
        """When it is taken."""
        return WAY["or"].join(self.words)

    @property
    def label(self) -> str:
        """When it is taken, and how often it was."""
        return f"{self.said} · {self.told}" if self.told else self.said

    @property
    def told(self) -> str:
        """How often it was taken, in words; empty without a simulation."""
        if self.count is None:
            return ""
        return (
            WAY["count"].format(count=self.count, share=round(100 * self.share))
            if self.count
            else WAY["never"]
        )


@dataclass(frozen=True, slots=True)
class Picture:
    """A scenario as boxes by id, the first turn first, and arrows in the order of the file."""

    id: str
    title: str
    boxes: Mapping[str, Box]
    arrows: tuple[Arrow, ...]


def draw(scenario: Scenario, simulation: Simulation | None = None) -> Picture:
    """Return the picture of a scenario, with the numbers of a simulation if there is one."""
    seen = reached(scenario)
    turns = [_turn(turn, simulation, turn.id in seen) for turn in scenario.turns.values()]
    endings = [_ending(ending, simulation, ending.id in seen) for ending in scenario.endings.values()]
    arrows = [arrow for turn in scenario.turns.values() for arrow in _arrows(turn, simulation)]
    boxes = {box.id: box for box in (*turns, *endings)}
    return Picture(
        scenario.id, one_line(scenario.title), boxes, tuple(a for a in arrows if a.target in boxes)
    )


def short(text: str, longest: int = _LONGEST) -> str:
    """Return a text on one line, cut at a word when it is long."""
    line = one_line(text)
    return line if len(line) <= longest else line[: longest - 1].rsplit(" ", 1)[0] + "…"


def _turn(turn: Turn, simulation: Simulation | None, there: bool) -> Box:
    return Box(turn.id, short(turn.client), "", tuple(_turn_notes(turn, simulation)), not there)


def _turn_notes(turn: Turn, simulation: Simulation | None) -> Iterator[str]:
    if simulation is None:
        return
    yield PLACE["reached"].format(count=simulation.reached(turn.id), runs=simulation.runs)
    told = [(g.points[turn.id], g.turns[turn.id]) for g in simulation.groups.values() if turn.id in g.points]
    if plays := sum(count for _, count in told):
        # The kinds of trainees come to a turn more or less often, so each weighs by that.
        yield PLACE["points"].format(points=mean_of(sum(p * count for p, count in told), plays))


def _ending(ending: Ending, simulation: Simulation | None, there: bool) -> Box:
    outcome = ending.outcome.name.lower()
    text = PLACE["ending"].format(title=short(ending.title), outcome=OUTCOMES[outcome])
    return Box(ending.id, text, outcome, tuple(_ending_notes(ending, simulation)), not there)


def _ending_notes(ending: Ending, simulation: Simulation | None) -> Iterator[str]:
    if simulation is None:
        return
    yield PLACE["reached"].format(count=simulation.reached(ending.id), runs=simulation.runs)
    bins = [sum(group.scores[ending.id][i] for group in simulation.groups.values()) for i in range(BINS)]
    if any(bins):
        width = 100 // BINS
        most = bins.index(max(bins))
        yield PLACE["scores"].format(low=most * width, high=(most + 1) * width)


def _arrows(turn: Turn, simulation: Simulation | None) -> Iterator[Arrow]:
    words: dict[str, list[str]] = {}
    for number, way in enumerate(turn.ways):
        words.setdefault(way.to, []).append(way_words(way, first=number == 0))
    counts = _counts(turn, list(words), simulation)
    left = sum(counts.values())
    for to, said in words.items():
        count = counts.get(to) if simulation else None
        share = counts.get(to, 0) / left if left else 0.0
        yield Arrow(turn.id, to, tuple(dict.fromkeys(said)), count, share)


def _counts(turn: Turn, targets: Sequence[str], simulation: Simulation | None) -> Mapping[str, int]:
    return {to: simulation.taken.get((turn.id, to), 0) for to in targets} if simulation else {}
