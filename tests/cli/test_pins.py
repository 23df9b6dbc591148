"""A mentor's PIN at what mentors decide, and a trainee's own PIN before their records are shown or written."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from tests.cli.conftest import Outcome
from tests.cli.test_team import Team, team
from trainer import wiring
from trainer.cli.access import asked_once, need_mentor
from trainer.model.problem import InputError
from trainer.storage.db.event_store import EventStore
from trainer.storage.db.tables import events
from trainer.storage.identity import forget_proofs, vouch

__all__ = ["team"]

AT = "2026-11-22T08:00:00+00:00"
LOST = {
    "standard": "curt",
    "quality": "initiative",
    "points": 20,
    "evidence": [],
    "why": "Обрыв.",
    "fix": "",
    "source": "",
}
VERDICT = {
    "score": 80, "grade": 4, "shown": [], "missed": [], "violated": ["curt"], "given": [], "missing": [],
    "qualities": {}, "praise": [], "deductions": [LOST],
}  # fmt: skip


@pytest.fixture(autouse=True)
def nobody_is_proven() -> Iterator[None]:
    forget_proofs()
    yield
    forget_proofs()


@pytest.fixture
def people(team: Team) -> dict[str, str]:
    """Olga is a mentor with a PIN, Vera and Petr practise; Vera's answer was objected to."""
    for name in ("Вера", "Пётр"):
        assert team("person", "add", name).code == 0
    assert team("person", "add", "Ольга", "--role", "mentor").code == 0
    ids = {one["name"]: one["id"] for one in team("person", "list", "--json").records}
    assert team("person", "pin", "Ольга", stdin="4815\n").code == 0
    store = EventStore(wiring.database(), ids["Вера"])
    store.append("s1", {"kind": "start", "at": AT, "scenario": "courier-pickup", "mode": "training"})
    said = {"turn": "question", "text": "Ждите тайно.", "verdict": VERDICT}
    store.append("s1", {"kind": "answer", "at": AT, **said})
    assert team("object", "s1", "1", "curt", "Нет", person="Вера").code == 0
    return ids


def refused(done: Outcome, code: str) -> bool:
    return done.code == 2 and code in done.err and "тайно" not in done.out


def written() -> int:
    """Return how many events there are."""
    with wiring.database().read() as connection:
        return int(connection.execute(select(func.count()).select_from(events)).scalar_one())


# ---------------------------------------------------------------- a mentor's PIN
DECIDING = [
    ["decide", "1", "--withdraw", "--reason", "Да"],
    ["calibrate", "start", "nov", "--from-store", "1"],
    ["promote", "s1", "1", "--anonymous"],
    ["learn", "--dry-run"],
    ["objections"],
    ["rescore", "--all"],
]


def test_what_mentors_decide_takes_the_pin(team: Team, people: dict[str, str]) -> None:
    for words in DECIDING:
        assert refused(team(*words), "C213"), words
        if words != ["objections"]:
            assert refused(team(*words, person="Вера"), "C210"), words
        assert refused(team(*words, person="Ольга"), "C213"), words
    assert refused(team("decide", "1", "--keep", "--reason", "Да", person="Ольга", pin="0000"), "C214")


def test_with_the_pin_a_decision_is_the_mentors_own(team: Team, people: dict[str, str]) -> None:
    decided = ("decide", "1", "--withdraw", "--reason", "Да", "--json")
    assert team(*decided, pin="4815").records[0]["mentor"] == people["Ольга"]
    assert team(*decided, pin="4815", person="Ольга").records[0]["mentor"] == people["Ольга"]
    told = team("transcript", "s1", pin="4815").out
    assert "Было 80, стало 100" in told
    assert "Возражение к снятию 1: «Нет». Снятие отменено" in told
    (turn,) = team("transcript", "s1", "--json", person="Вера").records[0]["turns"]
    assert (turn["score"], turn["standing"]) == (80, 100)
    listed = team("objections", "--json", pin="4815", person="Ольга").records
    assert [(one["id"], one["state"]) for one in listed] == [(1, "withdrawn")]
    assert [one["id"] for one in team("objections", "--json", pin="4815").records] == [1]
    assert team("objections", "--json", person="Пётр").records == []


def test_marking_blind_takes_the_pin_of_whoever_marks(
    team: Team, people: dict[str, str], tmp_path: Path
) -> None:
    marks = tmp_path / "m.jsonl"
    marks.write_text(json.dumps({"id": 1, "shown": [], "violated": ["curt"]}), "utf-8")
    assert team("calibrate", "start", "nov", "--from-store", "1", pin="4815").code == 0
    mark = ("calibrate", "mark", "nov", "--as", "Ольга", "--answers", str(marks))
    assert refused(team(*mark), "C213")
    assert refused(team(*mark, pin="0000"), "C214")
    assert team(*mark, pin="4815").code == 0
    assert refused(team("calibrate", "report", "nov", person="Вера"), "C210")
    assert refused(team("calibrate", "agree", "nov", person="Вера"), "C210")


def test_whoever_gives_the_pin_sees_everybody(team: Team, people: dict[str, str]) -> None:
    """As the guide says: the PIN once in the variable, and nobody is named."""
    assert "Вера" in team("report", pin="4815").out
    assert "s1" in team("transcript", pin="4815").out
    assert team("comment", "s1", "1", "Хорошо", "--kind", "celebratory", pin="4815").code == 0


def test_line_by_line_a_pin_holds_for_the_one_thing_it_was_given_for(
    team: Team, people: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    forget_proofs()
    monkeypatch.setenv("TRAINER_PIN", "4815")
    monkeypatch.setenv("TRAINER_PERSON", "")
    with asked_once():
        need_mentor()
        monkeypatch.setenv("TRAINER_PIN", "")
        need_mentor()
        assert os.environ["TRAINER_PERSON"] == people["Ольга"]
    assert not os.environ["TRAINER_PERSON"], "whoever sits there goes on as before"
    with pytest.raises(InputError, match="C213"):
        need_mentor()


# ---------------------------------------------------------------- a trainee's PIN
OWN = [
    ["transcript"],
    ["transcript", "s1"],
    ["report"],
    ["assigned"],
    ["objections"],
    ["object", "s1", "1", "curt", "Опять"],
    ["person", "export", "Вера"],
    ["play", "courier-pickup", "--plain"],
    ["play", "--plain", "--resume", "s1"],
    ["exercise", "--resume", "s1", "--plain"],
]


def test_what_is_somebodys_own_takes_their_pin(team: Team, people: dict[str, str]) -> None:
    assert team("person", "pin", "Вера", stdin="7777\n", person="Вера").code == 0
    before = written()
    for words in OWN:
        assert refused(team(*words, person="Вера"), "C213"), words
    assert refused(team("transcript", "s1", person="Вера", pin="0000"), "C214")
    assert written() == before, "nothing was written under her name"


def test_with_the_pin_everything_is_as_before(team: Team, people: dict[str, str]) -> None:
    done = team("person", "pin", "Вера", stdin="7777\n", person="Вера")
    assert (done.code, done.err) == (0, "")
    assert "тайно" in team("transcript", "s1", person="Вера", pin="7777").out
    assert team("play", "courier-pickup", "--plain", person="Вера", pin="7777").code == 1
    assert team("transcript", person="Пётр").code == 0, "nobody else is asked for anything"
    assert refused(team("person", "pin", "Вера", stdin="1111\n", person="Вера"), "C213")
    assert team("person", "pin", "Вера", "--clear", pin="4815").code == 0, (
        "a mentor helps who has forgotten it"
    )
    assert "тайно" in team("transcript", "s1", person="Вера").out


def test_after_five_wrong_ones_no_pin_is_looked_at(team: Team, people: dict[str, str]) -> None:
    assert team("person", "pin", "Вера", stdin="7777\n", person="Вера").code == 0
    for _ in range(5):
        team("transcript", person="Вера", pin="0000")
    assert refused(team("transcript", "s1", person="Вера", pin="7777"), "C215")
    assert team("person", "pin", "Пётр", stdin="1111\n", person="Вера").code == 2, (
        "and nobody sets that of others"
    )


def test_nothing_is_opened_behind_the_commands_back(
    team: Team, people: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert team("person", "pin", "Вера", stdin="7777\n", person="Вера").code == 0
    forget_proofs()
    monkeypatch.setenv("TRAINER_PERSON", people["Вера"])
    wiring.store.cache_clear()
    with pytest.raises(InputError, match="E206"):
        wiring.store()
    desk = wiring.HouseDesk()
    with pytest.raises(InputError, match="E206"):
        desk.records().sessions()
    assert desk.tasks() == ()
    assert desk.choose(people["Вера"], "0000")
    assert desk.choose(people["Вера"], "7777") == ""
    assert [one.id for one in desk.unfinished()] == ["s1"]


def test_whoever_came_in_by_a_link_has_proven_it_already(
    team: Team, people: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert team("person", "pin", "Вера", stdin="7777\n", person="Вера").code == 0
    monkeypatch.setenv("TRAINER_PERSON", people["Вера"])
    wiring.store.cache_clear()
    vouch(people["Вера"])
    assert [one.id for one in wiring.store().unfinished()] == ["s1"]


def test_a_pin_of_a_trainee_alone_is_told_to_be_little(team: Team) -> None:
    assert team("person", "add", "Вера").code == 0
    assert "Задайте PIN и наставнику" in team("person", "pin", "Вера", stdin="7777\n", person="Вера").err


def test_where_several_could_be_meant_it_is_said_who_practises(team: Team) -> None:
    assert "под «я»" not in team("play", "courier-pickup", "--plain").err
    assert team("person", "add", "Вера").code == 0
    assert "под «я»" in team("play", "courier-pickup", "--plain").err
    assert "под «я»" not in team("play", "courier-pickup", "--plain", person="Вера").err
