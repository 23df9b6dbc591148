"""Reads the plan of a pack, day by day."""

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from trainer.model.plan import PlanDay, PlanItem
from trainer.packs.problems import Problems, hint

if TYPE_CHECKING:
    from trainer.packs.yaml_nodes import Datum

# A day of practice longer than this is no plan but a mistake in the number.
_LONGEST_DAY = 480
MODES: Mapping[str, bool] = {"training": False, "exam": True}


def read_plan(items: "list[Datum]") -> tuple[PlanDay, ...]:
    """Read the days of a plan; two with one id are a problem."""
    days: dict[str, PlanDay] = {}
    for item in items:
        day = _day(item)
        if day.id in days:
            item.add("E034", id=day.id, line=days[day.id].place.line)
        elif day.id:
            days[day.id] = day
    return tuple(days.values())


def _day(datum: "Datum") -> PlanDay:
    fields = datum.fields(("id", "title", "items"), ("minutes", "mode"))
    items = tuple(PlanItem(name, item.place) for item in fields.items("items") if (name := item.identifier()))
    if not items and (found := fields.get("items")):
        found.add("E024", key="items")
    return PlanDay(
        id=fields.identifier("id"),
        title=fields.text("title"),
        items=items,
        minutes=fields.integer("minutes", 0, 1, _LONGEST_DAY) or None,
        exam=fields.choice("mode", MODES, False),
        place=datum.place,
    )


def check_plan(plan: Iterable[PlanDay], known: Collection[str], problems: Problems) -> None:
    """Record every item that is neither a scenario nor an exercise of the packs there are."""
    for day in plan:
        for item in day.items:
            if item.id not in known:
                problems.add(item.place, "E037", id=item.id, hint=hint(item.id, known))
