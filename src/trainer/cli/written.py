"""Writes a file for a person whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from trainer.cli.complain import reason, wrong
from trainer.model.place import Place


@contextmanager
def written(path: Path) -> Iterator[IO[bytes]]:
    """Give a file to write to; it stands at ``path`` when the block ends well. Raises InputError."""
    try:
        handle, passing = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                yield file
            Path(passing).chmod(0o666 & ~_umask())
            Path(passing).replace(path)
        except BaseException:
            Path(passing).unlink(missing_ok=True)
            raise
    except FileNotFoundError:
        raise wrong(Place(str(path)), "C097", folder=path.parent) from None
    except OSError as error:
        raise wrong(Place(str(path)), "C060", reason=reason(error)) from None


def _umask() -> int:
    now = os.umask(0o077)
    os.umask(now)
    return now
