"""``trainer simulate``: reports for people and programs, exit codes, bad calls."""

import io
import json
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.authoring.simulating import Judge
from tests.cli.fakes import SCENARIO, TOOLS
from tests.packs.samples import TALK, write_pack
from trainer.cli import simulate
from trainer.cli.main import main
from trainer.cli.simulate_show import picture
from trainer.cli.simulate_text import share
from trainer.model.scenario import Ending, Outcome, Way

LOST = Ending("lost", "Ушла", "Анна ушла.", Outcome.LOST)


@pytest.fixture
def shop(monkeypatch):
    """Let the fake tools know another scenario."""

    def use(**fields):
        monkeypatch.setattr("tests.cli.fakes.SCENARIO", replace(SCENARIO, **fields))

    return use


def test_a_record_for_programs(run):
    done = run("simulate", "shop", "--runs", 30, "--seed", 4, "--json")
    record = done.records[0]
    assert (done.code, len(done.records)) == (0, 1)
    assert (record["scenario"], record["runs"], record["seed"]) == ("shop", 30, 4)
    assert record["plays"] == {"weak": 10, "average": 10, "strong": 10}
    assert record["endings"]["good"]["outcome"] == "good"
    assert sum(record["endings"]["good"]["weak"]["scores"]) == 10
    assert record["turns"]["second"]["strong"]["plays"] == 10
    assert {"from": "first", "to": "second", "count": 30} in record["taken"]
    assert record["never"] == []
    assert record["lengths"]["all"]["min"] == 2


def test_the_same_seed_gives_the_same_bytes(run):
    words = ("simulate", "shop", "--runs", 20, "--json")
    assert run(*words).out == run(*words).out
    assert run(*words).out != run(*words, "--seed", 2).out


def test_what_is_never_reached_is_told_with_the_way_to_it(run, shop):
    shop(endings={**SCENARIO.endings, "lost": LOST})
    done = run("simulate", "shop", "--runs", 9)
    assert done.code == 1
    assert "Никто не дошёл до концовки «lost». Сюда не ведёт ни один переход." in done.out
    turns = {**SCENARIO.turns, "third": replace(SCENARIO.turns["second"], id="third", ways=(Way("lost"),))}
    shop(endings={**SCENARIO.endings, "lost": LOST}, turns=turns)
    done = run("simulate", "shop", "--runs", 9)
    assert "Сюда ведёт шаг third (строка 0), на нём побывали: 0." in done.out
    assert "Мест, куда никто не дошёл: 2." in done.err


def test_a_talk_where_words_do_not_matter_is_warned_of(run):
    done = run("simulate", "shop", "--runs", 30)
    assert done.code == 0
    assert "слабый кончает почти как сильный" in done.out
    record = run("simulate", "shop", "--runs", 30, "--json").records[0]
    assert [(item["code"], item["value"]) for item in record["warnings"]] == [("weak-like-strong", 50)]


def test_a_pipe_gets_plain_tables(run):
    lines = run("simulate", "shop", "--runs", 30).out.split("\n")
    assert lines[0] == "Магазин (shop)"
    head = next(line for line in lines if line.startswith("концовка"))
    assert head.split()[-10:] == [str(number) for number in range(0, 100, 10)]
    row = next(line for line in lines if line.startswith("good"))
    assert sum(map(int, row.split()[-10:])) == 30
    assert not any(char in "".join(lines) for char in "\x1b▁█│━")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_pictures_and_no_markup_of_the_pack(monkeypatch, shop):
    ending = replace(SCENARIO.endings["good"], id="[red]x[/red]")
    second = replace(SCENARIO.turns["second"], ways=(Way(ending.id),))
    shop(endings={ending.id: ending}, turns={**SCENARIO.turns, "second": second}, title="[b]Мага\x1b[31mзин")
    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    assert main(["simulate", "shop", "--runs", "9"], TOOLS) == 0
    assert "[red]x[/red]" in screen.getvalue()
    assert "[b]Мага␛[31mзин" in screen.getvalue()
    assert "█" in screen.getvalue()


@pytest.mark.parametrize(
    "words",
    [
        ["--runs", "0"],
        ["--runs", "many"],
        ["--runs", "1000001"],
        ["--runs", "٣"],
        ["--seed", "1.5"],
        ["--seed", ""],
        ["--jobs", "0"],
        ["--speed"],
        ["no-such-scenario"],
        ["no/such/pack"],
        ["no-such-file.yaml"],
    ],
    ids=" ".join,
)
def test_a_wrong_call_is_explained(run, words):
    done = run("simulate", *words)
    assert (done.code, done.out) == (2, "")
    assert words[-1] in done.err


def played(capsys, *words) -> tuple[int, list[str]]:
    """Run the command with a judge that knows any fact; return its exit code and the scenarios played."""
    tools = replace(TOOLS, judge=Judge)
    code = main(["simulate", *map(str, words), "--runs", "3", "--json", "--jobs", "1"], tools)
    return code, [json.loads(line)["scenario"] for line in capsys.readouterr().out.splitlines()]


def test_packs_files_and_ids_may_be_named_together(capsys, tmp_path):
    folder = write_pack(tmp_path)
    file = folder / "dialogues" / "talk.yaml"
    code, found = played(capsys, folder, file, tmp_path, "shop", folder / "pack.yaml")
    assert found == ["talk", "shop"]
    assert code in (0, 1)


def test_without_a_path_all_packs_are_played(capsys, tmp_path):
    folder = write_pack(tmp_path)
    tools = replace(TOOLS, judge=Judge, folders=lambda: [folder])
    assert main(["simulate", "--runs", "3", "--json"], tools) in (0, 1)
    assert json.loads(capsys.readouterr().out)["scenario"] == "talk"


def test_every_error_of_every_pack_is_told(run, tmp_path):
    write_pack(tmp_path / "a", TALK.replace("mood: upset", "mood: odd").replace("to: shrug", "to: shug"))
    write_pack(tmp_path / "b", TALK.replace("patience: 1", "patience: 99"))
    for name in ("a", "b"):
        (tmp_path / name / "demo").rename(tmp_path / f"demo-{name}")
    for words in ([tmp_path], [tmp_path / "demo-a", tmp_path / "demo-b"]):
        done = run("simulate", *words, "nobody")
        assert done.code == 2
        assert [word in done.err for word in ("odd", "shug", "99", "nobody")] == [True] * 4


def test_a_file_is_played_though_its_neighbour_is_broken(run, capsys, tmp_path):
    folder = write_pack(tmp_path, pack="id: demo\ntitle: Проба\nscenarios: [talk, other]\n")
    (folder / "dialogues" / "other.yaml").write_text("id: other\n", encoding="utf-8")
    assert played(capsys, folder / "dialogues" / "talk.yaml")[1] == ["talk"]
    assert run("simulate", folder / "dialogues" / "other.yaml", "--runs", 3).code == 2
    assert run("simulate", folder, "--runs", 3).code == 2


def test_ctrl_c_leaves_quietly(run, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(simulate, "simulate", interrupted)
    done = run("simulate", "shop")
    assert (done.code, done.out) == (130, "")
    assert "Traceback" not in done.err


def test_one_process_and_two_say_the_same(capsys):
    words = ["simulate", "courier-pickup", "abusive-client", "--runs", "9", "--json"]
    said = []
    for jobs in ("1", "2"):
        assert main([*words, "--jobs", jobs]) in (0, 1)
        said.append(capsys.readouterr().out)
    assert said[0] == said[1]
    assert [json.loads(line)["scenario"] for line in said[0].splitlines()] == words[1:3]


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=10))
def test_a_higher_count_never_has_a_lower_bar(counts):
    bars = picture(tuple(counts))
    assert len(bars) == len(counts)
    assert [bar == "·" for bar in bars] == [count == 0 for count in counts]
    assert bars[counts.index(max(counts))] in "█·"
    pairs = sorted(zip(counts, bars, strict=True))
    heights = ["·▁▂▃▄▅▆▇█".index(bar) for _, bar in pairs]
    assert heights == sorted(heights)


@given(st.integers(0, 5000), st.integers(1, 5000))
def test_a_share_is_rounded_but_never_to_nothing_or_all(part, rest):
    whole = part + rest
    assert share(part, whole) != "100%"
    assert (share(part, whole) == "0%") == (part == 0)
    assert share(whole, whole) == "100%"
