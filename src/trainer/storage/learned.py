"""The bars that this centre has learned: a file beside the store, laid over those that come with the program.

Bars belong to a network: after an upgrade with another one they rest, and ``trainer learn`` fits new ones from
the labelled texts, which are all still in the store.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from trainer.storage.home import private_folder, write_private

FOLDER, FILE = "learned", "bars.json"
_FORMAT = 1
_DIGITS = 16
Bars = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class LearnedBars:
    """Bars by standard, the network they were fitted for, the hash of the labels, and when (ISO)."""

    bars: Bars
    network: str
    labels: str
    at: str

    @property
    def hash(self) -> str:
        """Return the hash of the bars themselves."""
        return _digest(self.bars)


def network_of(about: Mapping[str, Any]) -> str:
    """Return what tells one trained network from another, by what is known about it."""
    return _digest(about)


def labels_hash(labels: object) -> str:
    """Return the hash of the labels that bars were fitted with."""
    return hashlib.sha256(repr(labels).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def read(home: Path) -> LearnedBars | None:
    """Return the learned bars; None where there are none or the file cannot be read."""
    try:
        data = json.loads((home / FOLDER / FILE).read_text(encoding="utf-8"))
        if data["format"] != _FORMAT:
            return None
        bars = {
            str(name): {key: float(value[key]) for key in ("alone", "beside", "floor")}
            for name, value in data["bars"].items()
        }
        return LearnedBars(bars, str(data["network"]), str(data["labels"]), str(data["at"]))
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def adopt(home: Path, bars: Bars, network: str, labels: str, at: datetime) -> Path:
    """Write learned bars; those before them are kept for ``undo``. Raises OSError."""
    folder = home / FOLDER
    private_folder(folder)
    path = folder / FILE
    if path.exists():
        os.replace(path, folder / f"before-{len(_earlier(folder)) + 1:04d}.json")
    data = {"format": _FORMAT, "at": at.isoformat(timespec="seconds"), "network": network, "labels": labels}
    write_private(path, json.dumps({**data, "bars": bars}, ensure_ascii=False, indent=2) + "\n")
    return path


def undo(home: Path) -> bool:
    """Go back to the bars before; False where nothing was learned. Raises OSError."""
    folder = home / FOLDER
    path = folder / FILE
    if not path.exists():
        return False
    earlier = _earlier(folder)
    if earlier:
        os.replace(earlier[-1], path)
    else:
        path.unlink()
    return True


def _earlier(folder: Path) -> list[Path]:
    return sorted(folder.glob("before-*.json"))


def _digest(data: object) -> str:
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]
