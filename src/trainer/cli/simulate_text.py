"""A simulation for people: tables and remarks, the same for a terminal and for a pipe."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from trainer.authoring.simulate import Group, Simulation
from trainer.authoring.simulate.findings import APART, MOSTLY, Doubt, Finding, findings, ways_to
from trainer.authoring.simulate.play import MOST_ANSWERS
from trainer.cli.simulate_texts_ru import DOUBTS, KINDS, OUTCOMES, SIMULATE
from trainer.model.scenario import Scenario
from trainer.model.standard import Catalogue

_BARS: Mapping[Doubt, int] = {
    Doubt.WEAK_LIKE_STRONG: APART,
    Doubt.STRONG_SELDOM_GOOD: MOSTLY,
    Doubt.CIRCLES: MOST_ANSWERS,
}
_MOST_ASKED = 3
_NONE = "-"


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a table: a text, or the counts of a histogram."""

    text: str = ""
    counts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head; the first column is read from the left, the others from the right."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """A line under the tables; ``grave`` ones ask for a change of the scenario."""

    text: str
    grave: bool = True


def heading(scenario: Scenario, simulation: Simulation) -> tuple[str, str]:
    """Return the title of a report and what it rests on."""
    return (
        SIMULATE["title"].format(title=scenario.title, id=scenario.id),
        SIMULATE["plays"].format(runs=simulation.runs, seed=simulation.seed, judged=simulation.judged),
    )


def tables(scenario: Scenario, simulation: Simulation, catalogue: Catalogue) -> tuple[Table, ...]:
    """Return the tables of a report."""
    return (
        _turns(scenario, simulation),
        _endings(scenario, simulation),
        _whole(simulation, catalogue),
    )


def remarks(scenario: Scenario, simulation: Simulation) -> Iterator[Remark]:
    """Yield what an author should read: what the client asked again, what nobody reached, what to look at."""
    often = sorted(simulation.asked.items(), key=lambda item: (-item[1], item[0]))[:_MOST_ASKED]
    if often:
        items = (
            SIMULATE["asked-item"].format(turn=turn, fact=fact, count=count) for (turn, fact), count in often
        )
        yield Remark(SIMULATE["asked"].format(items=", ".join(items)), grave=False)
    for place in simulation.never():
        key = "never-turn" if place in scenario.turns else "never-ending"
        yield Remark(SIMULATE[key].format(id=place, ways=_ways(scenario, simulation, place)))
    for item in findings(simulation):
        yield Remark(doubt(item))


def doubt(item: Finding) -> str:
    """Return in Russian what to look at, and by which rule."""
    return DOUBTS[item.doubt].format(value=item.value, bar=_BARS[item.doubt])


def _ways(scenario: Scenario, simulation: Simulation, place: str) -> str:
    ways = [
        SIMULATE["way"].format(turn=turn, line=way.place.line, plays=simulation.reached(turn))
        for turn, way in ways_to(scenario, place)
    ]
    return " ".join(ways) or SIMULATE["no-way"]


def _turns(scenario: Scenario, simulation: Simulation) -> Table:
    rows = []
    for name in scenario.turns:
        cells = [Cell(name)]
        for group in simulation.groups.values():
            points = group.points.get(name)
            cells += [
                Cell(share(group.turns[name], group.plays)),
                Cell(_NONE if points is None else str(points)),
            ]
        rows.append(tuple(cells))
    head = [word for kind in simulation.groups for word in (KINDS[kind], SIMULATE["score"])]
    return Table(SIMULATE["turns"], (SIMULATE["turn"], *head), tuple(rows))


def _endings(scenario: Scenario, simulation: Simulation) -> Table:
    rows = []
    for name, ending in scenario.endings.items():
        groups = simulation.groups.values()
        shares = (Cell(share(group.endings[name], group.plays)) for group in groups)
        counts = tuple(map(sum, zip(*(group.scores[name] for group in groups), strict=True)))
        outcome = OUTCOMES[ending.outcome.name.lower()]
        rows.append((Cell(name), Cell(outcome), *shares, Cell(counts=counts)))
    head = (SIMULATE["ending"], SIMULATE["outcome"], *_names(simulation), SIMULATE["scores"])
    return Table(SIMULATE["endings"], head, tuple(rows))


def _whole(simulation: Simulation, catalogue: Catalogue) -> Table:
    groups = simulation.groups
    rows = [(Cell(SIMULATE["length"]), *(Cell(_length(group)) for group in groups.values()))]
    for standard in dict.fromkeys(name for group in groups.values() for name in group.process):
        title = catalogue.standards[standard].title if standard in catalogue.standards else standard
        rows.append((Cell(title), *(Cell(_kept(group, standard)) for group in groups.values())))
    return Table(SIMULATE["whole"], (SIMULATE["action"], *_names(simulation)), tuple(rows))


def _names(simulation: Simulation) -> list[str]:
    return [KINDS[kind] for kind in simulation.groups]


def _length(group: Group) -> str:
    found = group.spread()
    return f"{found.least} / {found.median} / {found.most}" if found else _NONE


def _kept(group: Group, standard: str) -> str:
    kept, told = group.process.get(standard, (0, 0))
    return share(kept, told)


def share(part: int, whole: int) -> str:
    """Return a share in percent; what is there at all is never called 0%, what is not whole never 100%."""
    if not whole:
        return _NONE
    percent = round(100 * part / whole)
    if 0 < part < whole:
        percent = min(99, max(1, percent))
    return f"{percent}%"
