"""What the present screen really shows, measured: contrast of every text with what stands behind it."""

import re

from textual.app import App

AA = 4.5  # WCAG 2.2, success criterion 1.4.3
_TEXT = re.compile(r"\w")

Pair = tuple[str, str, float, str]


def luminance(red: int, green: int, blue: int) -> float:
    """Return the relative luminance of a colour, 0 for black, 1 for white, as WCAG has it."""
    parts = (part / 255 for part in (red, green, blue))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """Return the contrast of two colours, 1 to 21."""
    light, dark = sorted((luminance(*one), luminance(*other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def pairs(app: App[None]) -> set[Pair]:
    """Return the colours of every piece of text in front: text, background, contrast, the first words."""
    found: dict[tuple[str, str], Pair] = {}
    left, top, right, bottom = _front(app)
    for row, strip in enumerate(app.screen._compositor.render_strips()[:bottom]):
        cell = 0
        for segment in strip:
            begins, cell = cell, cell + segment.cell_length
            style, inside = segment.style, row >= top and begins >= left and begins < right
            if not inside or not _TEXT.search(segment.text) or style is None:
                continue
            assert style.color is not None
            assert style.bgcolor is not None
            assert not style.dim, f"dimmed by the terminal, so nobody knows how much: {segment.text!r}"
            if style.color.triplet is None or style.bgcolor.triplet is None:
                continue  # the terminal's own colours
            key = (style.color.name, style.bgcolor.name)
            told = round(ratio(style.color.triplet, style.bgcolor.triplet), 2)
            found.setdefault(key, (*key, told, segment.text.strip()[:40]))
    return set(found.values())


def faint(app: App[None]) -> list[Pair]:
    """Return the pairs with too little contrast."""
    return sorted(pair for pair in pairs(app) if pair[2] < AA)


def colours(app: App[None]) -> set[str]:
    """Return every colour that is not the terminal's own."""
    found = set()
    for strip in app.screen._compositor.render_strips()[: app.size.height]:
        for segment in strip:
            if segment.style:
                found |= {
                    one.name
                    for one in (segment.style.color, segment.style.bgcolor)
                    if one and not one.is_default
                }
    return found


def _front(app: App[None]) -> tuple[int, int, int, int]:
    """Return what is in front: of a page over the screen the page, for what is behind it is dimmed on purpose."""
    region = app.screen.children[0].region if app.screen.is_modal else app.screen.region
    return region.x, region.y, region.right, region.bottom
