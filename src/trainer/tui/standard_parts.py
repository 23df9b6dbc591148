"""A standard as contents: what it asks and why, good and bad wording, one's own answers."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from trainer.model.span import Span
from trainer.model.standard import Example, Kind, Standard
from trainer.practice.visible import one_line, visible
from trainer.team.said import Said
from trainer.tui import texts_ru as ru
from trainer.tui.marks import MOST_SHOWN
from trainer.tui.widgets.section import shown

_MOST_EXAMPLES = 4
_GOOD, _BAD = "underline bold $success", "underline bold $error"


def about_standard(standard: Standard, quality: str, said: Sequence[Said] | None = None) -> Content:
    """Return everything about a standard; ``said`` are one's own answers, None while nobody has looked."""
    parts = [
        Content.styled(one_line(standard.title), "bold $primary"),
        Content.styled(_facts(standard, quality), "$secondary"),
        *([shown(ru.OWN_STANDARD.format(pack=standard.pack), "$secondary")] if standard.pack else []),
    ]
    for title, text in ((ru.ASKS, standard.asks), (ru.MATTERS, standard.matters), (ru.HOW_TO, standard.fix)):
        parts += _titled(title, Content(visible(text)))
    parts += _examples(standard)
    if said is not None:
        rows = [_own(one) for one in said] or [Content.styled(ru.NO_OWN_ANSWERS, "$secondary")]
        parts += _titled(ru.OWN_ANSWERS, *rows)
    parts += _titled(ru.SOURCE.rstrip(": "), Content(visible(standard.source)))
    return Content("\n").join(parts)


def _facts(standard: Standard, quality: str) -> str:
    cost = "" if standard.kind is Kind.PROCESS else f". {ru.COST.format(points=standard.points)}"
    return f"{one_line(quality)}, {ru.KINDS[standard.kind]}{cost}. id: {standard.id}"


def _titled(title: str, *rows: Content) -> list[Content]:
    return [Content(""), Content.styled(title, "bold $accent"), *rows]


def _examples(standard: Standard) -> Iterator[Content]:
    hit = _BAD if standard.kind is Kind.PROHIBITION else _GOOD
    for title, found, style in (
        (ru.EXAMPLES[standard.kind], standard.hits, hit),
        (ru.OTHER_EXAMPLES[standard.kind], standard.misses, ""),
    ):
        settled = [one for one in found if not one.known][:_MOST_EXAMPLES]
        if settled:
            yield from _titled(title, *(_example(one, style) for one in settled))


def _example(example: Example, style: str) -> Content:
    text = visible(example.text)
    content = Content(text)
    for words in example.words if style else ():
        if (at := text.find(words)) >= 0:
            content = content.stylize(style, at, at + len(words))
    return Content.assemble("- ", content)


def _own(said: Said) -> Content:
    sign, color, words = ("-", "$error", _BAD) if said.broken else ("+", "$success", _GOOD)
    told = ru.OWN_BAD.format(points=said.points) if said.broken else ru.OWN_GOOD
    date = f"{said.at[8:10]}.{said.at[5:7]}"
    return Content.assemble(
        (f"{sign} ", f"bold {color}"),
        (f"{date}, {told}: ", "$secondary"),
        _marked(said.text, said.spans, words),
    )


def _marked(text: str, spans: Sequence[Span], style: str) -> Content:
    told = visible(text)[:MOST_SHOWN]
    content = Content(told)
    for span in spans:
        content = content.stylize(style, min(span.start, len(told)), min(span.end, len(told)))
    return content
