"""The judge: an answer in, a verdict with evidence and reasons out. Pure; same input, same verdict."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from trainer.model.span import Span
from trainer.model.standard import Catalogue, Kind, Standard
from trainer.model.verdict import Finding, Reading, Setting, Verdict
from trainer.scoring.amounts import strange_amounts
from trainer.scoring.combine import combine, expected_of
from trainer.scoring.context import Context
from trainer.scoring.detect import Bars, detect
from trainer.scoring.facts import find_facts
from trainer.scoring.gaming import honest
from trainer.scoring.guards import stands
from trainer.scoring.precision import Record, muted
from trainer.scoring.severity import STRANGE, TRICK
from trainer.scoring.topic import off_topic
from trainer.text.analysis import LONG, Text, read_once
from trainer.text.meaning import Meaning, Reader

# From this probability a false statement is believed without the card.
SURE = 0.97
# So many readings by the network are kept.
RECENT = 256
# Of long answers so many: each holds megabytes.
RECENT_LONG = 4
# Fewer words than this make no impression of their own.
FEW_WORDS = 2
# Judged from facts, card and names; meaningless without a turn.
NEED_A_TURN = frozenset({"answer-fully", "use-name", "wrong-fact", "reask"})


class Judge:
    """Knows the catalogue; scores answers at a turn and reads replies without one."""

    def __init__(
        self, catalogue: Catalogue, reader: Reader | None = None, own: Sequence[Standard] = ()
    ) -> None:
        """``reader`` gives meaning; without it only rules judge (and fewer things are found).

        ``own`` are the standards of packs that replies are read by when no scenario is known; at a turn
        the setting brings those that count there.

        ``bars`` say from which probability a standard counts; they come with the reader. ``muted`` standards
        have erred too often on labelled texts: what they find is said, and no points are taken.
        """
        self.catalogue = catalogue
        self.own = tuple(own)
        self.reader = reader
        # An answer is often judged again at once: against another line, in another setting.
        self._meaning = lru_cache(maxsize=RECENT)(reader.read) if reader else None
        self._meaning_of_long = lru_cache(maxsize=RECENT_LONG)(reader.read) if reader else None
        shipped: Mapping[str, Mapping[str, float]] = reader.bars if reader else {}
        self.bars = {name: Bars(**values) for name, values in shipped.items()}
        measured = reader.precision if reader else {}
        self.muted = muted({name: Record(*counts) for name, counts in measured.items()})

    def score(self, text: str, setting: Setting) -> Verdict:
        """Judge an answer at a turn; the setting must have one."""
        catalogue = self.catalogue.extended(setting.own)
        context, meaning = self._context(text, setting)
        findings = {
            s.id: finding
            for s in _judged(catalogue, setting)
            if (finding := self._find(s, context, meaning)) and stands(finding, context, meaning)
        }
        earned = honest(findings, context)
        impression = _impression(context, meaning)
        if earned != findings:
            impression = min(impression, TRICK)
        if off_topic(context):
            impression = min(impression, STRANGE)
        return combine(catalogue, context, earned, impression, self.muted)

    def read(self, text: str) -> Reading:
        """Read a reply without a scenario: everything that can be told of it alone."""
        context, meaning = self._context(text, Setting())
        found: dict[Kind, list[Finding]] = {kind: [] for kind in Kind}
        for standard in self.catalogue.extended(self.own).standards.values():
            if standard.kind is Kind.PROCESS or standard.id in NEED_A_TURN:
                continue
            finding = self._find(standard, context, meaning)
            if finding and stands(finding, context, meaning):
                found[standard.kind].append(finding)
        return Reading(text, tuple(found[Kind.OBLIGATION]), tuple(found[Kind.PROHIBITION]))

    def _context(self, typed: str, setting: Setting) -> tuple[Context, Meaning | None]:
        text = read_once(typed)
        meaning = self._read(text) if text.words else None
        return Context(text, setting, find_facts(text, setting)), meaning

    def _read(self, text: Text) -> Meaning | None:
        read = self._meaning if len(text.typed) <= LONG else self._meaning_of_long
        return read(text) if read else None

    def _find(self, standard: Standard, context: Context, meaning: Meaning | None) -> Finding | None:
        if standard.id == "answer-fully":
            return self._fully(context)
        if standard.id == "wrong-fact":
            return self._wrong(standard, context, meaning)
        return detect(standard, context, meaning, self.bars.get(standard.id, Bars()))

    def _fully(self, context: Context) -> Finding | None:
        if context.required_open:
            return None
        return Finding("answer-fully", tuple(sorted(set(context.facts.given.values()))), "facts")

    def _wrong(self, standard: Standard, context: Context, meaning: Meaning | None) -> Finding | None:
        spans: list[Span] = [s for found in context.facts.wrong.values() for s in found]
        spans += strange_amounts(context)
        if spans:
            return Finding(standard.id, tuple(sorted(set(spans))), "facts")
        # Meaning knows no card: only what sounds false anywhere («из офиса не забираем») is taken from it.
        return detect(standard, context, meaning, Bars(alone=SURE, beside=SURE))


def _impression(context: Context, meaning: Meaning | None) -> float:
    """Return the grade at first sight; 0 for a second answer to the same question, which is short by nature."""
    few = len(context.text.words) < FEW_WORDS
    return 0.0 if meaning is None or few or context.setting.asking else meaning.impression


def _judged(catalogue: Catalogue, setting: Setting) -> list[Standard]:
    """Return what an answer is judged by here: what the turn expects, and all that is never allowed."""
    expected = expected_of(setting)
    return [
        s
        for s in catalogue.standards.values()
        if s.kind is Kind.PROHIBITION or (s.kind is Kind.OBLIGATION and s.id in expected)
    ]
