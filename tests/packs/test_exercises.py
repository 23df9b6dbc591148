"""Exercises are read, and every mistake in them is named with its place."""

from pathlib import Path

import pytest

from tests.packs.samples import PACK, TALK, write_exercises, write_pack
from trainer.model.exercise import AUTHORED, Approach, Author
from trainer.model.place import Place
from trainer.model.problem import InputError, Problem
from trainer.model.span import Span
from trainer.packs.exercises import read_one_exercise
from trainer.packs.marks import named_marks
from trainer.packs.reader import known_kinds, read_pack
from trainer.packs.shelf import Root, Shelf

DRILL = Path(__file__).resolve().parent.parent / "data" / "packs" / "drill"
SHELF = Shelf((Root(DRILL),))


def problems(tmp_path: Path, form: str, old: str, new: str) -> list[Problem]:
    text = (DRILL / "exercises" / f"drill-{form}.yaml").read_text(encoding="utf-8")
    assert old in text
    folder = tmp_path / "demo" / "exercises"
    folder.mkdir(parents=True)
    path = folder / f"drill-{form}.yaml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    found: list[Problem] = []
    read_one_exercise(path, known_kinds(), (), found)
    return found


def test_every_form_is_read_whole() -> None:
    found = {name: SHELF.exercise(name) for name in SHELF.exercise_files()}
    review, comments = found["drill-review"].items, found["drill-comments"].items
    assert (review[0].enough, review[0].lacking, review[0].at) == (
        False,
        ("initiative",),
        "courier-pickup/question",
    )
    assert len(review[0].asks_about) == 2
    assert review[1].setting.turn.facts[0].id == "slot"
    assert review[1].setting.names == ("Вера",)
    assert [(item.kind, item.approach) for item in comments] == [
        (Author.CRITIC, Approach.ANSWER),
        (Author.HATER, Approach.IGNORE),
    ]
    spot = found["drill-spot"].items
    assert spot[0].marks[0].span.of(spot[0].text) == "Это склад у нас вечно путает коробки"
    assert spot[1].marks == ()
    assert [mark.standard for mark in spot[2].marks] == ["scold-client", "indifferent"]
    assert found["drill-rewrite"].items[0].keep[0].required
    steps = found["drill-recover"].steps
    assert (steps[1].inhale, steps[1].hold, steps[1].exhale, steps[1].rounds) == (4, 2, 6, 2)
    assert {exercise.form for exercise in found.values() if exercise.id.startswith("drill-")} == set(AUTHORED)


@pytest.mark.parametrize(
    ("form", "old", "new", "code"),
    [
        ("spot", "id: drill-spot", "id: other", "E033"),
        ("spot", "form: spot", "form: spots", "E025"),
        ("spot", "form: spot", "form: recover", "E049"),
        ("spot", "id: fine", "id: warehouse", "E034"),
        ("spot", "⟦blame-colleague|", "⟦", "E048"),
        ("spot", "⟦blame-colleague|", "⟦blame-colleg|", "E040"),
        ("spot", "⟦blame-colleague|", "⟦greet|", "E041"),
        ("spot", "items:", "steps:", "E049"),
        ("spot", "minutes: 5", "minutes: 0", "E026"),
        ("spot", "trains: [blame-colleague", "trains: [blame", "E040"),
        ("comments", "kind: critic", "kind: critics", "E025"),
        ("comments", "    approach: answer\n", "", "E022"),
        ("rewrite", "standard: officialese", "standard: greet", "E041"),
        ("rewrite", "keep: [{id", "keep: [{ids", "E021"),
        ("variants", "must: [apologize]", "must: [rude]", "E041"),
        ("shorten", "- {id: until", "- {id: place", "E034"),
        ("review", "at: courier-pickup/question", "company_: x", "E021"),
        ("review", "    at: courier-pickup/question\n", "", "E058"),
        ("review", "lacking: [initiative]", "lacking: [iniciative]", "E068"),
        ("review", "violated: [curt]", "violated: [greet]", "E041"),
        ("review", "expected: [empathy", "expected: [rude", "E041"),
        ("review", "enough: false", "enough: нет", "E023"),
        ("recover", "seconds: 60, ", "", "E022"),
        ("recover", "kind: word, ", "kind: word, seconds: 5, ", "E059"),
        ("recover", "kind: question", "kind: quiz", "E025"),
        ("recover", "rounds: 2", "rounds: 99", "E026"),
    ],
)
def test_a_mistake_is_named_where_it_stands(tmp_path: Path, form: str, old: str, new: str, code: str) -> None:
    found = problems(tmp_path, form, old, new)
    assert code in [problem.code for problem in found]
    assert all(problem.place.line for problem in found)


def test_the_list_of_a_pack_and_its_files_have_to_agree(tmp_path: Path) -> None:
    folder = write_pack(tmp_path, pack=PACK + "exercises: [rewrite, gone, talk]\n")
    write_exercises(folder, "rewrite", "talk", "extra")
    found: list[Problem] = []
    read_pack(folder, found)
    codes = [(problem.code, problem.text) for problem in found if problem.code.startswith("E04")]
    assert [code for code, _ in codes if code != "E040"] == ["E045", "E047", "E046"]
    assert "exercises/gone.yaml" in codes[0][1]


def test_ids_are_common_to_talks_and_exercises_of_all_packs(tmp_path: Path) -> None:
    folder = write_pack(tmp_path, TALK, PACK + "exercises: [courier-pickup]\n")
    write_exercises(folder, "courier-pickup")
    with pytest.raises(InputError) as caught:
        Shelf((Root(tmp_path, Place("--packs")),)).folders()
    assert "E047" in [problem.code for problem in caught.value.problems]


def test_an_unknown_exercise_is_told_with_a_near_one() -> None:
    with pytest.raises(InputError, match="drill-spot"):
        SHELF.exercise("dril-spot")


def test_a_link_out_of_the_pack_is_refused(tmp_path: Path) -> None:
    folder = write_pack(tmp_path, pack=PACK + "exercises: [spot]\n")
    write_exercises(folder, "spot")
    file = folder / "exercises" / "spot.yaml"
    file.rename(tmp_path / "spot.yaml")
    file.symlink_to(tmp_path / "spot.yaml")
    with pytest.raises(InputError, match="за пределы набора"):
        Shelf((Root(folder),)).exercise("spot")


def test_marks_with_names_leave_the_text_and_say_where_they_stood() -> None:
    assert named_marks("Да. ⟦curt|Ждите⟧, ⟦ rude |дурак⟧!") == (
        "Да. Ждите, дурак!",
        (("curt", Span(4, 9)), ("rude", Span(11, 16))),
    )
    for broken in ("⟦curt|⟧", "⟦Ждите⟧", "⟦curt|а", "⟦a|⟦b|c⟧⟧", "⟦a|b|c⟧"):
        with pytest.raises(ValueError, match="mark"):
            named_marks(broken)
