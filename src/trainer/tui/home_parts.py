"""The parts of the first screen and of the plan as contents."""

from collections.abc import Mapping, Sequence

from textual.content import Content

from trainer.model.plan import PlanDay
from trainer.model.scenario import Pack, Scenario
from trainer.practice.person import name_and_age
from trainer.practice.plan import Day
from trainer.practice.records import Mode
from trainer.practice.tell import Names
from trainer.practice.texts_ru import MOODS
from trainer.practice.visible import one_line, visible
from trainer.tui import texts_ru as ru
from trainer.tui.debrief_parts import cut
from trainer.tui.offer import Offer
from trainer.tui.widgets.section import shown

# The cells of a line of the list on a small screen.
NARROW = 38

# So many unfinished talks and tasks stand on the first screen; the others are a key away.
MOST_LEFT, MOST_TASKS = 3, 5


def who(offer: Offer) -> str:
    """Return who practises, with the key to change that where there are others; empty where nobody was named."""
    name = offer.player.name if offer.player else ""
    return ru.PLAYER.format(name=name) if name and offer.players else name


def talk_title(found: Scenario) -> Content:
    """Return a talk in the list: what it is called, who writes and how they feel."""
    about = ru.SCENARIO_ABOUT.format(client=found.client.name, mood=MOODS[found.client.mood])
    return two_lines(found.title, about)


def pack_title(pack: Pack) -> Content:
    """Return the heading of a pack in the list: how long it takes and for whom it is, in one line."""
    about = cut(". ".join(filter(None, [_minutes(pack.minutes), pack.audience.rstrip(".")])), NARROW)
    title = Content.styled(one_line(pack.title).upper(), "bold $accent")
    return Content.assemble(title, "\n", (one_line(about), "$secondary")) if about else title


def two_lines(title: str, about: str) -> Content:
    """Return a title with a quieter line below it."""
    return Content.assemble((one_line(title), "bold"), "\n", (one_line(about), "$secondary"))


def about_talk(found: Scenario, names: Names) -> Content:
    """Return what is told of a talk before it is chosen."""
    client = found.client
    parts = [
        shown(one_line(found.title), "bold $primary"),
        shown(found.company, "$secondary"),
        Content(""),
        Content.assemble((ru.CLIENT + ": ", "bold"), visible(name_and_age(client)), ", ", MOODS[client.mood]),
        *([shown(client.about)] if client.about else []),
        Content(""),
        shown(found.briefing),
        *trained(found.trains, names),
    ]
    return Content("\n").join(parts)


def about_pack(pack: Pack, plan: Sequence[Day], titles: Mapping[str, str], names: Names) -> Content:
    """Return what is told of a pack: for whom, how long, what it trains, and its plan with what is done."""
    parts = [shown(one_line(pack.title), "bold $primary")]
    if pack.about:
        parts += [shown(pack.about)]
    facts = [(ru.FOR_WHOM, pack.audience), (ru.HOW_LONG, _minutes(pack.minutes))]
    told = [Content.assemble((f"{title}: ", "bold"), visible(text)) for title, text in facts if text]
    parts += [Content(""), *told] if told else []
    parts += trained(pack.trains, names)
    for day in plan:
        parts += [Content(""), day_title(day), *(item_title(row, titles) for row in rows(day))]
    if plan:
        parts += [Content(""), Content.styled(ru.PLAN_HINT, "$secondary")]
    return Content("\n").join(parts)


def day_title(day: Day) -> Content:
    """Return the heading of a day: what it is called, how long it takes, whether it is an exam."""
    about = ", ".join(
        filter(None, [_minutes(day.day.minutes), ru.MODES[Mode.EXAM].lower() if day.day.exam else ""])
    )
    done = (f"  {ru.DAY_DONE}", "$success") if day.whole else ""
    return Content.assemble(
        (one_line(day.day.title), "bold $accent"), (f"  {about}" if about else "", "$secondary"), done
    )


def rows(day: Day) -> list[tuple[str, bool | None]]:
    """Return the items of a day with whether they are done, None for a rest."""
    return [(item.id, done) for item, done in zip(day.day.items, day.done, strict=True)]


def item_title(row: tuple[str, bool | None], titles: Mapping[str, str]) -> Content:
    """Return an item of a plan with its mark; a sign and a colour say that it is done."""
    name, done = row
    if done is None:
        return Content.assemble((ru.ITEM_REST, "$secondary"), " ", one_line(titles.get(name, name)))
    mark = (ru.ITEM_DONE, "bold $success") if done else (ru.ITEM_OPEN, "$secondary")
    return Content.assemble(mark, " ", one_line(titles.get(name, name)))


def day_of(plan: Sequence[Day], place: str) -> tuple[PlanDay, str]:
    """Return the day and the id that a place in the list stands for, «2:0» is the first item of the third day."""
    day, _, item = place.partition(":")
    found = plan[int(day)].day
    return found, found.items[int(item)].id


def trained(standards: Sequence[str], names: Names) -> list[Content]:
    """Return what is trained, with a blank line before it; nothing when the author does not say."""
    if not standards:
        return []
    trained = ", ".join(names.standard(name).lower() for name in standards)
    return [Content(""), Content.assemble((ru.TRAINS + ": ", "bold"), visible(trained))]


def _minutes(count: int | None) -> str:
    return ru.MINUTES.format(count=count) if count else ""


def after(option_id: str, kind: str) -> str:
    """Return what stands behind the kind of an option; nothing for an option of another kind."""
    return option_id.removeprefix(kind) if option_id.startswith(kind) else ""
