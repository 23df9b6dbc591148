"""Commands with actions of their own, such as ``trainer person add``."""

from collections.abc import Callable, Mapping, Sequence

from trainer.cli import output
from trainer.cli.exit_codes import ExitCode
from trainer.cli.team_problems import bad
from trainer.cli.team_texts_ru import ABOUT, ACTIONS, CALLS
from trainer.packs.problems import hint

Action = Callable[[Sequence[str]], int]


def run_action(command: str, words: Sequence[str], actions: Mapping[str, Action]) -> int:
    """Run the action that the call names, or tell which there are; raises InputError for an unknown one."""
    first = words[0] if words else ""
    if first in ("-h", "--help"):
        width = max(map(len, actions))
        rows = "\n".join(f"  {name:<{width}}  {ACTIONS[f'{command} {name}']}" for name in actions)
        output.say(CALLS["actions"].format(command=command, about=ABOUT[command], rows=rows))
        return ExitCode.DONE
    if first not in actions:
        known = ", ".join(actions)
        if not first:
            raise bad("C051", reason=CALLS["which"].format(known=known), prog=f"trainer {command}")
        raise bad("C203", command=command, name=first, hint=hint(first, actions), known=known)
    return actions[first](words[1:])
