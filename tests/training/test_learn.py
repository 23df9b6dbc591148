"""What mentors say moves a bar only where that makes agreement fall nowhere."""

from dataclasses import replace

import pytest

from trainer.model.span import Span
from trainer.model.standard import Catalogue
from trainer.model.verdict import Setting
from trainer.scoring.detect import Bars, Evidence
from trainer.team.objections import Label
from trainer.text.meaning import Reader
from trainer.training.calibrate import GRID, REACH, Case, better_bars
from trainer.training.cases import Labelled
from trainer.training.learn import Lesson, as_items
from trainer.training.proposals import fragment, marked, proposals

RUDE = [
    "Вы что, сами читать не умеете?",
    "Не нравится, идите к другим.",
    "Сколько можно спрашивать одно и то же!",
]
FINE = "Здравствуйте, Марина! Курьер приедет завтра с 10 до 12, адрес я уже передала. Всё ли удобно?"


# Above what the network gives to the first of them, within reach of a bar that hears it.
DEAF = Bars(0.99, 0.99, 0.12)


def labelled(text: str, *found: str, judged: str = "rude") -> Labelled:
    return Labelled(text, Setting(), frozenset({judged, *found}), frozenset(found), 3.0)


def likely(value: float, label: bool) -> Case:
    return Case(label, Evidence((), (), False, value))


def test_a_bar_moves_a_few_steps_at_most() -> None:
    now = Bars(0.93, 0.25, 0.0)
    found = better_bars([likely(0.1, True)] * 40, 0.5, now)
    assert found.alone <= now.alone
    assert sum(found.alone < step <= now.alone for step in GRID) <= REACH


def test_bars_stay_where_nothing_is_gained() -> None:
    now = Bars(0.68, 0.25, 0.0)
    assert better_bars([likely(0.9, True), likely(0.1, False)] * 20, 0.5, now) == now


@pytest.fixture(scope="module")
def deaf(shipped: Catalogue, reader: Reader) -> Lesson:
    """A lesson with a bar that hears no rudeness, and rude replies that mentors have marked."""
    bars = {name: Bars(**values) for name, values in reader.bars.items()} | {"rude": DEAF}
    sets = {"ours": [labelled(text, "rude") for text in RUDE * 4], "fine": [labelled(FINE)]}
    return Lesson(shipped, reader, bars, sets)


def test_what_helps_is_taken(deaf: Lesson) -> None:
    found = deaf.fit(["rude"], "ours")
    assert found.changes.keys() == {"rude"}
    assert found.after["ours"]["prohibition"] > found.before["ours"]["prohibition"]
    assert found.after["fine"] == found.before["fine"]


def test_what_helps_the_examples_only_is_nothing_that_a_mentor_asked_for(
    shipped: Catalogue, reader: Reader
) -> None:
    bars = {name: Bars(**values) for name, values in reader.bars.items()} | {"rude": DEAF}
    # The mentors say otherwise of words that are far from every bar; the other set would gain.
    sets = {"ours": [labelled(FINE, "rude")], "examples": [labelled(RUDE[0], "rude")] * 8}
    found = Lesson(shipped, reader, bars, sets).fit(["rude"], "ours")
    assert (found.changes, found.beyond) == ({}, ("rude",))
    assert found.before == found.after


def test_what_makes_agreement_fall_on_a_set_is_refused(shipped: Catalogue, reader: Reader) -> None:
    bars = {name: Bars(**values) for name, values in reader.bars.items()}
    # The same words are rude to the mentors of one set and fine to those of another.
    text = next(text for text in RUDE if _heard(shipped, reader, bars, text))
    sets = {"ours": [labelled(text)] * 30, "theirs": [labelled(text, "rude")]}
    found = Lesson(shipped, reader, {**bars, "rude": Bars(0.5, 0.25, 0.0)}, sets).fit(["rude"], "ours")
    assert not found.changes
    assert found.before == found.after


def _heard(catalogue: Catalogue, reader: Reader, bars: dict[str, Bars], text: str) -> bool:
    lesson = Lesson(catalogue, reader, bars, {"one": [labelled(text)]})
    return bool(lesson.differing("one")[0][1])


def test_labels_become_texts_with_what_was_judged(shipped: Catalogue) -> None:
    one = Label("Да.", "talk", "where", "curt", True)
    rows = [
        one,
        replace(one, standard="reask"),
        replace(one, standard="own-of-a-pack"),
        replace(one, found=False),
    ]
    (item,) = as_items(rows, lambda *_: None, shipped)
    # The turn is gone: what needs one is left out; the later word on «curt» counts.
    assert (item.judged, item.found) == (frozenset({"curt"}), frozenset())


def test_proposals_are_examples_of_the_catalogue(shipped: Catalogue) -> None:
    hit = Label("Ну ждите, чего.", "talk", "where", "curt", True, (Span(0, 8),))
    miss = replace(hit, text='Да, с "собакой" можно: 500 ₽.', found=False)
    known = replace(hit, text=shipped.standards["curt"].hits[0].text)
    found = proposals([hit, miss, known], shipped)
    assert list(fragment(found["curt"])) == [
        "hits:",
        '  - "⟦Ну ждите⟧, чего."',
        "misses:",
        '  - "Да, с \\"собакой\\" можно: 500 ₽."',
    ]
    assert marked("аб", ()) == "аб"
