"""From exemplars to a weight file: training of all networks, and the choice of their bars."""

import hashlib
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

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
UNLABELLED = 2000
# Pieces whose first layer is worked out in advance: 13 KB of memory each.
COMMON = 2048
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


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


def train(
    folder: Path,
    catalogue: Catalogue,
    out: Path,
    seeds: Sequence[int],
    epochs: int,
    tell: Callable[[str], None],
    student: int | None = None,
    scenarios: Iterable[Scenario] = (),
    teachers: Path | None = None,
) -> None:
    """Train one network a seed on the exemplars below ``folder`` and write them to ``out`` with open bars.

    With the seed of a ``student`` one more network learns from all of those, also from what they say of unlabelled
    texts (mixed sentences, answers of ``scenarios``), and only that one is written: nearly as good as all of them, as
    quick as one. The networks of the file ``teachers`` may stand in for those of the seeds.
    """
    from trainer.training.fit import fit  # PyTorch: an extra that only training needs
    from trainer.training.net import Net

    samples = read_exemplars(folder, catalogue, _expected(folder))
    classes = classes_of(catalogue)
    bank = innocent_sentences(samples)
    tell(f"{len(samples)} texts, {len(classes)} standards")
    about = {"classes": classes, "material": digest(folder), "epochs": epochs, "seeds": list(seeds)}
    if teachers:
        nets = [Net(len(classes)).take(weights) for weights in read_weights(teachers)]
        about |= {"seeds": [], "teachers": hashlib.sha256(teachers.read_bytes()).hexdigest()}
    else:
        nets = [fit(samples, classes, epochs, seed, bank, tell) for seed in seeds]
    if student is not None:
        more = [*mixed(samples, UNLABELLED, random.Random(student)), *of_talks(scenarios)]
        nets = [fit([*samples, *more], classes, epochs, student, bank, tell, nets)]
        about |= {"student": student, "unlabelled": digest_of(sample.text for sample in more)}
    write(out, nets, about | {"bars": {}, "common": common_pieces(samples)})


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
