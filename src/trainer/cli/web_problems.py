"""Errors of the commands about the trainer in a browser, and the address that they share."""

import ipaddress
import os
from collections.abc import Sequence
from urllib.parse import urlsplit

from trainer.cli.texts_ru import INPUT, PLACES
from trainer.cli.web_texts_ru import WEB_PROBLEMS
from trainer.model.place import Place
from trainer.model.problem import InputError
from trainer.packs.problems import Problems
from trainer.web.options import Network

URL_VARIABLE = "TRAINER_URL"
PORT = 8765
CALL = Place(PLACES["call"])


def bad(code: str, place: Place = CALL, **values: object) -> InputError:
    """Return the error ``code``, ready to raise; values are made safe to print."""
    problems = Problems(texts={**INPUT, **WEB_PROBLEMS})
    problems.add(place, code, **values)
    return InputError(*problems.found)


def public_url(given: str) -> str:
    """Return the address that people open, as the call or the variable says it; empty where nobody does.

    Raises InputError for what is no address of a whole server.
    """
    place = CALL if given else Place(URL_VARIABLE)
    word = (given or os.environ.get(URL_VARIABLE, "")).strip()
    if not word:
        return ""
    try:
        parts = urlsplit(word)
        fits = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        raise bad("C240", place, word=word) from None
    if not fits or parts.path not in ("", "/") or parts.query or parts.fragment or "@" in parts.netloc:
        raise bad("C240", place, word=word)
    return f"{parts.scheme}://{parts.netloc.lower()}"


def networks(words: Sequence[str]) -> tuple[Network, ...]:
    """Return the addresses and networks that a proxy speaks from; raises InputError."""
    try:
        return tuple(ipaddress.ip_network(word.strip()) for word in words)
    except ValueError:
        raise bad("C258", Place("--proxy"), word=", ".join(words)) from None


def whole(word: str, option: str, least: int, most: int) -> int:
    """Return a whole number within bounds; raises InputError."""
    if word.isascii() and word.isdecimal() and len(word) < 10 and least <= int(word) <= most:
        return int(word)
    raise bad("C252", Place(option), word=word, least=least, most=most)
