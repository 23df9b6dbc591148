"""The outcome as a picture: minutes along, what is remembered up."""

from collections.abc import Iterator, Sequence
from html import escape

from trainer.refresh.trial import texts_ru as ru
from trainer.refresh.trial.run import Outcome
from trainer.refresh.trial.whole import Trial, ours

_WIDE, _HIGH = 720, 420
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 150, 30, 60
# Dark enough on white, told apart without colours too: by the marks and the names at the ends.
_COLOURS = {"ours": "#0b6e4f", "random": "#b5541c", "weekly": "#3b5ba9"}
_DASHES = {"ours": "", "random": "6 4", "weekly": "2 3"}


def picture(found: Trial) -> str:
    """Return the picture as SVG."""
    every = [one for some in found.real.values() for one in some]
    scale = _Scale(max(one.minutes for one in every), min(one.retention for one in every))
    body = "\n".join(
        [
            *_frame(scale),
            *_level(found, scale),
            *(line for way in found.real for line in _way(way, found, scale)),
        ]
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {_HIGH}" role="img" '
        f'font-family="sans-serif" font-size="13">\n<title>{escape(ru.TITLE)}</title>\n'
        f'<rect width="{_WIDE}" height="{_HIGH}" fill="#ffffff"/>\n{body}\n</svg>\n'
    )


class _Scale:
    """Turns minutes and retention into places of the picture."""

    def __init__(self, minutes: float, least: float) -> None:
        self.most = -(-int(minutes) // 200) * 200
        self.least = int(least * 10) / 10

    def across(self, minutes: float) -> float:
        return round(_LEFT + (_WIDE - _LEFT - _RIGHT) * minutes / self.most, 1)

    def up(self, retention: float) -> float:
        part = (retention - self.least) / (1 - self.least)
        return round(_HIGH - _BOTTOM - (_HIGH - _TOP - _BOTTOM) * part, 1)


def _frame(scale: _Scale) -> Iterator[str]:
    for minutes in range(0, scale.most + 1, 200):
        at = scale.across(minutes)
        yield f'<line x1="{at}" y1="{_TOP}" x2="{at}" y2="{_HIGH - _BOTTOM}" stroke="#e3e3e3"/>'
        yield f'<text x="{at}" y="{_HIGH - _BOTTOM + 20}" text-anchor="middle" fill="#333">{minutes}</text>'
    for tenth in range(round(scale.least * 10), 11):
        at = scale.up(tenth / 10)
        yield f'<line x1="{_LEFT}" y1="{at}" x2="{_WIDE - _RIGHT}" y2="{at}" stroke="#e3e3e3"/>'
        yield f'<text x="{_LEFT - 8}" y="{at + 4}" text-anchor="end" fill="#333">{tenth * 10} %</text>'
    middle = (_LEFT + _WIDE - _RIGHT) / 2
    yield f'<text x="{middle}" y="{_HIGH - 14}" text-anchor="middle" fill="#333">{escape(ru.MINUTES)}</text>'
    yield f'<text x="{_LEFT}" y="18" fill="#333">{escape(ru.REMEMBERED)}</text>'


def _level(found: Trial, scale: _Scale) -> Iterator[str]:
    """Yield the line at what our plan reaches in ten minutes a day."""
    mine = ours(found.real)
    at = scale.up(mine.retention)
    yield (
        f'<line x1="{scale.across(mine.minutes)}" y1="{at}" x2="{_WIDE - _RIGHT}" y2="{at}" '
        f'stroke="{_COLOURS["ours"]}" stroke-dasharray="1 4"/>'
    )


def _way(way: str, found: Trial, scale: _Scale) -> Iterator[str]:
    points: Sequence[Outcome] = sorted(found.real[way], key=lambda one: one.minutes)
    places = [(scale.across(one.minutes), scale.up(one.retention)) for one in points]
    along = " ".join(f"{x},{y}" for x, y in places)
    colour, dashes = _COLOURS[way], _DASHES[way]
    style = f' stroke-dasharray="{dashes}"' if dashes else ""
    yield f'<polyline points="{along}" fill="none" stroke="{colour}" stroke-width="2"{style}/>'
    yield from (f'<circle cx="{x}" cy="{y}" r="4" fill="{colour}"/>' for x, y in places)
    x, y = places[-1]
    below = {"ours": -8, "random": 18, "weekly": -8}[way]
    yield f'<text x="{x + 8}" y="{y + below}" fill="{colour}">{escape(ru.WAYS[way])}</text>'
