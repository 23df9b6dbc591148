"""What a trainee reads in the four talks is complete and short."""

import re

import pytest

_LONGEST_SENTENCE = 20
_FEWEST_WORDINGS = 6


def turns(pack):
    return [(talk, turn) for talk in pack.scenarios.values() for turn in talk.turns.values()]


def test_each_turn_has_two_hints_a_model_answer_and_a_bad_one(pack):
    for talk, turn in turns(pack):
        assert len(turn.hints) == 2, f"{talk.id}/{turn.id}"
        assert turn.model_answer
        assert turn.bad_answer


def test_sentences_of_model_answers_are_short(pack):
    for talk, turn in turns(pack):
        for sentence in re.split(r"(?<=[.!?])\s+", turn.model_answer):
            words = re.findall(r"[\w:@.-]+", sentence)
            assert len(words) <= _LONGEST_SENTENCE, f"{talk.id}/{turn.id}: {sentence}"


@pytest.mark.parametrize(
    "word", ["данн", "осуществ", "в связи с", "обращени", "инцидент", "трек", "тикет", "ПВЗ"]
)
def test_model_answers_are_free_of_officialese_and_jargon(pack, word):
    for talk, turn in turns(pack):
        assert word not in turn.model_answer, f"{talk.id}/{turn.id}"


def test_every_required_fact_has_wordings_and_two_questions_of_the_client(pack):
    for talk, turn in turns(pack):
        for fact in turn.facts:
            if fact.required:
                assert len(fact.asks) == 2, f"{talk.id}/{turn.id}/{fact.id}"
            assert fact.parts
            for part in fact.parts:
                assert len(part) >= _FEWEST_WORDINGS, f"{talk.id}/{turn.id}/{fact.id}: {part}"


def test_what_the_situations_name_as_next_questions_is_asked(pack, situations):
    for item in situations:
        for agreed in item["turns"]:
            facts = pack.scenarios[item["id"]].turns[agreed["id"]].facts
            asked = " ".join(question for fact in facts for question in fact.asks)
            if facts and agreed["next_question"]:
                assert any(q in asked for q in agreed["next_question"]), f"{item['id']}/{agreed['id']}"


def test_endings_have_their_own_words_and_all_outcomes(pack):
    for talk in pack.scenarios.values():
        assert len(talk.endings) >= 3
        assert len({ending.outcome for ending in talk.endings.values()}) == 3
        assert len({ending.text for ending in talk.endings.values()}) == len(talk.endings)


def test_each_turn_names_what_to_look_up(pack):
    for talk, turn in turns(pack):
        assert set(turn.needs) <= {piece.id for piece in talk.card}
        assert turn.needs, f"{talk.id}/{turn.id}"


def test_the_note_holds_gist_agreement_and_deadline(pack):
    for talk in pack.scenarios.values():
        assert [fact.id for fact in talk.note.facts] == ["gist", "agreement", "deadline"]
        assert talk.note.model_answer
