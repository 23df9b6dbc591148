"""The YAML files of a pack."""

from pathlib import Path

from trainer.packs.folders import DIALOGUES, PACK_FILE

_FOLDERS = (DIALOGUES, "standards", "exercises")


def files_of(folder: Path) -> list[Path]:
    """Return ``pack.yaml``, the scenarios, standards and exercises of a pack, by name."""
    inside = [path for name in _FOLDERS for path in sorted((folder / name).glob("*.yaml"))]
    return [folder / PACK_FILE, *inside]
