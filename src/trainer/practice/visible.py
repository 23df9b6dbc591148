"""Text of people and packs made fit to be shown: every code point stays one, so that offsets hold."""

import json
import re
import unicodedata
from typing import Any

_PICTURES = 0x2400  # the block of pictures for the control characters 0-31
_DELETE_PICTURE = "\u2421"
_HIDDEN = "\u25af"
_JOINER = "\u200d"  # joins emoji; taking it out would change what was typed into something else
# No script puts more marks over one letter; a flood of them runs over the lines above and below.
_MOST_MARKS = 4
# The marks of the scripts that people type; a class of all of them would take long to make.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ua66f-\ua67d\ufe00-\ufe0f\ufe20-\ufe2f"
)
_FLOOD = re.compile(f"(?<=[{_MARKS}]{{{_MOST_MARKS}}})[{_MARKS}]")
# Letters by name that leave no trace on a screen: fillers of Hangul, the empty pattern of Braille.
_BLANK = re.compile("[\u115f\u1160\u2800\u3164\uffa0]")


def visible(text: str) -> str:
    """Return ``text`` with control and invisible characters as placeholders, one for one.

    Newlines stay; a tab, a line separator and the first half of CRLF become a space. A joiner stays between emoji
    only, and of many marks on one letter the first few.
    """
    if text.isascii() and text.isprintable():
        return text
    if not text.isprintable():
        text = _printable(text)
    return _BLANK.sub(_HIDDEN, _FLOOD.sub(_HIDDEN, text))


def one_line(text: str) -> str:
    """Return ``visible`` text on one line."""
    return " ".join(visible(text).split())


def json_text(data: Any, indent: int | None = None) -> str:
    """Return data as JSON that is safe on a terminal: what cannot be seen is spelled as its code and means the same."""
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, indent=indent)
    if text.isascii() and "\x7f" not in text:
        return text
    text = _BLANK.sub(_spelled, _FLOOD.sub(_spelled, text))
    return text if text.isprintable() else "".join(map(_readable, text))


def _readable(char: str) -> str:
    kept = char == "\n" or char.isprintable() or unicodedata.category(char) == "Zs"
    return char if kept else json.dumps(char)[1:-1]


def _spelled(found: re.Match[str]) -> str:
    return json.dumps(found[0])[1:-1]


def _printable(text: str) -> str:
    shown = [_shown(char) for char in text]
    at = text.find("\r\n")
    while at >= 0:
        shown[at] = " "
        at = text.find("\r\n", at + 1)
    for at, char in enumerate(text):
        if char == _JOINER and not (_picture(text[at - 1 : at]) and _picture(text[at + 1 : at + 2])):
            shown[at] = _HIDDEN
    return "".join(shown)


def _picture(char: str) -> bool:
    """Tell an emoji, or the sign that makes one of a plain character or colours its skin."""
    return bool(char) and (unicodedata.category(char) in ("So", "Sk") or char == "\ufe0f")


def _shown(char: str) -> str:
    if char == "\n" or char == _JOINER or char.isprintable():
        return char
    if char == "\t" or (char.isspace() and ord(char) > 0x9F):
        return " "
    if ord(char) < 0x20:
        return chr(_PICTURES + ord(char))
    if ord(char) == 0x7F:
        return _DELETE_PICTURE
    return char if unicodedata.category(char).startswith("M") else _HIDDEN
