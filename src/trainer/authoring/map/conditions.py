"""Puts the condition of a way into a few words."""

from collections.abc import Iterator

from trainer.authoring.map.texts_ru import ALL, ANY, BOUNDS, LISTS, MOODS, SPAN, WAY
from trainer.model.scenario import Condition, Way

# Of these one is enough; of the others all are needed.
_ONE_IS_ENOUGH = ("violated", "missing")


def way_words(way: Way, *, first: bool) -> str:
    """Return when a way is taken; ``first`` says that no way stands before it."""
    if way.when is None:
        return WAY["always"] if first or way.urgent else WAY["else"]
    return WAY["urgent" if way.urgent else "if"].format(when=condition_words(way.when))


def condition_words(condition: Condition) -> str:
    """Return a condition in short Russian."""
    return WAY["and"].join(_requirements(condition))


def _requirements(condition: Condition) -> Iterator[str]:
    for key, words in LISTS.items():
        if ids := getattr(condition, key):
            yield words.format(ids=(ANY if key in _ONE_IS_ENOUGH else ALL).join(ids))
    for key, (low, high) in condition.bounds.items():
        yield _bound(key, low, high)
    if condition.negated:
        yield WAY["not"].format(inner=condition_words(condition.negated))


def _bound(key: str, low: int | None, high: int | None) -> str:
    sort = "least" if high is None else "most" if low is None else "exactly" if low == high else "between"
    values = {name: _value(key, value) for name, value in (("low", low), ("high", high))}
    return SPAN[f"mood-{sort}" if key == "mood" else sort].format(key=BOUNDS[key], **values)


def _value(key: str, value: int | None) -> object:
    return MOODS[value] if key == "mood" and value is not None and 0 <= value < len(MOODS) else value
