"""Commands that have several actions: ``trainer pack export``, ``trainer xapi send``."""

from collections.abc import Callable, Mapping, Sequence

from trainer.cli import output
from trainer.cli.complain import wrong
from trainer.cli.exchange_texts_ru import SUBCOMMANDS
from trainer.cli.exit_codes import ExitCode
from trainer.cli.texts_ru import PLACES
from trainer.cli.tools import Tools
from trainer.model.place import Place
from trainer.packs.problems import hint

Action = Callable[[Sequence[str], Tools], int]


def run_action(
    command: str, about: str, actions: Mapping[str, Action], words: Sequence[str], tools: Tools
) -> int:
    """Run the action that the first word names; raises InputError for one that the command does not have."""
    known = ", ".join(actions)
    if not words:
        raise wrong(Place(PLACES["call"]), "C150", command=command, actions=known)
    if words[0] in ("-h", "--help"):
        output.say(SUBCOMMANDS.format(command=command, actions="|".join(actions), about=about))
        return ExitCode.DONE
    if words[0] not in actions:
        raise wrong(Place(PLACES["call"]), "C151", word=words[0], actions=known, hint=hint(words[0], actions))
    return actions[words[0]](words[1:], tools)
