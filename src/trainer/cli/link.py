"""``trainer link``: personal links into the trainer in a browser."""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime

from trainer.cli import output
from trainer.cli.access import need_mentor
from trainer.cli.actions import run_action
from trainer.cli.exit_codes import ExitCode
from trainer.cli.parser import Parser
from trainer.cli.team_texts_ru import ACTIONS
from trainer.cli.tools import Tools
from trainer.cli.web_problems import CALL, PORT, bad, public_url, whole
from trainer.cli.web_texts_ru import LINK, LINK_STATUSES
from trainer.team.links import DAYS, MOST_DAYS, Link, until

_HERE = f"http://127.0.0.1:{PORT}"


def run(words: Sequence[str], tools: Tools) -> int:
    """Do what the action after the command says."""
    return run_action("link", words, {"add": _add, "list": _list, "revoke": _revoke})


def _add(words: Sequence[str]) -> int:
    from trainer import wiring
    from trainer.storage.db import links as store
    from trainer.storage.db.people_store import person

    parser = _parser("add")
    parser.add_argument("name", metavar="ИМЯ", help=LINK["whom"])
    parser.add_argument(
        "--days", metavar="N", default=str(DAYS), help=LINK["days"].format(days=DAYS, most=MOST_DAYS)
    )
    parser.add_argument("--reusable", action="store_true", help=LINK["reusable"])
    parser.add_argument("--url", default="", metavar="АДРЕС", help=LINK["url"].format(url=_HERE))
    parser.add_argument("--json", action="store_true", help=LINK["json"])
    call = parser.read(words)
    url = public_url(call.url) or _HERE
    days = whole(call.days, "--days", 1, MOST_DAYS)
    need_mentor()
    end = until(_now(), days)
    with wiring.team(write=True) as connection:
        who = person(connection, call.name, CALL)
        token = store.add_link(connection, who.id, _now(), end, once=not call.reusable)
    address = f"{url}/in#{token}"
    if call.json:
        about = {"id": token.id, "person": who.id, "once": not call.reusable, "url": address}
        output.record({**about, "expires_at": end.isoformat(timespec="seconds")})
        return ExitCode.DONE
    output.say(address)
    made = LINK["made-reusable" if call.reusable else "made-once"]
    output.tell(made.format(name=who.name, day=_day(end), id=token.id))
    return ExitCode.DONE


def _list(words: Sequence[str]) -> int:
    from trainer import wiring
    from trainer.storage.db.links import all_links

    parser = _parser("list")
    parser.add_argument("--all", action="store_true", help=LINK["all"])
    parser.add_argument("--json", action="store_true", help=LINK["json"])
    call = parser.read(words)
    need_mentor()
    now = _now()
    with wiring.team() as connection:
        found = [one for one in all_links(connection) if call.all or one.alive(now)]
    for one in found:
        if call.json:
            output.record(_record(one, now))
        else:
            output.say(_line(one, now))
    if not found and not call.json:
        output.tell(LINK["none"])
    return ExitCode.DONE


def _revoke(words: Sequence[str]) -> int:
    from trainer import wiring
    from trainer.storage.db import links as store

    parser = _parser("revoke")
    parser.add_argument("which", nargs="*", metavar="ССЫЛКА", help=LINK["which"])
    parser.add_argument("--all", action="store_true", help=LINK["revoke-all"])
    call = parser.read(words)
    if bool(call.which) == call.all:
        raise bad("C242")
    need_mentor()
    with wiring.team(write=True) as connection:
        found = store.all_links(connection)
        ids = {one.id for one in found} if call.all else _meant(call.which, found)
        count = store.revoke(connection, ids, _now())
    output.say(LINK["revoked"].format(count=count))
    return ExitCode.DONE


def _meant(words: Sequence[str], found: Sequence[Link]) -> Collection[str]:
    """Return the ids of the links that words mean: ids of links, names or ids of people. Raises InputError."""
    from trainer.team.names import key

    ids: set[str] = set()
    for word in words:
        meant = {one.id for one in found if word in (one.id, one.person) or key(one.name) == key(word)}
        if not meant:
            raise bad("C241", word=word)
        ids |= meant
    return ids


def _record(one: Link, now: datetime) -> dict[str, object]:
    return {
        "id": one.id,
        "person": one.person,
        "name": one.name,
        "status": one.status(now).value,
        "once": one.once,
        "created_at": one.created_at.isoformat(),
        "expires_at": one.expires_at.isoformat(),
        "used_at": one.used_at.isoformat() if one.used_at else None,
    }


def _line(one: Link, now: datetime) -> str:
    return LINK["line"].format(
        id=one.id,
        name=one.name,
        status=LINK_STATUSES[one.status(now)],
        day=_day(one.expires_at),
        kind="" if one.once else LINK["kind"],
    )


def _day(at: datetime) -> str:
    return f"{at.astimezone():%d.%m.%Y}"


def _now() -> datetime:
    return datetime.now(UTC)


def _parser(action: str) -> Parser:
    return Parser(f"link {action}", ACTIONS[f"link {action}"])
