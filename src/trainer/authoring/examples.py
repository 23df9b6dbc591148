"""All example answers as cases of one kind: those of turns, the two every turn has, those of standards."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from trainer.authoring.examples_texts_ru import NO_TURN, SKIPPED
from trainer.authoring.judged import BAD_BAR, MODEL_BAR
from trainer.model.example import ExampleAnswer
from trainer.model.problem import InputError, Problem
from trainer.model.scenario import Pack, Scenario, Turn
from trainer.model.standard import Example, Kind, Standard
from trainer.packs.problems import hint
from trainer.scoring.judge import NEED_A_TURN

# No id can hold an underscore, so these two never meet an example of an author.
MODEL, BAD = "model_answer", "bad_answer"
Find = Callable[[str], Scenario | None]


@dataclass(frozen=True, slots=True)
class Case:
    """One example to run.

    ``name`` is «scenario/turn/example» or «standard/hit-2»; ``group`` names the pack or the standard. Without
    a scenario the text is read on its own. ``own`` is the standard of a pack that such a text belongs to, which
    no other judge knows. ``skip`` says why it cannot be judged at all.
    """

    name: str
    group: str
    expected: ExampleAnswer
    scenario: Scenario | None = None
    turn: str = ""
    skip: str = ""
    own: Standard | None = None


def pack_cases(pack: Pack) -> Iterator[Case]:
    """Yield the examples of a pack: its scenarios in playing order, then its own standards.

    Raises InputError when an example of a standard names a turn that is not in the pack.
    """
    for scenario in pack.scenarios.values():
        for turn in scenario.turns.values():
            for example in (*_built_in(turn), *turn.examples):
                name = f"{scenario.id}/{turn.id}/{example.name}"
                yield Case(name, f"{pack.id}/{scenario.id}/{turn.id}", example, scenario, turn.id)

    yield from standard_cases(pack.standards, pack.scenarios.get)


def standard_cases(standards: Iterable[Standard], find: Find) -> Iterator[Case]:
    """Yield the hits and misses of those standards that are judged by text.

    ``find`` gives the scenario that an example stands in, or None; raises InputError when it is not there.
    """
    for standard in standards:
        if standard.kind is not Kind.PROCESS:
            yield from _of(standard, "hit", standard.hits, find)
            yield from _of(standard, "miss", standard.misses, find)


def _built_in(turn: Turn) -> Iterator[ExampleAnswer]:
    """Yield what holds for every model answer and every bad one."""
    required = turn.required()
    for number, text in enumerate(turn.model_answers):
        name = f"{MODEL}-{number + 1}" if number else MODEL
        place = turn.at(f"{MODEL}/{number}")
        yield ExampleAnswer(text, name, given=required, score=(MODEL_BAR, None), place=place)
    if turn.bad_answer:
        yield ExampleAnswer(turn.bad_answer, BAD, missing=required, score=(None, BAD_BAR), place=turn.at(BAD))


def _of(standard: Standard, word: str, examples: Iterable[Example], find: Find) -> Iterator[Case]:
    wanted = _wanted(standard, hit=word == "hit")
    for number, example in enumerate(examples, 1):
        name = f"{standard.id}/{word}-{number}"
        expected = replace(wanted, text=example.text, known=example.known, place=example.place, number=number)
        scenario, turn = _stage(example, find) if example.at else (None, "")
        group = f"{standard.pack}/{standard.id}" if standard.pack else standard.id
        own = standard if standard.pack and not scenario else None
        yield Case(name, group, expected, scenario, turn, _unfit(standard, scenario, turn), own)


def _wanted(standard: Standard, *, hit: bool) -> ExampleAnswer:
    own = (standard.id,)
    if standard.kind is Kind.OBLIGATION:
        return ExampleAnswer("", shows=own) if hit else ExampleAnswer("", misses=own)
    return ExampleAnswer("", violates=own) if hit else ExampleAnswer("", keeps=own)


def _stage(example: Example, find: Find) -> tuple[Scenario, str]:
    name, _, turn = example.at.partition("/")
    scenario = find(name)
    if scenario is None or turn not in scenario.turns:
        text = NO_TURN.format(scenario=name, turn=turn, hint=hint(turn, scenario.turns if scenario else ()))
        raise InputError(Problem(example.place, "E058", text))
    return scenario, turn


def _unfit(standard: Standard, scenario: Scenario | None, turn: str) -> str:
    """Return why an example cannot be judged where it stands, or nothing."""
    if scenario is None:
        return SKIPPED["no-turn"] if standard.id in NEED_A_TURN else ""
    if standard.kind is Kind.OBLIGATION and standard.id not in scenario.turns[turn].expected:
        return SKIPPED["not-expected"].format(turn=turn)
    return ""
