"""A report: who does how well, what is weak, how it goes over time. Pure; everything shown can be added up by hand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from trainer.team.report_data import About, Ends, PackSum, Selection, SessionSum, StandardSum, Sums, Weekly

# From so many points an answer on, a quality is worth a talk; from fewer it only happens now and then.
_WEAK, _FAIR = 5.0, 1.5


class Level(StrEnum):
    """How a quality stands, told in a word wherever a colour tells it."""

    GOOD = "good"
    FAIR = "fair"
    WEAK = "weak"
    UNSEEN = "unseen"


def level_of(each: float) -> Level:
    """Return how something stands that costs so many points an answer."""
    told = round(each, 1)  # as it is shown: the word must fit the number beside it
    return Level.WEAK if told >= _WEAK else Level.FAIR if told >= _FAIR else Level.GOOD


@dataclass(frozen=True, slots=True)
class Loss:
    """What a quality or a standard cost: ``points`` in all over ``answers``, broken and shown how many times."""

    answers: int
    points: int
    lost: int
    shown: int

    @property
    def each(self) -> float:
        """Points lost an answer; over all qualities these and the mean score add up to 100."""
        return self.points / self.answers if self.answers else 0.0

    @property
    def level(self) -> Level:
        """How it stands."""
        if not self.answers or not (self.lost or self.shown):
            return Level.UNSEEN
        return level_of(self.each)


@dataclass(frozen=True, slots=True)
class Week:
    """The mean score 0-100 of a week (by its Monday); None in a week without answers."""

    monday: str
    answers: int
    score: float | None


@dataclass(frozen=True, slots=True)
class Change:
    """First and last attempt at one thing, 0-100; ``title`` is what it is called."""

    person: str
    scenario: str
    title: str
    count: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class PersonReport:
    """One person: ``score`` 0-100 and ``seconds`` are means an answer, ``hints`` too; None where nothing is known."""

    id: str
    name: str
    answers: int
    score: float | None
    begun: int
    finished: int
    last: str
    hints: float | None
    seconds: float | None
    qualities: Mapping[str, Loss]
    weeks: tuple[Week, ...]
    before: float | None
    after: float | None
    left: bool = False


@dataclass(frozen=True, slots=True)
class StandardReport:
    """One standard over everybody in the report."""

    id: str
    title: str
    quality: str
    loss: Loss


@dataclass(frozen=True, slots=True)
class PackReport:
    """One pack: how many people have answered, how often, and the mean score."""

    id: str
    title: str
    people: int
    answers: int
    score: float


@dataclass(frozen=True, slots=True)
class Report:
    """All of it; ``qualities`` are (id, title) in their order, ``made`` is when."""

    title: str
    chosen: Selection
    made: datetime
    answers: int
    score: float | None
    people: tuple[PersonReport, ...]
    qualities: tuple[tuple[str, str], ...]
    standards: tuple[StandardReport, ...]
    packs: tuple[PackReport, ...]
    weeks: tuple[Week, ...]
    changes: tuple[Change, ...]
    before: float | None = None
    after: float | None = None


@dataclass(frozen=True, slots=True)
class Titles:
    """What things are called, by id; what is not found is called by its id."""

    qualities: Mapping[str, str]
    standards: Mapping[str, str]
    packs: Mapping[str, str]
    scenarios: Mapping[str, str]


def build(title: str, chosen: Selection, sums: Sums, titles: Titles, made: datetime) -> Report:
    """Return the report on what was chosen."""
    answers = sum(week.answers for week in sums.weeks)
    seen = {one.quality for one in sums.standards}
    qualities = (*titles.qualities.items(), *((q, q) for q in sorted(seen - titles.qualities.keys()) if q))
    return Report(
        title=title,
        chosen=chosen,
        made=made,
        answers=answers,
        score=_mean(sum(week.score for week in sums.weeks), answers),
        people=tuple(_person(about, sums, [name for name, _ in qualities]) for about in sums.people),
        qualities=qualities,
        standards=_standards(sums.standards, answers, titles),
        packs=tuple(_pack(one, titles) for one in sums.packs),
        weeks=_weeks(sums.weeks),
        changes=tuple(_change(one, titles) for one in sums.ends),
        before=_first(sums.ends),
        after=_last(sums.ends),
    )


def weakest(found: Mapping[str, Loss], count: int = 3) -> list[str]:
    """Return the qualities that cost most, the costliest first; those that cost nothing are left out."""
    costly = sorted(found, key=lambda name: (-found[name].each, name))
    return [name for name in costly if found[name].points][:count]


def _person(about: About, sums: Sums, qualities: Sequence[str]) -> PersonReport:
    weeks = [one for one in sums.weeks if one.person == about.id]
    ends = [one for one in sums.ends if one.person == about.id]
    none = SessionSum(about.id, 0, 0, "")
    talks = next((one for one in sums.sessions if one.person == about.id), none)
    answers = sum(week.answers for week in weeks)
    mine = [one for one in sums.standards if one.person == about.id]
    return PersonReport(
        id=about.id,
        name=about.name,
        answers=answers,
        score=_mean(sum(week.score for week in weeks), answers),
        begun=talks.begun,
        finished=talks.finished,
        last=talks.last,
        hints=_mean(sum(week.hints for week in weeks), answers),
        seconds=_mean(sum(week.seconds for week in weeks), sum(week.timed for week in weeks)),
        qualities={name: _loss((one for one in mine if one.quality == name), answers) for name in qualities},
        weeks=_weeks(weeks),
        before=_first(ends),
        after=_last(ends),
        left=bool(about.closed_at),
    )


def _standards(found: Sequence[StandardSum], answers: int, titles: Titles) -> tuple[StandardReport, ...]:
    by_name: dict[tuple[str, str], list[StandardSum]] = {}
    for one in found:
        by_name.setdefault((one.standard, one.quality), []).append(one)
    rows = [
        StandardReport(name, titles.standards.get(name, name), quality, _loss(rows, answers))
        for (name, quality), rows in by_name.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.loss.points, row.id, row.quality)))


def _loss(rows: Iterable[StandardSum], answers: int) -> Loss:
    points = lost = shown = 0
    for row in rows:
        points, lost, shown = points + row.points, lost + row.lost, shown + row.shown
    return Loss(answers, points, lost, shown)


def _pack(one: PackSum, titles: Titles) -> PackReport:
    mean = one.score / one.answers if one.answers else 0.0
    return PackReport(one.pack, titles.packs.get(one.pack, one.pack), one.people, one.answers, mean)


def _change(one: Ends, titles: Titles) -> Change:
    title = titles.scenarios.get(one.scenario, one.scenario)
    return Change(one.person, one.scenario, title, one.count, one.first, one.last)


def _weeks(found: Sequence[Weekly]) -> tuple[Week, ...]:
    """Return the weeks from the first to the last, those without answers too."""
    sums: dict[str, tuple[int, int]] = {}
    for one in found:
        if one.week:
            answers, score = sums.get(one.week, (0, 0))
            sums[one.week] = (answers + one.answers, score + one.score)
    if not sums:
        return ()
    monday, last, weeks = date.fromisoformat(min(sums)), date.fromisoformat(max(sums)), []
    while monday <= last:
        answers, score = sums.get(monday.isoformat(), (0, 0))
        weeks.append(Week(monday.isoformat(), answers, _mean(score, answers)))
        monday += timedelta(days=7)
    return tuple(weeks)


def _first(ends: Sequence[Ends]) -> float | None:
    return _mean(sum(one.first for one in ends), len(ends))


def _last(ends: Sequence[Ends]) -> float | None:
    return _mean(sum(one.last for one in ends), len(ends))


def _mean(total: int, count: int) -> float | None:
    return total / count if count else None
