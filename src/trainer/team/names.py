"""Names of people and groups as they are kept and compared."""

import re
import unicodedata

from trainer.practice.visible import one_line

LONGEST = 100
"""Characters that a name may have."""
_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,39}")


def tidy(name: str) -> str:
    """Return a name in one piece: inner spaces single, none around it, letters in their usual form."""
    return " ".join(unicodedata.normalize("NFC", name).split())


def key(name: str) -> str:
    """Return what two names have in common when people take them for one."""
    return tidy(name).casefold().replace("ё", "е")


def is_name(name: str) -> bool:
    """Tell whether a tidy name can be kept: not empty, not endless, nothing in it that steers a terminal."""
    fit = bool(name) and len(name) <= LONGEST and not name.startswith(("@", "-"))
    return fit and name.isprintable() and one_line(name) == name


def is_id(text: str) -> bool:
    """Tell whether a text can be an id: small Latin letters, digits, dots, dashes."""
    return bool(_ID.fullmatch(text))
