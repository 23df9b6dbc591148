"""A house with people, a small pack and a running server, for tests."""

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from trainer.storage.db import links
from trainer.storage.db.address import Address
from trainer.storage.db.opening import open_database
from trainer.storage.db.people_store import add_person
from trainer.storage.db.pins import set_pin
from trainer.storage.db.tables import answers, drafts, sessions
from trainer.team.people import Role

PACK = """\
id: kiosk
title: Киоск
about: Набор для тестов браузера.
scenarios: [kiosk-hours]
"""
TALK = """\
id: kiosk-hours
title: Часы киоска
company: Киоск
client: {name: Вера, names: [Вера], mood: neutral, about: Хочет купить газету.}
briefing: Вера спрашивает, до скольких открыт киоск.
patience: 5
trains: [greet]
card:
  - {id: hours, title: Часы, text: Киоск открыт до восьми вечера. Сдача есть.}
turns:
  - id: until
    client: До скольких вы открыты?
    expected: [greet]
    facts: [{id: eight, required: false, text: до восьми, say: [["#20:00", "до восьми"]]}]
    hints: [Назовите час., "Начните так: «Здравствуйте! Мы открыты …»"]
    model_answer: Здравствуйте, Вера! Мы открыты до восьми вечера, приходите.
    bad_answer: Не знаю.
    ways: [{to: change}]
  - id: change
    client: А сдача у вас есть?
    last: true
    expected: [answer-fully]
    facts: [{id: has, required: false, text: есть сдача, say: [["сдача есть", "есть сдача"]]}]
    hints: [Скажите про сдачу., "Начните так: «Да, сдача …»"]
    model_answer: Да, сдача есть с любой купюры. Если что-то ещё понадобится, пишите!
    bad_answer: Отстаньте.
    ways: [{to: bought}]
endings:
  - {id: bought, title: Газета куплена, outcome: good, text: Вера пришла и купила газету.}
"""


class House:
    """A data folder with people and, once started, a server at ``url``."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "home"
        pack = folder / "packs" / "kiosk"
        (pack / "dialogues").mkdir(parents=True)
        (pack / "pack.yaml").write_text(PACK, encoding="utf-8")
        (pack / "dialogues" / "kiosk-hours.yaml").write_text(TALK, encoding="utf-8")
        self.url = ""
        self.words = [sys.executable, "-m", "trainer.cli.main", "--packs", str(folder / "packs")]
        kept = {name: value for name, value in os.environ.items() if not name.startswith("TRAINER_")}
        self.database = open_database(Address(self.home / "trainer.db"))
        self.people: dict[str, str] = {}
        self.environment = {**kept, "TRAINER_HOME": str(self.home), "TRAINER_LESSON": "off"}

    def add(self, name: str, role: Role = Role.TRAINEE, pin: str = "") -> None:
        """Add somebody, perhaps with a PIN."""
        with self.database.write() as connection:
            person = add_person(connection, name, datetime.now(UTC), role)
            set_pin(connection, person.id, pin)
        self.people[name] = person.id

    def start(self, *words: str) -> None:
        """Start the server and wait until it is ready."""
        self.log = self.home.parent / "log"
        with self.log.open("wb") as errors:
            self.server = subprocess.Popen(
                [*self.words, "serve", "--port", "0", *words],
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=errors,
                encoding="utf-8",
            )
        assert self.server.stdout
        self.url = self.server.stdout.readline().partition(": ")[2].strip()
        assert self.url.startswith("http"), self.log.read_text(encoding="utf-8")

    def token(self, name: str, *, once: bool = True, days: int = 1) -> str:
        """Return what a new personal link of somebody opens the door with."""
        now = datetime.now(UTC)
        with self.database.write() as connection:
            return str(
                links.add_link(connection, self.people[name], now, now + timedelta(days=days), once=once)
            )

    def link(self, name: str) -> str:
        """Return a new personal link of somebody."""
        return f"{self.url}/in#{self.token(name)}"

    def revoke(self, token: str) -> None:
        """Take a link back."""
        with self.database.write() as connection:
            assert links.revoke(connection, {token.partition(".")[0]}, datetime.now(UTC)) == 1

    def kept(self, name: str) -> list[tuple[str, str, bool]]:
        """Return the sessions of somebody: id, the texts of the answers, whether it is finished.

        On a busy machine an Enter that follows at once is taken for the end of a pasted line: it is left out.
        """
        with self.database.read() as connection:
            found = connection.execute(
                select(sessions).where(sessions.c.person_id == self.people[name])
            ).all()
            said = connection.execute(select(answers).order_by(answers.c.number)).all()
        return [
            (
                one.id,
                "|".join(row.text.rstrip("\n") for row in said if row.session_id == one.id),
                bool(one.finished_at),
            )
            for one in found
        ]

    def typed(self) -> list[str]:
        """Return every answer and every draft."""
        with self.database.read() as connection:
            return [
                *connection.execute(select(answers.c.text)).scalars(),
                *connection.execute(select(drafts.c.text)).scalars(),
            ]

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Stop the server and return its exit code."""
        if self.server.poll() is None:
            self.server.send_signal(how)
        try:
            return self.server.wait(120)
        finally:
            if self.server.poll() is None:
                self.server.kill()

    def processes(self) -> set[int]:
        """Return the ids of the processes that the server has started and that still run."""
        return {pid for pid in descendants(self.server.pid) if pid != self.server.pid}


def descendants(pid: int) -> set[int]:
    """Return the id and those of all its children's children."""
    parents: dict[int, int] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text(errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        if fields[0] != "Z":
            parents[int(path.parent.name)] = int(fields[1])
    found = {pid}
    while new := {one for one, parent in parents.items() if parent in found} - found:
        found |= new
    return found
