"""Drives a target: the seeds, then inputs made of them; by numbers and not by the clock, so that a run can be repeated."""

from collections.abc import Callable, Iterator, Mapping
from random import Random
from typing import Any

from tests.fuzz import files, talks, texts
from tests.fuzz.plain import digest
from tests.fuzz.seeds import SEEDS, WORDS

Target = Callable[[bytes], Any]
TARGETS: Mapping[str, Target] = {**texts.TARGETS, **files.TARGETS, **talks.TARGETS}
MOST_BYTES = 4_000


def inputs(name: str, count: int, seed: int = 0) -> Iterator[bytes]:
    """Yield the seeds of a target and ``count`` inputs made of them."""
    yield b""
    yield from SEEDS[name]
    dice = Random(f"{name}/{seed}")
    for _ in range(count):
        yield changed(dice.choice(SEEDS[name]), SEEDS[name], dice)


def changed(data: bytes, others: Any, dice: Random) -> bytes:
    """Return an input like ``data`` with a few things wrong."""
    for _ in range(dice.choice((1, 1, 2, 3, 8))):
        at, end = sorted((dice.randrange(len(data) + 1), dice.randrange(len(data) + 1)))
        end = min(end, at + dice.choice((1, 2, 8, 64)))
        other = dice.choice(others)
        piece = dice.choice(
            (b"", dice.choice(WORDS), dice.choice(WORDS), data[at:end] * 3, other[at:end], dice.randbytes(2))
        )
        data = data[:at] + piece + data[end if dice.random() < 0.6 else at :]
    return data[:MOST_BYTES]


def check(name: str, data: bytes) -> str:
    """Run a target twice on an input and return the name of the result; raises what the target raises."""
    once, again = digest(TARGETS[name](data)), digest(TARGETS[name](data))
    assert once == again, "not the same result twice"
    return once


def digests(count: int) -> Iterator[str]:
    """Yield a line a target: the name of all its results together."""
    for name in TARGETS:
        yield f"{name} {digest([check(name, data) for data in inputs(name, count)])}"
