"""The client's card: pieces that open one by one."""

from collections.abc import Sequence

from textual.content import Content
from textual.events import Key
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from trainer.model.scenario import CardPiece
from trainer.practice.visible import one_line, visible


class CardList(OptionList):
    """Titles to open with Enter, a click or a digit; an opened piece shows its text."""

    class Wanted(Message):
        """The person wants to open a piece."""

        def __init__(self, piece_id: str) -> None:
            super().__init__()
            self.piece_id = piece_id

    def __init__(self, pieces: Sequence[CardPiece], opened: Sequence[CardPiece]) -> None:
        ids = {piece.id for piece in opened}
        rows = [
            Option(_prompt(number, piece, open_=piece.id in ids), id=piece.id)
            for number, piece in enumerate(pieces, 1)
        ]
        super().__init__(*rows, id="card", markup=False)
        self._pieces = tuple(pieces)

    def show(self, opened: Sequence[CardPiece]) -> None:
        """Show the texts of the opened pieces."""
        ids = {piece.id for piece in opened}
        for number, piece in enumerate(self._pieces, 1):
            self.replace_option_prompt(piece.id, _prompt(number, piece, open_=piece.id in ids))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Ask to open the chosen piece."""
        event.stop()
        if event.option_id:
            self.post_message(self.Wanted(event.option_id))

    def on_key(self, event: Key) -> None:
        """Open by number."""
        if event.key.isdecimal() and 1 <= int(event.key) <= len(self._pieces):
            event.stop()
            self.highlighted = int(event.key) - 1
            self.post_message(self.Wanted(self._pieces[int(event.key) - 1].id))


def _prompt(number: int, piece: CardPiece, *, open_: bool) -> Content:
    sign = "-" if open_ else "+"
    title = Content.assemble((f"{number} {sign} ", "bold $accent"), (one_line(piece.title), "bold"))
    if not open_:
        return title
    return Content("\n").join([title, Content(visible(piece.text))])
