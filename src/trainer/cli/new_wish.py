"""What the author wants of a new scenario: read from the call, asked in the terminal, and checked."""

import re
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from trainer.authoring.template import DEFAULT_EXPECTED, DEFAULT_MOOD, Wish
from trainer.authoring.template.texts_ru import DEFAULTS
from trainer.cli import output
from trainer.cli.new_texts_ru import ASK, SAID
from trainer.cli.texts_ru import PLACES
from trainer.model.place import Place
from trainer.model.problem import InputError, Problem
from trainer.model.standard import Catalogue, Kind
from trainer.packs.problems import hint, visible
from trainer.packs.scenario_reader import MOODS

T = TypeVar("T")
# Without these nothing but stand-ins would be written.
_NEEDED = ("title", "client", "line")


def wrong(why: str, **values: object) -> InputError:
    """Return what is wrong with the call, ready to raise."""
    text = SAID[why].format(**{key: visible(str(value)) for key, value in values.items()})
    return InputError(Problem(Place(PLACES["call"]), "C116", text))


def from_call(call: Namespace, scenario: str, catalogue: Catalogue) -> Wish:
    """Return what the options say; raises InputError for what cannot be."""
    return Wish(
        id=scenario,
        title=call.title,
        company=call.company,
        client=_spoken("name", call.client) if call.client.strip() else "",
        mood=_mood(call.mood) if call.mood.strip() else "",
        line=_spoken("line", call.line) if call.line.strip() else "",
        card=tuple(map(_piece, call.card)),
        facts=tuple(_spoken("fact", fact) for fact in call.fact),
        expected=_expected(call.expected, catalogue),
    )


def check_whole(wish: Wish) -> None:
    """Raise InputError when something is missing that nobody can be asked for."""
    missing = [f"--{name}" for name in _NEEDED if not getattr(wish, name).strip()]
    if missing:
        raise wrong("missing", options=", ".join(missing))


def asked(wish: Wish, catalogue: Catalogue) -> Wish:
    """Ask for what the call does not say; Ctrl+D skips all that is left."""
    try:
        for name, answer in _questions(wish, catalogue):
            said: Any = answer()
            wish = replace(wish, **{name: said})
    except EOFError:
        output.tell("")
    return wish


def _questions(wish: Wish, catalogue: Catalogue) -> Iterator[tuple[str, Callable[[], object]]]:
    moods = ASK["mood"].format(moods=", ".join(MOODS))
    expected = partial(_expected, catalogue=catalogue)
    nothing: tuple[str, ...] = ()
    every: dict[str, Callable[[], object]] = {
        "title": lambda: _ask(ASK["title"], DEFAULTS["title"], str, ""),
        "company": lambda: _ask(ASK["company"], DEFAULTS["company"], str, ""),
        "client": lambda: _ask(ASK["client"], DEFAULTS["client"], partial(_spoken, "name"), ""),
        "mood": lambda: _ask(moods, DEFAULT_MOOD, _mood, ""),
        "line": lambda: _ask(ASK["line"], DEFAULTS["line"], partial(_spoken, "line"), ""),
        "card": lambda: _many(ASK["card"], _piece),
        "facts": lambda: _many(ASK["fact"], partial(_spoken, "fact")),
        "expected": lambda: _ask(ASK["expected"], ",".join(DEFAULT_EXPECTED), expected, nothing),
    }
    for name, answer in every.items():
        if not getattr(wish, name):
            yield name, answer


def _ask(question: str, default: str, read: Callable[[str], T], skipped: T) -> T:
    """Ask until the answer can be read; what is skipped is filled later."""
    while True:
        answer = _input(f"{question} [{default}]: ")
        if not answer:
            return skipped
        try:
            return read(answer)
        except InputError as error:
            output.tell(ASK["again"].format(why=error.problems[0].text))


def _many(question: str, read: Callable[[str], T]) -> tuple[T, ...]:
    """Ask for one after another until an empty line."""
    found: list[T] = []
    while answer := _input(f"{question} ({len(found) + 1}): "):
        try:
            found.append(read(answer))
        except InputError as error:
            output.tell(ASK["again"].format(why=error.problems[0].text))
    return tuple(found)


def _input(question: str) -> str:
    """Ask on stderr, where narration belongs, so that stdout stays data."""
    print(question, end="", file=sys.stderr, flush=True)
    return input().strip()


def _piece(text: str) -> tuple[str, str]:
    title, colon, rest = text.partition(":")
    return (title, rest) if colon and title.strip() and rest.strip() else ("", text)


def _spoken(what: str, text: str) -> str:
    if not re.search(r"[^\W_]" if what == "fact" else r"[^\W\d_]", text):
        raise wrong(what, value=text)
    return text


def _mood(text: str) -> str:
    mood = text.strip().lower()
    if mood not in MOODS:
        raise wrong("mood", value=text, hint=hint(mood, MOODS), moods=", ".join(MOODS))
    return mood


def _expected(text: str, catalogue: Catalogue) -> tuple[str, ...]:
    names = [name for part in text.split(",") if (name := part.strip().lower())]
    for name in names:
        standard = catalogue.standards.get(name)
        if standard is None:
            raise wrong("standard", value=name, hint=hint(name, catalogue.standards))
        if standard.kind is not Kind.OBLIGATION:
            raise wrong("kind", value=name, kind=SAID[standard.kind])
    return tuple(dict.fromkeys(names))
