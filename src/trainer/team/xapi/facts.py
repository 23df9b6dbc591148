"""What statements are made of: an answer, a finished attempt, and what both are about."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """What was practised: ids of the ``pack`` and of the scenario or exercise ``item``, in ``mode`` (training, exam).

    ``title`` is the item's title for people, empty where it is not known.
    """

    pack: str
    item: str
    mode: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """One answer: ``number`` is its place in the session, ``turn`` the turn or the task it was given to.

    ``at`` is ISO text in UTC, ``seconds`` how long it took (None: not known), ``points`` what each standard cost.
    ``revision`` counts how often a mentor has changed the score: what was said of an earlier one is no longer true.
    """

    person: str
    session: str
    number: int
    about: Named
    turn: str
    at: str
    text: str
    score: int
    seconds: int | None = None
    points: tuple[tuple[str, int], ...] = ()
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Attempt:
    """One finished session; ``score`` is 0-100, None where nothing was judged.

    ``pass_mark`` is how many points of 100 it takes to pass, None where nothing is to be passed. ``revision`` as above.
    """

    person: str
    session: str
    about: Named
    at: str
    score: int | None = None
    seconds: int | None = None
    pass_mark: int | None = None
    revision: int = 0
