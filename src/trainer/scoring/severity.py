"""How much the deductions of one answer weigh together: the same slip costs more in a cold scrap than in a good answer.

A mentor does not add up prices; he has an impression of the whole. The network learns it from graded exemplars. Where
the sum of the prices and the impression differ, all deductions of the answer are multiplied by one factor, so that
they still add up to the score (see docs/decisions/0005).
"""

from collections.abc import Sequence

# The score that answers of each grade have on average, for the grades 1 to 5.
SCORE_OF_GRADE = (2, 25, 58, 85, 100)
# How far the impression counts against the sum of the prices, and the bounds of the factor: fitted, see 0005.
TRUST = 0.75
LEAST, MOST = 0.5, 1.6
# Points of the gravest violations: insults, abandonment, false facts.
GRAVE = 45
# The best impression that a text made to please the judge can make.
TRICK = 2.0
# The best impression of a text about something else.
STRANGE = 1.5
# The bound where nothing of what the client asked is answered: people give such answers 1 or 2, however warm they are.
NOTHING_ANSWERED = 6.0


def severity(points: int, impression: float, answered: float = 1.0) -> float:
    """Return the factor, LEAST to MOST (or to NOTHING_ANSWERED), for deductions of ``points`` in all.

    ``impression`` is a grade 1-5, unrounded; 0 when there is none, and then the prices stand as they are.
    ``answered`` is the part (0-1) of the required facts that was given: a fine text that answers nothing, the model
    answer of another turn for one, gets no lenience.
    """
    if not points or not impression:
        return 1.0
    least = 1 - (1 - LEAST) * answered
    most = MOST if answered else NOTHING_ANSWERED
    summed = max(0, 100 - points)
    wanted = TRUST * score_of(impression) + (1 - TRUST) * summed
    return round(min(most, max(least, (100 - wanted) / points)), 2)


def score_of(grade: float) -> float:
    """Return the usual score 0-100 of a grade 1-5, between the whole grades in a straight line."""
    place = min(4.0, max(0.0, grade - 1))
    low = min(int(place), 3)
    return SCORE_OF_GRADE[low] + (place - low) * (SCORE_OF_GRADE[low + 1] - SCORE_OF_GRADE[low])


def weighed(points: Sequence[int], factor: float) -> list[int]:
    """Return each deduction's points times the factor, whole numbers, never below one point.

    What is GRAVE is never made lighter: an insult in a fine answer is still an insult.
    """
    return [max(1, value if factor < 1 and value >= GRAVE else round(value * factor)) for value in points]
