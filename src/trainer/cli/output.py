"""Writes what the commands have to say: data to stdout, narration to stderr, always UTF-8."""

import json
import os
import sys
from collections.abc import Mapping
from io import TextIOWrapper
from typing import Any

from trainer.packs.problems import is_control


def use_utf8() -> None:
    """Make both streams write UTF-8 whatever the locale says, with the same line ends everywhere."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def record(fields: Mapping[str, Any]) -> None:
    """Write one JSON object on one line of stdout."""
    print(json.dumps(fields, ensure_ascii=False, allow_nan=False))


def say(text: str = "") -> None:
    """Write a line for people to stdout; characters that steer a terminal are spelled out."""
    print(safe(text))


def tell(text: str) -> None:
    """Write a line of narration to stderr."""
    print(safe(text), file=sys.stderr)


def safe(text: str) -> str:
    """Return a text in which control characters are seen and not obeyed; newline and tab stay."""
    return "".join(f"\\u{ord(char):04x}" if is_control(char) else char for char in text)


def quoted(text: str) -> str:
    """Return a piece of an answer as a quotation on one line."""
    return f"«{safe(' '.join(text.split()))}»"


def drop() -> None:
    """Give up on stdout after its reader went away, so that closing it stays quiet."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
