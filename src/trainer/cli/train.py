"""``trainer train``: makes the network's weights from the exemplars, and chooses its bars on labelled texts."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from trainer.cli import output
from trainer.cli.answers_input import read_text, records
from trainer.cli.exit_codes import ExitCode
from trainer.cli.labelled import Item, LabelledAnswer, read_labelled
from trainer.cli.parser import Parser
from trainer.cli.texts_ru import HELP
from trainer.cli.tools import Tools
from trainer.dialogue.engine import begin_at, setting
from trainer.model.standard import Catalogue, Kind
from trainer.model.verdict import Setting
from trainer.packs.catalogue import HOME
from trainer.packs.own_standards import shipped
from trainer.packs.shelf import Shelf
from trainer.packs.sound import sound_packs
from trainer.scoring.judge import NEED_A_TURN
from trainer.training.cases import Labelled
from trainer.training.run import Recipe, choose_bars, train

EPOCHS = 8
# Two networks judge together: alone each is surer of its own mistakes.
SEEDS = (3, 4)
# In a phrase every other one breaks its standard, in answers one of thirty: a phrase must weigh less.
_PHRASE = 0.3
# An unjust accusation of a good reply is the costliest error.
_CLEAN = 3.0


def run(words: Sequence[str], tools: Tools) -> int:
    """Train unless only bars are wanted, then choose the bars."""
    call = _parser().read(words)
    catalogue = shipped()
    out = Path(call.out) if call.out else HOME / "network.npz"
    labelled = [
        replace(as_labelled(item, catalogue), group=name)
        for name in call.files
        for item in read_labelled([name], tools)
    ]
    for name in call.clean:
        labelled += [
            replace(as_clean(record.text("text"), catalogue), group=name)
            for record in records(*read_text(name))
        ]
    packs, _ = sound_packs(Shelf())
    talks = [s for pack in packs for s in pack.scenarios.values()]
    if not call.bars_only:
        teachers, reader, begin = (
            Path(given) if given else None for given in (call.teachers, call.reader, call.begin)
        )
        recipe = Recipe(call.seeds, call.epochs, call.student, talks, teachers, reader, begin)
        train(HOME / "exemplars", catalogue, out, recipe, output.tell)
    bars = choose_bars(catalogue, out, labelled, talks)
    for name, values in bars.items():
        output.say(f"{name:<22} " + "  ".join(f"{key} {value:.2f}" for key, value in values.items()))
    return ExitCode.DONE


def as_labelled(item: Item, catalogue: Catalogue) -> Labelled:
    """Return what people said of an item in the form that calibration reads."""
    if not isinstance(item, LabelledAnswer):
        found = frozenset({item.standard}) if item.label else frozenset[str]()
        return Labelled(item.text, Setting(), frozenset({item.standard}), found, _PHRASE)
    situation = setting(item.scenario, begin_at(item.scenario, item.turn.id))
    forbidden = frozenset(s.id for s in catalogue.of_kind(Kind.PROHIBITION))
    return Labelled(item.text, situation, forbidden | set(item.turn.expected), item.shown | item.violated)


def as_clean(text: str, catalogue: Catalogue) -> Labelled:
    """Take a reply that breaks nothing: whatever is found in it is a false alarm."""
    forbidden = frozenset(s.id for s in catalogue.of_kind(Kind.PROHIBITION)) - NEED_A_TURN
    return Labelled(text, Setting(), forbidden, frozenset(), _CLEAN)


def _parser() -> Parser:
    parser = Parser("train")
    parser.add_argument("files", nargs="+", metavar="ФАЙЛ", help=HELP["train-files"])
    parser.add_argument("--clean", nargs="*", default=[], metavar="ФАЙЛ", help=HELP["train-clean"])
    parser.add_argument("--out", metavar="ФАЙЛ", help=HELP["train-out"])
    parser.add_argument("--epochs", type=int, default=EPOCHS, metavar="N", help=HELP["train-epochs"])
    parser.add_argument("--seeds", type=int, nargs="+", default=SEEDS, metavar="N", help=HELP["train-seeds"])
    parser.add_argument("--student", type=int, metavar="N", help=HELP["train-student"])
    parser.add_argument("--teachers", metavar="ФАЙЛ", help=HELP["train-teachers"])
    parser.add_argument("--reader", metavar="ФАЙЛ", help=HELP["train-reader"])
    parser.add_argument("--begin", metavar="ФАЙЛ", help=HELP["train-begin"])
    parser.add_argument("--bars-only", action="store_true", help=HELP["train-bars"])
    return parser
