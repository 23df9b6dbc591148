"""``trainer assigned``: who stands where with what was assigned; what is overdue comes first."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from trainer.cli import output
from trainer.cli.access import need_self_or_mentor
from trainer.cli.assign import shown
from trainer.cli.csv_table import as_table
from trainer.cli.exit_codes import ExitCode
from trainer.cli.parser import Parser
from trainer.cli.team_problems import CALL, bad
from trainer.cli.team_texts_ru import ASSIGN, HELP, MODES, STATUSES, TITLES
from trainer.cli.tools import Tools
from trainer.practice.visible import one_line
from trainer.storage.db.values import iso
from trainer.team.people import may_see
from trainer.team.standing import Standing, standings

_CSV = ("status", "name", "title", "from", "due", "passed", "items", "mark", "mode", "assignment")


def run(words: Sequence[str], tools: Tools) -> int:
    """Show how everything stands: to a mentor for all, to a trainee their own."""
    parser = Parser("assigned", ASSIGN["assigned-about"])
    parser.add_argument("--person", default="", metavar="ИМЯ", help=HELP["assigned-person"])
    parser.add_argument("--group", default="", metavar="ГРУППА", help=HELP["assigned-group"])
    parser.add_argument("--json", action="store_true", help=HELP["json"])
    parser.add_argument("--csv", action="store_true", help=HELP["csv-out"].partition(",")[0])
    call = parser.read(words)
    viewer = need_self_or_mentor()
    found, names = _standings(call.person, call.group, viewer.id if viewer else "")
    if call.json:
        for one in found:
            output.record(_record(one, names))
    elif call.csv:
        print(as_table([TITLES[name] for name in _CSV], [_row(one, names) for one in found]), end="")
    else:
        _show(found, names)
    if not found:
        output.tell(ASSIGN["none-own" if viewer else "none"])
    return ExitCode.DONE


def _standings(person: str, group: str, own: str) -> tuple[list[Standing], Mapping[str, str]]:
    """Return how things stand for the people that the call means, and what everybody is called."""
    from trainer import wiring
    from trainer.storage.db import assignment_store as tasks
    from trainer.storage.db import people_store as store

    with wiring.team() as connection:
        people = {one.id: one for one in store.everyone(connection)}
        wanted = {own} if own else set(people)
        if person:
            found = store.person(connection, person, CALL)
            if own and not may_see(people[own], found.id):
                raise bad("C210", name=people[own].name)
            wanted &= {found.id}
        if group:
            wanted &= store.group(connection, group, CALL).members
        given = tasks.all_assignments(connection)
        items = {item for one in given for item in one.items}
        tries = tasks.tries_of(connection, wanted, items)
    rows = [one for one in standings(given, tries, datetime.now(UTC)) if one.person in wanted]
    return rows, {name: one.name for name, one in people.items()}


def _show(found: Sequence[Standing], names: Mapping[str, str]) -> None:
    cells = [_cells(one, names) for one in found]
    widths = [max((len(row[at]) for row in cells), default=0) for at in range(6)]
    for row in cells:
        output.say("  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip())


def _cells(one: Standing, names: Mapping[str, str]) -> tuple[str, ...]:
    task = one.assignment
    done = ASSIGN["done" if one.mark is None else "done-mark"]
    return (
        STATUSES[one.status],
        one_line(names[one.person]),
        one_line(task.title),
        ASSIGN["until"].format(day=shown(task.due)) if task.due else ASSIGN["no-due"],
        done.format(passed=one.passed, items=len(one.items), mark=one.mark),
        f"({task.id})",
    )


def _row(one: Standing, names: Mapping[str, str]) -> tuple[object, ...]:
    task = one.assignment
    when = (shown(task.start), shown(task.due))
    about = (one.passed, len(one.items), one.mark, MODES[task.mode.value], task.id)
    return (STATUSES[one.status], names[one.person], task.title, *when, *about)


def _record(one: Standing, names: Mapping[str, str]) -> dict[str, object]:
    task = one.assignment
    return {
        "status": one.status.value,
        "person": names[one.person],
        "person_id": one.person,
        "assignment": task.id,
        "title": task.title,
        "mode": task.mode.value,
        "start": iso(task.start) if task.start else None,
        "due": iso(task.due) if task.due else None,
        "pass_mark": task.pass_mark,
        "attempts": task.attempts,
        "counts": task.counts.value,
        "mark": one.mark,
        "items": [{"id": it.id, "mark": it.mark, "left": it.left, "passed": it.passed} for it in one.items],
    }
