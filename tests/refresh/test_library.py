import re
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.model.exercise import AnswerItem, Form, NextItem, RewriteItem, SpotItem, WhichItem, form_of
from trainer.model.standard import Kind
from trainer.refresh.cards import read_id
from trainer.refresh.library import FEWEST, Library


def test_there_are_cards_of_every_situation_and_items_of_every_form(library: Library) -> None:
    assert len({card.situation for card in library.cards}) == 4
    forms = Counter(source.form for places in library.cards.values() for source in places)
    wanted = {Form.ANSWER, Form.REWRITE, Form.SPOT, Form.WHICH, Form.NEXT, Form.SHORTEN, Form.VARIANTS}
    assert set(forms) == wanted


def test_every_standard_that_words_can_keep_or_break_has_a_card(library: Library) -> None:
    cards = {card.standard for card in library.cards}
    judged = {one.id for one in library.catalogue.standards.values() if one.kind is not Kind.PROCESS}
    # A wrong fact is wrong at its turn alone: no line without the card can be judged by it.
    assert judged - cards == {"wrong-fact"}


def test_no_card_has_so_few_places_that_answers_are_learned_by_heart(library: Library) -> None:
    assert min(len(places) for places in library.cards.values()) >= FEWEST


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_an_id_brings_its_item_back(library: Library, data: st.DataObject) -> None:
    card = data.draw(st.sampled_from(sorted(library.cards)))
    source = data.draw(st.sampled_from(library.cards[card]))
    item = library.make(source, data.draw(st.integers(0, 999)))
    if item is None:
        assert source.form is Form.NEXT
        return
    made = read_id(item.id)
    assert made
    assert made.card == card
    assert form_of(item) is made.form is source.form
    assert library.item(item.id) == item


def test_an_item_that_the_library_does_not_know_is_none(library: Library) -> None:
    for text in ("", "empathy@angry:answer:gone/where~1", "gone@angry:answer:stolen-parcel/accusation~1"):
        assert library.item(text) is None


def test_options_hold_the_right_one_once_among_others(library: Library) -> None:
    kinds = library.catalogue.standards
    for card, places in library.cards.items():
        source = next((one for one in places if one.form is Form.WHICH), None)
        item = library.make(source, 1) if source else None
        if not isinstance(item, WhichItem):
            continue
        names = [one.id for one in item.options]
        assert names.count(item.right) == 1
        assert item.right == card.standard
        assert len(set(names)) == 4
        assert {kinds[name].kind for name in names} == {item.kind}


def test_what_is_asked_next_was_not_said(library: Library) -> None:
    card = next(card for card in library.cards if card.id == "answer-fully@calm")
    made = [library.make(one, 0) for one in library.cards[card] if one.form is Form.NEXT]
    items = [item for item in made if isinstance(item, NextItem)]
    assert len(items) >= FEWEST
    for item in items:
        assert len({one.title for one in item.options}) == len(item.options) >= 3
        assert item.right in {one.id for one in item.options}


def test_a_turn_is_put_with_everything_that_has_to_be_known(library: Library) -> None:
    item = library.item("empathy@angry:answer:stolen-parcel/accusation~0")
    assert isinstance(item, AnswerItem)
    assert "Иван Иванович" in item.client
    assert item.known
    assert any("Самара" in line or "Самаре" in line for line in item.setting.card)
    other = library.item("empathy@angry:answer:stolen-parcel/accusation~1")
    assert isinstance(other, AnswerItem)
    assert other.setting.turn
    assert other.context == other.setting.turn.client


def test_an_answer_that_broke_something_keeps_its_facts_when_it_is_mended(library: Library) -> None:
    found = [
        library.make(one, 0)
        for places in library.cards.values()
        for one in places
        if one.form is Form.REWRITE and one.key.count("/") == 2
    ]
    items = [item for item in found if isinstance(item, RewriteItem)]
    assert items
    assert any(item.keep for item in items)
    assert all(item.good for item in items)


def test_the_words_that_are_asked_about_stand_in_the_text(library: Library) -> None:
    for places in library.cards.values():
        for source in places:
            if source.form in (Form.WHICH, Form.SPOT):
                item = library.make(source, 3)
                assert isinstance(item, WhichItem | SpotItem)
                assert not re.search("[⟦⟧]", item.text)
                if isinstance(item, WhichItem) and item.span:
                    assert item.span.of(item.text).strip()
