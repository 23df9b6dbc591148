"""Says a verdict for people: the score, what worked, each deduction with its words and its way out."""

from collections.abc import Iterator, Mapping
from typing import Any

from trainer.cli.output import quoted
from trainer.cli.texts_ru import SCORE
from trainer.model.scenario import Scenario
from trainer.model.standard import Catalogue
from trainer.model.verdict import Deduction, Verdict


def lines(
    fields: Mapping[str, Any], verdict: Verdict, scenario: Scenario, catalogue: Catalogue
) -> Iterator[str]:
    """Yield the lines that tell a verdict; ``fields`` is its output record."""
    yield SCORE["title"].format(id=fields["id"], scenario=scenario.id, turn=fields["turn"])
    yield SCORE["score"].format(score=verdict.score, grade=verdict.grade)
    if verdict.shown:
        titles = (catalogue.standards[name].title for name in verdict.shown)
        yield SCORE["shown"].format(items="; ".join(titles))
    yield SCORE["deductions"] if verdict.deductions else SCORE["clean"]
    for deduction in verdict.deductions:
        yield from _deduction(deduction, verdict.text, catalogue)
    yield from _facts(verdict, scenario, fields["turn"])
    named = (f"{catalogue.qualities[key].title} {value}" for key, value in verdict.qualities.items())
    yield SCORE["qualities"].format(items=", ".join(named))
    yield _next(fields, scenario)


def _deduction(deduction: Deduction, text: str, catalogue: Catalogue) -> Iterator[str]:
    title = catalogue.standards[deduction.standard].title
    yield SCORE["deduction"].format(points=deduction.points, title=title, id=deduction.standard)
    if deduction.evidence:
        words = ", ".join(quoted(span.of(text)) for span in deduction.evidence)
        yield SCORE["evidence"].format(words=words)
    for key in ("why", "fix", "source"):
        yield SCORE[key].format(text=getattr(deduction, key))


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
