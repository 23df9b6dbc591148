"""Figures as a table for the screen and for the docs."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One figure: its aim is the most it may be (the least for a rate), None where there is none."""

    what: str
    value: float
    unit: str
    aim: float | None = None
    beside: str = ""
    least: bool = False

    @property
    def reached(self) -> bool:
        """Whether the aim is reached; a figure without an aim always is."""
        if self.aim is None:
            return True
        return self.value >= self.aim if self.least else self.value <= self.aim


def p95(values: Sequence[float]) -> float:
    """Return the value that 95 of 100 do not exceed."""
    return statistics.quantiles(values, n=100, method="inclusive")[94]


def markdown(rows: Sequence[Row]) -> str:
    """Return the rows as a Markdown table."""
    lines = ["| what | measured | aim | beside it |", "| --- | --- | --- | --- |"]
    for row in rows:
        sign = "at least" if row.least else "at most"
        aim = "" if row.aim is None else f"{sign} {row.aim:g} {row.unit}"
        missed = "" if row.reached else " (missed)"
        lines.append(f"| {row.what} | {_number(row.value)} {row.unit}{missed} | {aim} | {row.beside} |")
    return "\n".join(lines)


def _number(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
