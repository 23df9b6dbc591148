"""Texts of the pack that break the standards they teach; only what a rule finds, never a likeness."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from trainer.authoring.report import found
from trainer.authoring.texts_ru import PLACES
from trainer.model.place import Place
from trainer.model.problem import Problem
from trainer.model.scenario import Scenario
from trainer.model.verdict import Setting
from trainer.packs.own_standards import shipped
from trainer.scoring.context import Context
from trainer.scoring.detect import Bars, detect
from trainer.text.analysis import Text

# The client speaks as he likes; all else is written by the author, and here rules alone are sure enough.
CODES: Mapping[str, str] = {"officialese": "W240", "jargon": "W241", "typos": "W242"}


def own_words(scenario: Scenario) -> Iterator[Problem]:
    """Yield a problem for each text with officialese, jargon or a slip, with the words."""
    names = (*scenario.client.names, scenario.company, scenario.client.name)
    for place, kind, text in _texts(scenario):
        for standard, words in charged(text, names):
            yield found(place, CODES[standard], where=PLACES[kind], words=words)


def _texts(scenario: Scenario) -> Iterator[tuple[Place, str, str]]:
    yield scenario.at("briefing"), "briefing", scenario.briefing
    client = scenario.client
    for key in ("about", "manner", "wants", "fears", "calms"):
        yield scenario.at(f"client.{key}"), "about", getattr(client, key)
    for piece in scenario.card:
        yield piece.place, "card", piece.text
    for ending in scenario.endings.values():
        yield ending.place, "ending", f"{ending.title}. {ending.text}"
    for turn in scenario.turns.values():
        for number, hint in enumerate(turn.hints):
            yield turn.at(f"hints/{number}"), "hint", hint
        for way in turn.ways:
            yield way.place, "remark", way.remark


@lru_cache(maxsize=4096)
def charged(text: str, names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return the standards that a text breaks, each with its words."""
    if not text:
        return ()
    # Names are words of the scenario: they are no slips.
    context = Context(Text(text), Setting(names=names, card=names))
    standards = shipped().standards
    charged = [
        (name, finding)
        for name in CODES
        if name in standards and (finding := detect(standards[name], context, None, Bars()))
    ]
    return tuple((name, "», «".join(span.of(text) for span in finding.spans)) for name, finding in charged)
