"""The YAML files of a pack."""

from pathlib import Path

from trainer.packs.folders import DIALOGUES, PACK_FILE

_FOLDERS = (DIALOGUES, "standards", "exercises")


def files_of(folder: Path) -> list[Path]:
    """Return ``pack.yaml``, the scenarios, standards and exercises of a pack, by name.

    What a link takes out of the pack is left alone: these files are written.
    """
    files = [
        folder / PACK_FILE,
        *(path for name in _FOLDERS for path in sorted((folder / name).glob("*.yaml"))),
    ]
    home = folder.resolve()
    return [path for path in files if path.resolve().is_relative_to(home)]
