"""The catalogue and the judge, each built once."""

import os
import threading
import warnings
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trainer.model.standard import Catalogue, Standard
from trainer.model.verdict import Reading, Setting, Verdict
from trainer.packs.library import home
from trainer.packs.own_standards import shipped
from trainer.packs.shelf import Shelf
from trainer.practice.exercises.ports import ReadingJudge
from trainer.storage.learned import LearnedBars, network_of, read
from trainer.storage.safe import home_of

if TYPE_CHECKING:
    from trainer.scoring.detect import Bars
    from trainer.text.meaning import Reader

_building = threading.Lock()
# The shelf with nothing on it but what came with the program.
SHIPPED = Shelf()
WITHOUT_MEANING = (
    "Модель смысла не загрузилась ({reason}). Ответы проверяются только по правилам, найдётся меньше."
)


class LazyJudge:
    """A judge that loads its models when the first answer comes, or when ``load`` is called before."""

    def __init__(self, shelf: Shelf = SHIPPED) -> None:
        """``shelf`` brings the standards of packs that replies are read by when no scenario is known."""
        self._shelf = shelf

    def score(self, text: str, setting: Setting) -> Verdict:
        """Judge an answer."""
        return self.load().score(text, setting)

    def read(self, text: str) -> Reading:
        """Read a text on its own."""
        return self.load().read(text)

    @property
    def muted(self) -> Collection[str]:
        """The standards that take no points."""
        return self.load().muted

    def load(self) -> ReadingJudge:
        """Return the judge; threads that come meanwhile wait for it."""
        with _building:
            return build_judge(self._shelf)


@cache
def catalogue(shelf: Shelf = SHIPPED) -> Catalogue:
    """Return the catalogue that comes with the program and the standards of packs; raises InputError."""
    return shipped().extended(shelf.own_standards())


@cache
def build_judge(shelf: Shelf = SHIPPED) -> ReadingJudge:
    """Return the judge, built once; takes a second or two. Raises InputError for broken standards of packs.

    Without the encoder it judges by rules alone, and says so once.
    """
    from trainer.scoring.judge import Judge as Scorer

    own = [
        standard
        for standard in catalogue(shelf).standards.values()
        if standard.pack and not _came_along(standard)
    ]
    reader = _reader()
    scorer = Scorer(shipped(), reader, own)
    if reader:
        scorer.bars |= _learned(reader.about)
    judge: ReadingJudge = scorer
    return judge


def _learned(about: Mapping[str, Any]) -> "dict[str, Bars]":
    """Return the bars that mentors have taught, if they were fitted for this network."""
    from trainer.scoring.detect import Bars

    own = learned_bars()
    if own is None or own.network != network_of(about):
        return {}
    return {name: Bars(**values) for name, values in own.bars.items()}


def learned_bars() -> LearnedBars | None:
    """Return the bars that mentors have taught the judge, None where it knows only what came with the program."""
    return read(home_of(os.environ))


def _came_along(standard: Standard) -> bool:
    """Tell a standard of a shipped pack: «no addresses in public» binds its own talks, not every chat of a company."""
    return Path(standard.place.path).is_relative_to(home())


@cache
def _reader() -> "Reader | None":
    from trainer.text.meaning import MeaningAbsentError, load_reader

    try:
        return load_reader()
    except MeaningAbsentError as problem:
        warnings.warn(WITHOUT_MEANING.format(reason=problem), stacklevel=3)
        return None


def renew() -> None:
    """Forget the catalogue and the judge: the next call reads the standards as they are now."""
    shipped.cache_clear()
    catalogue.cache_clear()
    build_judge.cache_clear()
