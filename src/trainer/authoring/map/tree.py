"""The plain layout: a tree of lines for the terminal."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from trainer.authoring.map.picture import Arrow, Box, Picture, short
from trainer.authoring.map.texts_ru import PLACE

# A branch that grows deeper than this goes on as a tree of its own, so that lines stay readable.
_DEEPEST = 6
_LEAST_TEXT = 16
SIGNS = {"good": "+", "mixed": "~", "lost": "-", "": "*"}


@dataclass(frozen=True, slots=True)
class _Branch:
    arrow: Arrow | None
    box: Box
    lead: str
    under: str
    depth: int


def tree(picture: Picture, width: int) -> Iterator[str]:
    """Yield the lines of the tree; every turn is drawn out once, where it is nearest to the beginning."""
    return _Tree(picture, width).lines()


class _Tree:
    """A picture while it is drawn: what leaves each box, what was drawn, which trees are still to come."""

    def __init__(self, picture: Picture, width: int) -> None:
        self._picture, self._width = picture, width
        self._leaving: dict[str, list[Arrow]] = {}
        for arrow in picture.arrows:
            self._leaving.setdefault(arrow.source, []).append(arrow)
        self._drawn: set[str] = set()
        self._roots = deque(list(picture.boxes)[:1])

    def lines(self) -> Iterator[str]:
        """Yield all trees; a place that no arrow leads to is a tree of its own."""
        yield PLACE["title"].format(title=self._picture.title, id=self._picture.id)
        for box in self._picture.boxes:
            while self._roots:
                yield from self._tree(self._roots.popleft())
            yield from self._tree(box)

    def _tree(self, root: str) -> Iterator[str]:
        """Draw a root and what hangs on it, depth first."""
        if root in self._drawn:
            return
        yield ""
        own = self._own(root)
        waiting = [_Branch(None, self._picture.boxes[root], "", "", 0)]
        while waiting:
            branch = waiting.pop()
            mine = branch.arrow is None or own.get(branch.box.id) is branch.arrow
            if mine and branch.depth > _DEEPEST:
                self._roots.append(branch.box.id)
                mine = False
            yield self._told(branch, mine=mine)
            if mine:
                self._drawn.add(branch.box.id)
                waiting += reversed(list(self._branches(branch)))

    def _told(self, branch: _Branch, *, mine: bool) -> str:
        """Return the line of a branch; what is drawn elsewhere only says where, an ending tells its numbers once."""
        before = branch.box.id in self._drawn
        if branch.box.outcome:
            self._drawn.add(branch.box.id)
            return _line(branch, "", self._width, told=not before)
        return _line(branch, "" if mine else "before" if before else "after", self._width)

    def _branches(self, branch: _Branch) -> Iterator[_Branch]:
        leaving = self._leaving.get(branch.box.id, [])
        for number, arrow in enumerate(leaving, 1):
            lead, under = ("└─ ", "   ") if number == len(leaving) else ("├─ ", "│  ")
            box = self._picture.boxes[arrow.target]
            yield _Branch(arrow, box, branch.under + lead, branch.under + under, branch.depth + 1)

    def _own(self, root: str) -> dict[str, Arrow]:
        """Return for each turn that this tree draws the arrow under which it is: the nearest to the root."""
        under: dict[str, Arrow] = {}
        waiting = deque([(root, 0)])
        while waiting:
            at, depth = waiting.popleft()
            for arrow in self._leaving.get(at, []) if depth <= _DEEPEST else []:
                to = arrow.target
                known = to in under or to in self._drawn or to == root
                if not known and not self._picture.boxes[to].outcome:
                    under[to] = arrow
                    waiting.append((to, depth + 1))
        return under


def _line(branch: _Branch, remark: str, width: int, *, told: bool = True) -> str:
    """Return the line of a branch; ``remark`` stands for all that is told elsewhere."""
    box = branch.box
    head = (
        branch.lead + (f"{branch.arrow.label} → " if branch.arrow else "") + f"{SIGNS[box.outcome]} {box.id}"
    )
    notes = [*box.notes, *([PLACE["unreached"]] if box.unreached else [])] if told else []
    notes = [PLACE[remark]] if remark else notes
    tail = f" [{', '.join(notes)}]" if notes else ""
    text = "" if remark else box.text if box.outcome else PLACE["turn"].format(line=box.text)
    room = max(_LEAST_TEXT, width - len(head) - len(tail) - 2)
    return f"{head}  {short(text, room)}{tail}" if text else f"{head}{tail}"
