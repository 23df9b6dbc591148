"""What was answered reaches an LRS once, whatever fails on the way."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import delete, insert, select, update

from tests.lrs import SmallLrs
from trainer.model.place import Place
from trainer.model.problem import InputError
from trainer.storage.copies import Copied
from trainer.storage.db.address import Address, address
from trainer.storage.db.copying import save
from trainer.storage.db.engine import Database
from trainer.storage.db.event_store import EventStore
from trainer.storage.db.objection_store import ObjectionStore
from trainer.storage.db.opening import open_database
from trainer.storage.db.restoring import restore
from trainer.storage.db.tables import assignments, people, sessions
from trainer.storage.db.tables import outbox as table
from trainer.storage.xapi.config import Exchange, exchange_of, target_of
from trainer.storage.xapi.everything import statements
from trainer.storage.xapi.lrs import DeniedError, Lrs
from trainer.storage.xapi.outbox import Outbox
from trainer.storage.xapi.send import Patience, Sent, send, wait
from trainer.team.xapi import Manner

HOME = "https://help.example.ru"
WITH_TEXT = Exchange(Manner(HOME, text=True))
NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)
TITLES = {"parcel": "Посылка"}


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    if request.param == "postgres":
        url = request.getfixturevalue("postgres_url")
        at = address(tmp_path, {"TRAINER_DATABASE_URL": url})
    else:
        at = Address(tmp_path / "trainer.db")
    found = open_database(at)
    yield found
    found.close()


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Database]:
    found = open_database(Address(tmp_path / "trainer.db"))
    yield found
    found.close()


def practise(
    database: Database, name: str = "s", answers: int = 2, mode: str = "exam", score: int = 80
) -> None:
    store = EventStore(database, "local")
    at = "2026-11-22T08:00:00+00:00"
    store.append(name, {"kind": "start", "at": at, "scenario": "parcel", "mode": mode, "pack": "post"})
    for number in range(answers):
        about = {"evidence": [], "why": "", "fix": "", "source": ""}
        lost = [{"standard": "curt", "quality": "initiative", "points": 100 - score, **about}]
        none = dict.fromkeys(("shown", "missed", "violated", "given", "missing", "praise"), ())
        verdict = {"score": score, "grade": 4, **none, "qualities": {}, "deductions": lost}
        said = {"text": f"Ответ {number} [b]\ud800\0", "seconds": 40, "verdict": verdict}
        store.append(name, {"kind": "answer", "at": at, "turn": f"t{number}", **said})
    store.append(name, {"kind": "finish", "at": "2026-11-22T08:09:00+00:00", "ending": "good"})


def patience(tries: int = 4) -> tuple[Patience, list[float]]:
    slept: list[float] = []
    return Patience(tries, slept.append), slept


def deliver(database: Database, lrs: SmallLrs, tries: int = 4, timeout: float = 5.0, **login: str) -> Sent:
    target = target_of(lrs.url, Place("--to"), login)
    outbox = Outbox(database, target.url)
    outbox.fill(WITH_TEXT, TITLES, NOW)
    return send(outbox, Lrs(target, timeout), patience(tries)[0])


def verbs(lrs: SmallLrs) -> list[str]:
    return sorted(item["verb"]["id"].rpartition("/")[2] for item in lrs.kept.values())


def test_everything_arrives_and_is_not_sent_again(database: Database, lrs: SmallLrs) -> None:
    practise(database, "one")
    practise(database, "two", mode="training", score=60)
    assert deliver(database, lrs) == Sent(arrived=7)
    assert verbs(lrs) == ["answered"] * 4 + ["completed"] * 2 + ["passed"]
    said = [item["result"].get("response", "") for item in lrs.kept.values()]
    assert "Ответ 1 [b]\ufffd\ufffd" in said
    (passed,) = (item for item in lrs.kept.values() if "success" in item["result"])
    assert passed["result"]["duration"] == "PT1M20S"
    assert deliver(database, lrs) == Sent()
    practise(database, "three", answers=0)
    assert deliver(database, lrs) == Sent(arrived=1), "nothing was judged, so nothing was passed"
    with database.read() as connection:
        assert set(connection.execute(select(table.c.statement)).scalars()) == {None}, (
            "words are not kept twice"
        )


def test_a_task_is_passed_by_its_own_mark(database: Database) -> None:
    with database.write() as connection:
        connection.execute(insert(assignments).values(id="a1", title="Неделя", pass_mark=85))
    practise(database, mode="training", score=80)
    assert not [item for item in statements(database, WITH_TEXT, TITLES) if "success" in item["result"]]
    with database.write() as connection:
        connection.execute(update(sessions).values(assignment_id="a1"))
    (judged,) = (item for item in statements(database, WITH_TEXT, TITLES) if "success" in item["result"])
    assert judged["verb"]["id"].endswith("/failed")


def test_a_file_says_the_same_as_the_network(database: Database, lrs: SmallLrs) -> None:
    practise(database, answers=3, score=40)
    deliver(database, lrs)
    assert {item["id"]: item for item in statements(database, WITH_TEXT, TITLES)} == lrs.kept
    assert "failed" in verbs(lrs)


def test_many_answers_go_in_pages_and_batches(file: Database, lrs: SmallLrs) -> None:
    practise(file, answers=620)
    assert deliver(file, lrs).arrived == 622
    assert max(lrs.batches) == 50
    assert len(list(statements(file, WITH_TEXT, TITLES))) == 622


@pytest.mark.parametrize(
    "faults", [["500"], ["503 0", "429 0"], ["close", "close"], ["lost"], ["hang"], ["408"]]
)
def test_after_a_fault_it_is_tried_again(file: Database, lrs: SmallLrs, faults: list[str]) -> None:
    practise(file)
    lrs.faults = list(faults)
    assert deliver(file, lrs, timeout=0.5) == Sent(arrived=4)
    assert len(lrs.kept) == 4
    assert lrs.asked == len(faults) + 1


def test_what_is_not_taken_waits_for_the_next_time(file: Database, lrs: SmallLrs) -> None:
    practise(file)
    lrs.faults = ["500"] * 3
    sent = deliver(file, lrs, tries=3)
    assert sent.arrived == 0
    assert "500" in sent.why
    assert Outbox(file, target_of(lrs.url, Place(""), {}).url).counts() == (4, 0)
    assert deliver(file, lrs) == Sent(arrived=4)


def test_nobody_listens(file: Database, lrs: SmallLrs) -> None:
    practise(file)
    target = target_of("http://127.0.0.1:9/xapi", Place(""), {})
    outbox = Outbox(file, target.url)
    outbox.fill(WITH_TEXT, TITLES, NOW)
    held, slept = patience(4)
    assert "не принимает соединения" in send(outbox, Lrs(target, 2.0), held).why
    assert slept == [1.0, 2.0, 4.0]


def test_waits_grow_and_end() -> None:
    assert [wait(number, None, 0.0) for number in range(8)] == [1, 2, 4, 8, 16, 32, 60, 60]
    assert wait(0, 30.0, 0.0) == 30
    assert wait(0, 86400.0, 1.0) == 60
    assert wait(0, None, 1.0) == 1.5


def test_one_statement_that_is_not_taken_holds_up_no_other(file: Database, lrs: SmallLrs) -> None:
    practise(file, answers=20)
    lrs.poison = "Ответ 7 "
    assert deliver(file, lrs).arrived == 21
    box = Outbox(file, target_of(lrs.url, Place(""), {}).url)
    assert box.counts() == (0, 1)
    asked = lrs.asked
    assert deliver(file, lrs) == Sent()
    assert lrs.asked == asked, "it is not tried again by itself"
    lrs.poison = ""
    box.again()
    assert deliver(file, lrs) == Sent(arrived=1)


def test_an_lrs_that_has_it_in_other_words_is_left_alone(file: Database, lrs: SmallLrs) -> None:
    practise(file, answers=3)
    first = next(iter(statements(file, Exchange(Manner(HOME)), TITLES)))
    lrs.kept[first["id"]] = first
    assert deliver(file, lrs) == Sent(arrived=4, known=1)
    assert lrs.kept[first["id"]] == first


@pytest.mark.parametrize(
    ("fault", "code"), [("401", "E243"), ("403", "E243"), ("404", "E244"), ("301", "E244")]
)
def test_a_closed_door_is_told_at_once(file: Database, lrs: SmallLrs, fault: str, code: str) -> None:
    practise(file)
    lrs.faults = [fault]
    with pytest.raises(DeniedError, match=code):
        deliver(file, lrs)
    assert lrs.asked == 1
    assert deliver(file, lrs) == Sent(arrived=4)


def test_the_password_is_sent_and_shown_nowhere(file: Database, lrs: SmallLrs) -> None:
    practise(file)
    lrs.login = "anna:очень тайно"
    login = {"TRAINER_LRS_KEY": "anna", "TRAINER_LRS_SECRET": "очень тайно"}
    target = target_of(lrs.url, Place("--to"), login)
    assert "QW" not in repr(target)
    assert "YW5u" not in repr(target)
    assert deliver(file, lrs, **login).arrived == 4
    practise(file, "two")
    with pytest.raises(DeniedError):
        deliver(file, lrs)


def test_two_lrs_have_a_queue_each(file: Database, lrs: SmallLrs) -> None:
    practise(file)
    deliver(file, lrs)
    other = SmallLrs()
    try:
        assert deliver(file, other) == Sent(arrived=4)
        assert other.kept == lrs.kept
    finally:
        other.close()


def test_who_is_forgotten_is_out_of_the_queue(file: Database) -> None:
    with file.write() as connection:
        connection.execute(insert(people).values(id="p1", name="Анна"))
    store = EventStore(file, "p1")
    at = "2026-11-22T08:00:00"
    store.append("s", {"kind": "start", "at": at, "scenario": "parcel", "mode": "exam"})
    store.append("s", {"kind": "finish", "at": "2026-11-22T08:09:00"})
    assert Outbox(file, "x").fill(WITH_TEXT, TITLES, NOW) == 1
    with file.write() as connection:
        connection.execute(delete(sessions).where(sessions.c.person_id == "p1"))
        connection.execute(delete(people).where(people.c.id == "p1"))
    assert Outbox(file, "x").waiting(9) == []


def test_a_copy_of_before_the_sending_is_restored_and_sends_nothing_twice(
    file: Database, tmp_path: Path, lrs: SmallLrs
) -> None:
    practise(file)
    save(file, tmp_path / "copy.db")
    assert deliver(file, lrs) == Sent(arrived=4)
    before = dict(lrs.kept)
    assert isinstance(restore(tmp_path / "copy.db", file.address), Copied), "the queue is nothing to lose"
    again = open_database(file.address)
    assert deliver(again, lrs) == Sent(arrived=4)
    again.close()
    assert lrs.kept == before


SENDER = """
import sys
from trainer.cli.main import main
sys.exit(main(["xapi", "send", "--to", sys.argv[1]]))
"""


def sender(home: Path, lrs: SmallLrs) -> "subprocess.Popen[str]":
    (home / "settings.toml").write_text(f'[xapi]\nhome_page = "{HOME}"\ntext = true\n', encoding="utf-8")
    environment = {**os.environ, "TRAINER_HOME": str(home), "TRAINER_PACKS": ""}
    run = [sys.executable, "-c", SENDER, lrs.url]
    pipe = subprocess.PIPE
    return subprocess.Popen(run, env=environment, stdout=pipe, stderr=pipe, text=True, encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_sender_that_is_killed_is_gone_on_from(tmp_path: Path, lrs: SmallLrs) -> None:
    database = open_database(Address(tmp_path / "trainer.db"))
    practise(database, answers=120)
    children: list[subprocess.Popen[str]] = []

    def kill() -> None:
        # The LRS has the batch already; nobody lives to hear of it.
        os.kill(children[-1].pid, signal.SIGKILL)

    lrs.faults = ["", kill, "", kill]
    for _ in range(2):
        children.append(sender(tmp_path, lrs))
        assert children[-1].wait(60) == -signal.SIGKILL
    children.append(sender(tmp_path, lrs))
    _, err = children[-1].communicate(timeout=60)
    assert children[-1].returncode == 0, err
    assert len(lrs.kept) == 122
    assert {item["id"]: item for item in lrs.kept.values()}.keys() == {
        item["id"] for item in statements(database, WITH_TEXT, TITLES)
    }
    assert Outbox(database, target_of(lrs.url, Place(""), {}).url).counts() == (0, 0)
    database.close()


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("", "E240"),
        ("lrs.example.ru", "E240"),
        ("ftp://lrs.example.ru", "E240"),
        ("file:///etc/passwd", "E240"),
        ("https://", "E240"),
        ("https://lrs.example.ru:99999/", "E240"),
        ("https://lrs.example.ru/x?y=1", "E240"),
        ("https://lrs.example.ru/\r\nX: 1", "E240"),
        ("https://anna:secret@lrs.example.ru/", "E241"),
    ],
)
def test_an_address_that_is_none_is_told_without_showing_it(url: str, code: str) -> None:
    with pytest.raises(InputError) as found:
        target_of(url, Place("--to"), {})
    assert code in str(found.value)
    assert "secret" not in str(found.value)


def test_the_same_lrs_is_known_by_one_address() -> None:
    urls = (
        "https://LRS.example.ru/xapi",
        "https://lrs.example.ru/xapi/",
        "https://lrs.example.ru/xapi/statements",
    )
    assert {target_of(url, Place(""), {}).url for url in urls} == {urls[-1]}
    assert target_of("http://lrs.example.ru", Place(""), {}).overheard
    assert not target_of("http://localhost:8080", Place(""), {}).overheard


def test_half_a_login_is_told() -> None:
    with pytest.raises(InputError, match="TRAINER_LRS_SECRET"):
        target_of("https://lrs.example.ru", Place(""), {"TRAINER_LRS_KEY": "anna"})


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("xapi = 1", "E195"),
        ("[xapi]\ntext = 'да'", "E245"),
        ("[xapi]\nhome_page = 'mailto:a@b.ru'", "E246"),
        ("[xapi]\nhome_page = 5", "E246"),
        ("[xapi]\nhome_page = 'http://[1'", "E246"),
        ("[xapi]\npass_mark = 101", "E247"),
        ("[xapi]\npass_mark = true", "E247"),
        ("[xapi]\nhome-page = 'https://a.ru'", "home_page"),
        ("", "E248"),
    ],
)
def test_settings_that_do_not_fit_are_told(tmp_path: Path, text: str, code: str) -> None:
    (tmp_path / "settings.toml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=code):
        exchange_of({"TRAINER_HOME": str(tmp_path)}, named=True)


def test_settings_are_read(tmp_path: Path) -> None:
    lines = f"[xapi]\ntext = true\nhome_page = '{HOME}'\npass_mark = 90"
    (tmp_path / "settings.toml").write_text(lines, encoding="utf-8")
    assert exchange_of({"TRAINER_HOME": str(tmp_path)}) == Exchange(Manner(HOME, text=True), 90)


def object_and_withdraw(database: Database, attempt: int, at: datetime = NOW) -> None:
    store = ObjectionStore(database)
    made = store.add("local", "s", attempt, 1, "Нет", at)
    with database.write() as connection:
        connection.execute(update(people).values(role="mentor"))
    store.decide(made.id, True, "Согласна", "local", at)


def standing(lrs: SmallLrs) -> dict[str, object]:
    """Return the statements that hold, as an LRS counts them."""
    gone = {item["object"]["id"] for item in lrs.kept.values() if item["verb"]["id"].endswith("/voided")}
    return {
        name: item
        for name, item in lrs.kept.items()
        if name not in gone and not item["verb"]["id"].endswith("/voided")
    }


def test_a_decision_that_changes_a_score_voids_what_was_said_and_says_it_anew(
    database: Database, lrs: SmallLrs
) -> None:
    practise(database, score=60)
    assert deliver(database, lrs) == Sent(arrived=4)
    first = dict(lrs.kept)
    object_and_withdraw(database, 1)
    # The answer, the talk and the exam: voided and said anew.
    assert deliver(database, lrs) == Sent(arrived=6)
    assert standing(lrs) == {item["id"]: item for item in statements(database, WITH_TEXT, TITLES)}
    assert sorted(item["result"]["score"]["raw"] for item in standing(lrs).values()) == [60, 80, 80, 100]
    voids = [
        item for item in lrs.kept.values() if item["verb"]["id"] == "http://adlnet.gov/expapi/verbs/voided"
    ]
    assert {item["object"]["objectType"] for item in voids} == {"StatementRef"}
    assert {item["object"]["id"] for item in voids} <= first.keys()
    assert len(voids) == 3
    assert {name: lrs.kept[name] for name in first} == first, "what was said stays as it was said"
    passed = [item for item in standing(lrs).values() if "success" in item["result"]]
    assert [item["verb"]["id"].rpartition("/")[2] for item in passed] == ["passed"]
    assert deliver(database, lrs) == Sent()


def test_changed_before_it_was_sent_it_is_right_in_the_end(file: Database, lrs: SmallLrs) -> None:
    practise(file, score=60)
    lrs.faults = ["lost"] + ["500"] * 3
    deliver(file, lrs, tries=3)  # the LRS has it all, and nobody here knows
    object_and_withdraw(file, 1)
    object_and_withdraw(file, 2)
    deliver(file, lrs)
    assert standing(lrs) == {item["id"]: item for item in statements(file, WITH_TEXT, TITLES)}
    assert {item["result"]["score"]["raw"] for item in standing(lrs).values()} == {100}


def test_a_decision_that_keeps_the_score_says_nothing(file: Database, lrs: SmallLrs) -> None:
    practise(file, score=60)
    deliver(file, lrs)
    store = ObjectionStore(file)
    made = store.add("local", "s", 1, 1, "Нет", NOW)
    with file.write() as connection:
        connection.execute(update(people).values(role="mentor"))
    store.decide(made.id, False, "Остаётся", "local", NOW)
    assert deliver(file, lrs) == Sent()


def test_what_was_refused_is_not_voided(file: Database, lrs: SmallLrs) -> None:
    practise(file, answers=1, score=60)
    lrs.poison = "Ответ 0"
    deliver(file, lrs)
    object_and_withdraw(file, 1)
    lrs.poison = ""
    deliver(file, lrs)
    voids = [item["object"]["id"] for item in lrs.kept.values() if item["verb"]["id"].endswith("/voided")]
    assert set(voids) <= lrs.kept.keys(), "of what never came there is nothing to void"
    assert standing(lrs) == {item["id"]: item for item in statements(file, WITH_TEXT, TITLES)}
