"""People, groups and assignments from the command line, with the real store in an empty home."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Outcome
from tests.storage.test_forget import traces
from trainer import wiring
from trainer.cli.main import main
from trainer.storage.db.event_store import EventStore

Team = Callable[..., Outcome]


@pytest.fixture
def team(home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Team:
    """Run a command as in a process of its own."""

    def command(*words: object, stdin: str = "", pin: str = "", person: str = "") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8"))
        for name, value in (("TRAINER_PIN", pin), ("TRAINER_PERSON", person)):
            monkeypatch.setenv(name, value)
        wiring.store.cache_clear()
        code = main([str(word) for word in words])
        return Outcome(code, *capsys.readouterr())

    return command


def add(team: Team, *names: str) -> dict[str, str]:
    """Add people and return their ids by name."""
    for name in names:
        assert team("person", "add", name).code == 0
    return {one["name"]: one["id"] for one in team("person", "list", "--json").records}


def test_one_person_alone_is_asked_nothing(team: Team) -> None:
    done = team("person", "list")
    assert (done.code, done.out) == (0, "я – ученик  (local)\n")
    assert "trainer person add" in done.err
    assert team("assigned").err.startswith("Ничего не задано")


def test_somebody_is_added_renamed_and_leaves(team: Team) -> None:
    add(team, "Анна")
    assert team("person", "add", "анна").code == 2
    assert team("person", "rename", "Анна", "Анна Котова", "--role", "mentor").out.startswith(
        "Теперь так: Анна Котова, наставник"
    )
    assert team("person", "close", "Анна Котова").code == 0
    assert "Анна" not in team("person", "list").out
    assert "не работает с" in team("person", "list", "--all").out
    assert team("person", "close", "Анна Котова", "--reopen").code == 0
    assert "Анна" in team("person", "list").out
    unknown = team("person", "close", "Анна Котав")
    assert (unknown.code, "имели в виду «Анна Котова»" in unknown.err) == (2, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["person"], "add, list"),
        (["person", "ad"], "имели в виду «add»"),
        (["person", "add"], "не хватает"),
        (["person", "add", "\x1b[31mАнна"], "E211"),
        (["person", "add", "Анна", "--id", "А1"], "E212"),
        (["person", "add", "Анна", "--role", "boss"], "не подходит"),
        (["group", "add", ""], "E211"),
        (["group", "members", "Никто"], "нет группы"),
        (["assign"], "C230"),
        (["assign", "week", "--to", "я"], "C233"),
        (["assign", "week", "first-week", "--to", "я"], "C228"),
        (["assign", "first-week"], "C227"),
        (["assign", "first-wek", "--to", "я"], "имели в виду «first-week»"),
        (["assign", "first-week", "--to", "Никто"], "C222"),
        (["assign", "first-week", "--to", "я", "--due", "завтра"], "C223"),
        (["assign", "first-week", "--to", "я", "--from", "2026-12-01", "--due", "2026-11-30"], "C224"),
        (["assign", "first-week", "--to", "я", "--pass-mark", "101"], "C225"),
        (["assign", "first-week", "--to", "я", "--counts", "any"], "C226"),
        (["assign", "get-back-on-your-feet", "--to", "я"], "передышка"),
        (["assign", "--cancel", "a1"], "E217"),
    ],
)
def test_a_wrong_call_is_told(team: Team, words: list[str], said: str) -> None:
    done = team(*words)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_the_commands_of_a_mentor_ask_for_the_pin(team: Team) -> None:
    team("person", "add", "Анна")
    team("person", "add", "Ольга", "--role", "mentor")
    assert team("person", "pin", "Ольга", stdin="12\n").code == 2
    assert team("person", "pin", "Ольга", stdin="4815\n").code == 0
    for words in (
        ["person", "list"],
        ["group", "list"],
        ["assign", "first-week", "--to", "Анна"],
        ["assigned"],
    ):
        assert "C213" in team(*words).err
        assert "C210" in team(*words, person="Анна").err or words == ["assigned"]
        assert team(*words, pin="4815").code == 0
        assert team(*words, pin="4815", person="Ольга").code == 0
    for _ in range(4):
        assert "C214" in team("person", "list", pin="0000").err
    assert "слишком много неверных PIN" in team("person", "list", pin="0000").err
    assert "слишком много неверных PIN" in team("person", "list", pin="4815").err


def test_of_two_mentors_one_has_to_say_who_they_are(team: Team) -> None:
    for name in ("Ольга", "Игорь", "Пётр"):
        team("person", "add", name, "--role", "mentor")
    team("person", "pin", "Ольга", stdin="4815\n")
    assert "C212" in team("person", "list", person="Игорь").err
    assert team("person", "pin", "Игорь", stdin="1623\n", pin="4815").code == 0
    assert "C211" in team("person", "list", pin="4815").err
    assert team("person", "list", pin="1623", person="Игорь").code == 0
    assert "C214" in team("person", "list", pin="4815", person="Игорь").err
    assert team("person", "pin", "Игорь", "--clear", pin="1623", person="Игорь").code == 0
    assert team("person", "list", pin="4815").code == 0


def test_a_trainee_sees_only_their_own(team: Team) -> None:
    ids = add(team, "Анна", "Борис")
    for name in ids:
        assert team("assign", "first-week", "--to", name).code == 0
    own = team("assigned", "--json", person="Анна")
    assert [one["person"] for one in own.records] == ["Анна"]
    assert "C210" in team("assigned", "--person", "Борис", person="Анна").err
    assert "C210" in team("person", "export", "Борис", person="Анна").err
    assert "C210" in team("person", "forget", "Борис", "--yes", person="Анна").err
    told = json.loads(team("person", "export", "Анна", person="Анна").out)
    assert [one["name"] for one in told["people"]] == ["Анна"]
    assert len(team("assigned", "--json").records) == 3


def test_people_come_out_of_a_table_and_go_back_into_one(team: Team, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text(
        "\ufeffИмя;Роль;Группы\nАнна Котова;ученик;Ноябрь, Вечер\n=1+2;;Ноябрь\nОльга;наставник;\n", "utf-8"
    )
    assert team("person", "import", file).out == "Добавлено людей: 3, изменено: 0, без перемен: 0\n"
    table = team("person", "list", "--csv").out
    assert "\n'=1+2;ученик;Ноябрь;" in table
    again = tmp_path / "again.csv"
    again.write_text(table, "utf-8")
    assert team("person", "import", again).out == "Добавлено людей: 0, изменено: 0, без перемен: 3\n"
    again.write_text(table.replace("Анна Котова", "Анна Белова"), "utf-8")
    assert team("person", "import", again).out == "Добавлено людей: 0, изменено: 1, без перемен: 2\n"
    groups = tmp_path / "groups.csv"
    groups.write_text(team("group", "list", "--csv").out, "utf-8")
    assert team("group", "import", groups).out == "Добавлено в группы: 0\n"
    groups.write_text("группа,имя\nДекабрь,Анна Белова\nДекабрь,=1+2\n", "utf-8")
    assert team("group", "import", groups).out == "Добавлено в группы: 2\n"
    assert "Анна Белова" in team("group", "members", "декабрь").out


def test_all_that_is_wrong_with_a_table_is_told_and_nothing_is_taken(team: Team, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("имя,роль,отдел\nАнна,ученик,1\nБорис,босс,1\n@,,1\nАнна,,1\nВера\n", "utf-8")
    done = team("person", "import", file)
    assert done.code == 2
    places = [line.partition(": error: ")[0].removeprefix(f"{file}:") for line in done.err.splitlines()]
    assert sorted(places) == ["1:1", "3:1", "4:1", "5:1", "6:1"]
    assert "Анна" not in team("person", "list").out
    assert "нет колонки: name" in team("person", "import", "-", stdin="кто\nАнна\n").err
    assert team("person", "import", tmp_path / "none.csv").code == 2


def test_a_week_is_given_in_one_step(team: Team) -> None:
    ids = add(team, "Анна", "Борис")
    team("group", "add", "Ноябрь", *list(ids)[:2])
    done = team("assign", "week", "probation-week", "--to", "Ноябрь", "--from", "2030-11-22")  # a Friday
    assert done.code == 0
    assert "get-back-on-your-feet" in done.err
    rows = [one for one in team("assigned", "--json").records if one["person"] == "Анна"]
    here = sorted((one["due"][:10], one["mode"]) for one in rows)
    assert len(here) == 5
    assert [mode for _, mode in here] == ["training"] * 4 + ["exam"]
    assert {one["status"] for one in rows} == {"not-open"}
    days = [line.split("На день: ")[1][:10] for line in done.out.splitlines()]
    assert days == ["22.11.2030", "25.11.2030", "26.11.2030", "27.11.2030", "28.11.2030"]


def test_who_stands_where_follows_from_what_was_done(team: Team) -> None:
    ids = add(team, "Анна", "Борис")
    team(
        "assign",
        "courier-pickup",
        "--to",
        "Анна",
        "--to",
        "Борис",
        "--due",
        "2031-01-31",
        "--pass-mark",
        "80",
    )
    team("assign", "courier-pickup", "--to", "Борис", "--due", "2020-01-31", "--title", "Давнее")
    keep = EventStore(wiring.database(), ids["Анна"])
    start = {"kind": "start", "at": "2026-11-20T09:00:00Z", "scenario": "courier-pickup", "mode": "training"}
    keep.append("one", start)
    keep.append("one", {**start, "kind": "answer", "text": "Да", "verdict": {"score": 85}})
    keep.append("one", {**start, "kind": "finish", "ending": "good"})
    rows = team("assigned").out.splitlines()
    assert [row.split("  ")[0] for row in rows] == ["просрочено", "не начато", "сдано"]
    assert "Давнее" in rows[0]
    assert "балл 85" in rows[2]
    (late,) = [one for one in team("assigned", "--json").records if one["status"] == "overdue"]
    assert team("assign", "--move", late["assignment"], "--due", "2031-01-01").code == 0
    assert "просрочено" not in team("assigned").out
    assert team("assign", "--cancel", late["assignment"]).code == 0
    assert "Давнее" not in team("assigned", "--csv").out


def test_assignments_come_out_of_a_table(team: Team, tmp_path: Path) -> None:
    add(team, "Анна", "Борис")
    file = tmp_path / "tasks.csv"
    head = "что;кому;срок;балл;попытки;режим;в счёт\n"
    file.write_text(
        head + "courier-pickup first-week;Анна, Борис;27.11.2030;80;2;экзамен;последняя\n", "utf-8"
    )
    assert team("assign", "--csv", file).out == "Добавлено заданий: 1\n"
    (first, _) = team("assigned", "--json").records
    assert (first["pass_mark"], first["attempts"], first["mode"], first["counts"]) == (80, 2, "exam", "last")
    bad = head + "courier-pickup;Анна;;;;;\nнетакого;Никто;когда;;;;\ncourier-pickup;;;;;;\n"
    file.write_text(bad, "utf-8")
    done = team("assign", "--csv", file)
    assert [line.split(" ")[2] for line in done.err.splitlines()] == ["C220", "C222", "C223", "C227"]
    assert len(team("assigned", "--json").records) == 2


def test_forgetting_asks_once_more_and_leaves_nothing(team: Team, home: Path) -> None:
    ids = add(team, "Зинаида Лопухова", "Борис")
    keep = EventStore(wiring.database(), ids["Зинаида Лопухова"])
    keep.append(
        "one", {"kind": "start", "at": "2026-11-20T09:00:00Z", "scenario": "x", "text": "уникальные слова"}
    )
    assert "C218" in team("person", "forget", "Зинаида Лопухова").err
    assert traces(home, "Зинаида Лопухова", "уникальные слова")
    done = team("person", "forget", "Зинаида Лопухова", "--yes")
    assert (done.code, "разговоров и упражнений 1" in done.out) == (0, True)
    assert traces(home, "Зинаида Лопухова", "уникальные слова", ids["Зинаида Лопухова"]) == []
    assert team("person", "export", "Борис").code == 0


def test_an_export_is_for_its_owner_only(team: Team, tmp_path: Path) -> None:
    add(team, "Анна")
    file = tmp_path / "anna.json"
    assert team("person", "export", "Анна", "-o", file).code == 0
    assert json.loads(file.read_text("utf-8"))["people"][0]["name"] == "Анна"
    assert file.stat().st_mode & 0o077 == 0
    assert "C060" in team("person", "export", "Анна", "-o", tmp_path / "none" / "a.json").err
