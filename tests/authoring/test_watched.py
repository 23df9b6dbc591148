"""Looking at a scenario file: nothing when nothing has changed, all problems when it is broken."""

import os
from pathlib import Path

import pytest

from tests.packs import samples
from tests.packs.samples import write_pack
from trainer.authoring.watched import Version, WatchedScenario

TALK = samples.TALK.replace("Цена 250 ₽.", "Цена 250 ₽, привезут завтра.")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write_pack(tmp_path, TALK) / "dialogues" / "talk.yaml"


def change(file: Path, text: str) -> None:
    later = file.stat().st_mtime_ns + 1_000_000_000
    file.write_text(text, encoding="utf-8")
    os.utime(file, ns=(later, later))


def looked(watched: WatchedScenario) -> Version:
    version = watched.look()
    assert version
    return version


def test_an_unchanged_file_is_not_read_again(file: Path) -> None:
    watched = WatchedScenario(file)
    version = looked(watched)
    assert version.scenario
    assert (version.scenario.id, version.problems, version.broken) == ("talk", (), False)
    assert watched.look() is None


def test_a_change_of_the_same_length_is_seen_by_its_time(file: Path) -> None:
    watched = WatchedScenario(file)
    looked(watched)
    change(file, TALK.replace("Спешит", "Бежит!"))
    version = looked(watched)
    assert version.scenario
    assert version.scenario.client.about == "Бежит!"


def test_the_last_sound_version_is_kept_with_all_problems_of_the_broken_one(file: Path) -> None:
    watched = WatchedScenario(file)
    sound = looked(watched).scenario
    change(file, TALK.replace("title: Разговор", "titel: Разговор").replace("to: lost", "to: last", 1))
    version = looked(watched)
    assert (version.scenario, version.broken) == (sound, True)
    assert {"E021", "E022", "E043"} <= {problem.code for problem in version.problems}
    change(file, "id: [")
    assert looked(watched).scenario is sound


def test_an_error_of_the_story_does_not_stop_the_play(file: Path) -> None:
    watched = WatchedScenario(file)
    looked(watched)
    change(file, TALK.replace("    bad_answer: Читай сайт.\n", ""))
    version = looked(watched)
    assert not version.broken
    assert [problem.code for problem in version.problems] == ["E112"]


def test_a_file_on_its_own_needs_no_pack(tmp_path: Path) -> None:
    alone = tmp_path / "talk.yaml"
    alone.write_text(TALK, encoding="utf-8")
    assert not looked(WatchedScenario(alone)).broken


def test_a_file_that_is_being_replaced_is_waited_for_once(file: Path) -> None:
    watched = WatchedScenario(file)
    looked(watched)
    file.unlink()
    assert watched.look() is None
    assert [problem.code for problem in looked(watched).problems] == ["E001"]
    assert watched.look() is None
    file.write_text(TALK, encoding="utf-8")
    assert not looked(watched).broken
