"""Refreshers as JSON records: the day, an item as it is put, what it came to."""

from collections.abc import Mapping
from typing import Any

from trainer.model.exercise import (
    AnswerItem,
    Item,
    NextItem,
    RewriteItem,
    ShortenItem,
    SpotItem,
    VariantsItem,
    WhichItem,
)
from trainer.practice.tell import Names
from trainer.refresh.fill import SetItem
from trainer.refresh.say import about
from trainer.refresh.today import Today


def day_record(today: Today, names: Names) -> dict[str, Any]:
    """Return the day: what is due, the set with everything that has to be known to answer it, the next two weeks."""
    return {
        "day": today.day.isoformat(),
        "due": today.due,
        "waiting": today.waiting,
        "done": today.done,
        "finished": today.finished,
        "seconds": today.seconds,
        "session": today.session,
        "set": [_set_item(one, names) for one in today.set],
        "forecast": [{"day": one.day.isoformat(), "due": one.due} for one in today.forecast],
    }


def _set_item(one: SetItem, names: Names) -> dict[str, Any]:
    return {
        "id": one.item.id,
        "form": one.form.value,
        "standard": one.card.standard,
        "situation": one.card.situation.value,
        "reason": one.reason.value,
        "about": about(one.item, one.card, one.reason, names),
        "seconds": one.seconds,
        **put(one.item),
    }


def put(item: Item) -> Mapping[str, Any]:
    """Return what is shown of an item to the person who answers it."""
    shown: dict[str, Any] = {"context": item.context} if item.context else {}
    if isinstance(item, AnswerItem):
        shown |= {"client": item.client, "company": item.company, "briefing": item.briefing}
        shown |= {"known": list(item.known), "card": list(item.setting.card)}
    elif isinstance(item, RewriteItem):
        shown["line"] = item.line
    elif isinstance(item, VariantsItem):
        shown["task"] = item.task
    elif isinstance(item, NextItem):
        shown["reply"] = item.reply
    elif isinstance(item, SpotItem | ShortenItem | WhichItem):
        shown["text"] = item.text
    if isinstance(item, WhichItem) and item.span:
        shown["words"] = item.span.of(item.text)
    if isinstance(item, WhichItem | NextItem):
        shown["options"] = [{"id": one.id, "title": one.title} for one in item.options]
    return shown
