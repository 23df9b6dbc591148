"""Writes what the commands have to say: data to stdout, narration to stderr, always UTF-8."""

import os
import sys
from collections.abc import Mapping
from io import TextIOWrapper
from typing import Any

from trainer.practice.visible import json_text, one_line, visible


def use_utf8() -> None:
    """Make both streams write UTF-8 whatever the locale says, with the same line ends everywhere."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def record(fields: Mapping[str, Any]) -> None:
    """Write one JSON object on one line of stdout."""
    print(json_text(fields))


def say(text: str = "") -> None:
    """Write a line for people to stdout; characters that steer a terminal are spelled out."""
    print(visible(text))


def tell(text: str) -> None:
    """Write a line of narration to stderr."""
    print(visible(text), file=sys.stderr)


def quoted(text: str) -> str:
    """Return a piece of an answer as a quotation on one line."""
    return f"«{one_line(text)}»"


def drop() -> None:
    """Give up on stdout after its reader went away, so that closing it stays quiet."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
