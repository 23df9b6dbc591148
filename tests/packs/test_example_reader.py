"""The example answers of a turn, read and checked."""

import pytest

from tests.packs.samples import KINDS, TALK, write_pack
from trainer.model.example import ExampleAnswer
from trainer.model.problem import Problem
from trainer.packs.reader import read_pack

WAYS = "    ways:\n      - {to: lost, urgent"
FULL = """\
    examples:
      - id: short
        text: "Завтра, 250 ₽."
        shows: [answer-fully]
        misses: greet
        violates: [curt]
        keeps: [rude, all]
        given: [price, when]
        score: 40..70
        to: stay
        known: движок пока мягче
      - {text: "Ой.", missing: [price], score: "< 30"}
"""


def read(tmp_path, examples: str) -> tuple[tuple[ExampleAnswer, ...], list[Problem]]:
    assert WAYS in TALK
    found: list[Problem] = []
    pack = read_pack(write_pack(tmp_path, TALK.replace(WAYS, examples + WAYS, 1)), found, KINDS)
    return pack.scenarios["talk"].turns["ask"].examples, found


def test_examples_are_read_with_everything_they_ask_for(tmp_path):
    (short, other), problems = read(tmp_path, FULL)
    assert problems == []
    assert (short.name, short.text, short.shows, short.misses) == (
        "short", "Завтра, 250 ₽.", ("answer-fully",), ("greet",),
    )  # fmt: skip
    assert (short.violates, short.keeps, short.given) == (("curt",), ("rude", "all"), ("price", "when"))
    assert (short.score, short.to, short.known) == ((40, 70), "stay", "движок пока мягче")
    assert (other.name, other.missing, other.score) == ("#2", ("price",), (None, 29))
    assert other.place.line == short.place.line + 10


def test_a_turn_without_examples_has_none(tmp_path):
    assert read(tmp_path, "") == ((), [])


@pytest.mark.parametrize(
    ("example", "code", "words"),
    [
        ("{text: А, shows: [gret]}", "E040", "«greet»"),
        ("{text: А, shows: [rude]}", "E041", "rude"),
        ("{text: А, shows: [empathy]}", "E055", "empathy"),
        ("{text: А, violates: [curtt]}", "E040", "«curt»"),
        ("{text: А, keeps: [greet]}", "E041", "greet"),
        ("{text: А, given: [pryce]}", "E042", "«price»"),
        ("{text: А, to: lots}", "E043", "«lost»"),
        ("{text: А, score: около 60}", "E050", "около 60"),
        ("{text: А}", "E054", ""),
        ("{text: А, known: потому}", "E054", ""),
        ("{text: А, given: [price], missing: [price]}", "E056", "«price»"),
        ("{shows: [greet]}", "E022", "text"),
        ("{text: '', shows: [greet]}", "E024", "text"),
        ("{text: А, show: [greet]}", "E021", "«shows»"),
        ("{id: Б, text: А, shows: [greet]}", "E035", "Б"),
        ("just a word", "E023", ""),
    ],
)
def test_each_mistake_is_found_at_its_place(tmp_path, example, code, words):
    _, problems = read(tmp_path, f"    examples:\n      - {example}\n")
    found = [p for p in problems if p.code == code]
    assert found
    assert words in found[0].text
    lines = TALK.split("\n")
    assert found[0].place.line == lines.index("    ways:") + 2


def test_two_with_one_id_or_one_text_are_a_problem(tmp_path):
    one = '      - {id: a, text: "Один", score: "< 30"}\n'
    _, problems = read(tmp_path, f"    examples:\n{one}{one.replace('Один', 'Два')}")
    assert [p.code for p in problems] == ["E034"]
    _, problems = read(tmp_path / "two", f"    examples:\n{one}{one.replace('id: a', 'id: b')}")
    assert [p.code for p in problems] == ["E057"]


def test_all_findings_of_one_example_come_at_once(tmp_path):
    _, problems = read(tmp_path, "    examples:\n      - {text: А, shows: [gret], to: lots, score: x}\n")
    assert {p.code for p in problems} == {"E040", "E043", "E050"}
