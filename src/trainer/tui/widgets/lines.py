"""The lines of a talk: the client's on the left, one's own on the right."""

from textual.content import Content
from textual.widgets import Static

from trainer.practice.visible import one_line, visible
from trainer.tui.texts_ru import YOU

_MOST_SHOWN = 6000


class Line(Static):
    """One line with its speaker; can be selected and copied."""

    def __init__(self, who: str, text: str, kind: str, aside: str = "") -> None:
        head = Content.assemble(
            (one_line(who), "bold"), (f"  {one_line(aside)}" if aside else "", "$secondary")
        )
        body = Content(visible(text[:_MOST_SHOWN]) + ("…" if len(text) > _MOST_SHOWN else ""))
        super().__init__(Content("\n").join([head, body]), classes=f"line {kind}", markup=False)


def client_line(name: str, text: str, aside: str = "") -> Line:
    """Return a line of the client."""
    return Line(name, text, "client", aside)


def own_line(text: str, aside: str = "") -> Line:
    """Return a line of the trainee."""
    return Line(YOU, text, "own", aside)


class Remark(Static):
    """What happens between the lines."""

    def __init__(self, text: str) -> None:
        super().__init__(Content(visible(text)), classes="remark", markup=False)
