"""Statements are what xAPI 1.0.3 asks for, and the same fact is always the same statement."""

import json
import re
from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.team.xapi import Attempt, Given, Manner, Named, answered, completed, judged
from trainer.team.xapi.statements import duration

MANNER = Manner("https://help.example.ru")
ABOUT = Named("first-week", "courier-pickup", "exam", "Курьер")
GIVEN = Given("p1", "s1", 3, ABOUT, "question", "2026-11-22T08:00:40Z", "Да, может.", 64, 40, (("curt", 15),))
ATTEMPT = Attempt("p1", "s1", ABOUT, "2026-11-22T08:09:00Z", 82, 3725, 70)


def test_an_answer() -> None:
    statement = answered(GIVEN, MANNER)
    assert UUID(statement["id"]).version == 5
    assert statement["actor"] == {
        "objectType": "Agent",
        "account": {"homePage": "https://help.example.ru", "name": "p1"},
    }
    assert statement["verb"]["id"] == "http://adlnet.gov/expapi/verbs/answered"
    here = "https://help.example.ru/trainer/first-week/courier-pickup"
    assert statement["object"]["id"] == f"{here}/question"
    assert statement["object"]["definition"]["interactionType"] == "long-fill-in"
    assert statement["result"] == {
        "score": {"scaled": 0.64, "raw": 64, "min": 0, "max": 100},
        "duration": "PT40S",
        "extensions": {"https://help.example.ru/trainer/deductions": {"curt": 15}},
    }
    parent = statement["context"]["contextActivities"]["parent"][0]
    assert parent["id"] == here
    assert parent["definition"]["name"] == {"ru": "Курьер"}
    assert statement["timestamp"] == "2026-11-22T08:00:40Z"


def test_the_words_go_along_only_when_it_is_allowed() -> None:
    assert "Да, может." not in json.dumps(answered(GIVEN, MANNER), ensure_ascii=False)
    statement = answered(GIVEN, replace(MANNER, text=True))
    assert statement["result"]["response"] == "Да, может."


def test_an_attempt_is_completed_and_passed_or_failed() -> None:
    done = completed(ATTEMPT, MANNER)
    assert done["verb"]["id"].endswith("/completed")
    assert done["result"] == {
        "completion": True,
        "score": {"scaled": 0.82, "raw": 82, "min": 0, "max": 100},
        "duration": "PT1H2M5S",
    }
    passed, failed = judged(ATTEMPT, MANNER), judged(replace(ATTEMPT, score=69), MANNER)
    assert passed
    assert failed
    assert passed["verb"]["id"].endswith("/passed")
    assert passed["result"]["success"] is True
    assert failed["verb"]["id"].endswith("/failed")
    assert failed["result"]["success"] is False
    # One attempt is judged once: an LRS that has the one does not take the other.
    assert passed["id"] == failed["id"] != done["id"]
    assert len({item["context"]["registration"] for item in (done, passed, answered(GIVEN, MANNER))}) == 1
    assert judged(replace(ATTEMPT, pass_mark=None), MANNER) is None
    assert judged(replace(ATTEMPT, score=None), MANNER) is None
    assert "score" not in completed(replace(ATTEMPT, score=None), MANNER)["result"]


@pytest.mark.parametrize(
    "other",
    [
        replace(GIVEN, person="p2"),
        replace(GIVEN, session="s2"),
        replace(GIVEN, number=4),
    ],
)
def test_another_fact_has_another_id(other: Given) -> None:
    assert answered(GIVEN, MANNER)["id"] != answered(other, MANNER)["id"]


def test_another_centre_has_other_ids_for_people_of_the_same_name() -> None:
    assert answered(GIVEN, MANNER)["id"] != answered(GIVEN, Manner("https://other.example.ru"))["id"]


def test_ids_do_not_change_from_version_to_version() -> None:
    assert answered(GIVEN, MANNER)["id"] == "590b33bc-83bf-57e2-b986-b7a630116ad6"
    assert completed(ATTEMPT, MANNER)["id"] == "052f5b3a-1957-59f5-9741-1a3d54c54d5f"


@given(st.integers(-5, 10**7))
def test_a_duration_says_the_seconds(seconds: int) -> None:
    found = re.fullmatch(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?", duration(seconds))
    assert found
    assert any(found.groups())
    hours, minutes, rest = (int(part or 0) for part in found.groups())
    assert hours * 3600 + minutes * 60 + rest == max(0, seconds)


ODD = st.text(max_size=20) | st.sampled_from(["", "..", "a/b", "?x#y", "\ud800", "\0", "Анна Ким", "a@b.ru"])


@given(person=ODD, session=ODD, pack=ODD, item=ODD, turn=ODD, text=ODD, score=st.integers(-10, 200))
def test_odd_names_make_a_sound_statement(
    person: str, session: str, pack: str, item: str, turn: str, text: str, score: int
) -> None:
    fact = Given(person, session, 1, Named(pack, item, "training"), turn, "2026-11-22T08:00:40Z", text, score)
    statement = answered(fact, replace(MANNER, text=True))
    again = json.loads(json.dumps(statement))
    assert again == statement == answered(fact, replace(MANNER, text=True))
    assert UUID(statement["id"]).version == 5
    assert "mbox" not in json.dumps(statement["actor"])
    assert re.fullmatch(
        r"https://help\.example\.ru/trainer(/[\w.~%-]+){3}", statement["object"]["id"], re.ASCII
    )
    assert 0 <= statement["result"]["score"]["scaled"] <= 1
