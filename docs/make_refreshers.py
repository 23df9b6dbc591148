"""Writes docs/refreshers.md and its picture: simulated learners practise by our plan and by two other ways.

Usage: python docs/make_refreshers.py  (a few minutes of every core)
"""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from string import Template

from trainer.packs.shelf import Shelf
from trainer.packs.sound import sound_catalogue, sound_exercises, sound_packs
from trainer.refresh.library import Library
from trainer.refresh.trial import learner
from trainer.refresh.trial.picture import picture
from trainer.refresh.trial.run import Conditions, Outcome
from trainer.refresh.trial.whole import JOBS, Job, Outcomes, Trial, gathered, ours, run, share

HERE = Path(__file__).resolve().parent
AIM = 0.7
WORKERS = 4
NAMES = {"ours": "по плану", "random": "наугад", "weekly": "раз в неделю"}
TIMES = {"ours": "в день", "random": "в день", "weekly": "в неделю"}


def main() -> None:
    """Run the trial and write the page."""
    with ProcessPoolExecutor(max_workers=WORKERS) as pool:
        found = gathered(conditions(), JOBS, pool.map(outcome, JOBS))
    (HERE / "pictures" / "refreshers.svg").write_text(picture(found), encoding="utf-8")
    template = Template((HERE / "refreshers.template.md").read_text(encoding="utf-8"))
    (HERE / "refreshers.md").write_text(template.substitute(_values(found)), encoding="utf-8")


@cache
def conditions() -> Conditions:
    """Return the conditions with the shipped library."""
    shelf = Shelf()
    return Conditions(Library(sound_packs(shelf)[0], sound_exercises(shelf), sound_catalogue(shelf)).cards)


def outcome(job: Job) -> Outcome:
    """Return what one run comes to."""
    return run(job, conditions())


def _values(found: Trial) -> dict[str, object]:
    mine = ours(found.real)
    return {
        "CARDS": len(found.conditions.cards),
        "LEARNERS": found.conditions.learners,
        "DAYS": found.conditions.days,
        "TABLE": "\n".join(_table(found.real)),
        "MINUTES": round(mine.minutes),
        "RETENTION": _percent(mine.retention),
        "SHARES": "\n".join(_shares(found.real)),
        "VERDICT": _verdict(found.real),
        "ALONE_VERDICT": _verdict(found.alone),
        "ALONE": "\n".join(_shares(found.alone)),
        "PEOPLE": _number(learner.PEOPLE),
        "CARDS_SPREAD": _number(learner.CARDS),
        "MET": _percent(learner.MET),
        "WEAK_FROM": _percent(learner.WEAK[0]),
        "WEAK_TO": _percent(learner.WEAK[1]),
        "MISSED": _percent(learner.MISSED),
        "BEFORE": _percent(found.before),
    }


def _table(outcomes: Outcomes) -> Iterator[str]:
    yield "| способ | сколько времени | минут за всё время | помнит в последний день |"
    yield "| --- | --- | --- | --- |"
    for way, some in outcomes.items():
        for one in some:
            time = f"{one.budget // 60} мин {TIMES[way]}"
            yield f"| {NAMES[way]} | {time} | {one.minutes:.0f} | {100 * one.retention:.1f} % |".replace(
                ".", ","
            )


def _shares(outcomes: Outcomes) -> Iterator[str]:
    mine = ours(outcomes)
    for way in ("random", "weekly"):
        part = share(outcomes, way)
        if part is None:
            most = max(outcomes[way], key=lambda one: one.retention)
            yield (
                f"- {NAMES[way]} - больше {most.minutes:.0f}: даже за столько помнят {_percent(most.retention)} %, "
                f"а план укладывается в {mine.minutes:.0f}"
            )
        else:
            yield f"- {NAMES[way]} - {mine.minutes / part:.0f}, план берёт {_percent(part)} % от этого"


def _verdict(outcomes: Outcomes) -> str:
    """Return whether the aim is met, and against whom it is not."""
    parts = {way: share(outcomes, way) for way in ("random", "weekly")}
    over = [f"«{NAMES[way]}»" for way, part in parts.items() if part is not None and part > AIM]
    return f"достигнута не со всеми: больше 70 % - против {', '.join(over)}" if over else "достигнута"


def _percent(value: float) -> int:
    return round(100 * value)


def _number(value: float) -> str:
    return f"{value:.2f}".replace(".", ",")


if __name__ == "__main__":
    main()
