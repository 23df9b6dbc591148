"""The example of the catalogue that is nearest to words found by meaning, so that a person sees what was meant."""

from functools import lru_cache

from trainer.model.span import Span
from trainer.model.standard import Standard
from trainer.text.analysis import Text


def nearest_example(standard: Standard, text: Text, span: Span) -> str:
    """Return the must-hit example that shares most lemmas with the span, or an empty string.

    Likeness is Jaccard's: shared lemmas over all lemmas of both.
    """
    own = _lemmas(span.of(text.typed))
    scored = ((_likeness(own, _lemmas(hit.text)), hit.text) for hit in standard.hits if not hit.at)
    return max(scored, default=(0.0, ""), key=lambda pair: pair[0])[1]


def _likeness(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / len(a | b) if a | b else 0.0


@lru_cache(maxsize=2_000)
def _lemmas(text: str) -> frozenset[str]:
    return frozenset(t.lemma for t in Text(text).words)
