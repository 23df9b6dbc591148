"""Who has proven in this process that they are who they say: by a PIN, or by whatever let them in, such as a link.

Only of somebody who has a PIN it is asked for. In the process and not in its environment: a variable anybody can set.
"""

from collections.abc import Iterator
from contextlib import contextmanager

_vouched: set[str] = set()


def vouch(person_id: str) -> None:
    """Note that the person with this id has proven who they are; their records may be shown and written."""
    _vouched.add(person_id)


def is_vouched(person_id: str) -> bool:
    """Tell whether the person with this id has proven who they are."""
    return person_id in _vouched


def forget_proofs() -> None:
    """Begin anew: what comes now may be given by somebody else."""
    _vouched.clear()


@contextmanager
def going_back() -> Iterator[None]:
    """Forget at the end what was proven inside: it held for one thing that was done."""
    before = set(_vouched)
    try:
        yield
    finally:
        _vouched.intersection_update(before)
