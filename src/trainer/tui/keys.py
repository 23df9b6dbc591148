"""Keys as they are meant: shortcuts under the Russian layout, capitals, Alt+Enter of old terminals."""

from enum import Enum
from typing import cast

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual.binding import Binding
from textual.events import Key
from textual.keys import _character_to_key

from trainer.tui.texts_ru import KEYS

_LAYOUT = dict(zip("йцукенгшщзхъфывапролджэячсмитьбюё", "qwertyuiop[]asdfghjkl;'zxcvbnm,.`", strict=True))
# Textual calls signs by their names.
_NAMES = {sign: _character_to_key(sign) for sign in _LAYOUT.values() if not sign.isalpha()}
NEWLINE_KEYS = frozenset({"ctrl+j", "shift+enter", "alt+enter", "shift+\r", "alt+\r", "ctrl+enter"})


class _OldTerminal(Enum):
    ALT_ENTER = "alt+enter"


def know_old_terminals() -> None:
    """Tell Alt+Enter from Enter where the terminal sends ESC CR for it."""
    cast(dict[str, object], ANSI_SEQUENCES_KEYS)["\x1b\r"] = (_OldTerminal.ALT_ENTER,)


def as_meant(event: Key, *, typing: bool = True) -> None:
    """Correct a key event in place: ``ctrl+с`` (Cyrillic) is Ctrl+C, ``shift+ф`` without text is «Ф».

    Where nobody is ``typing`` a letter is a shortcut, and «щ» means the key with «O» on it.
    """
    *modifiers, key = event.key.split("+") if event.key != "+" else [event.key]
    if "ctrl" in modifiers and key.lower() in _LAYOUT:
        event.key = "+".join([*modifiers, _LAYOUT[key.lower()]])
    elif modifiers == ["shift"] and event.character is None and len(key) == 1 and key.isalpha():
        event.key = event.character = key.upper()
    if not typing and event.key.lower() in _LAYOUT:
        latin = _LAYOUT[event.key.lower()]
        event.key = _NAMES.get(latin) or (latin.upper() if event.key.isupper() else latin)


def bound(key: str, action: str, name: str, *, shown: str = "", priority: bool = False) -> Binding:
    """Return a binding with its Russian name; ``shown`` is the key as people call it."""
    return Binding(key, action, KEYS[name], key_display=shown or key.upper(), priority=priority)


def bound_as(key: str, action: str, title: str, *, shown: str = "", show: bool = True) -> Binding:
    """Return a binding with a name that is not among those that many screens share."""
    return Binding(key, action, title, key_display=shown or key.upper(), show=show)


ESC = "Esc"
ENTER = "Enter"
