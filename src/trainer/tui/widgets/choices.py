"""Short lists to answer from: one of a few, or several of them; a digit chooses too."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Key
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from trainer.practice.visible import one_line
from trainer.tui.keys import ENTER, bound

Options = Sequence[tuple[str, str]]
# Signs besides colours, so that a choice is seen without them.
_ONE, _SEVERAL = ("(•)", "( )"), ("[+]", "[ ]")


class OneOf(OptionList):
    """Posts ``Chosen`` for a digit, Enter or a click."""

    class Chosen(Message):
        """The person has chosen; ``choices`` is the list it was chosen from."""

        def __init__(self, choices: "OneOf", value: str) -> None:
            super().__init__()
            self.choices, self.value = choices, value

    def __init__(self, options: Options, name: str) -> None:
        """``options`` are values with their titles."""
        self._options_of = tuple(options)
        super().__init__(*self._rows(""), id=name, classes="choices", markup=False)
        self.value = ""

    def show(self, value: str) -> None:
        """Show a value as chosen; an empty one chooses nothing."""
        self.value = value
        _redraw(self, self._rows(value))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take what was chosen."""
        event.stop()
        self._choose(event.option_index)

    def on_key(self, event: Key) -> None:
        """Choose by number."""
        if (number := _number(event, len(self._options_of))) is not None:
            event.stop()
            self.highlighted = number
            self._choose(number)

    def _choose(self, number: int) -> None:
        self.show(self._options_of[number][0])
        self.post_message(self.Chosen(self, self.value))

    def _rows(self, value: str) -> list[Option]:
        return [
            _row(number, title, _ONE[0 if name == value else 1], chosen=name == value)
            for number, (name, title) in enumerate(self._options_of, 1)
        ]


class SomeOf(OptionList):
    """Space, a digit or a click marks and unmarks; Enter posts ``Done``."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("enter", "done", "send", shown=ENTER),
        Binding("space", "select", show=False),
    ]

    class Changed(Message):
        """Something was marked or unmarked."""

    class Done(Message):
        """The person has marked all they want."""

    def __init__(self, options: Options, name: str) -> None:
        """``options`` are values with their titles."""
        self._options_of = tuple(options)
        self.values: tuple[str, ...] = ()
        super().__init__(*self._rows(), id=name, classes="choices", markup=False)

    def show(self, values: Iterable[str]) -> None:
        """Show these values as marked, those that are known."""
        wanted = set(values)
        self.values = tuple(name for name, _ in self._options_of if name in wanted)
        _redraw(self, self._rows())

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Mark or unmark."""
        event.stop()
        self._toggle(event.option_index)

    def on_key(self, event: Key) -> None:
        """Mark by number."""
        if (number := _number(event, len(self._options_of))) is not None:
            event.stop()
            self.highlighted = number
            self._toggle(number)

    def action_done(self) -> None:
        """Go on."""
        self.post_message(self.Done())

    def _toggle(self, number: int) -> None:
        self.show(set(self.values) ^ {self._options_of[number][0]})
        self.post_message(self.Changed())

    def _rows(self) -> list[Option]:
        return [
            _row(number, title, _SEVERAL[0 if name in self.values else 1], chosen=name in self.values)
            for number, (name, title) in enumerate(self._options_of, 1)
        ]


def _row(number: int, title: str, sign: str, *, chosen: bool) -> Option:
    style = "bold $success" if chosen else "$secondary"
    return Option(
        Content.assemble(
            (f"{number} ", "bold $accent"), (f"{sign} ", style), (one_line(title), "bold" if chosen else "")
        )
    )


def _redraw(listed: OptionList, rows: Sequence[Option]) -> None:
    for number, row in enumerate(rows):
        listed.replace_option_prompt_at_index(number, row.prompt)


def _number(event: Key, most: int) -> int | None:
    """Return the place in the list that a digit means."""
    return int(event.key) - 1 if event.key.isdecimal() and 1 <= int(event.key) <= most else None
