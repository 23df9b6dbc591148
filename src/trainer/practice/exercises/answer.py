"""What a trainee answers to an item: of each form its own fields, and the same for a file, a screen, a journal."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from trainer.model.span import Span


@dataclass(frozen=True, slots=True)
class Marked:
    """Words that a trainee marks and the standard that they are said to break.

    ``span`` places them in the text of the item; None leaves it to the words.
    """

    standard: str
    words: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer; only the fields of the form are looked at.

    ``text`` is a rewording (rewrite, shorten, review), ``texts`` the three wordings of variants, ``marks`` what was
    marked in spot. ``kind`` and ``approach`` judge a comment. ``enough``, ``next_question`` and ``lacking`` are the
    other steps of a review; ``enough`` is None when it was not answered. ``choice`` is the id of an option.
    """

    text: str = ""
    texts: tuple[str, ...] = ()
    marks: tuple[Marked, ...] = ()
    kind: str = ""
    approach: str = ""
    enough: bool | None = None
    next_question: str = ""
    lacking: tuple[str, ...] = ()
    choice: str = ""

    def words(self) -> str:
        """Return what was written or marked, one text a line."""
        marked = (mark.words for mark in self.marks)
        return "\n".join(
            text for text in (self.text, *self.texts, self.next_question, self.choice, *marked) if text
        )

    def data(self) -> dict[str, Any]:
        """Return the answer as plain JSON data, without what is empty."""
        plain: dict[str, Any] = {
            "text": self.text,
            "texts": list(self.texts),
            "marks": [_mark_data(mark) for mark in self.marks],
            "kind": self.kind,
            "approach": self.approach,
            "next_question": self.next_question,
            "lacking": list(self.lacking),
            "choice": self.choice,
        }
        said = {"enough": self.enough} if self.enough is not None else {}
        # No marks at all is an answer as well: «nothing to mark».
        return {key: value for key, value in plain.items() if value or key == "marks"} | said


def answer_of(data: Mapping[str, Any]) -> Answer:
    """Return the answer from its data; raises KeyError, TypeError or ValueError for damaged data."""
    enough = data.get("enough")
    return Answer(
        text=str(data.get("text", "")),
        texts=tuple(str(text) for text in data.get("texts", ())),
        marks=tuple(_mark(item) for item in data.get("marks", ())),
        kind=str(data.get("kind", "")),
        approach=str(data.get("approach", "")),
        enough=None if enough is None else bool(enough),
        next_question=str(data.get("next_question", "")),
        lacking=tuple(str(name) for name in data.get("lacking", ())),
        choice=str(data.get("choice", "")),
    )


def _mark_data(mark: Marked) -> dict[str, Any]:
    place = {"start": mark.span.start, "end": mark.span.end} if mark.span else {}
    return {"standard": mark.standard, "words": mark.words, **place}


def _mark(data: Mapping[str, Any]) -> Marked:
    span = Span(int(data["start"]), int(data["end"])) if "start" in data else None
    return Marked(str(data["standard"]), str(data.get("words", "")), span)
