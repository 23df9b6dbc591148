"""What can be told of conditions without playing: which is wider, and which can never hold."""

from trainer.model.scenario import Condition

Bound = tuple[int | None, int | None]


def wider(one: Condition, other: Condition) -> bool:
    """Tell whether ``one`` holds whenever ``other`` does (False when that cannot be told)."""
    return (
        set(one.shown) <= set(other.shown)
        and set(one.given) <= set(other.given)
        # What was given at this turn has been said in the talk.
        and set(one.said) <= {*other.said, *other.given}
        and set(one.looked) <= set(other.looked)
        and _any_wider(one.violated, other.violated)
        and _any_wider(one.missing, other.missing)
        and all(
            key in other.bounds and _within(other.bounds[key], bound) for key, bound in one.bounds.items()
        )
        and _negated_wider(one.negated, other.negated)
    )


def contradicts_itself(condition: Condition) -> bool:
    """Tell whether a condition asks for a thing and its opposite, so that no state meets it."""
    if condition.missing and set(condition.missing) <= set(condition.given):
        return True
    if any(low is not None and high is not None and low > high for low, high in condition.bounds.values()):
        return True
    positive = Condition(
        condition.shown,
        condition.violated,
        condition.given,
        condition.missing,
        condition.said,
        condition.looked,
        condition.bounds,
    )
    return condition.negated is not None and wider(condition.negated, positive)


def _any_wider(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Compare two lists of which any member is enough; an empty one asks for nothing."""
    return not one or (bool(other) and set(other) <= set(one))


def _within(inner: Bound, outer: Bound) -> bool:
    low = outer[0] is None or (inner[0] is not None and inner[0] >= outer[0])
    high = outer[1] is None or (inner[1] is not None and inner[1] <= outer[1])
    return low and high


def _negated_wider(one: Condition | None, other: Condition | None) -> bool:
    return one is None or (other is not None and wider(other, one))
