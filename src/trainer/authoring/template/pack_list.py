"""Adds a scenario to the list of a ``pack.yaml`` and leaves everything else, comments too, as it stands."""

import re
import tempfile
from pathlib import Path
from typing import Any

from trainer.packs.problems import Problems
from trainer.packs.yaml_nodes import Datum, load


def with_scenario(pack: Path, name: str) -> str | None:
    """Return the text of ``pack.yaml`` with one more scenario; None when the list is of a kind unknown here."""
    with pack.open(encoding="utf-8-sig", newline="") as file:
        text = file.read()
    listed = _list(pack)
    if listed is None:
        return None
    before = _names(listed)
    if name in before:
        return text
    longer = _added(text, listed, name)
    return longer if _reads(longer) == [*before, name] else None


def _list(path: Path) -> Datum | None:
    datum = load(path, Problems([]))
    return datum.open_fields().get("scenarios") if datum else None


def _names(listed: Datum) -> list[str]:
    return [item.text() for item in listed.items()]


def _added(text: str, listed: Datum, name: str) -> str:
    """Insert behind the last item, in the style of the list; an empty list is «[]»."""
    items = listed.items()
    if not items:
        start = _offset(text, listed.node.start_mark)
        return f"{text[: start + 1]}{name}{text[start + 1 :]}"
    end = _offset(text, items[-1].node.end_mark)
    if text[_offset(text, listed.node.start_mark)] == "[":
        return f"{text[:end]}, {name}{text[end:]}"
    # A block list goes on in a new line, behind the comment of the last item if it has one.
    line = re.compile(r"\r?\n").search(text, end)
    at, newline = (line.start(), line[0]) if line else (len(text), "\n")
    dash = " " * int(listed.node.start_mark.column)
    return f"{text[:at]}{newline}{dash}- {name}{text[at:]}"


def _offset(text: str, mark: Any) -> int:
    starts = [0, *(match.end() for match in re.finditer(r"\r\n|\n|\r", text))]
    return int(starts[mark.line] + mark.column)


def _reads(text: str) -> list[str]:
    """Return the scenarios that a reader would see in the text."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pack.yaml"
        path.write_text(text, encoding="utf-8", newline="")
        listed = _list(path)
        return _names(listed) if listed else []
