"""``trainer new``: writes a scenario that plays at once, from answers of the author or from options."""

import shlex
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.cli import output
from trainer.cli.exit_codes import ExitCode
from trainer.cli.new_texts_ru import ASK, DONE, HELP
from trainer.cli.parser import Parser
from trainer.cli.tools import Tools
from trainer.model.problem import InputError

if TYPE_CHECKING:
    from trainer.authoring.template import Draft, Made

_MODEL_BAR, _BAD_BAR = 90, 40
_SCHEMAS = ("scenario", "pack")


def run(words: Sequence[str], tools: Tools) -> int:
    """Ask what is not in the call, write the scenario and say how it goes on."""
    call = _parser().read(words)
    from trainer.authoring import schema, template
    from trainer.cli import new_wish

    made = template.place(call.where)
    _check_free(made, tools)
    catalogue = tools.catalogue()
    wish = new_wish.from_call(call, made.id, catalogue)
    if not call.yes and _terminal():
        output.tell(ASK["start"].format(file=made.file))
        wish = new_wish.asked(wish, catalogue)
    elif not call.yes:
        new_wish.check_whole(wish)
    try:
        draft = template.draft(template.filled(wish), tools.judge(), f"{made.schema}/scenario.json")
    except template.UnknowableError as error:
        raise new_wish.wrong("fact", value=error) from None
    template.save(made, draft.text, {kind: partial(schema.written, kind, catalogue) for kind in _SCHEMAS})
    _tell(made, draft, tools)
    return ExitCode.DONE


def _terminal() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def _check_free(made: "Made", tools: Tools) -> None:
    """Raise InputError when the scenario or the pack is known already, from another folder."""
    from trainer.cli.new_wish import wrong
    from trainer.packs.folders import dialogues

    home = made.pack.parent.resolve()
    for folder in _folders(tools):
        if folder.resolve() == home:
            continue
        if folder.resolve().name == home.name:
            raise wrong("taken-pack", value=home.name, folder=folder)
        if made.id in [path.stem for path in dialogues(folder)]:
            raise wrong("taken", value=made.id)


def _folders(tools: Tools) -> list[Path]:
    try:
        return tools.folders()
    except InputError:
        return []  # a folder of packs in which there is none yet is where a first one is made


def _tell(made: "Made", draft: "Draft", tools: Tools) -> None:
    output.say(DONE["written"].format(file=made.file))
    output.tell(DONE["scores"].format(model=draft.model.score, bad=draft.bad.score))
    if draft.left_out:
        output.tell(DONE["left-out"].format(ids=", ".join(draft.left_out)))
    if draft.model.score < _MODEL_BAR or draft.model.missing:
        lacks = (*draft.model.missed, *draft.model.violated, *draft.model.missing)
        output.tell(DONE["weak"].format(missed=", ".join(lacks)))
    if draft.bad.score > _BAD_BAR or draft.bad.given:
        output.tell(DONE["kind"])
    pack = shlex.quote(str(made.pack.parent))
    known = made.pack.parent.resolve() in [folder.resolve() for folder in _folders(tools)]
    output.tell(DONE["next"])
    output.tell(DONE["lint"].format(pack=pack))
    output.tell(DONE["play"].format(id=made.id, packs="" if known else f" --packs {pack}"))


def _parser() -> Parser:
    parser = Parser("new", HELP["new"])
    parser.add_argument("where", metavar="НАБОР/СЦЕНАРИЙ", help=HELP["where"])
    for name, value in (("title", "ТЕКСТ"), ("company", "ТЕКСТ"), ("client", "ИМЯ"), ("line", "ТЕКСТ")):
        parser.add_argument(f"--{name}", default="", metavar=value, help=HELP[name])
    parser.add_argument("--mood", default="", metavar="СЛОВО", help=HELP["mood"])
    parser.add_argument("--card", action="append", default=[], metavar="ТЕКСТ", help=HELP["card"])
    parser.add_argument("--fact", action="append", default=[], metavar="ТЕКСТ", help=HELP["fact"])
    parser.add_argument("--expected", default="", metavar="ID,ID", help=HELP["expected"])
    parser.add_argument("-y", "--yes", action="store_true", help=HELP["yes"])
    return parser
