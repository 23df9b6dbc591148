"""Words cut into the pieces the transformer knows: the likeliest cut (unigram model: Kudo, 2018)."""

from collections.abc import Sequence
from dataclasses import dataclass

from trainer.training.transformer.packed import Packed

_SPACE = "\u2581"
_LONGEST = 16  # letters; no piece of the vocabulary is longer
_MOST = 200  # pieces of a text; answers are shorter, and longer ones are cut
_UNKNOWN_COSTS = 10.0


@dataclass(frozen=True, slots=True)
class Cut:
    """Numbers of the pieces of a text with a mark at both ends, and where in the text each stands."""

    ids: tuple[int, ...]
    ranges: tuple[tuple[int, int], ...]


class Cutter:
    """Cuts texts by the vocabulary of a model."""

    def __init__(self, packed: Packed) -> None:
        self._packed = packed
        self._unknown = min(score for _, score in packed.pieces.values()) - _UNKNOWN_COSTS

    def cut(self, text: str) -> Cut:
        """Return the pieces of a text; ranges are in code points of it."""
        letters, places = self._letters(text)
        found = self._likeliest(letters)[:_MOST]
        ranges = [(places[a], places[b - 1] + 1) for a, b, _ in found]
        ids = (self._packed.begin, *(number for _, _, number in found), self._packed.end)
        return Cut(ids, ((0, 0), *ranges, (0, 0)))

    def _letters(self, text: str) -> tuple[str, list[int]]:
        """Return the text as the model spells it, and the place of each letter in the text."""
        letters, places = [_SPACE], [0]
        for at, letter in enumerate(text):
            for one in self._packed.folded.get(letter, letter):
                if one != " " or letters[-1] != _SPACE:
                    letters.append(_SPACE if one == " " else one)
                    places.append(at)
        return "".join(letters), places

    def _likeliest(self, letters: str) -> Sequence[tuple[int, int, int]]:
        """Return (start, end, number) of the pieces whose probability together is greatest (Viterbi)."""
        best = [0.0] + [float("-inf")] * len(letters)
        back: list[tuple[int, int]] = [(0, 0)] * (len(letters) + 1)
        for start in range(len(letters)):
            for end in range(start + 1, min(len(letters), start + _LONGEST) + 1):
                number, score = self._packed.pieces.get(letters[start:end], (self._packed.unknown, 0.0))
                if number == self._packed.unknown:
                    if end > start + 1:
                        continue
                    score = self._unknown
                if best[start] + score > best[end]:
                    best[end], back[end] = best[start] + score, (start, number)
        found, end = [], len(letters)
        while end:
            start, number = back[end]
            found.append((start, end, number))
            end = start
        return found[::-1]
