"""Imported once by the process that the windows branch from: what they all need is loaded here and shared by them.

The import has to do the work, for that process does nothing but import. No connection to the store, no thread and no
person may come into being here: each window has its own.
"""

import gc
import importlib
import os
import sys

from trainer.practice.visible import visible
from trainer.storage.safe import home_of
from trainer.storage.settings import shelf_of
from trainer.web.desk import discreet_desk
from trainer.web.texts_ru import BROKEN_PACKS
from trainer.wiring import LazyJudge, database, store

# Imported late by those who need them; here so that it is done once.
_LATE = (
    "sqlalchemy.dialects.sqlite",
    "trainer.storage.db.event_store",
    "trainer.storage.db.opening",
    "trainer.storage.db.people_store",
    "trainer.storage.db.assignment_store",
    "trainer.tui.screens.briefing",
    "trainer.tui.screens.debrief",
    "trainer.tui.screens.exercise",
    "trainer.tui.screens.talk",
    "trainer.tui.screens.verdict",
    "trainer.web.child",
    "trainer.web.driver",
)
_SAMPLE = "Здравствуйте, Вера! Понимаю, как неприятно ждать. Посылка приедет завтра до 15:00, я сам прослежу."


def _load() -> None:
    for name in _LATE:
        importlib.import_module(name)
    INNER.packs()
    INNER.catalogue()
    INNER.exercises()
    # What the judge makes when it is first asked is shared too.
    LazyJudge().load().read(_SAMPLE)
    if store.cache_info().currsize or database.cache_info().currsize:
        # Every window would be of the same person.
        raise AssertionError("the store was opened before anybody came")
    broken = INNER.broken()
    if broken:
        print(BROKEN_PACKS, *map(visible, broken), sep="\n  ", file=sys.stderr, flush=True)


INNER, DESK = discreet_desk(shelf_of((), os.environ), str(home_of(os.environ)))
_load()
# What is here now stays; looking through it would only make copies of shared pages.
gc.collect()
gc.freeze()
