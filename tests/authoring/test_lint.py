import os
import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.authoring.lint_samples import SCENARIO, TURN, build
from tests.packs.samples import KINDS, PACK, write_pack
from tests.packs.samples import TALK as SAMPLE
from tests.scenarios.conftest import ROOT, kinds
from trainer.authoring.code_book import Sample
from trainer.authoring.lint import FileJob, lint_file, lint_index, lint_pack
from trainer.model.problem import Level, Problem
from trainer.model.verdict import Verdict
from trainer.packs.reader import known_kinds

__all__ = ["kinds"]

# The sample of the readers, whole in the eyes of the lint as well.
TALK = SAMPLE.replace("Цена 250 ₽.", "Цена 250 ₽, привезём завтра.").replace(
    "{said: [price]}", '{said: [price], mood: ">= angry"}'
)
LOST = "      - {to: lost}\n"
THANKS = '      - {to: thanks, when: {score: ">= 60"}, mood: 1}\n'
AGAIN = """\
  - id: again
    client: Ну?
    expected: [greet]
    hints: [Думайте, Начните]
    model_answer: Да.
    bad_answer: Нет.
    ways:
      - {to: ask}
"""
CASES = [
    ("E101", "endings:\n", AGAIN.replace("{to: ask}", "{to: lost}") + "endings:\n"),
    ("E102", "{to: shrug,", "{to: thanks,"),
    ("E103", LOST, LOST + AGAIN.replace("{to: ask}", "{to: again}")),
    ("E104", LOST, "      - {to: again}\n" + AGAIN),
    ("E105", "  - {id: shrug, title: Ладно, outcome: mixed, text: Пётр пожал плечами.}\n", ""),
    ("W201", THANKS, "      - {to: lost}\n" + THANKS),
    ("W202", THANKS, THANKS + '      - {to: shrug, when: {score: ">= 60"}}\n'),
    ("W203", 'score: ">= 60"', 'score: "> 100"'),
    ("W204", 'score: ">= 60"', "shown: [empathy]"),
    ("W205", "outcome: good", "outcome: mixed"),
    ("E110", ', say: [["завтра"]]', ""),
    ("E111", "    model_answer: Здравствуйте! Доставка стоит 250 ₽, привезём завтра.\n", ""),
    ("E112", "    bad_answer: Читай сайт.\n", ""),
    ("E113", '["завтра"]', '["завтра", "(|)"]'),
    ("E113", 'привезём завтра."}', 'привезём завтра.", contradicts: ["(|)"]}'),
    ("W210", ', asks: ["А когда?"]', ""),
    ("W211", ", \"Начните так: «Пётр, …»\"", ""),
    ("W212", "  model_answer: Спросил про цену.\n", ""),
]  # fmt: skip


class Judge:
    """Gives every text the same verdict."""

    def __init__(self, score: int, given: tuple[str, ...]) -> None:
        self.score_given = (score, given)
        self.texts: list[str] = []

    def score(self, text, setting) -> Verdict:
        self.texts.append(text)
        score, given = self.score_given
        return Verdict(text, score, 3, (), (), (), given, (), {}, ())


class ByText(Judge):
    """Gives each example answer the verdict it deserves."""

    def score(self, text, setting) -> Verdict:
        verdict = super().score(text, setting)
        if text == "Читай сайт.":
            return replace(verdict, score=10, given=())
        return replace(verdict, given=tuple(fact.id for fact in setting.facts()))


def found(tmp_path, talk=TALK, judge=None) -> list[Problem]:
    return lint_pack(write_pack(tmp_path, talk), judge, KINDS)


def test_a_sound_pack_is_clean(tmp_path):
    assert found(tmp_path) == []
    judge = ByText(95, ())
    assert found(tmp_path / "judged", judge=judge) == []
    assert len(judge.texts) == 2


def test_the_pack_that_comes_with_the_program_is_clean(kinds):
    assert lint_pack(ROOT / "scenarios" / "first-week", kinds=kinds) == []


@pytest.mark.parametrize(("code", "old", "new"), CASES, ids=[case[0] for case in CASES])
def test_each_mistake_is_found_at_its_place(tmp_path, code, old, new):
    assert old in TALK
    problems = [p for p in found(tmp_path, TALK.replace(old, new, 1)) if p.code == code]
    assert problems
    assert problems[0].place.line > 0
    assert problems[0].level is (Level.ERROR if code.startswith("E") else Level.WARNING)


def test_a_way_after_an_open_one_points_at_both(tmp_path):
    talk = TALK.replace(THANKS, LOST + THANKS)
    first = talk.split("\n").index(LOST.rstrip("\n")) + 1
    problem = next(p for p in found(tmp_path, talk) if p.code == "W201" and "thanks" in p.text)
    assert problem.place.line == first + 1
    assert f"строка {first}" in problem.text


def test_an_urgent_way_is_not_hidden_by_what_stands_above_it(tmp_path):
    talk = TALK.replace(LOST, "").replace("    ways:\n", "    ways:\n" + LOST, 1)
    lines = talk.split("\n")
    dead = {lines[p.place.line - 1].strip() for p in found(tmp_path, talk) if p.code == "W201"}
    assert len(dead) == 2
    assert not any("urgent" in line for line in dead)


def test_a_circle_with_a_condition_on_the_way_out_is_still_a_circle(tmp_path):
    talk = TALK.replace(LOST, "      - {to: again}\n" + AGAIN)
    problem = next(p for p in found(tmp_path, talk) if p.code == "E104")
    assert "ask → again → ask" in problem.text


def test_what_the_reader_finds_comes_along(tmp_path):
    problems = found(tmp_path, TALK.replace("{to: lost}", "{to: lots}"))
    assert "E043" in [p.code for p in problems]


def test_a_weak_model_answer_is_an_error(tmp_path):
    assert "E120" in [p.code for p in found(tmp_path, judge=Judge(89, ()))]
    assert "E120" not in [p.code for p in found(tmp_path / "two", judge=Judge(90, ()))]


def test_a_bad_answer_that_passes_is_an_error(tmp_path):
    assert "E121" in [p.code for p in found(tmp_path, judge=Judge(41, ()))]
    assert "E121" not in [p.code for p in found(tmp_path / "two", judge=Judge(40, ()))]


class ByLine(Judge):
    """Is content with an answer to the first wording of a line, and with none to another."""

    def score(self, text, setting) -> Verdict:
        verdict = super().score(text, setting)
        return verdict if setting.turn.client.startswith("Сколько") else replace(verdict, score=50)


def test_a_model_answer_has_to_pass_whatever_wording_the_line_has(tmp_path):
    line = "client: Сколько стоит и когда привезёте?"
    assert line in TALK
    talk = TALK.replace(line, "client: [Сколько стоит и когда?, Почём и когда?]")
    good, bad = (found(tmp_path / name, talk, ByLine(score, ())) for name, score in (("a", 95), ("b", 60)))
    (problem,) = [p for p in good if p.code in ("E120", "E125")]
    assert (problem.code, problem.place.column) == (
        "E125",
        talk.split("\n")[problem.place.line - 1].index("Почём") + 1,
    )
    # What fails under the first wording is told once.
    assert [p.code for p in bad if p.code in ("E120", "E125")] == ["E120"]


def test_facts_of_the_examples_are_checked_without_a_judge(tmp_path):
    talk = TALK.replace("привезём завтра.\n    bad", "привезём.\n    bad").replace(
        "Читай сайт", "Завтра, читай сайт"
    )
    problems = found(tmp_path, talk.replace("Спросил про цену", "Спросил"))
    said = {p.code: p for p in problems if p.code in ("E122", "E123", "E124")}
    assert set(said) == {"E122", "E123", "E124"}
    lines = talk.split("\n")
    assert "«when»" in said["E122"].text
    assert lines[said["E122"].place.line - 1].strip().startswith("model_answer")
    assert lines[said["E123"].place.line - 1].strip().startswith("bad_answer")


def test_everything_wrong_with_a_file_is_told_at_once_even_beside_a_judge(tmp_path, rules_judge):
    turn = (
        TURN.replace("expected: [empathy", "expected: [empathi")
        .replace('["(сегодня|нынче)"]', '["(сегодня|)"]')
        .replace("last: true", "last: да")
        .replace("{to: calm", "{to: clam")
        .replace("[courier]", "[currier]")
        .replace("Часы назовите!", "vera@mail.ru")
    )
    problems = lint_pack(build(Sample("turn", turn), tmp_path), rules_judge)
    codes = {problem.code for problem in problems}
    assert {"E023", "E040", "E043", "E044", "E102", "E113", "E142"} <= codes
    assert "«courier»?" in "".join(problem.text for problem in problems)


LINES = (SCENARIO.replace("TURN\n", "".join(f"    {line}\n" for line in TURN.splitlines()))).splitlines()
LINES = [line.replace("    id: where", "  - id: where") for line in LINES]
SCRAPS = [
    "",
    "x",
    "id: ",
    "- {to: where}",
    "[",
    "  - ",
    "urgent: true",
    "say: [['#']]",
    "when: {not: {}}",
    "\t",
    "*a",
]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_damage_to_a_file_stops_the_lint(tmp_path, rules_judge, data):
    lines = list(LINES)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        how = data.draw(st.sampled_from(["cut", "twice", "swap", "scrap", "short"]))
        other = data.draw(st.integers(0, len(lines) - 1))
        if how == "cut" and len(lines) > 5:
            del lines[at]
        elif how == "twice":
            lines.insert(other, lines[at])
        elif how == "swap":
            lines[at], lines[other] = lines[other], lines[at]
        elif how == "scrap":
            lines[at] = lines[at][: len(lines[at]) // 2] + data.draw(st.sampled_from(SCRAPS))
        else:
            lines[at] = lines[at][: data.draw(st.integers(0, 40))]
    path = tmp_path / "first-talk.yaml"
    path.write_text("\n".join(lines), encoding="utf-8")
    linted = lint_file(FileJob(path, known_kinds()), rules_judge)
    assert all(problem.place.path == str(path) and problem.text for problem in linted.problems)


def test_the_undamaged_file_is_sound(tmp_path, judge):
    path = tmp_path / "first-talk.yaml"
    path.write_text("\n".join(LINES), encoding="utf-8")
    assert lint_file(FileJob(path, known_kinds()), judge).problems == ()


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_nothing_is_read_where_a_link_leads_outside(tmp_path):
    outside = tmp_path / "secret.yaml"
    outside.write_text("phone: +7 916 234-56-78\n", encoding="utf-8")
    folder = write_pack(tmp_path)
    for name in ("pack.yaml", "dialogues/talk.yaml"):
        (folder / name).unlink()
        (folder / name).symlink_to(outside)
    assert [p.code for p in lint_pack(folder, kinds=KINDS)] == ["E011"]


def test_a_plan_may_name_what_lies_in_a_neighbouring_pack_or_in_one_that_is_told(tmp_path):
    plan = "plan:\n  - {id: one, title: День, items: [talk, near, far]}\n"
    folder = write_pack(tmp_path / "packs", pack=PACK + plan)
    for home, name in ((tmp_path / "packs" / "other", "near"), (tmp_path / "elsewhere", "far")):
        (home / "dialogues").mkdir(parents=True)
        (home / "pack.yaml").write_text("id: other\ntitle: Другой\n", encoding="utf-8")
        (home / "dialogues" / f"{name}.yaml").write_text("id: x\n", encoding="utf-8")
    for others, wanted in (((), ["far"]), ((tmp_path / "elsewhere",), [])):
        index, _ = lint_index(folder, KINDS, others)
        texts = [problem.text for part in index for problem in part.problems if problem.code == "E037"]
        assert [re.search("«(.+?)»", text)[1] for text in texts] == wanted  # type: ignore[index]
