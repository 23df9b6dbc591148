"""How a person likes the program to be."""

from dataclasses import dataclass

DARK, LIGHT = THEMES = ("dark", "light")


@dataclass(frozen=True, slots=True)
class Preferences:
    """``theme`` is one of THEMES; ``hints`` says whether a talk in training offers hints and model answers.

    ``person`` is who practises without being asked, empty when nobody is remembered; ``packs`` are the folders of
    packs as they are written. Both are only told here.
    """

    theme: str = DARK
    hints: bool = True
    person: str = ""
    packs: tuple[str, ...] = ()
