"""What other answers would have led to: the ways that a talk did not take, in words. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from trainer.model.scenario import Condition, Fact, Mood, Outcome, Scenario, Way
from trainer.practice import ways_texts_ru as ru
from trainer.practice.records import Attempt
from trainer.practice.tell import Names
from trainer.practice.texts_ru import MOODS
from trainer.practice.visible import one_line

_LOWEST, _HIGHEST = 0, 100


@dataclass(frozen=True, slots=True)
class OtherWay:
    """A way not taken: ``when`` says what it asks, ``to`` where it leads; ``outcome`` only when that is an ending."""

    when: str
    to: str
    outcome: Outcome | None = None


def other_ways(scenario: Scenario, attempt: Attempt, names: Names) -> list[OtherWay]:
    """Return what another answer at this place would have led to: each place once, without the one that was reached."""
    turn = scenario.turns[attempt.turn]
    if attempt.step.asks:
        facts = [fact for fact in turn.facts if fact.id == attempt.step.asks]
        told = _facts([fact.id for fact in facts], scenario)
        return [OtherWay(ru.ASKED.format(names=told), ru.NO_QUESTION)]
    found: dict[str, OtherWay] = {}
    for way in turn.ways:
        if way.to != attempt.step.to and way.to not in found:
            found[way.to] = _told(scenario, way, names)
    return list(found.values())


def _told(scenario: Scenario, way: Way, names: Names) -> OtherWay:
    when = ", ".join(_conditions(way.when, scenario, names)) if way.when else ru.ELSE
    if ending := scenario.endings.get(way.to):
        return OtherWay(when or ru.ELSE, ru.ENDING.format(title=one_line(ending.title)), ending.outcome)
    line = way.client or scenario.turns[way.to].client
    return OtherWay(when or ru.ELSE, ru.QUOTED.format(line=one_line(line)))


def _conditions(when: Condition, scenario: Scenario, names: Names) -> Iterator[str]:
    if when.shown:
        yield ru.SHOWN.format(names=_standards(when.shown, names, ru.AND))
    if when.violated:
        yield ru.VIOLATED.format(names=_standards(when.violated, names, ru.OR))
    for ids, template in ((when.given, ru.GIVEN), (when.missing, ru.MISSING), (when.said, ru.SAID)):
        if ids:
            yield template.format(names=_facts(ids, scenario))
    if when.looked:
        titles = {piece.id: piece.title for piece in scenario.card}
        yield ru.LOOKED.format(names=ru.AND.join(one_line(titles.get(one, one)) for one in when.looked))
    yield from _bounds(when.bounds)
    if when.negated and when.negated.violated:
        yield ru.WITHOUT.format(names=_standards(when.negated.violated, names, ru.OR))


def _bounds(bounds: Mapping[str, tuple[int | None, int | None]]) -> Iterator[str]:
    for name, (low, high) in bounds.items():
        if name == "score":
            yield _score(low, high)
        elif name == "mood":
            template = ru.MOOD_TO if low is None else ru.MOOD_FROM
            moods = {"low": MOODS[Mood(low or 0)], "high": MOODS[Mood(high or 0)]}
            yield template.format(**moods)
        elif name == "patience":
            yield ru.PATIENCE_FROM if low else ru.PATIENCE_TO
        elif name == "visits":
            yield ru.AGAIN
        elif name == "warnings":
            yield ru.WARNED if low else ru.NEVER_WARNED


def _score(low: int | None, high: int | None) -> str:
    if low and high is not None and high < _HIGHEST:
        return ru.SCORE_BETWEEN.format(low=low, high=high)
    return ru.SCORE_TO.format(high=high) if not low and high is not None else ru.SCORE_FROM.format(low=low)


def _standards(ids: Iterable[str], names: Names, between: str) -> str:
    return between.join(one_line(names.standard(name)).lower() for name in ids)


def _facts(ids: Iterable[str], scenario: Scenario) -> str:
    facts: dict[str, Fact] = {fact.id: fact for turn in scenario.turns.values() for fact in turn.facts}
    return ru.AND.join(one_line(facts[name].text) if name in facts else name for name in ids)
