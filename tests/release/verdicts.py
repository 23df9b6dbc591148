"""Judges the same answers and replies under every Python: ``python -m tests.release.verdicts`` prints one name for it all.

With ``--each`` it prints a name for each text, so that what differs can be found. Another Python needs the folders of the
source on its path and what the program needs installed: ``PYTHONPATH=src:. /path/to/python -m tests.release.verdicts``.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from tests.fuzz.plain import digest
from trainer import wiring
from trainer.dialogue.engine import begin_at, setting
from trainer.packs.library import find_scenario

DATA = Path(__file__).resolve().parents[1] / "data"
ANSWERS = ("labelled/answers-1.jsonl", "labelled/answers-2.jsonl")
REPLIES = "clean/replies.jsonl"


def verdicts() -> Iterator[tuple[str, str]]:
    """Yield a text and the name of its verdict: answers at their turns, then replies of which nothing is known."""
    judge = wiring.build_judge()
    for file in ANSWERS:
        for record in _records(file):
            talk = find_scenario(record["scenario"])[1]
            at = setting(talk, begin_at(talk, record["turn"]))
            yield record["text"], digest(judge.score(record["text"], at))
    for record in _records(REPLIES):
        yield record["text"], digest(judge.read(record["text"]))


def _records(file: str) -> Iterator[dict[str, str]]:
    with (DATA / file).open(encoding="utf-8") as rows:
        yield from map(json.loads, rows)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.release.verdicts", description=__doc__)
    parser.add_argument("--each", action="store_true", help="a line for each text")
    parser.add_argument("--count", type=int, help="only so many texts")
    asked = parser.parse_args()
    found = list(islice(verdicts(), asked.count))
    for text, name in found if asked.each else ():
        print(name, text[:60].replace("\n", " "))
    print(f"verdicts: {digest([name for _, name in found])}, texts: {len(found)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
