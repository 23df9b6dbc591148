"""``trainer simulate``: plays scenarios with synthetic trainees and says where they come to."""

import re
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial

from trainer.authoring.simulate import Simulation, simulate
from trainer.authoring.simulate.findings import findings
from trainer.cli import output
from trainer.cli.check_progress import progress
from trainer.cli.complain import wrong
from trainer.cli.exit_codes import ExitCode
from trainer.cli.parser import Parser
from trainer.cli.processes import Work, jobs_of, spread
from trainer.cli.simulate_record import record_of
from trainer.cli.simulate_show import show
from trainer.cli.simulate_sources import scenarios
from trainer.cli.simulate_text import heading, remarks, tables
from trainer.cli.simulate_texts_ru import CALLS, HELP, SIMULATE
from trainer.cli.texts_ru import PLACES
from trainer.cli.tools import Judge, Tools
from trainer.model.place import Place
from trainer.model.scenario import Scenario
from trainer.model.standard import Catalogue

RUNS, SEED = 1000, 1
_MOST_RUNS = 1_000_000
_WHOLE = re.compile(r"-?[0-9]{1,18}")


@dataclass(frozen=True, slots=True)
class Task:
    """A scenario to play; ``catalogue`` is a function of a module, as a task travels to other processes."""

    scenario: Scenario
    runs: int
    seed: int
    catalogue: Callable[[], Catalogue]


def run(words: Sequence[str], tools: Tools) -> int:
    """Play the scenarios that are named, or all; 1 when a turn or an ending is never reached."""
    call = _parser().read(words)
    runs, seed = _number("runs", call.runs, 1, _MOST_RUNS), _number("seed", call.seed)
    jobs = jobs_of(call.jobs)
    tasks = [Task(scenario, runs, seed, tools.catalogue) for scenario in scenarios(call.paths, tools)]
    if not tasks:
        output.tell(SIMULATE["nothing"])
        return ExitCode.DONE
    if not call.json:
        output.tell(SIMULATE["legend"])
    with progress(runs * len(tasks), SIMULATE["progress"]) as advance:
        found = _played(tasks, tools, jobs, advance)
    for task, simulation in found:
        if call.json:
            output.record(record_of(task.scenario, simulation))
        else:
            _tell(task.scenario, simulation, tools)
    return _summed([simulation for _, simulation in found], json=call.json)


def _played(
    tasks: Sequence[Task], tools: Tools, jobs: int, advance: Callable[[], None]
) -> list[tuple[Task, Simulation]]:
    """Return the simulations in the order of the tasks; other processes tell only when a task is done."""
    jobs = min(jobs, len(tasks))
    work = Work(tools.judge, partial(_play, tick=advance) if jobs == 1 else _play)
    found = []
    with closing(spread(tasks, work, jobs, batch=1)) as results:
        for task, simulation in results:
            found.append((task, simulation))
            for _ in range(task.runs if jobs > 1 else 0):
                advance()
    return found


def _nothing() -> None:
    pass


def _play(judge: Judge, task: Task, tick: Callable[[], None] = _nothing) -> Simulation:
    return simulate(task.scenario, judge, task.runs, task.seed, task.catalogue(), tick)


def _tell(scenario: Scenario, simulation: Simulation, tools: Tools) -> None:
    title, about = heading(scenario, simulation)
    show(title, about, tables(scenario, simulation, tools.catalogue()), remarks(scenario, simulation))


def _summed(found: Sequence[Simulation], *, json: bool) -> int:
    never = sum(len(simulation.never()) for simulation in found)
    doubts = sum(len(findings(simulation)) for simulation in found)
    if not json:
        output.tell(SIMULATE["sum"].format(scenarios=len(found), never=never, doubts=doubts))
    return ExitCode.FOUND if never else ExitCode.DONE


def _number(name: str, word: str, least: int | None = None, most: int | None = None) -> int:
    fits = _WHOLE.fullmatch(word) is not None
    value = int(word) if fits else 0
    if not fits or (least is not None and value < least) or (most is not None and value > most):
        reason = CALLS[name].format(word=word, most=most)
        raise wrong(Place(PLACES["call"]), "C051", reason=reason, prog="trainer simulate")
    return value


def _parser() -> Parser:
    parser = Parser("simulate", HELP["simulate"])
    parser.add_argument("paths", nargs="*", metavar="ПУТЬ", help=HELP["paths"])
    parser.add_argument("--runs", metavar="N", default=str(RUNS), help=HELP["runs"])
    parser.add_argument("--seed", metavar="N", default=str(SEED), help=HELP["seed"])
    parser.add_argument("--jobs", metavar="N", help=HELP["jobs"])
    parser.add_argument("--json", action="store_true", help=HELP["json"])
    return parser
