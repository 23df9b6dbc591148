"""Finds the body for an item; each form is loaded when its first item comes."""

import importlib
from collections.abc import Mapping
from typing import Any

from trainer.model.exercise import (
    AnswerItem,
    CommentItem,
    Item,
    NextItem,
    ReviewItem,
    RewriteItem,
    ShortenItem,
    SpotItem,
    VariantsItem,
    WhichItem,
)
from trainer.model.standard import Catalogue
from trainer.tui.forms.base import FormBody

_BODIES: Mapping[type[Any], tuple[str, str]] = {
    ReviewItem: ("review", "ReviewBody"),
    CommentItem: ("comments", "CommentBody"),
    RewriteItem: ("wording", "RewriteBody"),
    SpotItem: ("spot", "SpotBody"),
    VariantsItem: ("variants", "VariantsBody"),
    ShortenItem: ("shorten", "ShortenBody"),
    AnswerItem: ("line", "AnswerBody"),
    WhichItem: ("options", "WhichBody"),
    NextItem: ("options", "NextBody"),
}


def body_for(item: Item, catalogue: Catalogue) -> FormBody[Any]:
    """Return the fields for an item."""
    module, name = _BODIES[type(item)]
    made: FormBody[Any] = getattr(importlib.import_module(f"trainer.tui.forms.{module}"), name)(
        item, catalogue
    )
    return made
