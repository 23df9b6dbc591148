"""From exemplars to a weight file: training of all networks, and the choice of their bars."""

import hashlib
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trainer.model.scenario import Scenario
from trainer.model.standard import Catalogue, Kind
from trainer.packs.library import find_scenario
from trainer.text.analysis import Text
from trainer.text.pieces import pieces_of
from trainer.training.calibrate import calibrate
from trainer.training.cases import Labelled, collect_one, examples, good_answers
from trainer.training.export import digest, digest_of, read_weights, rewrite_about, write
from trainer.training.material import Sample, read_exemplars
from trainer.training.precision import joined, measure
from trainer.training.unlabelled import mixed, of_talks

# Misspelling is a matter of letters, not of meaning; facts are found by their wordings.
_NOT_MEANING = frozenset({"typos", "answer-fully"})
# Texts of mixed sentences for a student.
UNLABELLED = 3000
READER_EPOCHS, READER_SEED = 4, 1
# Pieces whose first layer is worked out in advance: 13 KB of memory each.
COMMON = 2048
_SENTENCE = re.compile(r"(?<=[.!?])\s+")

if TYPE_CHECKING:
    from trainer.training.net import Net
    from trainer.training.transformer.fit import Reader


def classes_of(catalogue: Catalogue) -> list[str]:
    """Return the ids of the standards that the network learns, in catalogue order."""
    judged = (s.id for s in catalogue.standards.values() if s.kind is not Kind.PROCESS)
    return [name for name in judged if name not in _NOT_MEANING]


def innocent_sentences(samples: Sequence[Sample]) -> list[str]:
    """Return the sentences of clean replies, to be put beside phrases in training."""
    clean = [
        s
        for s in samples
        if not s.turn and not s.labels and len(s.known) > 1 and set(s.known.values()) == {1.0}
    ]
    return [part for s in clean for part in _SENTENCE.split(s.text) if 4 <= len(part.split()) <= 18]


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a network is made: one for each of ``seeds``, ``epochs`` long.

    With the seed of a ``student`` one more network learns from all of those, also from what they say of unlabelled
    texts (mixed sentences, answers of ``scenarios``), and only that one is written: nearly as good as all of them, as
    quick as one. The networks of the file ``teachers`` may stand in for those of the seeds. ``reader`` is the file of
    a transformer that teaches the student too; where there is none yet, it is trained first. ``begin`` is a file with
    a network from which the student goes on.
    """

    seeds: Sequence[int]
    epochs: int
    student: int | None = None
    scenarios: Sequence[Scenario] = ()
    teachers: Path | None = None
    reader: Path | None = None
    begin: Path | None = None


def train(folder: Path, catalogue: Catalogue, out: Path, recipe: Recipe, tell: Callable[[str], None]) -> None:
    """Train on the exemplars below ``folder`` by a recipe, and write the networks to ``out`` with open bars."""
    samples = read_exemplars(folder, catalogue, _expected(folder))
    classes = classes_of(catalogue)
    tell(f"{len(samples)} texts, {len(classes)} standards")
    about: dict[str, Any] = {
        "classes": classes,
        "material": digest(folder),
        "epochs": recipe.epochs,
        "bars": {},
    }
    about["common"] = common_pieces(samples)
    nets, more = _nets(samples, classes, recipe, tell)
    about |= more
    if recipe.student is not None:
        net, more = _student(samples, classes, recipe, nets, tell)
        nets = [net]
        about |= more
    write(out, nets, about)


def _nets(
    samples: Sequence[Sample], classes: Sequence[str], recipe: Recipe, tell: Callable[[str], None]
) -> tuple[list["Net"], dict[str, Any]]:
    """Return the networks of the seeds, or those of a file in their place, and what is to be known of them."""
    from trainer.training.fit import fit  # PyTorch: an extra that only training needs
    from trainer.training.net import Net

    if recipe.teachers:
        nets = [Net(len(classes)).take(weights) for weights in read_weights(recipe.teachers)]
        return nets, {"seeds": [], "teachers": _hash(recipe.teachers)}
    bank = innocent_sentences(samples)
    nets = [fit(samples, classes, recipe.epochs, seed, bank, tell) for seed in recipe.seeds]
    return nets, {"seeds": list(recipe.seeds)}


def _student(
    samples: Sequence[Sample], classes: Sequence[str], recipe: Recipe, teachers: Sequence["Net"],
    tell: Callable[[str], None],
) -> tuple["Net", dict[str, Any]]:  # fmt: skip
    from trainer.training.fit import fit

    seed, bank = recipe.student or 0, innocent_sentences(samples)
    more = [*mixed(samples, UNLABELLED, random.Random(seed)), *of_talks(recipe.scenarios)]
    texts = [*samples, *more]
    about: dict[str, Any] = {"student": seed, "unlabelled": digest_of(sample.text for sample in more)}
    beside = None
    if recipe.reader:
        beside = _reader(samples, classes, recipe.reader, bank, tell).says([sample.text for sample in texts])
        about["reader"] = _hash(recipe.reader)
    begin = read_weights(recipe.begin)[0] if recipe.begin else None
    if recipe.begin:
        about["begin"] = _hash(recipe.begin)
    return fit(texts, classes, recipe.epochs, seed, bank, tell, teachers, beside, begin), about


def _reader(
    samples: Sequence[Sample],
    classes: Sequence[str],
    at: Path,
    bank: Sequence[str],
    tell: Callable[[str], None],
) -> "Reader":
    from trainer.training.transformer.fit import Reader
    from trainer.training.transformer.packed import model_file, read_packed

    reader = Reader(read_packed(model_file().read_bytes()), classes)
    if at.exists():
        return reader.take(at)
    reader.learn(samples, READER_EPOCHS, READER_SEED, bank, tell)
    reader.keep(at)
    return reader


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def common_pieces(samples: Iterable[Sample]) -> list[int]:
    """Return the pieces that the texts use most, the commonest first: the network keeps a table of them."""
    count: Counter[int] = Counter()
    for sample in samples:
        count.update(pieces_of(Text(sample.text)).ids)
    return [piece for piece, _ in sorted(count.items(), key=lambda one: (-one[1], one[0]))[:COMMON]]


def _expected(folder: Path) -> dict[str, tuple[str, ...]]:
    """Return the obligations that each turn of the marked answers expects."""
    turns = {sample.turn for sample in read_exemplars(folder, Catalogue({}, {})) if sample.turn}
    return {turn: find_scenario(turn.split("/")[0])[1].turns[turn.split("/")[1]].expected for turn in turns}


def choose_bars(
    catalogue: Catalogue, out: Path, labelled: Sequence[Labelled], scenarios: Iterable[Scenario] = ()
) -> Mapping[str, Mapping[str, float]]:
    """Choose the bars of every standard; keep them in ``out``.

    They are chosen on labelled texts, on the catalogue's examples and on the good answers of ``scenarios``.

    Beside them stands the precision of every prohibition, measured writer by writer.
    """
    from trainer.text.meaning import load_reader

    kinds = {s.id: str(s.kind) for s in catalogue.standards.values()}
    reader = load_reader(out)
    texts = (*labelled, *examples(catalogue), *good_answers(catalogue, scenarios))
    gathered = [(item, collect_one(catalogue, reader, item)) for item in texts]
    bars = calibrate(joined(cases for _, cases in gathered), kinds)
    rewrite_about(out, {"bars": bars, "precision": measure(catalogue, reader, gathered)})
    return bars
