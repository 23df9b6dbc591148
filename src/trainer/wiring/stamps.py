"""The stamp of a session: its pack and what judges it, as they are now."""

from pathlib import Path

import trainer
from trainer.kept.once import once
from trainer.packs.folders import pack_id
from trainer.packs.hashes import catalogue_hash, files_hash, pack_hash
from trainer.packs.shelf import Shelf
from trainer.practice.stamp import Stamp
from trainer.wiring.judging import learned_bars

_CODE = Path(trainer.__file__).resolve().parent
# What a verdict depends on beside the pack and the standards.
_ENGINE = ("text/**/*.py", "text/data/*", "scoring/**/*.py", "catalogue/network.npz")


def stamp(name: str, shelf: Shelf, assignment: str = "") -> Stamp:
    """Return the stamp for a session of a scenario or an exercise; raises InputError."""
    folder = shelf.folder_of(name)
    pack, found = (pack_id(folder), pack_hash(folder)) if folder else ("", "")
    return Stamp(pack, found, catalogue_hash(), engine_version(), assignment)


@once
def engine_version() -> str:
    """Return the version of the program and the hash of what judges, such as «0.1.0+0a1b2c3d4e5f6071».

    Behind a dot stands the hash of the bars that mentors have taught it, if they have.
    """
    files = sorted({path for pattern in _ENGINE for path in _CODE.glob(pattern) if path.is_file()})
    own = learned_bars()
    taught = f".{own.hash}" if own else ""
    return f"{trainer.__version__}+{files_hash(_CODE, files)}{taught}"
