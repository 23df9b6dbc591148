"""A report as plain data; docs/commands.md says what the fields mean."""

from collections.abc import Sequence
from typing import Any

from trainer.team.report import Loss, PersonReport, Report, Week


def as_data(report: Report) -> dict[str, Any]:
    """Return the report as one record of JSON."""
    chosen = report.chosen
    return {
        "title": report.title,
        "made": report.made.isoformat(timespec="seconds"),
        "pack": chosen.pack or None,
        "from": chosen.since.isoformat() if chosen.since else None,
        "to": chosen.until.isoformat() if chosen.until else None,
        "answers": report.answers,
        "score": _round(report.score),
        "before": _round(report.before),
        "after": _round(report.after),
        "weeks": _weeks(report.weeks),
        "people": [_person(one) for one in report.people],
        "qualities": [{"id": name, "title": title} for name, title in report.qualities],
        "standards": [
            {"id": one.id, "title": one.title, "quality": one.quality, **_loss(one.loss)}
            for one in report.standards
        ],
        "packs": [
            {"id": one.id, "title": one.title, "people": one.people, "answers": one.answers,
             "score": _round(one.score)}
            for one in report.packs
        ],
        "changes": [
            {"person": one.person, "scenario": one.scenario, "title": one.title, "count": one.count,
             "first": one.first, "last": one.last}
            for one in report.changes
        ],
    }  # fmt: skip


def _person(one: PersonReport) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "left": one.left,
        "answers": one.answers,
        "score": _round(one.score),
        "begun": one.begun,
        "finished": one.finished,
        "last": one.last or None,
        "hints": _round(one.hints),
        "seconds": _round(one.seconds),
        "before": _round(one.before),
        "after": _round(one.after),
        "qualities": {
            name: {**_loss(loss), "level": str(loss.level)} for name, loss in one.qualities.items()
        },
        "weeks": _weeks(one.weeks),
    }


def _loss(loss: Loss) -> dict[str, Any]:
    return {"points": round(loss.each, 2), "lost": loss.lost, "shown": loss.shown}


def _weeks(weeks: Sequence[Week]) -> list[dict[str, Any]]:
    return [{"week": one.monday, "answers": one.answers, "score": _round(one.score)} for one in weeks]


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 1)
