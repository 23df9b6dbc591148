"""Builds statements. The same fact gives the same statement with the same id, however often it is told."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from trainer.team.xapi.facts import Attempt, Given, Named

Statement = Mapping[str, Any]
# Ids of ours grow from here; changing it would make every statement a new one.
_SPACE = uuid5(NAMESPACE_URL, "https://trainer.invalid/xapi/1")
_ADL = "http://adlnet.gov/expapi"
_VERBS = {
    "answered": (f"{_ADL}/verbs/answered", "ответил"),
    "completed": (f"{_ADL}/verbs/completed", "закончил"),
    "passed": (f"{_ADL}/verbs/passed", "сдал"),
    "failed": (f"{_ADL}/verbs/failed", "не сдал"),
    "voided": (f"{_ADL}/verbs/voided", "отменено"),
}
_LANGUAGE = "ru"


@dataclass(frozen=True, slots=True)
class Manner:
    """How statements are made: ``home_page`` (http or https) tells this centre's people and packs from others.

    With ``text`` the words of the trainee go along, without it they stay at home.
    """

    home_page: str
    text: bool = False


def answered(fact: Given, manner: Manner) -> Statement:
    """Return that somebody answered at a turn, with the score and, where it is allowed, with the words."""
    result: dict[str, Any] = {"score": _score(fact.score)}
    if fact.seconds is not None:
        result["duration"] = duration(fact.seconds)
    if manner.text:
        result["response"] = fact.text
    if fact.points:
        result["extensions"] = {f"{_root(manner)}/deductions": dict(fact.points)}
    return {
        **_begun(fact, manner, "answered", str(fact.number)),
        "object": _turn(fact, manner),
        "result": result,
        "context": _context(fact, manner, parent=True),
        "timestamp": fact.at,
    }


def completed(fact: Attempt, manner: Manner) -> Statement:
    """Return that somebody came to the end of a talk or a series."""
    result: dict[str, Any] = {"completion": True, **_measured(fact)}
    return _finished(fact, manner, "completed", result)


def judged(fact: Attempt, manner: Manner) -> Statement | None:
    """Return that somebody passed or failed; None where nothing was to be passed or nothing was judged."""
    if fact.pass_mark is None or fact.score is None:
        return None
    success = fact.score >= fact.pass_mark
    result = {"success": success, "completion": True, **_measured(fact)}
    return _finished(fact, manner, "passed" if success else "failed", result)


def voided(statement_id: str, person: str, at: str, manner: Manner) -> Statement:
    """Return that a statement no longer holds: a mentor has decided otherwise since. ``at`` is ISO text in UTC."""
    return {
        "id": _id(manner, "voided", statement_id),
        "actor": _actor(person, manner),
        "verb": _verb("voided"),
        "object": {"objectType": "StatementRef", "id": statement_id},
        "timestamp": at,
    }


def duration(seconds: int) -> str:
    """Return whole seconds as an ISO 8601 duration such as «PT1H2M3S»; nothing is shorter than «PT0S»."""
    minutes, rest = divmod(max(0, seconds), 60)
    hours, minutes = divmod(minutes, 60)
    parts = [f"{count}{unit}" for count, unit in ((hours, "H"), (minutes, "M"), (rest, "S")) if count]
    return "PT" + ("".join(parts) or "0S")


def _finished(fact: Attempt, manner: Manner, verb: str, result: Mapping[str, Any]) -> Statement:
    return {
        **_begun(fact, manner, verb, ""),
        "object": _item(fact.about, manner),
        "result": dict(result),
        "context": _context(fact, manner, parent=False),
        "timestamp": fact.at,
    }


def _begun(fact: Given | Attempt, manner: Manner, verb: str, number: str) -> dict[str, Any]:
    # Passed and failed are one fact: there cannot be both.
    kind = "judged" if verb in ("passed", "failed") else verb
    return {
        "id": id_of(fact, manner, kind, number, fact.revision),
        "actor": _actor(fact.person, manner),
        "verb": _verb(verb),
    }


def id_of(fact: Given | Attempt, manner: Manner, kind: str, number: str, revision: int) -> str:
    """Return the id of what is said of a fact in this revision; ``kind`` is answered, completed or judged."""
    # The first says what has always been said, under the id that it always had.
    later = (f"revision {revision}",) if revision else ()
    return _id(manner, fact.person, fact.session, kind, number, *later)


def _actor(person: str, manner: Manner) -> dict[str, Any]:
    return {"objectType": "Agent", "account": {"homePage": manner.home_page, "name": person}}


def _verb(verb: str) -> dict[str, Any]:
    iri, name = _VERBS[verb]
    return {"id": iri, "display": {"en-US": verb, _LANGUAGE: name}}


def _id(manner: Manner, *words: str) -> str:
    # Zero bytes cannot occur in the words, so no two lists of words give one text.
    text = "\0".join((manner.home_page, *words))
    return str(uuid5(_SPACE, text.encode("utf-8", "replace").decode()))


def _registration(manner: Manner, fact: Given | Attempt) -> str:
    return _id(manner, fact.person, fact.session, "registration")


def _context(fact: Given | Attempt, manner: Manner, *, parent: bool) -> dict[str, Any]:
    activities: dict[str, Any] = {}
    if parent:
        activities["parent"] = [_item(fact.about, manner)]
    if fact.about.pack:
        activities["grouping"] = [{"objectType": "Activity", "id": _iri(manner, fact.about.pack)}]
    context: dict[str, Any] = {
        "registration": _registration(manner, fact),
        "platform": "trainer",
        "language": _LANGUAGE,
        "extensions": {f"{_root(manner)}/mode": fact.about.mode},
    }
    return {**context, "contextActivities": activities} if activities else context


def _item(about: Named, manner: Manner) -> dict[str, Any]:
    definition: dict[str, Any] = {"type": f"{_ADL}/activities/assessment"}
    if about.title:
        definition["name"] = {_LANGUAGE: about.title}
    return {"objectType": "Activity", "id": _iri(manner, about.pack, about.item), "definition": definition}


def _turn(fact: Given, manner: Manner) -> dict[str, Any]:
    return {
        "objectType": "Activity",
        "id": _iri(manner, fact.about.pack, fact.about.item, fact.turn),
        "definition": {"type": f"{_ADL}/activities/cmi.interaction", "interactionType": "long-fill-in"},
    }


def _root(manner: Manner) -> str:
    return f"{manner.home_page.rstrip('/')}/trainer"


def _iri(manner: Manner, *names: str) -> str:
    # A session of an old version does not know its pack.
    words = [quote(name.encode("utf-8", "replace"), safe="") or "-" for name in names]
    return "/".join((_root(manner), *words))


def _measured(fact: Attempt) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if fact.score is not None:
        found["score"] = _score(fact.score)
    if fact.seconds is not None:
        found["duration"] = duration(fact.seconds)
    return found


def _score(points: int) -> dict[str, Any]:
    kept = min(100, max(0, points))
    return {"scaled": kept / 100, "raw": kept, "min": 0, "max": 100}
