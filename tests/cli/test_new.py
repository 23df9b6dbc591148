import io
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.conftest import Outcome
from tests.cli.fakes import TOOLS as FAKES
from trainer.cli import new
from trainer.cli.main import main
from trainer.model.verdict import Setting, Verdict
from trainer.packs.reader import read_pack

SAID = ("--title", "Букет", "--client", "Вера", "--line", "Где букет?", "--expected", "greet,answer-fully")


class Judge:
    """Finds every fact."""

    def score(self, text: str, setting: Setting) -> Verdict:
        return Verdict(text, 100, 5, (), (), (), tuple(fact.id for fact in setting.facts()), (), {}, ())


TOOLS = replace(FAKES, judge=Judge)
KINDS = {standard.id: standard.kind for standard in TOOLS.catalogue().standards.values()}


Run = Callable[..., Outcome]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))

    def command(*words: object) -> Outcome:
        code = main([str(word) for word in words], TOOLS)
        return Outcome(code, *capsys.readouterr())

    return command


def test_a_scenario_is_written_into_a_new_pack_and_then_into_the_same(run: Run, tmp_path: Path) -> None:
    pack = tmp_path / "sales"
    done = run("new", pack / "talk", *SAID, "--fact", "стоит 250 ₽", "--card", "Цена: Стоит 250 ₽.")
    assert done.code == 0, done.err
    assert str(pack / "dialogues" / "talk.yaml") in done.out
    assert "trainer play talk --packs" in done.err
    assert run("new", pack / "second", *SAID).code == 0
    assert list(read_pack(pack, kinds=KINDS).scenarios) == ["talk", "second"]
    assert read_pack(pack, kinds=KINDS).scenarios["talk"].card[0].title == "Цена"


def test_a_file_is_never_overwritten(run: Run, tmp_path: Path) -> None:
    assert run("new", tmp_path / "sales" / "talk", *SAID).code == 0
    before = (tmp_path / "sales" / "dialogues" / "talk.yaml").read_bytes()
    done = run("new", tmp_path / "sales" / "talk", "--yes", "--expected", "greet")
    assert done.code == 2
    assert "файл уже есть" in done.err
    assert (tmp_path / "sales" / "dialogues" / "talk.yaml").read_bytes() == before


def test_without_a_terminal_what_is_needed_is_named(run: Run, tmp_path: Path) -> None:
    done = run("new", tmp_path / "sales" / "talk", "--client", "Вера")
    assert done.code == 2
    assert "--title, --line" in done.err
    assert "--yes" in done.err
    assert not (tmp_path / "sales").exists()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--mood", "angri"), "возможно, вы имели в виду «angry»"),
        (("--expected", "gret"), "возможно, вы имели в виду «greet»"),
        (("--expected", "rude"), "это запрет"),
        (("--expected", "log-contact"), "это стандарт действий"),
        (("--client", "12"), "нет ни одной буквы"),
        (("--line", "?!"), "нет ни одной буквы"),
        (("--fact", "?!"), "нет слов"),
        (("--fact", "и что", "--fact", "мы"), "нет слов"),
    ],
)
def test_what_cannot_be_is_told(run: Run, tmp_path: Path, words: tuple[str, ...], says: str) -> None:
    done = run("new", tmp_path / "sales" / "talk", "--yes", *words)
    assert done.code == 2
    assert says in done.err
    assert not (tmp_path / "sales").exists()


def test_an_id_of_another_pack_is_taken(run: Run, tmp_path: Path) -> None:
    done = run("new", tmp_path / "sales" / "courier-pickup", *SAID)
    assert done.code == 2
    assert "уже есть в другом наборе" in done.err
    assert "уже есть: " in run("new", tmp_path / "first-week" / "talk", *SAID).err


def typed(monkeypatch: pytest.MonkeyPatch, lines: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(lines))
    monkeypatch.setattr(new, "_terminal", lambda: True)


def test_in_a_terminal_it_asks(monkeypatch, tmp_path: Path, capsys) -> None:
    answers = [
        "Букет",
        "",
        "12",
        "Вера",
        "angri",
        "angry",
        "Где букет?",
        "Цена: Стоит 250 ₽.",
        "",
        "стоит 250 ₽",
    ]
    typed(monkeypatch, "\n".join([*answers, "", "gret", "greet", ""]))
    assert main(["new", str(tmp_path / "sales" / "talk")], TOOLS) == 0
    err = capsys.readouterr().err
    assert err.count("Не получилось") == 3
    scenario = read_pack(tmp_path / "sales", kinds=KINDS).scenarios["talk"]
    assert (scenario.title, scenario.client.name, scenario.company) == ("Букет", "Вера", "Ромашка")
    assert scenario.turns["start"].expected == ("greet",)
    assert scenario.turns["start"].facts[0].text == "стоит 250 ₽"


def test_all_may_be_skipped(monkeypatch, tmp_path: Path) -> None:
    typed(monkeypatch, "\n")
    assert main(["new", str(tmp_path / "sales" / "talk"), "--expected", "greet"], TOOLS) == 0
    assert read_pack(tmp_path / "sales", kinds=KINDS).scenarios["talk"].client.name == "Анна"
