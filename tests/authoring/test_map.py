"""A map shows every turn, ending and way once, in words, and no text of an author breaks out of it."""

import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.packs.samples import KINDS, write_pack
from trainer.authoring.map import Picture, dot, draw, mermaid, tree
from trainer.authoring.map.conditions import condition_words, way_words
from trainer.authoring.map.dot import quoted
from trainer.authoring.map.mermaid import escaped
from trainer.authoring.simulate import simulate
from trainer.model.scenario import Condition, Ending, Outcome, Scenario, Turn, Way
from trainer.model.verdict import Verdict
from trainer.packs.library import find_scenario
from trainer.packs.reader import read_pack


@pytest.fixture
def talk(tmp_path) -> Scenario:
    return read_pack(write_pack(tmp_path), kinds=KINDS).scenarios["talk"]


class Judge:
    """Likes long answers and finds every fact in them."""

    def score(self, text, setting) -> Verdict:
        good = len(text) > 30
        given = tuple(fact.id for fact in setting.facts()) if good else ()
        missing = () if good else tuple(fact.id for fact in setting.facts() if fact.required)
        return Verdict(text, 95 if good else 20, 5 if good else 1, (), (), (), given, missing, {}, ())


def lines(picture: Picture, width: int = 100) -> list[str]:
    return list(tree(picture, width))


def test_the_tree_shows_ways_with_their_conditions(talk: Scenario) -> None:
    assert lines(draw(talk)) == [
        "Разговор (talk)",
        "",
        "* ask  «Сколько стоит и когда привезёте?»",
        "├─ сразу, если нарушено: rude либо иначе → - lost  Ушёл (клиент потерян)",
        "├─ если балл от 60 → + thanks  Спасибо (хорошо)",
        "└─ если уже звучало: price → ~ shrug  Ладно (так себе)",
    ]


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (Condition(shown=("greet", "empathy")), "показано: greet, empathy"),
        (Condition(violated=("rude", "curt")), "нарушено: rude или curt"),
        (Condition(given=("a",), missing=("b", "c")), "сказано: a и не сказано: b или c"),
        (Condition(said=("a",), looked=("b",)), "уже звучало: a и открыто: b"),
        (Condition(bounds={"score": (40, 70)}), "балл от 40 до 70"),
        (Condition(bounds={"grade": (None, 3)}), "оценка до 3"),
        (Condition(bounds={"mood": (2, None)}), "настроение не хуже «расстроен»"),
        (Condition(bounds={"mood": (None, 1)}), "настроение не лучше «злится»"),
        (Condition(bounds={"mood": (0, 0), "patience": (0, 0)}), "настроение «в ярости» и терпение 0"),
        (Condition(negated=Condition(said=("a",))), "неверно, что (уже звучало: a)"),
    ],
)
def test_a_condition_in_words(condition: Condition, words: str) -> None:
    assert condition_words(condition) == words


def test_a_way_without_condition_is_always_or_else() -> None:
    assert way_words(Way("x"), first=True) == "всегда"
    assert way_words(Way("x"), first=False) == "иначе"


def every(picture: Picture) -> None:
    """Hold that each arrow and each box of a picture is in the tree, and each turn is drawn out once."""
    drawn = lines(picture, 400)
    said = "\n".join(drawn)
    for arrow in picture.arrows:
        assert f"{arrow.label} → " in said
    for box in picture.boxes.values():
        assert re.search(rf"[*+~-] {re.escape(box.id)}\b", said)
        if not box.outcome:
            whole = [line for line in drawn if re.search(rf"\* {re.escape(box.id)}  «", line)]
            assert len(whole) == 1, (box.id, whole)
    assert len(drawn) == 1 + len(picture.arrows) + 2 * drawn.count("")


@pytest.mark.parametrize(
    "name", ["courier-pickup", "stolen-parcel", "quarantine-headphones", "abusive-client"]
)
def test_the_tree_of_a_shipped_talk_is_whole(name: str) -> None:
    every(draw(find_scenario(name)[1]))


def graph(talk: Scenario, links: list[list[int]]) -> Scenario:
    """Return a talk of as many turns as there are lists of targets; the ending is one more place."""
    names = [f"t{number}" for number in range(len(links))]
    turns = {
        name: Turn(name, f"Реплика {name}", (), ways=tuple(Way((*names, "end")[to]) for to in targets))
        for name, targets in zip(names, links, strict=True)
    }
    endings = {"end": Ending("end", "Конец", "Всё.", Outcome.GOOD)}
    return replace(talk, turns=turns, endings=endings, start="t0")


@cache
def shipped() -> Scenario:
    return find_scenario("courier-pickup")[1]


GRAPHS = st.integers(1, 12).flatmap(
    lambda n: st.lists(st.lists(st.integers(0, n), max_size=4, unique=True), min_size=n, max_size=n)
)


@settings(max_examples=100, deadline=None)
@given(GRAPHS)
def test_any_graph_is_drawn_whole(links: list[list[int]]) -> None:
    every(draw(graph(shipped(), links)))


def test_a_chain_of_thousands_of_turns_is_drawn(talk: Scenario) -> None:
    long = draw(graph(talk, [[number + 1] for number in range(3000)]))
    drawn = lines(long)
    assert max(map(len, drawn)) < 120
    assert sum("«Реплика" in line for line in drawn) == 3000


def test_a_turn_that_nobody_reaches_says_so(talk: Scenario) -> None:
    picture = draw(graph(talk, [[2], [2]]))
    assert "* t1  «Реплика t1» [сюда не дойти]" in lines(picture)


def test_a_simulation_is_shown(talk: Scenario) -> None:
    simulation = simulate(talk, Judge(), 30, 1)
    picture = draw(talk, simulation)
    assert sum(arrow.count or 0 for arrow in picture.arrows) == 30
    assert sum(arrow.share for arrow in picture.arrows) == pytest.approx(1)
    for arrow in picture.arrows:
        assert arrow.count == simulation.taken.get((arrow.source, arrow.target), 0)
    said = "\n".join(lines(picture))
    assert "дошли 30 из 30, средний балл" in said
    assert "раз: " in said
    picture = draw(talk, simulate(talk, Judge(), 1, 1))
    never = next(arrow for arrow in picture.arrows if not arrow.count)
    assert "ни разу" in never.label
    assert "style=dashed" in dot(picture)
    assert "-.->" in mermaid(picture)


ODD = 'a"b\\c\nd]e|f<script>g&h;i#j`k%%l{m}(n)\\N end subgraph'


def test_a_text_stays_a_text_in_mermaid(talk: Scenario) -> None:
    text = mermaid(draw(replace(talk, turns={"ask": replace(talk.turns["ask"], client=ODD)})))
    (line,) = [line for line in text.split("\n") if line.startswith("  n0[")]
    inner = line.removeprefix('  n0["').removesuffix('"]').replace("<br/>", "")
    assert re.fullmatch(r"(?:[\w .,!?()«»…·→-]|#\d+;)*", inner)
    shown = re.sub(r"#(\d+);", lambda found: chr(int(found[1])), inner)
    assert shown == "ask" + ODD.replace("\n", " ")


@given(st.text())
def test_no_text_breaks_out(text: str) -> None:
    assert not set(re.sub(r"#\d+;", "", escaped(text))) & set('"<>[]{}|#;&`\\%\n')
    inside = quoted(text)[1:-1]
    assert "\n" not in inside
    back = re.sub(r"\\(.)", lambda found: {"n": "\n"}.get(found[1], found[1]), inside)
    assert back == text
    assert not re.search(r'(?<!\\)(?:\\\\)*"', inside)


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
def test_graphviz_lays_odd_texts_out(talk: Scenario) -> None:
    ending = replace(talk.endings["lost"], title=ODD)
    odd = replace(
        talk, title=ODD, turns={"ask": replace(talk.turns["ask"], client=ODD)}, endings={**talk.endings, "lost": ending}
    )  # fmt: skip
    done = subprocess.run(["dot", "-Tsvg"], input=dot(draw(odd)).encode(), capture_output=True, check=True)
    assert done.stderr == b""
    texts = "".join(ET.fromstring(done.stdout).itertext())
    assert "<script>g&h;i#j`k" in texts
    assert "\\N" in texts
