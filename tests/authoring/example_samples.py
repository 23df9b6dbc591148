"""A pack with examples, and a judge that gives each text the verdict it was told to give."""

from collections.abc import Mapping
from pathlib import Path

from tests.packs.samples import KINDS, TALK, write_pack
from trainer.authoring.examples import Case, pack_cases
from trainer.model.span import Span
from trainer.model.verdict import Deduction, Finding, Reading, Setting, Verdict
from trainer.packs.reader import read_pack

WAYS = "    ways:\n      - {to: lost, urgent"
GOOD = Verdict("", 95, 5, ("greet", "answer-fully"), (), (), ("price", "when"), (), {}, ())


def cases(home: Path, examples: str) -> list[Case]:
    """Return the cases of the sample pack with these examples at its turn."""
    talk = TALK.replace(WAYS, f"    examples:\n{examples}{WAYS}", 1) if examples else TALK
    return list(pack_cases(read_pack(write_pack(home, talk), kinds=KINDS)))


def verdict(text: str, **fields: object) -> Verdict:
    """Return a good verdict on a text but for some fields."""
    values = {name: getattr(GOOD, name) for name in GOOD.__slots__}
    return Verdict(**{**values, "text": text, **fields})


def deduction(standard: str, points: int, start: int = 0, end: int = 0) -> Deduction:
    spans = (Span(start, end),) if end else ()
    return Deduction(standard, "goodwill", points, spans, "", "", "")


class Judge:
    """Gives the verdicts and readings it holds; any other text is good."""

    def __init__(
        self, verdicts: Mapping[str, Verdict] | None = None, shown: Mapping[str, str] | None = None
    ) -> None:
        self.verdicts = verdicts or {}
        self.shown = shown or {}
        self.settings: list[Setting] = []

    def score(self, text: str, setting: Setting) -> Verdict:
        self.settings.append(setting)
        return self.verdicts.get(text, verdict(text))

    def read(self, text: str) -> Reading:
        standard = self.shown.get(text)
        finding = Finding(standard or "", (Span(0, 2),))
        return Reading(text, (finding,) if standard else ())
