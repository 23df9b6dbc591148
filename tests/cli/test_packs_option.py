"""``--packs``, TRAINER_PACKS and the settings, through the commands as a person calls them."""

import io
import json
import sys
from pathlib import Path

import pytest

from tests.packs.samples import TALK, write_pack
from trainer.cli.common_options import take_packs, take_person
from trainer.cli.main import main
from trainer.model.problem import InputError


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRAINER_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("TRAINER_PACKS", raising=False)


def test_the_option_is_taken_out_wherever_it_stands() -> None:
    assert take_packs(["--packs", "a", "score", "x", "--packs=b c", "--json"]) == (
        ["a", "b c"],
        ["score", "x", "--json"],
    )
    assert take_packs(["check", "--", "--packs", "a"]) == ([], ["check", "--", "--packs", "a"])
    for words in (["--packs"], ["--packs="], ["--packs", "--json"]):
        with pytest.raises(InputError, match="после ключа --packs нужна папка"):
            take_packs(words)


@pytest.mark.parametrize("way", ["option", "variable", "settings"])
def test_a_scenario_of_the_folder_is_played(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], way: str
) -> None:
    write_pack(tmp_path / "наборы")
    (tmp_path / "answers.txt").write_text("Здравствуйте! Доставка стоит 250 ₽, привезём завтра.\n", "utf-8")
    words = ["play", "talk", "--answers", str(tmp_path / "answers.txt"), "--json"]
    if way == "option":
        words += ["--packs", str(tmp_path / "наборы")]
    elif way == "variable":
        monkeypatch.setenv("TRAINER_PACKS", str(tmp_path / "наборы"))
    else:
        (tmp_path / "home").mkdir()
        (tmp_path / "home" / "settings.toml").write_text('packs = ["../наборы"]', "utf-8")
    assert main(words) == 0
    record = json.loads(capsys.readouterr().out)
    assert (record["scenario"], record["ending"]) == ("talk", "thanks")


def test_without_the_folder_the_scenario_is_unknown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["play", "talk", "--plain"]) == 2
    assert "нет сценария «talk»" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words", [["lint", "--no-model"], ["standards"], ["play", "--plain"], ["check"], ["evaluate", "x"]]
)
def test_a_missing_folder_ends_every_command_with_the_place(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*words, "--packs", str(tmp_path / "нет")]) == 2
    assert "--packs: error: E061 нет папки с наборами" in capsys.readouterr().err


def test_in_an_empty_folder_a_first_scenario_can_be_made_and_texts_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.setenv("TRAINER_PACKS", str(tmp_path / "empty"))
    assert main(["standards"]) == 0
    assert main(["new", str(tmp_path / "empty" / "demo" / "one"), "-y"]) == 0
    capsys.readouterr()
    assert main(["lint", "--no-model", str(tmp_path / "empty")]) == 0


def test_lint_without_a_path_checks_the_folders_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_pack(tmp_path, TALK.replace("title: Разговор", "titel: Разговор"))
    assert main(["lint", "--no-model", "--packs", str(tmp_path)]) == 1
    assert "talk.yaml:2:1: error: E021" in capsys.readouterr().out


def test_help_needs_no_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--packs", "нет", "--help"]) == 0
    assert "--packs" in capsys.readouterr().out


def test_plain_play_and_resume_find_the_scenario(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from trainer import wiring

    write_pack(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Минуту!\n".encode()), "utf-8"))
    assert main(["play", "talk", "--plain", "--packs", str(tmp_path)]) == 1
    assert "Сколько стоит и когда привезёте?" in capsys.readouterr().out
    (item,) = wiring.store().unfinished()
    session = item.id
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b""), "utf-8"))
    assert main(["play", "--plain", "--resume", session, "--packs", str(tmp_path)]) == 1
    assert "E060" not in capsys.readouterr().err


BOUQUET = Path(__file__).parents[1] / "data" / "packs" / "bouquet"


def answer(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), "utf-8"))


def test_own_standards_are_listed_scored_and_checked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["standards", "--packs", str(BOUQUET)]) == 0
    assert "Отправить к другим · свой, набор bouquet" in capsys.readouterr().out
    assert main(["standards", "offer-photo", "--json", "--packs", str(BOUQUET)]) == 0
    assert json.loads(capsys.readouterr().out)["pack"] == "bouquet"
    answer(monkeypatch, "Закажите в другом магазине.")
    assert main(["score", "late-bouquet", "where", "--json", "--packs", str(BOUQUET)]) == 0
    record = json.loads(capsys.readouterr().out)
    assert "send-elsewhere" in record["violated"]
    assert "offer-photo" in record["missed"]
    answer(monkeypatch, "Закажите в другом магазине.")
    assert main(["score", "late-bouquet", "where", "--packs", str(BOUQUET)]) == 0
    assert "Источник: Памятка лавки «Ромашка», раздел 5" in capsys.readouterr().out
    answer(monkeypatch, "Закажите в другом магазине.")
    assert main(["check", "--standards", "send-elsewhere", "--json", "--packs", str(BOUQUET)]) == 0
    assert "send-elsewhere" in json.loads(capsys.readouterr().out)["violated"]


def test_own_standards_are_nowhere_without_their_pack(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["standards", "offer-photo"]) == 2
    assert main(["check", "--standards", "send-elsewhere"]) == 2
    capsys.readouterr()


def test_the_debrief_names_the_source_of_an_own_standard(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "Вера, понимаю, как вы волнуетесь. Букет будет у вас в 15:00.\n")
    assert main(["play", "late-bouquet", "--answers", "-", "--packs", str(BOUQUET)]) == 0
    out = capsys.readouterr().out
    assert "Предложить фото букета" in out
    assert "Памятка лавки «Ромашка», раздел 2" in out


def test_an_export_is_checked_by_own_standards_in_several_processes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [
        json.dumps({"n": n, "body": "Закажите в другом магазине."}, ensure_ascii=False) for n in range(40)
    ]
    (tmp_path / "chats.jsonl").write_text("\n".join(rows), "utf-8")
    words = ["check", str(tmp_path / "chats.jsonl"), "--text", "body", "--json", "--jobs", "2"]
    assert main([*words, "--packs", str(BOUQUET)]) == 0
    report = json.loads(capsys.readouterr().out)
    (own,) = [item for item in report["standards"] if item["standard"] == "send-elsewhere"]
    assert own["broken"] == 40


def test_who_practises_is_said_before_the_command() -> None:
    assert take_person(["--person", "Анна Ким", "play", "x"]) == ("Анна Ким", ["play", "x"])
    assert take_person(["--person=Анна", "--person=Олег", "play"]) == ("Олег", ["play"])
    assert take_person(["report", "--person", "Анна"]) == ("", ["report", "--person", "Анна"])
    for words in (["--person"], ["--person="], ["--person", "--json"]):
        with pytest.raises(InputError, match="после ключа --person нужно имя"):
            take_person(words)


def test_somebody_whom_nobody_knows_cannot_practise(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TRAINER_PERSON", "")
    assert main(["--person", "Анна", "play", "courier-pickup", "--plain"]) == 2
    assert "TRAINER_PERSON: error: E203 нет человека «Анна»" in capsys.readouterr().err
