from datetime import date

from trainer.refresh import REFRESH
from trainer.refresh.cards import Card, Situation, read_id
from trainer.refresh.history import Answered, last_forms, last_seen, reviews
from trainer.refresh.rating import Rating

DAY = date(2026, 11, 2)
ANGRY = Situation.ANGRY


class Known:
    """One talk with an angry client, one exercise about a rude line."""

    def situation(self, scenario: str) -> Situation | None:
        return ANGRY if scenario == "parcel" else None

    def about(self, exercise: str, item: str) -> tuple[str, ...]:
        return ("rude",) if (exercise, item) == ("lines", "one") else ()

    def forbids(self, standard: str) -> bool:
        return standard == "rude"


def told(*history: Answered) -> dict[str, Rating]:
    return {review.card.id: review.rating for review in reviews(history, Known())}


def said(turn: str = "where", **more: object) -> Answered:
    about = {"session": "s1", "scenario": "parcel", "day": DAY, "score": 90, **more}
    return Answered(turn=turn, **about)  # type: ignore[arg-type]


def test_a_talk_says_what_was_shown_and_lost_where_the_client_is_angry() -> None:
    assert told(said(shown=("greet",), lost=("empathy", ""))) == {
        "greet@angry": Rating.GOOD,
        "empathy@angry": Rating.AGAIN,
    }


def test_what_is_right_at_the_second_go_was_read_in_the_verdict() -> None:
    first, again = said(lost=("empathy",)), said(shown=("empathy", "greet"))
    assert told(first, again) == {"empathy@angry": Rating.AGAIN}


def test_what_goes_wrong_at_the_second_go_counts() -> None:
    assert told(said(shown=("empathy",)), said(lost=("rude",)))["rude@angry"] is Rating.AGAIN


def test_sittings_are_reviews_of_their_own() -> None:
    history = [said(lost=("empathy",)), said(session="s2", day=date(2026, 11, 4), shown=("empathy",))]
    found = reviews(history, Known())
    assert [(one.day.day, one.rating) for one in found] == [(2, Rating.AGAIN), (4, Rating.GOOD)]


def test_an_exercise_is_about_single_lines() -> None:
    assert told(said("one", scenario="lines")) == {"rude@writing": Rating.GOOD}
    assert told(said("one", scenario="lines", lost=("rude",))) == {"rude@writing": Rating.AGAIN}
    assert told(said("gone", scenario="lines")) == {}


def test_a_refresher_is_about_its_card_and_what_it_lost_beside() -> None:
    item = "empathy@angry:answer:parcel/where~7"
    assert told(said(item, scenario=REFRESH, easy=True, shown=("empathy", "greet"), lost=("rude",))) == {
        "empathy@angry": Rating.EASY,
        # Too easy was said of the card, not of whatever else the answer showed.
        "greet@angry": Rating.GOOD,
        "rude@angry": Rating.AGAIN,
    }
    assert told(said("garbage", scenario=REFRESH, lost=("rude",))) == {}


def test_what_was_put_lately_is_told_from_the_ids_of_items() -> None:
    item = "empathy@angry:answer:parcel/where~7"
    history = [said(item, scenario=REFRESH), said("call")]
    # The turn of a talk is as fresh in memory as that of a refresher.
    assert last_seen(history) == {"parcel/where": DAY, "parcel/call": DAY}
    made = read_id(item)
    assert made
    assert last_forms(history) == {Card("empathy", ANGRY): made.form}
    assert str(made) == item
    assert [read_id(text) for text in ("", "a:b:c", "a@angry:nothing:x~1", "a@b:answer:x~1")] == [None] * 4
