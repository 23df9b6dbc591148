"""Cells of tables for spreadsheets: whatever people have typed, no cell is a formula."""

import re

from trainer.practice.visible import one_line

# A cell that begins like this is a formula to one spreadsheet or another; the wide signs count as well. What was guarded
# once, or looks as if it were, is guarded again, so that reading a table back gives what was written.
_FORMULA = re.compile("'*[=+\\-@＝＋－＠]")


def cell(value: object) -> str:
    """Return a cell of one line that a spreadsheet takes for text even when it begins like a formula."""
    text = one_line(str(value))
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Return a cell as it was before it was made safe for spreadsheets."""
    return text[1:] if text.startswith("'") and cell(text[1:]) == text else text
