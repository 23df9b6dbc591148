"""Reads the zip of a pack with distrust: nothing is unpacked, every bound is held while reading."""

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from trainer.authoring.bundle.refused import refused, why
from trainer.authoring.bundle.shape import (
    MOST_ALL,
    MOST_ARCHIVE,
    MOST_FILE,
    MOST_FILES,
    fault_of,
    is_folder,
    split,
)
from trainer.authoring.bundle.texts_ru import BROKEN, NOT_A_FILE
from trainer.packs.folders import PACK_FILE

_MB = 2**20
_ENCRYPTED = 0x1
# What the library raises for archives that lie about themselves.
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    RuntimeError,
    ValueError,
    LookupError,
    OSError,
)


@dataclass(frozen=True, slots=True)
class Bundle:
    """The files of a pack by their path inside it, «dialogues/talk.yaml», and where they were read."""

    archive: Path
    folder: str
    files: Mapping[str, bytes]

    def name(self, path: str) -> str:
        """Return what a file of the pack is called in the archive."""
        return f"{self.folder}/{path}" if self.folder else path


def read_bundle(path: Path) -> Bundle:
    """Return the pack in an archive; raises InputError for all that does not belong into one."""
    raw = _bytes(path)
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            entries = list(_entries(path, archive.infolist()))
            return Bundle(path, entries[0][1] if entries else "", _files(path, archive, entries))
    except _FAULTS:
        raise refused(path, "E220", why=BROKEN) from None


def _bytes(path: Path) -> bytes:
    try:
        # A pipe or a device would keep the reader waiting, or never end.
        if not stat.S_ISREG(path.stat().st_mode):
            raise refused(path, "E220", why=NOT_A_FILE)
        with path.open("rb") as file:
            raw = file.read(MOST_ARCHIVE + 1)
    except OSError as error:
        raise refused(path, "E220", why=why(error)) from None
    except ValueError:  # a name with a zero byte
        raise refused(path, "E220", why=NOT_A_FILE) from None
    if len(raw) > MOST_ARCHIVE:
        raise refused(path, "E221", limit=MOST_ARCHIVE // _MB)
    return raw


_Entry = tuple[zipfile.ZipInfo, str, str]


def _entries(path: Path, infos: list[zipfile.ZipInfo]) -> Iterator[_Entry]:
    """Yield each file with the folder of its pack and its path inside; all that need not be read for is checked."""
    if len(infos) > MOST_FILES:
        raise refused(path, "E222", limit=MOST_FILES)
    if sum(info.file_size for info in infos) > MOST_ALL:
        raise refused(path, "E228", limit=MOST_ALL // _MB)
    folders: set[str] = set()
    seen: set[str] = set()
    for info in infos:
        # The library cuts a name at a zero byte; the name as it stands is what is judged.
        name = info.orig_filename
        _check_kind(path, info)
        if is_folder(name) and not info.file_size:
            continue
        found = split(name)
        if found is None:
            raise refused(path, fault_of(name), name)
        folders.add(found[0])
        if len(folders) > 1:
            one, other = sorted(folders)
            raise refused(path, "E231", one=one, other=other)
        if found[1] in seen:
            raise refused(path, "E230", name)
        seen.add(found[1])
        yield info, *found
    if PACK_FILE not in seen:
        raise refused(path, "E229")


def _check_kind(path: Path, info: zipfile.ZipInfo) -> None:
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise refused(path, "E226", info.orig_filename)
    if info.flag_bits & _ENCRYPTED:
        raise refused(path, "E232", info.orig_filename)
    # The other methods can ask for more memory than the file is worth.
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise refused(path, "E233", info.orig_filename)
    if info.file_size > MOST_FILE:
        raise refused(path, "E227", info.orig_filename, limit=MOST_FILE // _MB)


def _files(path: Path, archive: zipfile.ZipFile, entries: list[_Entry]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    left = MOST_ALL
    for info, _, inside in entries:
        with archive.open(info) as file:
            # What the archive says of the size is not trusted.
            data = file.read(MOST_FILE + 1)
        left -= len(data)
        if len(data) > MOST_FILE:
            raise refused(path, "E227", info.orig_filename, limit=MOST_FILE // _MB)
        if left < 0:
            raise refused(path, "E228", limit=MOST_ALL // _MB)
        if len(data) != info.file_size:
            raise zipfile.BadZipFile
        files[inside] = data
    return files
