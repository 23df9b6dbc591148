"""Small turns, standards and contexts for the tests of the judge."""

from collections.abc import Sequence
from typing import Any

from trainer.model.scenario import Fact, Turn
from trainer.model.standard import Catalogue, Kind, Quality, Rule, Standard
from trainer.model.verdict import Setting
from trainer.scoring.context import Context, FactsFound
from trainer.scoring.rules.base import Finder
from trainer.text.analysis import Text

PRICE = Fact("price", "выезд стоит 250 рублей", True, (("выезд стоит #250",),))
DAY = Fact("day", "курьер приедет завтра", True, (("курьер приехать завтра",),))
EXTRA = Fact("extra", "накладную печатать не нужно", False, (("накладную не печатать",),))


def turn(
    expected: Sequence[str] = (),
    facts: Sequence[Fact] = (),
    last: bool = False,
    client: str = "Когда курьер?",
) -> Turn:
    return Turn("t", client, tuple(expected), tuple(facts), last=last)


def setting(
    *expected: str, facts: Sequence[Fact] = (), last: bool = False, asking: Sequence[str] = ()
) -> Setting:
    return Setting("s", turn(expected, facts, last), asking=tuple(asking), names=("Ирина",))


def context(typed: str, at: Setting | None = None, missing: Sequence[str] = ()) -> Context:
    return Context(Text(typed), at or Setting(), FactsFound(missing=tuple(missing)))


def standard(
    name: str, kind: Kind = Kind.PROHIBITION, points: int = 10, quality: str = "care", *rules: Rule
) -> Standard:
    return Standard(name, quality, kind, "Заголовок", "Просит.", "Важно.", f"Исправьте {name}.", "001", points, tuple(rules),
                    missed="Ждали другого.")  # fmt: skip


def catalogue(*standards: Standard) -> Catalogue:
    qualities = {s.quality: Quality(s.quality, s.quality, "001") for s in standards}
    return Catalogue(qualities, {s.id: s for s in standards})


def words(
    find: Finder, typed: str, at: Setting | None = None, missing: Sequence[str] = (), **options: Any
) -> list[str]:
    """Return the words that a rule points at."""
    return [hit.span.of(typed) for hit in find(context(typed, at, missing), options)]
