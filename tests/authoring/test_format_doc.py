"""The guide for authors says what the program does."""

import re

from tests.scenarios.conftest import ROOT, kinds
from trainer.authoring.lint import lint_pack
from trainer.model.scenario import Mood, Outcome
from trainer.packs import (
    condition_reader,
    example_reader,
    reader,
    rule_shapes,
    scenario_reader,
    standard_reader,
    turn_reader,
)

__all__ = ["kinds"]

GUIDE = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")


def test_the_example_of_the_guide_is_a_sound_pack(tmp_path, kinds):
    pack, talk, standard = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
    folder = tmp_path / "demo"
    (folder / "dialogues").mkdir(parents=True)
    (folder / "pack.yaml").write_text(pack, encoding="utf-8")
    (folder / "dialogues" / "first-talk.yaml").write_text(talk, encoding="utf-8")
    assert lint_pack(folder, kinds=kinds) == []
    (folder / "standards").mkdir()
    (folder / "standards" / "offer-photo.yaml").write_text(standard, encoding="utf-8")
    # One example of either sort shows the form; a real standard needs more.
    assert [problem.code for problem in lint_pack(folder, kinds=kinds)] == ["E130"]


def test_the_guide_names_every_key():
    keys = {
        *reader.KEYS,
        *reader.MORE_KEYS,
        *("items", "mode", "training", "exam"),
        *("age", "manner", "wants", "fears", "calms"),
        *scenario_reader._KEYS,
        *scenario_reader._MORE,
        *turn_reader._TURN,
        *turn_reader._TURN_MORE,
        *condition_reader.ID_KEYS,
        *example_reader.EXPECTATIONS,
        *standard_reader._KEYS,
        *standard_reader._EXAMPLES,
        *rule_shapes.SHAPES,
        *rule_shapes.SHAPES["pattern"],
        *rule_shapes.SHAPES["words"],
        *rule_shapes.PLACES,
        "stay",
        "all",
        *condition_reader._LIMITS,
        *("say", "contradicts", "asks", "urgent", "remark", "outcome", "names", "about", "not", "when", "to"),
        *(mood.name.lower() for mood in Mood),
        *(outcome.name.lower() for outcome in Outcome),
    }
    assert {key for key in keys if not re.search(rf"\b{key}\b", GUIDE)} == set()
