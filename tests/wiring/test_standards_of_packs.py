"""Standards that came with a shipped pack bind its own talks and exercises, not every chat."""

from trainer.packs.shelf import Shelf
from trainer.wiring import build_judge, catalogue


def test_a_shipped_pack_does_not_judge_chats():
    brought = {name for name, one in catalogue(Shelf()).standards.items() if one.pack}
    assert brought, "no shipped pack brings standards any more: this test proves nothing"
    reading = build_judge().read("Назовите адрес и телефон, пожалуйста, запишу заявку.")
    assert not brought & {finding.standard for finding in (*reading.shown, *reading.violated)}
    assert not build_judge().own  # type: ignore[attr-defined]
