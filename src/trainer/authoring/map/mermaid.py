"""The map as text for Mermaid, which many wikis and code hosts draw."""

import re
from collections.abc import Iterator

from trainer.authoring.map.picture import Box, Picture

# Whatever else stands in a text could be read by Mermaid as its own: it is written as a character code.
_SAFE = re.compile(r"[^\w .,!?()«»…·→-]")
# «end» and its like are words of Mermaid, so the ids of an author are never used as names.
_SHAPES = {"": ('["', '"]')}
_ENDING = ('(["', '"])')
_STYLES = {
    "good": "fill:#e3f4e1,stroke:#2e7d32,color:#1b1b1b",
    "mixed": "fill:#fff4d6,stroke:#b26a00,color:#1b1b1b",
    "lost": "fill:#fbe3e4,stroke:#b3261e,color:#1b1b1b",
}


def mermaid(picture: Picture) -> str:
    """Return the text of a flowchart."""
    return "\n".join(_lines(picture)) + "\n"


def escaped(text: str) -> str:
    """Return a text that Mermaid shows as it is."""
    return _SAFE.sub(lambda found: f"#{ord(found[0])};", text)


def _lines(picture: Picture) -> Iterator[str]:
    names = {box: f"n{number}" for number, box in enumerate(picture.boxes)}
    yield "flowchart TD"
    for box in picture.boxes.values():
        opened, closed = _SHAPES.get(box.outcome, _ENDING)
        style = f":::{box.outcome}" if box.outcome else ""
        yield f"  {names[box.id]}{opened}{_text(box)}{closed}{style}"
    for arrow in picture.arrows:
        sign = "-.->" if arrow.count == 0 else "-->"
        yield f'  {names[arrow.source]} {sign}|"{escaped(arrow.label)}"| {names[arrow.target]}'
    for outcome, style in _STYLES.items():
        yield f"  classDef {outcome} {style}"


def _text(box: Box) -> str:
    return "<br/>".join(map(escaped, (box.id, box.text, *box.notes)))
