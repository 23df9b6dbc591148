import pytest

from tests.scoring.samples import DAY, EXTRA, context, setting
from trainer.model.verdict import Finding, Setting
from trainer.scoring.guards import stands


def kept(standard: str, typed: str, at: Setting | None = None, missing: tuple[str, ...] = ()) -> bool:
    return stands(Finding(standard, ()), context(typed, at, missing), None)


def test_a_farewell_is_in_place_when_all_is_said_at_the_last_turn() -> None:
    assert not kept("premature-closing", "Хорошего дня!", setting(facts=[DAY], last=True))
    assert kept("premature-closing", "Хорошего дня!", setting(facts=[DAY], last=True), ("day",))
    assert kept("premature-closing", "Хорошего дня!", setting(facts=[DAY]))
    assert kept("premature-closing", "Хорошего дня!")


def test_a_short_answer_that_leaves_nothing_open_is_not_curt() -> None:
    assert not kept("curt", "Завтра.", setting(facts=[DAY]))
    assert not kept("curt", "Завтра.", setting(facts=[DAY, EXTRA]), ("extra",))
    assert kept("curt", "Завтра.", setting(facts=[DAY]), ("day",))
    assert kept("curt", "Завтра.", setting())
    assert kept("curt", "Завтра.")


@pytest.mark.parametrize(
    "typed", ["Успокойтесь", "Не истерите", "Сбавьте тон", "Держите себя в руках", "Хватит орать"]
)
def test_calm_down_is_out_of_place_even_where_a_boundary_is_due(typed: str) -> None:
    assert kept("react-to-emotion", typed, setting("set-boundary"))


def test_the_boundary_that_a_turn_asks_for_is_in_place() -> None:
    typed = "Прошу без оскорблений, иначе закрою чат."
    assert not kept("react-to-emotion", typed, setting("set-boundary"))
    assert kept("react-to-emotion", typed, setting("greet"))
    assert kept("react-to-emotion", typed)


def test_other_findings_stand() -> None:
    assert kept("rude", "Да", setting("set-boundary", last=True))
