"""What the commands about the store and the catalogue work with, made only when a command asks for it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.packs.shelf import Shelf
from trainer.storage.copies import Copied, Lost

if TYPE_CHECKING:
    from trainer.storage.doctor import Finding
    from trainer.wiring.rescoring import Rescored

_SHIPPED = Shelf()


def renew() -> None:
    """Forget catalogue and judge, so that changed standards are read."""
    from trainer import wiring

    wiring.renew()


def examine(shelf: Shelf = _SHIPPED) -> "Iterator[Finding]":
    """Look everything over."""
    from trainer.wiring import doctor

    return doctor.examine(shelf)


def rescore(session_id: str, shelf: Shelf = _SHIPPED) -> "Iterator[Rescored]":
    """Judge a stored session anew, or all of them for an empty id."""
    from trainer.wiring import rescoring

    return rescoring.rescore(session_id, shelf)


def backup(path: Path) -> Copied:
    """Copy the store to a file."""
    from trainer.wiring import copies

    return copies.backup(path)


def restore(path: Path, force: bool) -> Copied | Lost:
    """Bring the store back from a copy."""
    from trainer.wiring import copies

    return copies.restore(path, force)
