"""A list to choose from, with Enter named among the keys below."""

from typing import ClassVar

from textual.binding import BindingType
from textual.widgets import OptionList

from trainer.tui.keys import ENTER, bound


class Menu(OptionList):
    """An option list whose prompts are never markup."""

    BINDINGS: ClassVar[list[BindingType]] = [bound("enter", "select", "open", shown=ENTER)]
