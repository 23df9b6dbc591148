"""How many mutants were killed, and how sure that is when only some were tried."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

AIM = 80  # per cent of the mutants of a module
_Z = 1.96  # of a normal distribution, 95 % lie within


@dataclass(frozen=True, slots=True)
class Figures:
    """Of ``all`` mutants of a module ``tried`` were tried and ``killed`` of them noticed."""

    module: str
    all: int
    tried: int
    killed: int

    @property
    def share(self) -> float | None:
        """Per cent killed; None where nothing was tried."""
        return 100 * self.killed / self.tried if self.tried else None

    @property
    def bounds(self) -> tuple[float, float]:
        """Where the share of all mutants lies with a probability of 95 %, in per cent (Wilson).

        Corrected for how many there are at all: exact where all were tried.
        """
        if not self.tried:
            return 0.0, 100.0
        if self.tried >= self.all:
            return 100 * self.killed / self.tried, 100 * self.killed / self.tried
        return _wilson(self.killed / self.tried, self.tried * (self.all - 1) / (self.all - self.tried))

    @property
    def below(self) -> bool:
        """Whether the module is below the aim for all that is known: even the upper bound is."""
        return self.tried > 0 and self.bounds[1] < AIM


def _wilson(share: float, count: float) -> tuple[float, float]:
    middle = (share + _Z**2 / (2 * count)) / (1 + _Z**2 / count)
    reach = _Z / (1 + _Z**2 / count) * math.sqrt(share * (1 - share) / count + _Z**2 / (4 * count**2))
    return 100 * max(0.0, middle - reach), 100 * min(1.0, middle + reach)


def table(rows: Sequence[Figures]) -> str:
    """Return a table in Markdown, the weakest module first; modules without mutants are named under it."""
    counted = sorted((row for row in rows if row.all), key=lambda row: (row.share or 0.0, row.module))
    lines = ["| module | mutants | tried | killed | share | 95 % |", "| --- | --- | --- | --- | --- | --- |"]
    lines += [
        f"| `{row.module}.py` | {row.all} | {row.tried} | {row.killed} | {_told(row)} |" for row in counted
    ]
    if bare := [f"`{row.module}.py`" for row in rows if not row.all]:
        lines += ["", f"Nothing to change in {', '.join(sorted(bare))}."]
    return "\n".join(lines)


def _told(row: Figures) -> str:
    if row.share is None:
        return "not tried | -"
    low, high = row.bounds
    return f"{math.floor(row.share)} % | " + (
        "all tried" if row.tried >= row.all else f"{low:.0f}-{high:.0f} %"
    )


def whole(rows: Sequence[Figures]) -> float | None:
    """Return per cent killed of all mutants, each module weighing by how many it has; None where none was tried."""
    tried = [row for row in rows if row.tried]
    count = sum(row.all for row in tried)
    return sum((row.share or 0.0) * row.all for row in tried) / count if count else None
