"""``trainer map``: a scenario as a tree in the terminal, as a picture or as text for Mermaid."""

import shutil
import subprocess
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.cli import output
from trainer.cli.complain import reason, wrong
from trainer.cli.exit_codes import ExitCode
from trainer.cli.map_texts_ru import HELP, MAP
from trainer.cli.parser import Parser
from trainer.cli.texts_ru import PLACES
from trainer.cli.tools import Tools
from trainer.model.place import Place
from trainer.model.problem import InputError, Problem
from trainer.model.scenario import Scenario

if TYPE_CHECKING:
    from trainer.authoring.map import Picture
    from trainer.authoring.simulate import Simulation

_WIDTH = 110  # of lines that go to a file or to another program
_MOST_RUNS = 1_000_000
_PATIENCE = 60  # seconds that Graphviz may take


def run(words: Sequence[str], tools: Tools) -> int:
    """Draw a scenario in the way that is asked for."""
    call = _parser().read(words)
    from trainer.authoring.map import draw, mermaid

    scenario = _scenario(call.scenario, tools)
    picture = draw(scenario, _simulation(scenario, call, tools))
    if call.svg:
        return _svg(picture, Path(call.svg))
    if call.mermaid:
        output.say(mermaid(picture).rstrip("\n"))
        return ExitCode.DONE
    _tree(picture)
    return ExitCode.DONE


def _scenario(word: str, tools: Tools) -> Scenario:
    from trainer.cli.simulate_sources import scenarios

    found = scenarios([word], tools)
    if len(found) != 1:
        raise _wrong("one", name=word, count=len(found))
    return found[0]


def _simulation(scenario: Scenario, call: Namespace, tools: Tools) -> "Simulation | None":
    if call.runs is None:
        return None
    if not 1 <= call.runs <= _MOST_RUNS:
        raise _wrong("runs", most=_MOST_RUNS)
    from trainer.authoring.simulate import simulate
    from trainer.cli.check_progress import progress

    with progress(call.runs, MAP["progress"]) as advance:
        return simulate(scenario, tools.judge(), call.runs, call.seed, tools.catalogue(), advance)


def _tree(picture: "Picture") -> None:
    from trainer.authoring.map import tree

    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else _WIDTH
    for line in tree(picture, width):
        output.say(line)
    output.tell(MAP["legend"])


def _svg(picture: "Picture", path: Path) -> int:
    """Have Graphviz lay the picture out; without it the tree is shown instead."""
    from trainer.authoring.map import dot

    program = shutil.which("dot")
    if program is None:
        _tree(picture)
        raise _wrong("no-dot")
    try:
        done = subprocess.run(
            [program, "-Tsvg"], input=dot(picture).encode(), capture_output=True, timeout=_PATIENCE
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _wrong("failed", reason=type(error).__name__) from None
    if done.returncode:
        raise _wrong("failed", reason=done.stderr.decode(errors="replace").strip())
    _write(path, done.stdout)
    output.tell(MAP["written"].format(name=path))
    return ExitCode.DONE


def _write(path: Path, drawn: bytes) -> None:
    try:
        path.write_bytes(drawn)
    except FileNotFoundError:
        raise wrong(Place(str(path)), "C097", folder=path.parent) from None
    except OSError as error:
        raise wrong(Place(str(path)), "C060", reason=reason(error)) from None


def _wrong(why: str, **values: object) -> InputError:
    return InputError(Problem(Place(PLACES["call"]), "C118", MAP[why].format(**values)))


def _parser() -> Parser:
    parser = Parser("map", HELP["map"])
    parser.add_argument("scenario", metavar="СЦЕНАРИЙ", help=HELP["scenario"])
    parser.add_argument("--svg", metavar="ФАЙЛ", help=HELP["svg"])
    parser.add_argument("--mermaid", action="store_true", help=HELP["mermaid"])
    parser.add_argument("--runs", type=int, metavar="N", help=HELP["runs"])
    parser.add_argument("--seed", type=int, default=1, metavar="N", help=HELP["seed"])
    return parser
