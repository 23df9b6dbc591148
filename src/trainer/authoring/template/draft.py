"""Makes the text of a new scenario out of a wish, with answers that a judge has tried."""

from dataclasses import dataclass

from trainer.authoring.template.answers import Judging, bad_answer, model_answer, names, setting_of
from trainer.authoring.template.render import Parts, render
from trainer.authoring.template.texts_ru import ASKS, HINTS, NOTE
from trainer.authoring.template.wish import Wish, sentence
from trainer.authoring.template.wordings import parts_of
from trainer.model.scenario import Fact, Turn
from trainer.model.verdict import Verdict

_HINT_WORDS = 4


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of a scenario file, and what the judge said of its two answers."""

    text: str
    model: Verdict
    bad: Verdict


class UnknowableError(ValueError):
    """A fact without a word by which it could be recognised; the argument is the fact."""


def draft(wish: Wish, judge: Judging, schema: str) -> Draft:
    """Return the scenario for a whole wish; ``schema`` is the path of its JSON Schema.

    Raises UnknowableError.
    """
    facts = tuple(_fact(text, number) for number, text in enumerate(wish.facts))
    turn = Turn("start", wish.line, wish.expected, facts, last=True)
    here = setting_of(wish, turn)
    model, praised = model_answer(wish, here, judge)
    bad, blamed = bad_answer(here, judge)
    note = NOTE["answer"].format(
        line=wish.line if wish.line[-1] in ".!?…" else wish.line + ".",
        facts=" ".join(map(sentence, wish.facts)),
    )
    parts = Parts(schema, names(wish), facts, _note_facts(wish, facts, note), model, bad, _hints(model), note)
    return Draft(render(wish, parts), praised, blamed)


def _fact(text: str, number: int) -> Fact:
    parts = parts_of(text, sentence(text))
    if not parts:
        raise UnknowableError(text)
    return Fact(f"fact-{number + 1}", text, True, parts, asks=ASKS[number % len(ASKS)])


def _note_facts(wish: Wish, facts: tuple[Fact, ...], note: str) -> tuple[Fact, ...]:
    gist = parts_of(wish.line, note)[-1:] or ((NOTE["plain"],),)
    agreed = NOTE["agreement"].format(fact=facts[0].text)
    return Fact("gist", NOTE["gist"], True, gist), Fact("agreement", agreed, True, facts[0].parts)


def _hints(model: str) -> tuple[str, str]:
    begin = " ".join(model.split()[:_HINT_WORDS])
    return HINTS["think"], HINTS["begin"].format(words=begin)
