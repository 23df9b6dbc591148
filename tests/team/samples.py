"""A report with everything in it, and with whatever people may type."""

from datetime import UTC, date, datetime

from trainer.team.report import Report, Titles, build
from trainer.team.report_data import About, Ends, PackSum, Selection, SessionSum, StandardSum, Sums, Weekly

MADE = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
QUALITIES = {"goodwill": "Доброжелательность", "initiative": "Активность", "courtesy": "Корректность"}


def sums(name: str = "Анна", other: str = "Борис") -> Sums:
    return Sums(
        people=(About("a", name), About("b", other, "2026-11-01T00:00:00Z"), About("c", "Вера")),
        weeks=(
            Weekly("a", "2026-11-02", 4, 280, 2, 200, 4),
            Weekly("a", "2026-11-16", 6, 540, 0, 0, 0),
            Weekly("b", "2026-11-02", 10, 500, 5, 900, 9),
        ),
        standards=(
            StandardSum("a", "greet", "goodwill", 2, 20, 8),
            StandardSum("a", "curt", "initiative", 6, 160, 0),
            StandardSum("b", "curt", "initiative", 9, 500, 1),
            StandardSum("b", "rude", "courtesy", 0, 0, 3),
        ),
        packs=(PackSum("week", 2, 20, 1320),),
        sessions=(
            SessionSum("a", 3, 2, "2026-11-17T10:00:00Z"),
            SessionSum("b", 2, 2, "2026-11-03T10:00:00Z"),
        ),
        ends=(
            Ends("a", "week", "parcel", 2, 60, 90),
            Ends("b", "week", "gone", 2, 50, 40),
        ),
    )


def report(name: str = "Анна", title: str = "Группа «Весна»", **titles: str) -> Report:
    known = Titles(
        qualities=QUALITIES,
        standards={"greet": "Поздороваться", "curt": titles.get("standard", "Обрывочный ответ")},
        packs={"week": titles.get("pack", "Первая неделя")},
        scenarios={"parcel": titles.get("scenario", "Посылка")},
    )
    chosen = Selection(("a", "b", "c"), "", date(2026, 11, 1), None)
    return build(title, chosen, sums(name), known, MADE)
