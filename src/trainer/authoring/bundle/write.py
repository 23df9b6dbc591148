"""Writes a pack as a zip: the same pack gives the same bytes."""

import zipfile
from io import BytesIO
from pathlib import Path

from trainer.authoring.bundle.refused import refused, why
from trainer.authoring.bundle.shape import MOST_FILE, split
from trainer.authoring.format.files import named_files

# The earliest that a zip can tell: when a file was saved is nobody's business.
_DATE = (1980, 1, 1, 0, 0, 0)
_UNIX, _RIGHTS = 3, 0o100644
_MB = 2**20


def bundle_bytes(folder: Path, pack_id: str) -> bytes:
    """Return the zip of a pack, its files in a folder named by its id.

    Raises InputError for a file that another machine would not take.
    """
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in named_files(folder):
            inside = path.relative_to(folder).as_posix()
            archive.writestr(_entry(f"{pack_id}/{inside}"), _read(folder, path, inside))
    return held.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system, entry.external_attr = _UNIX, _RIGHTS << 16
    return entry


def _read(folder: Path, path: Path, inside: str) -> bytes:
    if split(inside) is None:
        raise refused(path, "E225")
    # A link would carry somebody else's file along.
    if not path.resolve().is_relative_to(folder.resolve()):
        raise refused(path, "E226")
    try:
        with path.open("rb") as file:
            data = file.read(MOST_FILE + 1)
    except OSError as error:
        raise refused(path, "E220", why=why(error)) from None
    if len(data) > MOST_FILE:
        raise refused(path, "E227", limit=MOST_FILE // _MB)
    return data
