"""Measures how the time of the judge grows with the length of hostile answers: ``python -m tests.benchmarks.long_answers``.

Processor time, so that other programs disturb little; each text is judged for the first time, as no cache could help
whoever pastes a new one.
"""

import sys
import time

from tests.nasty import NASTY
from trainer import wiring
from trainer.dialogue.engine import begin_at, setting

SIZES = (12_500, 25_000, 50_000, 100_000)
MOST = 2.0  # seconds for the longest


def main(*names: str) -> int:
    """Print seconds by length, slowest first, with the ratio from each length to its double; 1 when an aim is missed."""
    judge, scenario = wiring.build_judge(), wiring.scenario("courier-pickup")
    situation = setting(scenario, begin_at(scenario, "question"))
    judge.score("Да, можно. Курьер приедет завтра в 12, с вас 250 рублей.", situation)  # loads everything
    rows: list[tuple[str, list[float]]] = []
    for name in names or NASTY:
        seconds = []
        for size in SIZES:
            text = NASTY[name](size)
            begun = time.process_time()
            judge.score(text, situation)
            seconds.append(time.process_time() - begun)
        rows.append((name, seconds))
    rows.sort(key=lambda row: -row[1][-1])
    print(f"| answer | {' | '.join(f'{size // 1000:g}k' for size in SIZES)} | longest : half of it |")
    print("| --- |" + " --- |" * (len(SIZES) + 1))
    for name, seconds in rows:
        times = " | ".join(f"{value:.2f} s" for value in seconds)
        print(f"| {name} | {times} | {seconds[-1] / max(seconds[-2], 0.001):.1f} |")
    return int(rows[0][1][-1] > MOST)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
