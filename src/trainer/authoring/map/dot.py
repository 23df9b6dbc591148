"""The map as text for Graphviz, which lays it out as a picture."""

import textwrap
from collections.abc import Iterator

from trainer.authoring.map.picture import Box, Picture

_FILL = {"good": ("#e3f4e1", "#2e7d32"), "mixed": ("#fff4d6", "#b26a00"), "lost": ("#fbe3e4", "#b3261e")}
_TURN = ("#eef3fb", "#2f5d9b")
_UNREACHED = ("#f2f2f2", "#8a8a8a")
_BOX_WIDTH, _LABEL_WIDTH = 34, 26
# Lines are drawn between these widths: an arrow that every talk takes is the widest.
_THIN, _THICK = 1.0, 5.0
_FONT = 'fontname="DejaVu Sans, Arial, sans-serif"'


def dot(picture: Picture) -> str:
    """Return the text of a directed graph."""
    return "\n".join(_lines(picture)) + "\n"


def quoted(text: str) -> str:
    """Return a text as a string of DOT; backslashes are texts too, not commands of a label."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _lines(picture: Picture) -> Iterator[str]:
    names = {box: f"n{number}" for number, box in enumerate(picture.boxes)}
    yield "digraph {"
    yield f"  graph [label={quoted(picture.title)}, labelloc=t, rankdir=TB, nodesep=0.4, ranksep=0.7, {_FONT}]"
    yield f'  node [shape=box, style="rounded,filled", fontsize=11, margin="0.18,0.1", {_FONT}]'
    yield f'  edge [fontsize=9, color="#5f6b7a", fontcolor="#3c4650", {_FONT}]'
    for box in picture.boxes.values():
        fill, line = _UNREACHED if box.unreached else _FILL.get(box.outcome, _TURN)
        yield f'  {names[box.id]} [label={quoted(_text(box))}, fillcolor="{fill}", color="{line}"]'
    for arrow in picture.arrows:
        style = ", style=dashed" if arrow.count == 0 else ""
        wide = _THIN + (_THICK - _THIN) * arrow.share
        label = quoted("\n".join(filter(None, (_wrapped(arrow.said, _LABEL_WIDTH), arrow.told))))
        yield (
            f"  {names[arrow.source]} -> {names[arrow.target]} [label={label}, penwidth={wide:.1f}{style}]"
        )
    yield "}"


def _text(box: Box) -> str:
    return "\n".join([box.id, _wrapped(box.text, _BOX_WIDTH), *box.notes])


def _wrapped(text: str, width: int) -> str:
    return "\n".join(textwrap.wrap(text, width)) or text
