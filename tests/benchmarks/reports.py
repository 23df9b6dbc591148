"""How the time of a report grows with the answers that are stored: ``python -m tests.benchmarks.reports``."""

import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.million import fill
from tests.benchmarks.processes import TRAINER, run
from tests.benchmarks.table import Row, markdown
from trainer.storage.db.engine import Database
from trainer.storage.db.report_queries import sums
from trainer.storage.db.tallies import settle
from trainer.team.report_data import Selection

SIZES = (10_000, 100_000, 1_000_000)
_TIMES = 3


def rows(sizes: tuple[int, ...] = SIZES) -> list[Row]:
    """Return the time of a report on everybody for each number of answers."""
    found = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as home:
            found += measured(fill(Path(home), size), Path(home), size)
    return found


def measured(database: Database, home: Path, size: int) -> list[Row]:
    """Return the rows of one store."""
    begun = time.perf_counter()
    settle(database)  # after a bulk load; when people practise, it is done bit by bit
    first = time.perf_counter() - begun
    took = min(_once(database) for _ in range(_TIMES))
    database.close()
    beside = f"{first:.1f} s more the first time after a bulk load"
    what = f"the sums of a report on all of {size:,} answers".replace(",", " ")
    whole = run([TRAINER, "report"], extra={"TRAINER_HOME": str(home)}).seconds
    return [Row(what, took, "s", 2, beside), Row("`trainer report` on them, the whole command", whole, "s")]


def _once(database: Database) -> float:
    begun = time.perf_counter()
    sums(database, Selection())
    return time.perf_counter() - begun


if __name__ == "__main__":
    table = rows(tuple(map(int, sys.argv[1:])) or SIZES)
    print(markdown(table))
    sys.exit(int(not all(row.reached for row in table)))
