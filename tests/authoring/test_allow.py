"""Findings that an author allows in the file."""

import pytest

from tests.authoring.lint_samples import SCENARIO, TURN, write
from trainer.authoring.allow import sift
from trainer.authoring.lint import FileJob, Linted, lint_file
from trainer.model.place import Place
from trainer.model.problem import Problem
from trainer.packs.reader import known_kinds

MAIL = "client: Писала на vera@mail.ru. Где букет?"
CLIENT = "client: Где мой букет? Юбилей вечером!"


def lint(tmp_path, turn: str) -> Linted:
    path = tmp_path / "first-talk.yaml"
    lines = turn.rstrip("\n").split("\n")
    item = "".join(f"  {'- ' if i == 0 else '  '}{line}\n" for i, line in enumerate(lines))
    write(path, SCENARIO.replace("TURN\n", item))
    return lint_file(FileJob(path, known_kinds()))


def codes(linted: Linted) -> list[str]:
    return [problem.code for problem in linted.problems]


@pytest.mark.parametrize(
    "line",
    [
        "# lint: allow E142 - адрес придуман\n" + MAIL,
        MAIL + "  # lint: allow E142 - адрес придуман",
        "# lint: allow E142 адрес придуман\n" + MAIL,
        "#lint: allow e142 — адрес придуман\n\n# и ещё примечание\n" + MAIL,
    ],
)
def test_a_comment_on_or_above_the_line_allows_one_finding(tmp_path, line):
    linted = lint(tmp_path, TURN.replace(CLIENT, line))
    assert codes(linted) == []
    assert [(item.problem.code, item.reason) for item in linted.allowed] == [("E142", "адрес придуман")]


def test_only_this_code_and_only_here_are_allowed(tmp_path):
    turn = TURN.replace(CLIENT, "# lint: allow E142 - адрес придуман\n" + MAIL)
    elsewhere = turn.replace("known: [", "known: [телефон +7 916 234-56-78, почта anna@mail.ru, ")
    assert codes(lint(tmp_path, elsewhere)) == ["E140", "E142"]


def test_without_a_reason_nothing_is_allowed(tmp_path):
    turn = TURN.replace(CLIENT, "# lint: allow E142 -\n" + MAIL)
    assert codes(lint(tmp_path, turn)) == ["W290", "E142"]


def test_a_comment_above_a_long_text_speaks_of_all_its_lines(tmp_path):
    turn = TURN.replace(
        CLIENT, "# lint: allow E142 - так\nclient: >-\n  Где мой букет?\n  Писала на vera@mail.ru."
    )
    assert codes(lint(tmp_path, turn)) == []


def test_words_in_a_text_are_no_comment(tmp_path):
    inside = TURN.replace(CLIENT, 'client: "Где? # lint: allow E142 - нет"\n')
    assert codes(lint(tmp_path, inside)) == []
    block = TURN.replace(CLIENT, "client: |\n  Где?\n  # lint: allow E142 - нет")
    assert codes(lint(tmp_path, block)) == []


def test_an_allowance_of_what_only_a_judge_finds_is_idle_only_beside_a_judge():
    text = "a: 1 # lint: allow E120 - образец нарочно слабый\n"
    assert sift([], "a.yaml", text, judged=False).problems == ()
    assert [p.code for p in sift([], "a.yaml", text, judged=True).problems] == ["W291"]
    weak = Problem(Place("a.yaml", 1, 4), "E120", "слабо")
    assert sift([weak], "a.yaml", text, judged=True).problems == ()
