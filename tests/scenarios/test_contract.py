"""The turns of the fixed situations keep their ids, lines, cards, standards and facts."""

import pytest

from tests.scenarios.conftest import DATA, ROOT
from trainer.model.scenario import Mood

SHARED = ROOT.parent / "shared" / "spec" / "situations.yaml"


@pytest.mark.skipif(not SHARED.is_file(), reason="only where the source of the situations is at hand")
def test_the_copy_of_the_situations_has_not_drifted():
    copy = (DATA / "situations.yaml").read_text(encoding="utf-8")
    assert copy == SHARED.read_text(encoding="utf-8"), "tests/data/situations.yaml: copy it anew"


def test_all_named_scenarios_are_there_in_their_order(pack, situations):
    assert list(pack.scenarios) == [item["id"] for item in situations]


def test_company_client_and_card_are_as_agreed(pack, situations):
    for item in situations:
        talk = pack.scenarios[item["id"]]
        assert talk.title == item["title"]
        assert talk.company == item["company"]
        assert talk.client.name == item["client"]["name"]
        assert talk.client.mood is Mood[item["client"]["mood"].upper()]
        assert [piece.text for piece in talk.card] == item["card"]
        assert talk.start == item["turns"][0]["id"]


def test_turns_are_as_agreed(pack, situations):
    for item in situations:
        for agreed in item["turns"]:
            turn = pack.scenarios[item["id"]].turns[agreed["id"]]
            assert turn.client == agreed["client"]
            assert list(turn.known) == agreed["known"]
            assert list(turn.expected) == agreed["expected"]
            assert turn.last is agreed.get("last", False)
            assert list(turn.next_question) == agreed["next_question"]
            assert [{"id": f.id, "required": f.required, "text": f.text} for f in turn.facts] == agreed[
                "facts"
            ]


def test_no_more_than_three_turns_were_added(pack, situations):
    for item in situations:
        assert len(pack.scenarios[item["id"]].turns) - len(item["turns"]) <= 3
