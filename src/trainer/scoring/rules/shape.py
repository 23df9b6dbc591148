"""Rule kinds about the shape of an answer: long sentences, no capitals, a question first, a short answer."""

from bisect import bisect_left
from collections.abc import Sequence

from trainer.model.span import Span
from trainer.scoring.context import Context
from trainer.scoring.rules.base import Hit, Options
from trainer.text.analysis import Stretch, Text
from trainer.text.tokens import Sort


def word_count(text: Text, stretch: Stretch) -> int:
    """Count words and numbers of a stretch."""
    return sum(t.sort is not Sort.SIGN for t in text.tokens[stretch.first : stretch.last])


def long_sentence(context: Context, options: Options) -> Sequence[Hit]:
    """Kind ``long-sentence``: more than ``words`` words, or a paragraph longer than ``paragraph`` words.

    Lists keep their rows apart, so a row never counts together with the next one.
    """
    text, limit = context.text, int(options.get("words", 30))
    hits = [
        Hit(text.span_of(s), f"В этом предложении слов: {n}. Разобрать его с первого раза трудно.")
        for s in text.sentences
        if (n := word_count(text, s)) > limit
    ]
    return hits or _paragraph(text, int(options.get("paragraph", 80)))


def _paragraph(text: Text, limit: int) -> list[Hit]:
    hits, start = [], 0
    begins = [s.start for s in text.sentences]
    for line in text.source.text.split("\n"):
        stretch = text.sentences[bisect_left(begins, start) : bisect_left(begins, start + len(line) + 1)]
        words = sum(word_count(text, s) for s in stretch)
        if words > limit:
            why = f"Сплошной абзац, слов: {words}. Разбейте его на части."
            hits.append(Hit(text.source.span(stretch[0].start, stretch[-1].end), why))
        start += len(line) + 1
    return hits


def bare_typing(context: Context, options: Options) -> Sequence[Hit]:
    """Kind ``bare-typing``: the whole answer in lower case and without punctuation between its parts."""
    text = context.text
    source = text.source.text
    words = [t for t in text.tokens if t.sort is Sort.WORD]
    if len(words) < int(options.get("words", 6)):
        return ()
    starts_low = all(source[s.start].islower() or not source[s.start].isalpha() for s in text.sentences)
    signs = sum(t.text in ".!?,;:-" for t in text.tokens[:-1] if t.sort is Sort.SIGN)
    if starts_low and signs * 12 <= len(words):
        return (
            Hit(
                Span(0, len(text.typed)),
                "Ответ набран без заглавных букв и знаков препинания: читать его трудно.",
            ),
        )
    return ()


def opens_with_question(context: Context, options: Options) -> Sequence[Hit]:
    """Kind ``opens-with-question``: the first sentence that says anything is a question or a demand for data."""
    text = context.text
    for sentence in text.sentences:
        if word_count(text, sentence) <= int(options.get("skip", 2)) and sentence != text.sentences[-1]:
            continue
        is_question = text.normal(sentence).rstrip(" )").endswith("?")
        return (Hit(text.span_of(sentence)),) if is_question else ()
    return ()


def short_answer(context: Context, options: Options) -> Sequence[Hit]:
    """Kind ``short-answer``: at most ``words`` words and ``sentences`` sentences while something is left open.

    What is left open decides: without a turn nobody knows, so the limit is ``words_alone``.
    """
    text = context.text
    count = sum(t.sort is not Sort.SIGN for t in text.tokens)
    turn = context.setting.turn
    if turn is None:
        limit = int(options.get("words_alone", 5))
    else:
        limit = int(options.get("words", 14)) if context.required_open else int(options.get("words_full", 0))
    if count <= limit and len(text.sentences) <= int(options.get("sentences", 2)):
        return (Hit(Span(0, len(text.typed))),)
    return ()
