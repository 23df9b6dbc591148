"""Is the answer about this client's case at all? The model answer of another talk is fine prose and helps nobody."""

from trainer.scoring.context import Context
from trainer.text.analysis import read_once

# Fewer things named than this tell nothing; of more, so large a part has to belong to the case. Measured on model
# answers against the turns of other scenarios (four in five lie below) and on good labelled answers (1 of 202 does).
_NAMED, _SHARE = 5, 0.25
_SHORT = 2
# Things that any talk may be about.
_ANYWHERE = {
    "день", "час", "время", "минута", "утро", "вечер", "раз", "сегодня", "завтра", "рубль", "вопрос", "ответ", "помощь",
    "дело", "случай", "ситуация", "просьба", "спасибо", "человек",
}  # fmt: skip


def off_topic(context: Context) -> bool:
    """Tell whether nothing of what was asked is answered and hardly a thing that is named belongs to this case."""
    if not context.required or context.facts.given or context.setting.asking:
        return False
    named = {t.lemma for t in context.text.words if t.has("NOUN") and len(t.text) > _SHORT} - _ANYWHERE
    return len(named) >= _NAMED and len(named & _of_the_case(context)) < _SHARE * len(named)


def _of_the_case(context: Context) -> set[str]:
    setting, turn = context.setting, context.setting.turn
    texts = [*setting.card, *(fact.text for fact in setting.facts())]
    if turn:
        texts += [turn.client, *turn.known, *turn.hints, turn.model_answer]
    return {word.lemma for text in texts for word in read_once(text).words}
