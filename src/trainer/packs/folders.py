"""What the folders and files of packs are called: enough to find them, nothing is read."""

from pathlib import Path

PACK_FILE = "pack.yaml"
DIALOGUES = "dialogues"
EXERCISES = "exercises"
STANDARDS = "standards"


def dialogues(folder: Path) -> list[Path]:
    """Return the scenario files of a pack, by name."""
    return sorted((folder / DIALOGUES).glob("*.yaml"))


def exercise_files(folder: Path) -> list[Path]:
    """Return the files of the exercises of a pack, by name."""
    return sorted((folder / EXERCISES).glob("*.yaml"))


def standard_files(folder: Path) -> list[Path]:
    """Return the files of the standards of a pack, by name."""
    return sorted((folder / STANDARDS).glob("*.yaml"))


def is_repository(folder: Path) -> bool:
    """Tell whether the folder is a working copy of git: its name is the choice of whoever copied it."""
    return (folder / ".git").exists()


def pack_id(folder: Path) -> str:
    """Return the id of a pack: the name of its folder, or what its file says in a repository."""
    name = folder.resolve().name
    if not is_repository(folder):
        return name
    from trainer.packs.problems import Problems
    from trainer.packs.yaml_nodes import load

    datum = load(folder / PACK_FILE, Problems([]))
    return (datum.open_fields().text("id") if datum else "") or name
