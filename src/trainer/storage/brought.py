"""Copies that were made before a store was brought forward, until the person was told of them; light to load."""

from pathlib import Path

_untold: list[Path] = []


def note(path: Path) -> None:
    """Remember that a copy lies there now."""
    _untold.append(path)


def untold() -> list[Path]:
    """Return the copies that nobody was told of yet; from here on they count as told."""
    found = list(_untold)
    _untold.clear()
    return found
