"""What the zip of a pack may hold: which names, how much of it."""

import re

from trainer.packs.folders import DIALOGUES, EXERCISES, PACK_FILE

# A pack with a hundred long talks takes 4 MB as it is and 1 MB in a zip.
MOST_ARCHIVE = 8 * 2**20  # bytes
MOST_FILES = 2000
MOST_FILE = 2 * 2**20  # bytes, as much as is read of one YAML file
MOST_ALL = 32 * 2**20  # bytes

_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
FOLDERS = (DIALOGUES, "standards", EXERCISES)
ID = re.compile(_ID)
# «pack/dialogues/talk.yaml», or the same without the folder of the pack.
_FILE = re.compile(rf"(?:({_ID})/)?({re.escape(PACK_FILE)}|(?:{'|'.join(FOLDERS)})/({_ID})\.yaml)")
_FOLDER = re.compile(rf"(?:({_ID})/)?(?:(?:{'|'.join(FOLDERS)})/)?")
# A file with such a name is a device in Windows, whatever follows the dot.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])", re.IGNORECASE)
_LONGEST = 100  # letters of an id: longer names do not fit into every file system


def is_device(name: str) -> bool:
    """Tell whether a system would take a file of this name, without its ending, for a device."""
    return bool(_DEVICE.fullmatch(name))


def split(name: str) -> tuple[str, str] | None:
    """Return the folder of the pack (perhaps empty) and the path inside it; None for what no pack holds."""
    found = _FILE.fullmatch(name)
    if not found:
        return None
    ids = [word for word in (found[1], found[3]) if word]
    if any(is_device(word) or len(word) > _LONGEST for word in ids):
        return None
    return found[1] or "", found[2]


def is_folder(name: str) -> bool:
    """Tell whether this is the entry of a folder that packs have."""
    return bool(name) and bool(_FOLDER.fullmatch(name))


def fault_of(name: str) -> str:
    """Return the code of what is wrong with a name that no pack holds."""
    parts = re.split(r"[/\\]", name)
    if name.startswith(("/", "\\")) or ".." in parts or re.match(r"[A-Za-z]:", name):
        return "E223"
    if any(is_device(part.partition(".")[0].strip()) for part in parts):
        return "E224"
    return "E225"
