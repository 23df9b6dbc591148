"""The day told in plain words."""

from collections.abc import Iterator, Sequence
from datetime import date

from trainer.model.exercise import Item, NextItem, SpotItem, WhichItem
from trainer.practice.tell import Names
from trainer.refresh import texts_ru as ru
from trainer.refresh.cards import Card
from trainer.refresh.plan import Reason
from trainer.refresh.today import Load, Today


def tell_today(today: Today) -> Iterator[str]:
    """Yield how the day stands: what is due, the set, what waits, the next two weeks."""
    yield from tell_set(today)
    if today.waiting and today.finished:
        yield ru.MORE
    if today.memories:
        yield tell_forecast(today.forecast)


def tell_set(today: Today) -> Iterator[str]:
    """Yield what is due, how the set stands, what waits behind it."""
    yield ru.DUE.format(cards=cards(today.due)) if today.due else ru.NOTHING_DUE
    if today.finished:
        yield ru.FINISHED
    elif today.done:
        yield ru.GOES_ON.format(done=today.done, of=len(today.set), minutes=minutes(today.seconds))
    elif today.set:
        yield ru.SET.format(cards=cards(len(today.set)), minutes=minutes(today.seconds))
    else:
        yield ru.EMPTY
    if today.set and today.set[0].reason is Reason.FIRST and not today.finished:
        yield ru.FIRST_DAY
    if today.waiting:
        yield ru.WAITING.format(cards=cards(today.waiting))


def tell_forecast(forecast: Sequence[Load]) -> str:
    """Return which of the next days bring how much."""
    days = [
        ru.FORECAST_DAY.format(day=_named(one.day, number), count=one.due)
        for number, one in enumerate(forecast)
        if one.due
    ]
    return ru.FORECAST.format(days=", ".join(days)) if days else ru.FORECAST_NOTHING


def about(item: Item, card: Card, reason: Reason, names: Names) -> str:
    """Return in one line what an item is put for; the standard is not named where it is what is asked."""
    told = {"situation": ru.SITUATIONS[card.situation], "reason": ru.REASONS[reason]}
    if isinstance(item, WhichItem | NextItem | SpotItem):
        return ru.WHY_HIDDEN.format(**told).capitalize()
    return ru.WHY.format(title=names.standard(card.standard), **told)


def cards(count: int) -> str:
    """Return «3 карточки»."""
    return f"{count} {plural(count, ru.CARDS)}"


def minutes(seconds: int) -> str:
    """Return «7 минут», at least one."""
    count = max(1, round(seconds / 60))
    return f"{count} {plural(count, ru.MINUTES)}"


def plural(count: int, forms: tuple[str, str, str]) -> str:
    """Return the form of a word that goes with a number."""
    one, few, many = forms
    if count % 10 == 1 and count % 100 != 11:
        return one
    return few if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14) else many


def _named(day: date, number: int) -> str:
    return ru.TOMORROW if number == 0 else f"{day:%d.%m}"
