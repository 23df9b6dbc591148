"""The shipped library, read once, and a judge that finds nothing but an apology and what is marked as wrong."""

import pytest

from trainer.model.span import Span
from trainer.model.verdict import Deduction, Finding, Reading, Setting, Verdict
from trainer.packs.shelf import Shelf
from trainer.packs.sound import sound_catalogue, sound_exercises, sound_packs
from trainer.refresh.library import Library


@pytest.fixture(scope="session")
def library() -> Library:
    shelf = Shelf()
    return Library(sound_packs(shelf)[0], sound_exercises(shelf), sound_catalogue(shelf))


class WordJudge:
    """Whatever is expected is shown when the answer says «всё», else it is missed; «дурак» is rude."""

    muted = frozenset[str]()

    def score(self, text: str, setting: Setting) -> Verdict:
        assert setting.turn
        expected = setting.turn.expected
        missed = () if "всё" in text else expected
        lost = tuple(Deduction(name, "goodwill", 10, (), f"почему {name}", "", "") for name in missed)
        score = max(0, 100 - 10 * len(lost))
        return Verdict(text, score, 3, tuple(set(expected) - set(missed)), missed, (), (), (), {}, lost)

    def read(self, text: str) -> Reading:
        at = text.find("дурак")
        found = (Finding("rude", (Span(at, at + 5),), why="грубо"),) if at >= 0 else ()
        return Reading(text, (), found)
