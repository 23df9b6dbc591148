"""Asks for the answer to an item line by line, each form in its own way."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from trainer.model.exercise import (
    AnswerItem,
    CommentItem,
    Item,
    NextItem,
    Option,
    ReviewItem,
    RewriteItem,
    ShortenItem,
    SpotItem,
    VariantsItem,
    WhichItem,
)
from trainer.model.standard import Catalogue, Kind
from trainer.practice.exercises import texts_ru as ru
from trainer.practice.exercises.answer import Answer, Marked

Options = Sequence[tuple[str, str]]
WORDINGS = 3


class Asker:
    """Puts questions to the person; ``read`` returns a line (commands are dealt with there), ``write`` shows one."""

    def __init__(
        self, read: Callable[[str], str], write: Callable[[str], None], catalogue: Catalogue
    ) -> None:
        self.read, self.write = read, write
        self.prohibitions = [(s.id, s.title) for s in catalogue.of_kind(Kind.PROHIBITION)]
        self.qualities = [(q.id, q.title) for q in catalogue.qualities.values()]

    def ask(self, item: Item) -> Answer:
        """Return the answer to an item."""
        return _ASK[type(item)](self, item)

    def choice(self, question: str, options: Options) -> str:
        """Ask until one of the options is named, by its number or its word."""
        listed = ", ".join(f"{number} – {title}" for number, (_, title) in enumerate(options, 1))
        return self.named(f"{question} {listed}", options)

    def named(self, question: str, options: Options) -> str:
        """Ask until one of the options is named, by its number, id or title."""
        while True:
            said = self.read(question)
            if found := pick(said, options):
                return found
            self.write(ru.NOT_AN_OPTION.format(said=said, last=len(options)))

    def several(self, options: Options) -> tuple[str, ...]:
        """Ask until every name of a list is one of the options; an empty line names none."""
        while True:
            names = [part.strip() for part in self.read(ru.ASK_QUALITIES).split(",") if part.strip()]
            found = [pick(name, options) for name in names]
            if all(found):
                return tuple(dict.fromkeys(found))
            bad = names[found.index("")]
            self.write(ru.NOT_AN_OPTION.format(said=bad, last=len(options)))

    def listed(self, options: Options) -> None:
        """Show options with their numbers."""
        self.write("\n".join(f"{number}. {title}" for number, (_, title) in enumerate(options, 1)))


def pick(said: str, options: Options) -> str:
    """Return the id of the option that was named by number, id or the beginning of its title; else nothing."""
    word = unicodedata.normalize("NFC", said).strip().casefold()
    if word.isdecimal():
        return options[int(word) - 1][0] if 1 <= int(word) <= len(options) else ""
    exact = [name for name, title in options if word in (name, title.casefold())]
    begun = [name for name, title in options if word and title.casefold().startswith(word)]
    found = exact or begun
    return found[0] if len(found) == 1 else ""


def _comment(asker: Asker, _item: CommentItem) -> Answer:
    kind = asker.choice(ru.WHO, [(author.value, title) for author, title in ru.AUTHORS.items()])
    approach = asker.choice(ru.WHAT, [(one.value, title) for one, title in ru.APPROACHES.items()])
    return Answer(kind=kind, approach=approach)


def _text(asker: Asker, _item: RewriteItem | ShortenItem) -> Answer:
    return Answer(text=asker.read(ru.YOUR_TEXT))


def _variants(asker: Asker, _item: VariantsItem) -> Answer:
    asked = [ru.YOUR_VARIANT.format(number=number) for number in range(1, WORDINGS + 1)]
    return Answer(texts=tuple(asker.read(question) for question in asked))


def _spot(asker: Asker, _item: SpotItem) -> Answer:
    marks: list[Marked] = []
    question = ru.YOUR_MARK
    while words := asker.read(question).strip():
        marks.append(Marked(asker.named(ru.YOUR_STANDARD, asker.prohibitions), words))
        question = ru.MORE_MARKS
    return Answer(marks=tuple(marks))


def _review(asker: Asker, item: ReviewItem) -> Answer:
    enough = asker.choice(ru.ASK_ENOUGH, [("yes", ru.YES), ("no", ru.NO)]) == "yes"
    question = asker.read(ru.ASK_NEXT)
    if card := card_lines(item):
        asker.write(ru.CARD + "".join(f"\n- {line}" for line in card))
    text = asker.read(ru.ASK_WORDS)
    asker.listed(asker.qualities)
    return Answer(text=text, enough=enough, next_question=question, lacking=asker.several(asker.qualities))


def _line(asker: Asker, item: AnswerItem) -> Answer:
    if card := card_lines(item):
        asker.write(ru.CARD + "".join(f"\n- {line}" for line in card))
    return Answer(text=asker.read(ru.YOUR_TEXT))


def _which(asker: Asker, item: WhichItem) -> Answer:
    question = ru.ASK_SHOWN if item.kind is Kind.OBLIGATION else ru.ASK_BROKEN
    return _option(asker, question, item.options)


def _next(asker: Asker, item: NextItem) -> Answer:
    return _option(asker, ru.ASK_ASKED, item.options)


def _option(asker: Asker, question: str, offered: Sequence[Option]) -> Answer:
    options = [(one.id, one.title) for one in offered]
    asker.listed(options)
    return Answer(choice=asker.named(question, options))


def card_lines(item: ReviewItem | AnswerItem) -> Sequence[str]:
    """Return what the operator could look up: without it nobody can give the facts."""
    return item.setting.card if item.setting else ()


_ASK: Mapping[type[Any], Callable[[Asker, Any], Answer]] = {
    CommentItem: _comment,
    RewriteItem: _text,
    ShortenItem: _text,
    VariantsItem: _variants,
    SpotItem: _spot,
    ReviewItem: _review,
    AnswerItem: _line,
    WhichItem: _which,
    NextItem: _next,
}
