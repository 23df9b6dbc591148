"""Text of people and packs made fit to be shown: every code point stays one, so that offsets hold."""

import unicodedata

_PICTURES = 0x2400  # the block of pictures for the control characters 0-31
_DELETE_PICTURE = "\u2421"
_HIDDEN = "\u25af"
_JOINER = "\u200d"  # joins emoji; taking it out would change what was typed into something else


def visible(text: str) -> str:
    """Return ``text`` with control and invisible characters as placeholders, one for one.

    Newlines stay; a tab, a line separator and the first half of CRLF become a space.
    """
    if text.isprintable():
        return text
    shown = [_shown(char) for char in text]
    at = text.find("\r\n")
    while at >= 0:
        shown[at] = " "
        at = text.find("\r\n", at + 1)
    return "".join(shown)


def one_line(text: str) -> str:
    """Return ``visible`` text on one line."""
    return " ".join(visible(text).split())


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
