"""``trainer refresh`` on a store of its own: planned, answered, gone on with, called too easy."""

import io
import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Outcome
from tests.cli.fakes import TOOLS
from tests.refresh.conftest import WordJudge, library
from trainer import wiring
from trainer.cli.main import main
from trainer.refresh import REFRESH
from trainer.refresh.library import Library
from trainer.storage.db.address import Address
from trainer.storage.db.opening import open_database
from trainer.storage.db.tables import answers, events, sessions, shown

__all__ = ["library"]

Refresh = Callable[..., Outcome]
BEGAN = datetime.fromisoformat("2026-11-20T09:00:00+03:00")


class Days:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.at = BEGAN

    def now(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at

    def next(self, days: int = 1) -> None:
        self.at = BEGAN.replace(day=self.at.day) + timedelta(days=days)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store that was migrated once, to be copied."""
    path = tmp_path_factory.mktemp("store") / "trainer.db"
    open_database(Address(path))
    return path


@pytest.fixture
def days() -> Days:
    return Days()


@pytest.fixture
def refresh(
    library: Library,
    days: Days,
    store: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Refresh:
    shutil.copy(store, tmp_path / "trainer.db")
    monkeypatch.setenv("TRAINER_HOME", str(tmp_path))
    monkeypatch.delenv("TRAINER_PERSON", raising=False)
    judge = WordJudge()

    def made() -> wiring.HouseRefresher:
        found = wiring.HouseRefresher(clock=days, judge=judge)
        found.library = library
        return found

    tools = replace(TOOLS, refresher=made, catalogue=lambda: library.catalogue)

    def command(*words: str, stdin: str = "") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8"))
        code = main(["refresh", *words], tools)
        out, err = capsys.readouterr()
        return Outcome(code, out, err)

    return command


def day_of(refresh: Refresh, *words: str) -> dict[str, Any]:
    return refresh("--due", "--json", *words).records[0]


def right(item: dict[str, Any], library: Library, text: str = "Сейчас всё сделаю.") -> dict[str, Any]:
    """Return a record that answers an item, rightly where that can be chosen."""
    made = library.item(item["id"])
    return {
        "id": item["id"],
        "text": text,
        "texts": [text],
        "marks": [],
        **({"choice": made.right} if item["form"] in ("which", "next") else {}),  # type: ignore[union-attr]
    }


def upto(day: dict[str, Any], form: str, library: Library) -> list[dict[str, Any]]:
    """Return answers to the cards of a day until the first of a form, that one among them."""
    at = next(number for number, one in enumerate(day["set"]) if one["form"] == form)
    return [right(one, library) for one in day["set"][: at + 1]]


def lines(*found: dict[str, Any]) -> str:
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in found)


def test_a_new_person_has_nothing_due_and_a_first_set(refresh: Refresh) -> None:
    done = refresh("--due")
    assert done.code == 0
    assert "Повторять сегодня нечего." in done.out
    assert "первый набор" in done.out


def test_a_whole_set_by_prepared_answers_and_the_days_after(
    refresh: Refresh, library: Library, days: Days
) -> None:
    first = day_of(refresh)["set"]
    # Whatever is written shows nothing, so it is missed.
    done = refresh("--answers", "-", "--json", stdin=lines(*(right(one, library, "Ждите.") for one in first)))
    assert done.code == 0, done.err
    record = done.records[0]
    assert record["answered"] == record["items"] == len(first)
    assert record["missing"] == []
    assert [one["id"] for one in record["results"]] == [one["id"] for one in first]
    assert record["lesson"]["line"]
    # Today is done, and nobody is pressed.
    assert refresh("--due").code == 0
    assert "На сегодня всё" in refresh().out
    days.next()
    day = day_of(refresh)
    assert refresh("--due").code == 1
    assert day["due"] > 0
    assert {"missed", "new"} <= {one["reason"] for one in day["set"]} <= {"missed", "fading", "new"}


def test_a_set_goes_on_at_the_next_card(refresh: Refresh, library: Library) -> None:
    first = day_of(refresh)["set"]
    done = refresh("--answers", "-", stdin=lines(right(first[0], library), right(first[1], library)))
    assert done.code == 1
    assert f"Ответов не хватило на {len(first) - 2} из {len(first)}" in done.err
    day = day_of(refresh)
    assert (day["done"], day["set"]) == (2, first)
    told = refresh("--plain", stdin="/quit\n")
    assert told.code == 1
    assert f"Продолжаем с задания 3 из {len(first)}" in told.out
    assert "trainer refresh" in told.out
    rest = refresh("--answers", "-", "--json", stdin=lines(*(right(one, library) for one in first[2:])))
    assert rest.code == 0
    assert rest.records[0]["answered"] == len(first)


def test_every_answer_is_in_the_store_before_its_verdict(refresh: Refresh, library: Library) -> None:
    day = day_of(refresh)
    given = upto(day, "answer", library)
    first = day["set"][len(given) - 1]
    refresh("--answers", "-", stdin=lines(*given[:-1], {**given[-1], "easy": True}))
    with wiring.database().read() as connection:
        session = connection.execute(sessions.select()).one()
        kinds = [row.kind for row in connection.execute(events.select().order_by(events.c.number))]
        answer = connection.execute(answers.select().order_by(answers.c.id.desc())).first()
        kept = {row.standard for row in connection.execute(shown.select())}
    assert (session.kind, session.scenario) == ("series", REFRESH)
    assert (answer.scenario, answer.turn) == (REFRESH, first["id"])
    assert kinds == ["start", *["done"] * len(given), "easy"]
    assert answer
    # What was shown to the client counts in reports as in a talk.
    assert kept


def test_too_easy_brings_a_card_back_later(refresh: Refresh, library: Library, days: Days) -> None:
    day = day_of(refresh)
    given = upto(day, "answer", library)
    first = day["set"][len(given) - 1]
    refresh("--answers", "-", stdin=lines(*given[:-1], {**given[-1], "easy": True}))
    days.next()
    forecast = [one["due"] for one in day_of(refresh)["forecast"]]
    # The card itself waits for more than a week; what the answer showed beside it comes earlier.
    other = wiring.HouseRefresher(clock=days)
    other.library = library
    memories = {card.id: memory for card, memory in other.today().memories.items()}
    easy = memories.pop(f"{first['standard']}@{first['situation']}")
    assert all(easy.due > memory.due for memory in memories.values())
    assert len(forecast) == 14


def test_line_by_line(refresh: Refresh, library: Library) -> None:
    day = day_of(refresh)
    given = upto(day, "answer", library)
    assert refresh("--plain", stdin="/easy\n").out.count("Сначала ответьте") == 1
    refresh("--answers", "-", stdin=lines(*given[:-1]))
    done = refresh("--plain", stdin="Сейчас всё сделаю.\n/easy\n/easy\n/retry\n/list\n/what\n")
    assert "Засчитано: 100 из 100." in done.out
    assert "Стандарт «" in done.out
    assert "слишком легко" in done.out
    assert "Команды /what нет" in done.out
    assert done.out.count(f"Задание {len(given)} из") == 2


def test_plain_lines_answer_what_takes_one_line(refresh: Refresh, library: Library, tmp_path: Path) -> None:
    day = day_of(refresh)
    given = upto(day, "answer", library)
    refresh("--answers", "-", stdin=lines(*given[:-1]))
    file = tmp_path / "answers.txt"
    file.write_text("Сейчас всё сделаю.\n", encoding="utf-8")
    done = refresh("--answers", str(file))
    assert done.code == (1 if len(given) < len(day["set"]) else 0)
    assert "Вы: Сейчас всё сделаю." in done.out
    assert day_of(refresh)["done"] == len(given)


def test_what_takes_more_than_a_line_wants_a_record(refresh: Refresh, days: Days) -> None:
    for _ in range(30):
        if day_of(refresh)["set"][0]["form"] in ("spot", "variants"):
            break
        days.next()
    done = refresh("--answers", "-", stdin="Слово\n")
    assert done.code == 2
    assert "нужна запись JSON" in done.err


def test_an_option_is_chosen_by_its_number(refresh: Refresh, library: Library) -> None:
    day = day_of(refresh)
    given = upto(day, "which", library)
    item = day["set"][len(given) - 1]
    number = [one["id"] for one in item["options"]].index(given[-1]["choice"]) + 1
    refresh("--answers", "-", stdin=lines(*given[:-1]))
    assert refresh("--answers", "-", stdin="9\n").code == 2
    done = refresh("--answers", "-", "--json", stdin=f"{number}\n")
    assert done.records[0]["results"][-1]["score"] == 100


@pytest.mark.parametrize(
    ("stdin", "said"),
    [
        ('{"id": "empathy@angry:answer:x~1", "text": "а"}\n', "нет задания"),
        ('{"text": "", "texts": [], "marks": 5}\n', "error"),
        ("{\n", "error"),
        ("", "ни одного ответа"),
    ],
)
def test_answers_that_are_none_are_refused_before_any_is_kept(
    refresh: Refresh, stdin: str, said: str
) -> None:
    done = refresh("--answers", "-", stdin=stdin)
    assert done.code == 2, done.out
    assert said in done.err
    assert day_of(refresh)["session"] == ""


@pytest.mark.parametrize(
    "words", [["--json"], ["--on", "2026-11-30"], ["--due", "--on", "30.11"], ["--due", "--answers", "-"]]
)
def test_a_wrong_call_says_so(refresh: Refresh, words: list[str]) -> None:
    assert refresh(*words).code == 2


def test_another_day_can_be_looked_at(refresh: Refresh, library: Library) -> None:
    first = day_of(refresh)["set"]
    refresh("--answers", "-", stdin=lines(*(right(one, library, "Ждите.") for one in first)))
    assert day_of(refresh, "--on", "2026-11-27")["due"] > 0
    assert refresh("--due", "--on", "2026-11-27").code == 1


def test_more_is_another_set(refresh: Refresh, library: Library) -> None:
    first = day_of(refresh)["set"]
    refresh("--answers", "-", stdin=lines(*(right(one, library) for one in first)))
    done = refresh("--more", "--plain", stdin="/quit\n")
    assert "Задание 1 из 1." in done.out


def test_people_have_sets_of_their_own(refresh: Refresh, library: Library) -> None:
    from datetime import UTC

    from trainer.storage.db.tables import people

    with wiring.database().write() as connection:
        connection.execute(people.insert().values(id="anna", name="Анна", created_at=str(datetime.now(UTC))))
    mine = day_of(refresh)["set"]
    wiring.store.cache_clear()
    hers = day_of(refresh, "--person", "Анна")["set"]
    assert [one["id"] for one in mine] != [one["id"] for one in hers]
    wiring.store.cache_clear()
    assert refresh("--due", "--person", "Никто").code == 2


def test_in_a_terminal_the_app_opens_at_the_set(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    tools = replace(TOOLS, refresh_app=lambda: opened.append("app"))
    for stream in (sys.stdin, sys.stdout):
        monkeypatch.setattr(stream, "isatty", lambda: True, raising=False)
    assert main(["refresh"], tools) == 0
    assert opened == ["app"]
