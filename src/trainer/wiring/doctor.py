"""Looks everything over that a talk needs: the program, the packs, the encoder, the data."""

import os
import platform
import sqlite3
from collections.abc import Iterator

import trainer
from trainer.model.problem import InputError
from trainer.packs.shelf import Shelf
from trainer.packs.sound import sound_packs
from trainer.storage.doctor import Finding, look_over
from trainer.storage.doctor_texts_ru import DOCTOR
from trainer.storage.settings import person_of
from trainer.wiring.judging import SHIPPED
from trainer.wiring.stamps import engine_version


def examine(shelf: Shelf = SHIPPED) -> Iterator[Finding]:
    """Yield what there is to say, one thing after the other; nothing of it stops the rest."""
    yield _program()
    yield from _person()
    yield from _packs(shelf)
    yield _meaning()
    yield from look_over(os.environ)


def _program() -> Finding:
    versions = {"python": platform.python_version(), "sqlite": sqlite3.sqlite_version}
    engine = engine_version().partition("+")[2]
    return Finding(
        "program", DOCTOR["program"].format(version=trainer.__version__, **versions, engine=engine)
    )


def _person() -> Iterator[Finding]:
    try:
        named = person_of(os.environ)
    except InputError as error:
        yield from _problems("settings", error)
        return
    if named:
        yield Finding("person", DOCTOR["person"].format(name=named[0]))


def _packs(shelf: Shelf) -> Iterator[Finding]:
    try:
        packs, problems = sound_packs(shelf)
    except InputError as error:
        yield from _problems("packs", error)
        return
    yield from (
        Finding("packs", DOCTOR["pack-problem"].format(problem=text), well=False) for text in problems
    )
    if not problems:
        yield Finding("packs", DOCTOR["packs"].format(count=len(packs)))


def _meaning() -> Finding:
    from trainer.text.meaning import MeaningAbsentError, load_reader

    try:
        load_reader()
    except MeaningAbsentError as error:
        return Finding("meaning", DOCTOR["no-meaning"].format(why=error), well=False)
    return Finding("meaning", DOCTOR["meaning"])


def _problems(about: str, error: InputError) -> Iterator[Finding]:
    yield from (Finding(about, str(problem), well=False) for problem in error.problems)
