"""Makes the errors about the zip of a pack."""

import errno
from collections.abc import Mapping

from trainer.authoring.bundle.texts_ru import (
    BUNDLE_TEXTS,
    DENIED,
    DISK,
    IN_THE_WAY,
    NO_FILE,
    NO_ROOM,
    NOT_A_FILE,
)
from trainer.model.place import Place
from trainer.model.problem import InputError
from trainer.packs.problems import Problems, visible

_WHY: Mapping[int, str] = {
    errno.ENOENT: NO_FILE,
    errno.EISDIR: NOT_A_FILE,
    errno.EACCES: DENIED,
    errno.EPERM: DENIED,
    errno.EROFS: DENIED,
    errno.ENOSPC: NO_ROOM,
    errno.EDQUOT: NO_ROOM,
    errno.EFBIG: NO_ROOM,
    errno.ENOTDIR: IN_THE_WAY,
    errno.EEXIST: IN_THE_WAY,
}


def refused(archive: object, code: str, name: str = "", **values: object) -> InputError:
    """Return the error ``code`` about an archive, or about the file ``name`` in it."""
    problems = Problems(texts=BUNDLE_TEXTS)
    place = f"{archive}/{visible(name)}" if name else str(archive)
    problems.add(Place(place), code, **values)
    return InputError(*problems.found)


def why(error: OSError) -> str:
    """Return in Russian why a file or a folder failed."""
    return _WHY.get(error.errno or 0, DISK)
