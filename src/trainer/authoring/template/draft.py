"""Makes the text of a new scenario out of a wish, with answers that a judge has tried."""

from dataclasses import dataclass, replace

from trainer.authoring.judged import MODEL_BAR
from trainer.authoring.template.answers import FULLY, Judging, bad_answer, model_answer, names, setting_of
from trainer.authoring.template.render import Parts, render
from trainer.authoring.template.texts_ru import ASKS, HINTS, NOTE
from trainer.authoring.template.wish import Wish, sentence
from trainer.authoring.template.wordings import parts_of
from trainer.model.scenario import Fact, Turn
from trainer.model.verdict import Setting, Verdict

_HINT_WORDS = 4


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of a scenario file, and what the judge said of its two answers.

    ``left_out`` are standards of the wish that no phrase here shows well enough: they are named in a comment.
    """

    text: str
    model: Verdict
    bad: Verdict
    left_out: tuple[str, ...] = ()


class UnknowableError(ValueError):
    """A fact without a word by which it could be recognised; the argument is the fact."""


def draft(wish: Wish, judge: Judging, schema: str) -> Draft:
    """Return the scenario for a whole wish; ``schema`` is the path of its JSON Schema.

    Raises UnknowableError.
    """
    facts = tuple(_fact(text, number) for number, text in enumerate(wish.facts))
    wish, here, (model, praised), left_out = _answered(wish, facts, judge)
    bad, blamed = bad_answer(here, judge)
    note = NOTE["answer"].format(
        line=wish.line if wish.line[-1] in ".!?…" else wish.line + ".",
        facts=" ".join(map(sentence, wish.facts)),
    )
    parts = Parts(
        schema, names(wish), facts, _note_facts(wish, facts, note), model, bad, _hints(model), note, left_out
    )
    return Draft(render(wish, parts), praised, blamed, left_out)


def _answered(
    wish: Wish, facts: tuple[Fact, ...], judge: Judging
) -> tuple[Wish, Setting, tuple[str, Verdict], tuple[str, ...]]:
    """Return the wish with a model answer that passes; what it cannot show for that is left out."""
    left_out: tuple[str, ...] = ()
    while True:
        here = setting_of(wish, Turn("start", wish.line, wish.expected, facts, last=True))
        answer = model_answer(wish, here, judge)
        missed = tuple(name for name in answer[1].missed if name != FULLY)
        if answer[1].score >= MODEL_BAR or not missed:
            return wish, here, answer, left_out
        left_out += missed
        wish = replace(wish, expected=tuple(name for name in wish.expected if name not in missed))


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
