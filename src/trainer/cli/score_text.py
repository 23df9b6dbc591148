"""Says a verdict for people, together with what it leads to."""

from collections.abc import Iterator, Mapping
from typing import Any

from trainer.cli.output import quoted
from trainer.cli.texts_ru import SCORE
from trainer.model.scenario import Scenario
from trainer.model.standard import Catalogue
from trainer.model.verdict import Verdict
from trainer.practice.tell import Names, tell_verdict


def lines(
    fields: Mapping[str, Any], verdict: Verdict, scenario: Scenario, catalogue: Catalogue
) -> Iterator[str]:
    """Yield the lines that tell a verdict; ``fields`` is its output record."""
    names = Names(catalogue)
    yield SCORE["title"].format(id=fields["id"], scenario=scenario.id, turn=fields["turn"])
    yield from tell_verdict(verdict, names)
    yield from _facts(verdict, scenario, fields["turn"])
    named = (f"{names.quality(key)} {value}" for key, value in verdict.qualities.items())
    yield SCORE["qualities"].format(items=", ".join(named))
    yield _next(fields, scenario)


def _facts(verdict: Verdict, scenario: Scenario, turn: str) -> Iterator[str]:
    facts = {fact.id: fact.text for fact in scenario.turns[turn].facts}
    if facts:
        yield SCORE["facts"].format(given=len(verdict.given), all=len(facts))
    if verdict.missing:
        yield SCORE["missing"].format(items="; ".join(facts[name] for name in verdict.missing))


def _next(fields: Mapping[str, Any], scenario: Scenario) -> str:
    turn = scenario.turns[fields["turn"]]
    asked = next((fact for fact in turn.facts if fact.id == fields["asks"]), None)
    if asked:
        return SCORE["asks"].format(line=quoted(asked.asks[0] if asked.asks else asked.text))
    return SCORE["next"].format(next=fields["next"])
