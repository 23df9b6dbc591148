"""``trainer doctor``: looks over what talks need and says what is wrong."""

from collections.abc import Sequence

from trainer.cli import output
from trainer.cli.exit_codes import ExitCode
from trainer.cli.parser import Parser
from trainer.cli.store_texts_ru import HELP, SAID
from trainer.cli.tools import Tools


def run(words: Sequence[str], tools: Tools) -> int:
    """Look everything over; the exit code tells whether something has to be put right."""
    call = _parser().read(words)
    wrong = 0
    for found in tools.examine():
        wrong += not found.well
        if call.json:
            output.record({"about": found.about, "well": found.well, "text": found.text})
        else:
            output.say(SAID["well" if found.well else "wrong"].format(text=found.text))
    output.tell(SAID["problems"].format(count=wrong) if wrong else SAID["healthy"])
    return ExitCode.FOUND if wrong else ExitCode.DONE


def _parser() -> Parser:
    parser = Parser("doctor", HELP["doctor"])
    parser.add_argument("--json", action="store_true", help=HELP["doctor-json"])
    return parser
