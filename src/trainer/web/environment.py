"""What a process of the app may know of the environment of the server: as little as it can do with."""

import os
from collections.abc import Mapping, MutableMapping

from trainer.packs.shelf import Shelf
from trainer.storage.settings import VARIABLE

_KEPT = frozenset(
    {
        "HOME",
        "LANG",
        "TZ",
        "TMPDIR",
        "XDG_DATA_HOME",
        "XDG_CONFIG_HOME",
        "TRAINER_HOME",
        "TRAINER_DATABASE_URL",
        "TRAINER_LESSON",
        VARIABLE,
    }
)
# PG*: how PostgreSQL is reached. PYTHON*: where this program is.
_KEPT_BEGINNINGS = ("LC_", "PG", "PYTHON", "SSL_CERT_")
# Read by the screen library when it is imported.
_SCREEN: Mapping[str, str] = {"TEXTUAL_COLOR_SYSTEM": "truecolor", "TEXTUAL_FPS": "30"}


def narrow(environment: MutableMapping[str, str], shelf: Shelf) -> None:
    """Leave only what the app needs: no person, no PIN, nothing of whoever started the server."""
    for name in list(environment):
        if name not in _KEPT and not name.startswith(_KEPT_BEGINNINGS):
            del environment[name]
    environment[VARIABLE] = os.pathsep.join(str(root.path.absolute()) for root in shelf.roots)
    environment.update(_SCREEN)
