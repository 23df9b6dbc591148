"""Every ending of the four scenarios is reached by answers that people might type, judged for real."""

import json
from collections import deque
from functools import cache

import pytest

from trainer.cli.main import main
from trainer.dialogue.engine import begin, setting, step
from trainer.dialogue.state import State
from trainer.model.scenario import Scenario
from trainer.packs.catalogue import HOME
from trainer.training.material import unmark
from trainer.wiring import build_judge, scenario

NAMES = ("courier-pickup", "stolen-parcel", "quarantine-headphones", "abusive-client")
CIVIL = "Прошу общаться без оскорблений, иначе мне придётся завершить чат. Я помогу с заказом."
RUDE = "Вы идиот? Отвалите, разговор окончен."
MOST_STATES = 400


@cache
def pool(name: str, turn: str) -> tuple[str, ...]:
    """The author's two answers, two short ones, and two exemplars of the middle at this turn."""
    own = scenario(name).turns[turn]
    lines = (HOME / "exemplars" / "answers" / "a.jsonl").read_text(encoding="utf-8").splitlines()
    records = [r for r in map(json.loads, lines) if r["turn"] == f"{name}/{turn}" and r["grade"] in (2, 3, 4)]
    return (own.model_answer, own.bad_answer, RUDE, CIVIL, *(unmark(r["text"])[0] for r in records[:3]))


def endings(talk: Scenario) -> dict[str, list[str]]:
    """Search the talk breadth first; return for each ending the answers that lead to it."""
    judged: dict[tuple[str, tuple[str, ...], str], object] = {}
    queue: deque[tuple[State, list[str]]] = deque([(begin(talk), [])])
    seen, found = set(), {}
    while queue and len(found) < len(talk.endings) and len(seen) < MOST_STATES:
        state, said = queue.popleft()
        if state.at in talk.endings:
            found.setdefault(state.at, said)
            continue
        situation = setting(talk, state)
        for answer in pool(talk.id, state.at):
            key = (state.at, situation.asking, answer)
            if key not in judged:
                judged[key] = build_judge().score(answer, situation)
            after, _ = step(talk, state, judged[key])
            if repr(after) not in seen:
                seen.add(repr(after))
                queue.append((after, [*said, answer]))
    return found


@pytest.mark.parametrize("name", NAMES)
def test_each_ending_is_reached_by_prepared_answers(name, tmp_path, capsys):
    talk = scenario(name)
    found = endings(talk)
    assert set(found) == set(talk.endings)
    for ending, answers in found.items():
        file = tmp_path / f"{ending}.jsonl"
        file.write_text(
            "".join(json.dumps({"text": a}, ensure_ascii=False) + "\n" for a in answers), encoding="utf-8"
        )
        assert main(["play", name, "--answers", str(file), "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["ending"] == ending
