"""The eight qualities as bars."""

from collections.abc import Mapping, Sequence

from textual.content import Content
from textual.widgets import Static

from trainer.tui.texts_ru import NOT_TOUCHED

_TITLE = 20
_WIDTH = 20
# From these values on a bar looks good, or still fair.
_GOOD, _FAIR = 85, 60


def color_of(value: int) -> str:
    """Return the colour of a value 0-100."""
    return "$success" if value >= _GOOD else "$warning" if value >= _FAIR else "$error"


class Bars(Static):
    """One row a quality: title, bar, number."""

    def __init__(self, titles: Sequence[tuple[str, str]], values: Mapping[str, int]) -> None:
        rows = [_row(title, values.get(name)) for name, title in titles]
        super().__init__(Content("\n").join(rows), markup=False)


def _row(title: str, value: int | None) -> Content:
    if value is None:
        return Content.assemble(f"{title:<{_TITLE}}", (NOT_TOUCHED, "$secondary"))
    full = round(value * _WIDTH / 100)
    return Content.assemble(
        f"{title:<{_TITLE}}",
        ("━" * full, f"bold {color_of(value)}"),
        ("─" * (_WIDTH - full), "$secondary"),
        (f" {value:>3}", "bold"),
    )
