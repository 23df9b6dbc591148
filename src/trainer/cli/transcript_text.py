"""Sessions of people as lines and as records."""

from collections.abc import Iterator, Mapping
from typing import Any

from trainer.cli import records_texts_ru as ru
from trainer.cli.disagree_texts_ru import DECIDED as STATES
from trainer.practice.tell import Names, tell_verdict
from trainer.practice.visible import one_line, visible
from trainer.team.comments import Comment
from trainer.team.transcript import Entry, Known, Transcript


def listed(about: Known, titles: Mapping[str, str]) -> str:
    """Return a session as a line of the list."""
    state = ru.STATES["done" if about.finished else "going"].format(score=about.score, answers=about.answers)
    more = ru.COMMENTS_HERE.format(count=about.comments) if about.comments else ""
    title = one_line(titles.get(about.scenario, about.scenario))
    line = {"id": about.id, "when": when(about.started), "name": one_line(about.name), "title": title}
    return ru.LISTED.format(**line, state=state + more)


def lines(found: Transcript, names: Names, titles: Mapping[str, str]) -> Iterator[str]:
    """Yield a session line by line: what was asked, answered, found, and what mentors say."""
    about = found.about
    title = one_line(titles.get(about.scenario, about.scenario))
    yield ru.HEAD.format(title=title, name=one_line(about.name), when=when(about.started))
    for entry in found.entries:
        yield ""
        yield from _entry(entry, names)
    if found.note:
        yield ""
        yield ru.NOTE.format(text=visible(found.note))


def _entry(entry: Entry, names: Names) -> Iterator[str]:
    if entry.line:
        yield ru.CLIENT.format(line=one_line(entry.line))
    taken = ru.TAKEN if entry.taken_back else ""
    yield ru.ANSWER.format(number=entry.number, taken=taken, text=visible(entry.text))
    if entry.sealed:
        yield ru.SEALED
    elif entry.verdict:
        yield from (f"   {line}" for line in tell_verdict(entry.verdict, names))
    else:
        yield ru.SCORE.format(score=entry.score)
        for loss in entry.losses:
            yield ru.LOSS.format(points=loss.points, title=one_line(loss.title), why=one_line(loss.why))
    if entry.standing != entry.score:
        yield ru.CORRECTED.format(before=entry.score, after=entry.standing)
    for item in entry.objections:
        last = item.last
        values = {"before": last.before, "after": last.after, "reason": one_line(last.reason)} if last else {}
        state = STATES[item.state].format(**values)
        yield ru.OBJECTED.format(number=item.deduction, text=one_line(item.text), state=state)
    for comment in entry.comments:
        yield ru.COMMENT.format(
            author=one_line(comment.author) or ru.MENTOR,
            kind=ru.KINDS[comment.kind],
            text=visible(comment.text),
        )


def known_record(about: Known) -> dict[str, Any]:
    """Return what is known of a session as plain data."""
    return {
        "session": about.id,
        "person": about.person,
        "name": about.name,
        "kind": about.kind,
        "pack": about.pack,
        "scenario": about.scenario,
        "mode": about.mode,
        "started": about.started,
        "finished": about.finished or None,
        "score": about.score,
        "answers": about.answers,
        "comments": about.comments,
    }


def entry_record(entry: Entry) -> dict[str, Any]:
    """Return an answer as plain data; an exam that goes on keeps its verdicts to itself."""
    about = {
        "number": entry.number,
        "turn": entry.turn,
        "client": entry.line,
        "text": entry.text,
        "at": entry.at,
        "taken_back": entry.taken_back,
        "comments": [_comment(item) for item in entry.comments],
    }
    if entry.sealed:
        return about
    judged = entry.verdict.record() if entry.verdict else {"score": entry.score}
    losses = [{"points": item.points, "title": item.title, "why": item.why} for item in entry.losses]
    told = [
        {"deduction": item.deduction, "text": item.text, "state": str(item.state)}
        for item in entry.objections
    ]
    more = {"standing": entry.standing, "objections": told} if told else {}
    return {**about, **judged, **({"losses": losses} if losses else {}), **more}


def _comment(item: Comment) -> dict[str, Any]:
    return {"author": item.author, "kind": str(item.kind), "text": item.text, "at": item.at}


def when(iso: str) -> str:
    """Return a time of the store as people write it."""
    return f"{iso[8:10]}.{iso[5:7]}.{iso[:4]} {iso[11:16]}"
