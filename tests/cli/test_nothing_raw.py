"""Texts of people and packs that would steer a terminal, a browser or a spreadsheet, through every command."""

import csv
import io
import json
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import insert

from tests.cli.test_records import VERDICT
from tests.packs.samples import PACK, TALK, write_exercises, write_pack
from trainer import wiring
from trainer.cli.main import main
from trainer.cli.main_texts_ru import COMMANDS
from trainer.storage.db.address import Address
from trainer.storage.db.event_store import EventStore
from trainer.storage.db.opening import open_database
from trainer.storage.db.report_tables import comments
from trainer.storage.db.tables import (
    assignment_items,
    assignment_people,
    assignments,
    groups,
    members,
    people,
)

# Colours, links, the clipboard, pictures, the same with 8 bits, a bell, directions, nothing visible, marks by the dozen.
RAW = (
    "=1+1\x1b[31mA\x1b]8;;http://x\x07B\x1b]52;c;QQ==\x07\x1bPq\x1b\\\x9b31m\x90q\x9c\x9d0;t\x07\x07\r\u202eC\u2066"
    "\u200b\u200d\u2060\ufeff\u3164\U000e0041</title><script>alert(1)</script>\"' onload=x [b]жирно[/b] {x} "
    "о" + "\u0301" * 40
)
# What YAML lets through.
PACKED = "\u200b<b>[b]&amp;|\u2060о" + "\u0301" * 40 + '\\" '
FLOOD = re.compile("[\u0300-\u036f]{6}")
AT = "2026-11-10T12:00:00Z"


def safe(text: str) -> None:
    """A table begins with the mark that tells spreadsheets its encoding; everything else must be seen."""
    for char in text.removeprefix("\ufeff"):
        assert char == "\n" or char.isprintable(), f"{char!r} in {text[:2000]!r}"
    assert not FLOOD.search(text)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("house")
    written = json.dumps("Раз" + PACKED, ensure_ascii=False)
    talk = TALK.replace("title: Разговор", f"title: {written}").replace(
        "company: Ромашка", f"company: {written}"
    )
    talk = talk.replace("client: Сколько стоит и когда привезёте?", f"client: {written}")
    talk = talk.replace("remark: Пётр уходит.", f"remark: {written}").replace(
        'text: "Цена 250 ₽."', f"text: {written}"
    )
    pack = write_pack(folder / "packs", talk, PACK.replace("Проба", written) + "exercises: [one]\n")
    write_exercises(pack, "one")
    spot = pack / "exercises" / "one.yaml"
    spot.write_text(spot.read_text("utf-8").replace("Отметьте слова.", written), "utf-8")
    _fill(folder)
    (folder / "answer.txt").write_text(RAW, "utf-8", newline="")
    records = [{"id": RAW, "text": RAW, "scenario": "talk", "turn": "ask"}] * 2
    (folder / "answers.jsonl").write_text("\n".join(map(json.dumps, records)), "utf-8")
    table = io.StringIO()
    csv.writer(table).writerows([["текст", "id\x1b[31m"], [RAW, RAW], ["дура", RAW]])
    (folder / "chats.csv").write_text(table.getvalue(), "utf-8", newline="")
    (folder / "people.csv").write_text(f"имя\n{RAW.splitlines()[0]}\n", "utf-8")
    label = {
        "scenario": "talk",
        "turn": "ask",
        "text": RAW,
        "shown": [],
        "violated": ["rude"],
        "facts": [],
        "grade": 3,
    }
    (folder / "labelled.jsonl").write_text(json.dumps({**label, "id": RAW}), "utf-8")
    odd = folder / "odd\x1b[31m\u202e\x9b.yaml"
    odd.write_text("id: [", "utf-8")
    return folder


def _fill(folder: Path) -> None:
    database = open_database(Address(folder / "trainer.db"))
    with database.write() as connection:
        rows = [
            {"id": "boris", "name": RAW, "role": "trainee"},
            {"id": "olga", "name": "Ольга" + RAW, "role": "mentor"},
        ]
        connection.execute(insert(people), rows)
        connection.execute(insert(groups).values(id="g", name=RAW))
        connection.execute(insert(members).values(group_id="g", person_id="boris"))
        task = {
            "id": "t",
            "title": RAW,
            "mode": "training",
            "pass_mark": 70,
            "counts": "best",
            "created_at": AT,
        }
        connection.execute(insert(assignments).values(**task))
        connection.execute(insert(assignment_items).values(assignment_id="t", number=0, item="talk"))
        connection.execute(
            insert(assignment_people),
            [{"assignment_id": "t", "person_id": who} for who in ("boris", "local")],
        )
    for who in ("boris", "local"):
        store = EventStore(database, who)
        about = {"scenario": "talk", "mode": "training", "pack": "demo", "hash_pack": RAW}
        store.append(f"s-{who}", {"kind": "start", "at": AT, **about})
        store.append(f"s-{who}", {"kind": "answer", "at": AT, "turn": "ask", "text": RAW, "verdict": VERDICT})
        store.save_draft(f"s-{who}", 1, RAW)
    with database.write() as connection:
        said = {
            "session_id": "s-local",
            "number": 1,
            "author_id": "olga",
            "kind": "essential",
            "text": RAW,
            "at": AT,
        }
        connection.execute(insert(comments).values(**said))
    database.close()


@pytest.fixture
def run(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str, str]]:
    monkeypatch.chdir(home)
    monkeypatch.setenv("TRAINER_HOME", str(home))
    monkeypatch.setenv("TRAINER_PACKS", str(home / "packs"))
    for name in ("TRAINER_PERSON", "TRAINER_DATABASE_URL"):
        monkeypatch.delenv(name, raising=False)

    def command(*words: str, typed: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8"))
        wiring.store.cache_clear()
        wiring.database.cache_clear()
        code = main(list(words))
        os.environ.pop("TRAINER_PERSON", None)
        return code, *capsys.readouterr()

    return command


ODD = "odd\x1b[31m\u202e\x9b.yaml"
CALLS = """
score talk ask answer.txt
score --json answers.jsonl
score RAW ask answer.txt
score talk RAW answer.txt
score talk ask RAW
check answer.txt
check --json answer.txt
check --standards RAW answer.txt
check --csv chats.csv --text текст
check --csv chats.csv --text текст --json --out out.jsonl --report report.csv
check --csv chats.csv --text текст --report report.md
check --csv chats.csv --text RAW
check --csv RAW --text x
evaluate labelled.jsonl --errors
evaluate labelled.jsonl --json
evaluate RAW
play talk --answers answers.jsonl
play talk --answers answer.txt --json
play talk --answers answer.txt --transcript talk.txt
play talk --plain
play RAW --plain
play --resume s-local --plain
play --resume RAW --plain
exercise
exercise --json
exercise one --plain
exercise RAW --plain
exercise one --answers answers.jsonl
person list
person list --json
person list --csv
person add RAW
person import people.csv
person rename boris RAW
person close RAW
person export boris
person export RAW
person forget RAW --yes
group list
group list --json
group list --csv
group add RAW
group members g
group members RAW
group import people.csv
assign talk --to boris --title RAW
assign RAW --to boris
assign talk --to RAW
assign talk --to boris --due RAW
assigned
assigned --json
assigned --csv
assigned --person RAW
standards
standards RAW
report
report --format json
report --format csv
report --format html -o report.html
report --person RAW
report --pack RAW
transcript
transcript --json
transcript s-local
transcript s-local --json
transcript RAW
comment s-local 1 --kind essential RAW
comment RAW 1 --kind essential x
desk
preview ODD
preview RAW
lint --no-model packs
lint --no-model --json packs
lint --no-model --sarif - packs
lint --no-model ODD
lint RAW
explain RAW
new packs/demo/fresh --title RAW --client RAW --line RAW
new RAW -y
test packs -v
test packs --json --junit junit.xml
test RAW
test packs -k RAW
format --check packs
format --check ODD
format RAW
pack export demo -o demo.zip --no-model
pack export RAW
pack import RAW
pack import ODD
xapi export
xapi export -o statements.jsonl
xapi send --to RAW
map talk
map talk --mermaid
map RAW
schema RAW
simulate talk --runs 6
simulate talk --runs 6 --json
simulate RAW
doctor
doctor --json
backup RAW
restore RAW
restore ODD
rescore --all
rescore --all --json
rescore --session RAW
object s-local 1 1 RAW
object RAW 1 1 x
objections
objections --json
decide 1 --keep --reason RAW
decide RAW --keep --reason x
objections --open
calibrate start RAW --answers answers.jsonl
calibrate
calibrate mark RAW --as RAW
calibrate report RAW
calibrate agree RAW
learn RAW
promote s-local 1 --author RAW
promote RAW 1 --anonymous
train RAW
refresh --due --json
refresh --plain
refresh --on RAW
progress
progress --plain
progress --json
progress --person RAW
RAW
--person RAW report
--packs RAW report
score --RAW
link RAW
link add boris
link add RAW --json
link add boris --url RAW
link list
link list --json
link revoke RAW
serve --host RAW
serve --port RAW
serve RAW
report --from RAW --debug
""".strip().splitlines()


@pytest.mark.parametrize("call", CALLS)
def test_nothing_raw_is_printed_or_written(
    home: Path, run: Callable[..., tuple[int, str, str]], call: str
) -> None:
    before = {path: path.stat().st_mtime_ns for path in home.iterdir() if path.is_file()}
    words = [word.replace("RAW", RAW).replace("ODD", ODD) for word in call.split()]
    code, out, err = run(*words, typed=f"{RAW}\nНет, ждите.\n\n/quit\n")
    assert code in (0, 1, 2), err
    assert (
        out + err or call == "link list --json"
    )  # nobody has a link here, and an empty list of records is empty
    safe(out + err)
    for path in home.iterdir():
        new = path.is_file() and before.get(path) != path.stat().st_mtime_ns
        if new and path.suffix in (".md", ".csv", ".json", ".jsonl", ".xml", ".html", ".txt"):
            safe(path.read_text("utf-8-sig"))
            if path.suffix == ".html":
                assert "<script" not in path.read_text("utf-8")
    if call.endswith("--csv") or path_is_table(call):
        table = (
            out if call.endswith(("--csv", "csv")) and out else (home / "report.csv").read_text("utf-8-sig")
        )
        for row in csv.reader(io.StringIO(table.lstrip("\ufeff")), delimiter=";"):
            assert not [cell for cell in row if re.match(r"\s*[=+\-@]", cell)]


def path_is_table(call: str) -> bool:
    return call.endswith(("--format csv", "report.csv"))


def test_every_command_is_among_them() -> None:
    called = {call.split()[0] for call in CALLS}
    assert called >= set(COMMANDS)
