"""Reads ``when``: lists of ids and bounds such as «score: ">= 60"»."""

import re

from trainer.model.scenario import Condition, Mood
from trainer.packs.yaml_nodes import Datum

ID_KEYS = ("shown", "violated", "given", "missing", "said", "looked")
# The least and the largest value that makes sense for each bound.
_LIMITS = {
    "score": (0, 100),
    "grade": (1, 5),
    "mood": (0, 4),
    "patience": (0, 9),
    "warnings": (0, 99),
    "visits": (1, 99),
}
_BOUND = re.compile(r"(>=|<=|>|<|=)?\s*([a-z]+|\d{1,3})")
_RANGE = re.compile(r"([a-z]+|\d{1,3})\s*\.\.\s*([a-z]+|\d{1,3})")
# What a written bound looks like, for those who describe the format.
BOUND_PATTERN = rf"^\s*({_BOUND.pattern}|{_RANGE.pattern})\s*$"
Bound = tuple[int | None, int | None]


def read_condition(datum: Datum) -> Condition:
    """Read a condition; one without any requirement is a problem."""
    fields = datum.fields((), (*ID_KEYS, *_LIMITS, "not"))
    bounds = {key: read_bound(found, key) for key in _LIMITS if (found := fields.get(key))}
    negated = fields.get("not")
    condition = Condition(
        shown=fields.texts("shown"),
        violated=fields.texts("violated"),
        given=fields.texts("given"),
        missing=fields.texts("missing"),
        said=fields.texts("said"),
        looked=fields.texts("looked"),
        bounds={key: bound for key, bound in bounds.items() if bound != (None, None)},
        negated=read_condition(negated) if negated else None,
    )
    if not fields.found:
        datum.add("E051")
    return condition


def read_bound(datum: Datum, key: str) -> Bound:
    """Read bounds such as «>= 60» or «40..70»; ``key`` says what is bounded. A problem gives (None, None)."""
    written = datum.text()
    bound = _between(written, key) or _compared(written, key)
    if bound is None and written:
        datum.add("E050", key=key, value=written)
    return bound or (None, None)


def _between(written: str, key: str) -> Bound | None:
    match = _RANGE.fullmatch(written)
    if not match:
        return None
    low, high = (_value(part, key) for part in match.groups())
    return (low, high) if low is not None and high is not None and low <= high else None


def _compared(written: str, key: str) -> Bound | None:
    match = _BOUND.fullmatch(written)
    value = _value(match[2], key) if match else None
    if match is None or value is None:
        return None
    bounds: dict[str, Bound] = {
        ">=": (value, None),
        ">": (value + 1, None),
        "<=": (None, value),
        "<": (None, value - 1),
    }
    return bounds.get(match[1] or "=", (value, value))


def _value(written: str, key: str) -> int | None:
    low, high = _LIMITS[key]
    if key == "mood" and not written.isdigit():
        return next((int(mood) for mood in Mood if mood.name.lower() == written), None)
    return int(written) if written.isdigit() and low <= int(written) <= high else None
