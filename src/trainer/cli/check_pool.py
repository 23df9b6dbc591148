"""Reads the rows of an export in several processes."""

from collections.abc import Generator, Iterable

from trainer.cli.check_rows import Row
from trainer.cli.processes import Maker, Work, spread
from trainer.cli.tools import Judge
from trainer.model.verdict import Reading


def judged(rows: Iterable[Row], make: Maker, jobs: int) -> Generator[tuple[Row, Reading], None, None]:
    """Yield each row with its reading, in the order of the rows."""
    return spread(rows, Work(make, _read), jobs)


def _read(judge: Judge, row: Row) -> Reading:
    try:
        return judge.read(row.text)
    except Exception as error:
        raise RuntimeError(f"line {row.line}: {type(error).__name__}: {error}") from error
