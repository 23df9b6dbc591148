"""The YAML files of a pack."""

from pathlib import Path

from trainer.packs.folders import DIALOGUES, PACK_FILE

_FOLDERS = (DIALOGUES, "standards", "exercises")


def files_of(folder: Path) -> list[Path]:
    """Return ``pack.yaml``, the scenarios, standards and exercises of a pack, by name.

    What a link takes out of the pack is left alone: these files are written.
    """
    home = folder.resolve()
    return [path for path in named_files(folder) if path.resolve().is_relative_to(home)]


def named_files(folder: Path) -> list[Path]:
    """Return the same files together with those that a link takes out of the pack."""
    return [folder / PACK_FILE, *(p for name in _FOLDERS for p in sorted((folder / name).glob("*.yaml")))]
