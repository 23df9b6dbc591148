"""Reads one scenario file into the model."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

from trainer.model.place import Place
from trainer.model.scenario import CardPiece, Client, Ending, Mood, Note, Outcome, Scenario
from trainer.packs.problems import Problems
from trainer.packs.turn_reader import read_facts, read_turn
from trainer.packs.yaml_nodes import Datum, Fields, load

_KEYS = ("id", "title", "company", "client", "briefing", "card", "turns", "endings")
_MORE = ("patience", "note", "trains")
MOODS = {mood.name.lower(): mood for mood in Mood}
OUTCOMES = {outcome.name.lower(): outcome for outcome in Outcome}
# A client who asks more often than this is no lesson but a torment.
_MOST_PATIENCE = 9
_OLDEST = 120


class _Named(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def place(self) -> Place: ...


N = TypeVar("N", bound=_Named)


def read_scenario(path: Path, problems: Problems) -> Scenario | None:
    """Read a scenario; None when the file is no YAML at all or holds no turn."""
    datum = load(path, problems)
    return scenario_of(datum, path) if datum else None


def scenario_of(datum: Datum, path: Path) -> Scenario | None:
    """Read the scenario of the file ``path`` from its data; None when it holds no turn."""
    fields = datum.fields(_KEYS, _MORE)
    turns = _by_id(fields.items("turns"), read_turn)
    if not turns:
        _note_empty(fields, "turns")
        return None
    _check_stem(fields, path)
    return Scenario(
        id=fields.identifier("id"),
        title=fields.text("title"),
        company=fields.text("company"),
        client=_client(fields),
        briefing=fields.text("briefing"),
        card=tuple(_by_id(fields.items("card"), _piece).values()),
        turns=turns,
        endings=_by_id(fields.items("endings"), _ending),
        start=next(iter(turns)),
        patience=fields.integer("patience", 2, 0, _MOST_PATIENCE),
        note=_note(fields),
        trains=fields.texts("trains"),
        place=datum.place,
        places=_places(fields),
    )


def _places(fields: Fields) -> dict[str, Place]:
    """Return the places of the scenario's values; those of the client and the note by «client.about»."""
    places = fields.places()
    for key in ("client", "note"):
        if datum := fields.get(key):
            places |= {f"{key}.{name}": place for name, place in datum.inner_places().items()}
    return places


def _by_id(items: list[Datum], read: Callable[[Datum], N]) -> dict[str, N]:
    found: dict[str, N] = {}
    for item in items:
        record = read(item)
        if record.id in found:
            item.add("E034", id=record.id, line=found[record.id].place.line)
        elif record.id:
            found[record.id] = record
    return found


def _check_stem(fields: Fields, path: Path) -> None:
    datum = fields.get("id")
    if datum and datum.text(empty=True) not in ("", path.stem):
        datum.add("E033", id=datum.text(), stem=path.stem)


def _note_empty(fields: Fields, key: str) -> None:
    datum = fields.get(key)
    if datum:
        datum.add("E024", key=key)


def _client(fields: Fields) -> Client:
    datum = fields.get("client")
    if datum is None:
        return Client("", (), Mood.NEUTRAL)
    inner = datum.fields(("name", "mood"), ("names", "about", "age", "manner", "wants", "fears", "calms"))
    name = inner.text("name")
    return Client(
        name=name,
        names=inner.texts("names") or (name,),
        mood=inner.choice("mood", MOODS, Mood.NEUTRAL),
        about=inner.text("about"),
        age=inner.integer("age", 0, 1, _OLDEST) or None,
        manner=inner.text("manner"),
        wants=inner.text("wants"),
        fears=inner.text("fears"),
        calms=inner.text("calms"),
    )


def _piece(datum: Datum) -> CardPiece:
    fields = datum.fields(("id", "title", "text"), ("contradicts",))
    return CardPiece(
        id=fields.identifier("id"),
        title=fields.text("title"),
        text=fields.text("text"),
        place=datum.place,
        contradictions=fields.texts("contradicts"),
    )


def _ending(datum: Datum) -> Ending:
    fields = datum.fields(("id", "title", "outcome", "text"))
    return Ending(
        id=fields.identifier("id"),
        title=fields.text("title"),
        text=fields.text("text"),
        outcome=fields.choice("outcome", OUTCOMES, Outcome.MIXED),
        place=datum.place,
    )


def _note(fields: Fields) -> Note:
    datum = fields.get("note")
    if datum is None:
        return Note()
    inner = datum.fields(("facts",), ("model_answer",))
    return Note(read_facts(inner.items("facts")), inner.text("model_answer"))
