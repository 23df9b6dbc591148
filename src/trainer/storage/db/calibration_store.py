"""Calibrations in the store: the answers, who marked what, what was agreed on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random

from sqlalchemy import func, insert, select, update

from trainer.packs.problems import hint
from trainer.storage.db.complain import wrong
from trainer.storage.db.disagreement_tables import calibration_answers, calibration_marks, calibrations
from trainer.storage.db.engine import Database
from trainer.storage.db.errors import TakenError
from trainer.storage.db.labelled_store import keep_labels
from trainer.storage.db.mentors import check_mentor
from trainer.storage.db.projection import TALK
from trainer.storage.db.tables import answers, sessions
from trainer.storage.db.values import iso, plain
from trainer.team.objections import Label
from trainer.team.sample import spread_out

# The latest answers to choose from: older ones are about scenarios that have changed since.
_LATEST = 5_000


@dataclass(frozen=True, slots=True)
class Sampled:
    """An answer to be marked; ``writer`` is the id of who wrote it, empty for nobody known."""

    text: str
    scenario: str
    turn: str
    writer: str = ""


@dataclass(frozen=True, slots=True)
class Calibration:
    """A calibration: its answers by number from 1, and the marks by mentor (id) and number."""

    id: str
    at: str
    agreed_at: str
    answers: Mapping[int, Sampled]
    marks: Mapping[str, Mapping[int, frozenset[str]]]

    @property
    def done(self) -> list[str]:
        """Return the mentors who have marked every answer."""
        return [name for name, marks in self.marks.items() if marks.keys() >= self.answers.keys()]


class CalibrationStore:
    """Keeps calibrations; all methods may raise StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def sample(self, count: int, chance: Random, known: Iterable[str]) -> list[Sampled]:
        """Return answers of talks by ``known`` scenarios, of all scores; raises InputError when there are too few."""
        columns = (answers.c.text, answers.c.scenario, answers.c.turn, answers.c.person_id, answers.c.score)
        wanted = (
            select(*columns)
            .join(sessions, sessions.c.id == answers.c.session_id)
            .where(sessions.c.kind == TALK, answers.c.scenario.in_(list(known)))
            .order_by(answers.c.id.desc())
            .limit(_LATEST)
        )
        with self._database.read() as connection:
            rows = connection.execute(wanted).all()
        unique = {
            (r.scenario, r.turn, r.text): (r.score, Sampled(r.text, r.scenario, r.turn, r.person_id))
            for r in rows
        }
        if len(unique) < count:
            raise wrong("E232", found=len(unique), wanted=count)
        return spread_out([*unique.values()], count, chance)

    def begin(self, name: str, chosen: Sequence[Sampled], mentor: str, at: datetime) -> None:
        """Keep a new calibration; raises InputError for a name that is taken and for somebody who is no mentor."""
        try:
            with self._database.write() as connection:
                check_mentor(connection, mentor)
                connection.execute(insert(calibrations).values(id=name, at=iso(at)))
                rows = [
                    {
                        "calibration_id": name,
                        "number": number,
                        "text": plain(item.text),
                        "scenario": item.scenario,
                        "turn": item.turn,
                        "person_id": item.writer or None,
                    }
                    for number, item in enumerate(chosen, 1)
                ]
                connection.execute(insert(calibration_answers), rows)
        except TakenError:
            raise wrong("E230", id=name) from None

    def names(self) -> list[str]:
        """Return the names of all calibrations, the latest first."""
        wanted = select(calibrations.c.id).order_by(calibrations.c.at.desc(), calibrations.c.id.desc())
        with self._database.read() as connection:
            return list(connection.execute(wanted).scalars())

    def read(self, name: str) -> Calibration:
        """Return a calibration; raises InputError for an unknown name."""
        with self._database.read() as connection:
            about = connection.execute(select(calibrations).where(calibrations.c.id == name)).first()
            of = select(calibration_answers).where(calibration_answers.c.calibration_id == name)
            rows = connection.execute(of.order_by(calibration_answers.c.number)).all()
            made = select(calibration_marks).where(calibration_marks.c.calibration_id == name)
            marked = connection.execute(made.order_by(calibration_marks.c.id)).all()
        if about is None:
            raise wrong("E231", id=name, hint=hint(name, self.names()))
        marks: dict[str, dict[int, frozenset[str]]] = defaultdict(dict)
        for row in marked:
            marks[row.person_id][row.number] = frozenset(row.standards)
        sampled = {row.number: Sampled(row.text, row.scenario, row.turn, row.person_id or "") for row in rows}
        return Calibration(name, about.at, about.agreed_at or "", sampled, dict(marks))

    def mark(self, name: str, mentor: str, marks: Mapping[int, Iterable[str]], at: datetime) -> None:
        """Keep the marks of a mentor; raises InputError for somebody who is none."""
        with self._database.write() as connection:
            check_mentor(connection, mentor, "E235")
            about = {"calibration_id": name, "person_id": mentor, "at": iso(at)}
            rows = [
                {**about, "number": number, "standards": sorted(found)} for number, found in marks.items()
            ]
            if rows:
                connection.execute(insert(calibration_marks), rows)

    def agree(self, name: str, labels: Sequence[Label], mentor: str, at: datetime) -> None:
        """Keep what was agreed on as labelled texts; raises InputError for somebody who is no mentor."""
        with self._database.write() as connection:
            check_mentor(connection, mentor, "E235")
            keep_labels(connection, labels)
            done = update(calibrations).where(calibrations.c.id == name)
            connection.execute(done.values(agreed_at=func.coalesce(calibrations.c.agreed_at, iso(at))))
