"""Works through today's refreshers line by line, at a terminal or through a pipe."""

from trainer.cli.exit_codes import ExitCode
from trainer.cli.play_plain import Interrupts, Lines, write
from trainer.cli.tools import Tools
from trainer.refresh.plain import run_plain
from trainer.refresh.run import Run


def run(found: Run, tools: Tools) -> int:
    """Put the cards until the end of the set or of the input; the exit code tells which."""
    if warning := tools.warning():
        write(warning)
    with Interrupts() as interrupts:
        finished = run_plain(found, tools.catalogue(), Lines().read, write)
    if interrupts.seen:
        return ExitCode.INTERRUPTED
    return ExitCode.DONE if finished else ExitCode.FOUND
