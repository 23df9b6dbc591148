"""The two looks: dark and light, both with contrast enough for long reading."""

from textual.theme import Theme

DARK = Theme(
    name="evening",
    dark=True,
    primary="#7ab8f5",
    secondary="#9aa7b8",
    accent="#f0c05a",
    success="#7fd18b",
    warning="#f0a860",
    error="#ff7b72",
    foreground="#e3e9f0",
    background="#10151c",
    surface="#171e27",
    panel="#222c38",
)
LIGHT = Theme(
    name="morning",
    dark=False,
    primary="#1a5a96",
    secondary="#515c69",
    accent="#7a4d00",
    success="#1c6b31",
    warning="#8f4a00",
    error="#ae1f16",
    foreground="#1c2126",
    background="#f6f4ef",
    surface="#fffefb",
    panel="#e8e4da",
)
