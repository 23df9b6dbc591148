"""Answers made to please the judge instead of the client: echoes, copies of the card, repeats, lists of polite words.

What is copied earns nothing, what is repeated counts once and is ``water``, a bare list of formulas is ``template``.
"""

from collections.abc import Mapping

from trainer.model.span import Span
from trainer.model.verdict import Finding
from trainer.scoring.context import Context
from trainer.text.analysis import Stretch, Text, read_once

# Runs of this many words that also stand in the source make a copy; «завтра до 18:00» does not.
_RUN = 4
_COPIED = 0.6
_LEAST_WORDS = 6
# Two sentences or more, and from this part on, make an answer its own copy.
_DOUBLED, _TWICE = 0.25, 2
# A list of formulas: so many crumbs of a polite word each, and so large a part of the answer.
_FORMULAS, _SHARE, _CRUMB = 5, 0.4, 3
_POLITE = {
    "здравствуйте", "здравствовать", "пожалуйста", "спасибо", "благодарить", "извинить", "извиниться", "извинение",
    "простить", "прощение", "понимать", "понять", "сочувствовать", "сожалеть", "жаль", "уважаемый", "уважать", "ценить",
    "добрый", "хороший", "приятный", "рад", "обращаться", "надеяться", "стараться", "важный",
}  # fmt: skip
# Giving the facts in the card's own words is honest work; everything else has to be said by the trainee.
_OF_THE_CARD = frozenset({"answer-fully", "use-name", "greet", "farewell", "introduce"})
REPEATED = "Это уже сказано выше: повтор ничего не добавляет."
LISTED = "Вежливые слова перечислены подряд, без обращения к делу клиента."


def honest(findings: Mapping[str, Finding], context: Context) -> dict[str, Finding]:
    """Return the findings that count, with ``water`` and ``template`` added where they are due."""
    kept = dict(findings)
    turn = context.setting.turn
    if turn and copied(context.text, (turn.client, *turn.hints)):
        kept = {name: f for name, f in kept.items() if name not in turn.expected}
    elif turn and copied(context.text, context.setting.card):
        kept = {name: f for name, f in kept.items() if name not in turn.expected or name in _OF_THE_CARD}
    spans = repeats(context.text)
    if spans:
        kept["water"] = Finding("water", spans, "rule", REPEATED)
    doubled = len(repeats(context.text, 1)) >= max(_TWICE, _DOUBLED * len(context.text.sentences))
    if doubled or listed(context.text):
        whole = Span(0, len(context.text.typed))
        why = REPEATED if doubled else LISTED
        kept |= {name: Finding(name, (whole,), "rule", why) for name in ("template", "water")}
        kept = {
            name: f
            for name, f in kept.items()
            if not turn or name not in turn.expected or name in _OF_THE_CARD
        }
    return kept


def copied(text: Text, sources: tuple[str, ...]) -> bool:
    """Tell whether most of the answer stands word for word in the sources."""
    own = _runs(text)
    if len(text.words) < _LEAST_WORDS or not own:
        return False
    theirs = set().union(*(_runs(read_once(source)) for source in sources if source))
    return sum(run in theirs for run in own) >= _COPIED * len(own)


def repeats(text: Text, least: int = 3) -> tuple[Span, ...]:
    """Return the sentences of ``least`` words or more that were said before, word for word."""
    seen: set[tuple[str, ...]] = set()
    spans = []
    for sentence in text.sentences:
        said = _words(text, sentence)
        if len(said) >= least and said in seen:
            spans.append(text.span_of(sentence))
        seen.add(said)
    return tuple(spans)


def listed(text: Text) -> bool:
    """Tell whether the answer is a list of formulas: crumbs of a polite word each, and little else."""
    pieces = [clause for clause in text.clauses if _words(text, clause)]
    formulas = [clause for clause in pieces if _formula(text, clause)]
    return len(formulas) >= _FORMULAS and len(formulas) >= _SHARE * len(pieces)


def _formula(text: Text, clause: Stretch) -> bool:
    short = len(_words(text, clause)) <= _CRUMB
    return short and any(t.lemma in _POLITE for t in text.tokens[clause.first : clause.last])


def _words(text: Text, stretch: Stretch) -> tuple[str, ...]:
    return tuple(t.text for t in text.tokens[stretch.first : stretch.last] if t.text.isalnum())


def _runs(text: Text) -> list[tuple[str, ...]]:
    words = [t.text for t in text.tokens if t.text.isalnum()]
    return [tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)]
