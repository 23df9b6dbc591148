"""The way in: picks a command and turns every outcome into an exit code, never a traceback."""

import importlib
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from trainer import __version__
from trainer.cli import output
from trainer.cli.common_options import take_packs, take_person
from trainer.cli.complain import wrong
from trainer.cli.exit_codes import ExitCode
from trainer.cli.main_texts_ru import ABOUT, COMMANDS, MAIN_HELP, USAGE, VERSION
from trainer.cli.outgrown import tell_outgrown
from trainer.cli.texts_ru import INTERNAL, INTERRUPTED, PLACES
from trainer.model.place import Place
from trainer.model.problem import InputError
from trainer.storage.identity import forget_proofs

if TYPE_CHECKING:
    from trainer.cli.tools import Tools

_DEBUG = "--debug"


def main(argv: Sequence[str] | None = None, tools: "Tools | None" = None) -> int:
    """Run one command line and return its exit code; the tools are made for its packs unless given."""
    words = list(sys.argv[1:] if argv is None else argv)
    output.use_utf8()
    if _DEBUG not in words:
        return _outcome(words, tools)
    from trainer.cli.debugging import told_afterwards

    with told_afterwards():
        return _outcome([word for word in words if word != _DEBUG], tools, debug=True)


def _outcome(words: list[str], tools: "Tools | None", *, debug: bool = False) -> int:
    try:
        code = _run(words, tools)
        sys.stdout.flush()
    except InputError as error:
        for problem in error.problems:
            output.tell(str(problem))
        return ExitCode.WRONG_INPUT
    except KeyboardInterrupt:
        output.tell("\n" + INTERRUPTED)
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        output.drop()
        return ExitCode.CLOSED_PIPE
    except SystemExit as leaving:  # argparse after --help
        return leaving.code if isinstance(leaving.code, int) else ExitCode.DONE
    except Exception as error:
        if debug:
            import traceback

            output.tell(traceback.format_exc())
        output.tell(INTERNAL.format(kind=type(error).__name__, text=error))
        return ExitCode.INTERNAL
    finally:
        tell_outgrown()
    return code


def _run(words: list[str], tools: "Tools | None") -> int:
    forget_proofs()  # whoever gave the command before, in this process, was somebody else
    packs, words = take_packs(words)
    person, words = take_person(words)
    if person:
        # As a variable, so that whatever this command starts knows it too.
        os.environ["TRAINER_PERSON"] = person
    command, rest = (words[0], words[1:]) if words else ("play", [])
    if command in ("-h", "--help", "help"):
        return _help()
    if command == "--version":
        return _version()
    if command not in COMMANDS:
        from trainer.packs.problems import hint

        raise wrong(Place(PLACES["call"]), "C050", id=command, hint=hint(command, COMMANDS))
    # A command loads only what it needs: the screen library is of no use to `score`.
    module = importlib.import_module(f"trainer.cli.{command}")
    code: int = module.run(rest, tools or _tools(packs))
    return code


def _tools(packs: Sequence[str]) -> "Tools":
    from trainer.cli.tools import tools_on
    from trainer.storage.settings import shelf_of

    return tools_on(shelf_of(packs))


def _version() -> int:
    from trainer.packs.hashes import catalogue_hash
    from trainer.wiring.stamps import engine_version

    engine = engine_version().partition("+")[2]
    output.say(VERSION.format(version=__version__, engine=engine, catalogue=catalogue_hash()))
    return ExitCode.DONE


def _help() -> int:
    commands = "\n".join(f"  {name:<12} {text}" for name, text in COMMANDS.items())
    output.say(MAIN_HELP.format(about=ABOUT, usage=USAGE, commands=commands).rstrip())
    return ExitCode.DONE


if __name__ == "__main__":
    sys.exit(main())
