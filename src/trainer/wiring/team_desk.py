"""What the screens ask about people and what was assigned to them."""

import os
from collections.abc import Sequence
from datetime import UTC, datetime

from trainer.model.problem import InputError
from trainer.storage.identity import vouch
from trainer.storage.settings import person_of
from trainer.storage.team_texts_ru import PIN_CLOSED, PIN_WRONG
from trainer.team.people import Person
from trainer.team.standing import Standing, reminders
from trainer.tui.desk import Player
from trainer.wiring.keeping import choose_person, person_id
from trainer.wiring.team import team


class TeamDesk:
    """People and assignments; whatever the store does not tell now is as if it were not there."""

    def players(self) -> Sequence[Player]:
        """Return who may practise here; nobody where there is only one person."""
        from trainer.storage.db.people_store import everyone
        from trainer.storage.db.pins import with_pin

        try:
            with team() as connection:
                found, secured = everyone(connection), with_pin(connection)
        except InputError:
            return ()
        return [Player(one, one.id in secured) for one in found] if len(found) > 1 else ()

    def player(self) -> Person | None:
        """Return who practises; None while nobody was named."""
        from trainer.storage.db.people_store import person

        try:
            if person_of(os.environ) is None:
                return None
            with team() as connection:
                return person(connection, person_id())
        except InputError:
            return None

    def choose(self, person_id: str, pin: str) -> str:
        """Let somebody practise from here on; return why that cannot be, empty when it is done."""
        from trainer.storage.db.pins import Answer, check_pin

        try:
            with team(write=True) as connection:
                checked = check_pin(connection, person_id, pin, datetime.now(UTC))
            if checked.until:
                return PIN_CLOSED.format(time=f"{checked.until.astimezone():%H:%M}")
            if checked.answer is Answer.WRONG:
                return PIN_WRONG
            # Right, or there is none to be asked for.
            vouch(person_id)
            choose_person(person_id)
        except InputError as error:
            return str(error)
        return ""

    def guarded(self, person_id: str) -> bool:
        """Tell whether somebody has a PIN."""
        from trainer.storage.db.pins import with_pin

        try:
            with team() as connection:
                return person_id in with_pin(connection)
        except InputError:
            return False

    def tasks(self) -> Sequence[Standing]:
        """Return what whoever practises has to be reminded of, the most urgent first."""
        from trainer.storage.db.assignment_store import assignments_of, tries_of

        try:
            who = person_id()
            with team() as connection:
                given = assignments_of(connection, who)
                tries = tries_of(connection, [who], {item for one in given for item in one.items})
        except InputError:
            return ()
        return reminders(given, who, tries.get(who, ()), datetime.now(UTC))
