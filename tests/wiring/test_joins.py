"""What the joined parts hand out: sessions that are kept or not, a desk that leaves out only what is broken."""

import shutil
from pathlib import Path

import pytest

from trainer import wiring
from trainer.model.problem import InputError
from trainer.model.verdict import Reading, Setting, Verdict
from trainer.packs.shelf import Root, Shelf
from trainer.practice.records import Mode

BOUQUET = Path(__file__).parents[1] / "data" / "packs" / "bouquet"


class Silent:
    """A judge of talks that nobody answers."""

    muted = frozenset[str]()

    def score(self, text: str, setting: Setting) -> Verdict:
        raise AssertionError(text, setting)

    def read(self, text: str) -> Reading:
        raise AssertionError(text)


pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BOUQUET, tmp_path / "bouquet"))


def test_a_talk_is_kept_and_goes_on_where_it_was_left() -> None:
    session = wiring.open_session("courier-pickup", Mode.EXAM, judge=Silent(), seed=1)
    session.save_draft("Сейчас всё")
    again = wiring.resume_session(session.id)
    assert (again.scenario.id, again.mode, again.draft()) == ("courier-pickup", Mode.EXAM, "Сейчас всё")


def test_a_passing_talk_leaves_nothing_behind(home: Path) -> None:
    wiring.open_passing_session(wiring.scenario("courier-pickup"), Silent()).save_draft("Сейчас всё")
    assert not list(home.rglob("*.jsonl"))


@pytest.mark.parametrize(
    "ask", [wiring.resume_session, wiring.resume_exercise, wiring.scenario, wiring.exercise]
)
def test_what_is_not_there_is_told(ask: object) -> None:
    assert callable(ask)
    with pytest.raises(InputError):
        ask("no-such-thing")


def test_the_desk_lists_what_is_sound_and_tells_the_rest(pack: Path) -> None:
    whole = wiring.HouseDesk(Shelf((Root(pack),)))
    assert "late-bouquet" in {name for found in whole.packs() for name in found.scenarios}
    assert not whole.problems()
    file = pack / "dialogues" / "late-bouquet.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "\nunknown: 1\n", encoding="utf-8")
    broken = wiring.HouseDesk(Shelf((Root(pack),)))
    names = {name for found in broken.packs() for name in found.scenarios}
    assert "late-bouquet" not in names
    assert "courier-pickup" in names
    assert any("late-bouquet.yaml" in problem for problem in broken.problems())


def test_the_catalogue_has_the_standards_of_packs_and_is_read_anew_when_asked(pack: Path) -> None:
    shelf = Shelf((Root(pack),))
    assert "offer-photo" not in wiring.catalogue().standards
    assert wiring.catalogue(shelf).standards["offer-photo"].title == "Предложить фото букета"
    file = pack / "standards" / "offer-photo.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("title: Предложить фото букета", "title: Показать букет"), encoding="utf-8")
    wiring.renew()
    assert wiring.catalogue(shelf).standards["offer-photo"].title == "Показать букет"


def test_a_session_says_what_it_was_judged_by(pack: Path) -> None:
    shelf = Shelf((Root(pack),))
    first = wiring.open_session("late-bouquet", judge=Silent(), shelf=shelf, seed=1, assignment="a1")
    start = wiring.store().events(first.id)[0]
    assert (start["format"], start["pack"], start["assignment"]) == (2, "bouquet", "a1")
    assert start["own"]["offer-photo"]
    assert start["engine_version"].startswith("0.")
    file = pack / "dialogues" / "late-bouquet.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    later = wiring.stamp("late-bouquet", shelf)
    assert later.hash_pack != start["hash_pack"]
    assert (later.hash_catalogue, later.engine_version) == (start["hash_catalogue"], start["engine_version"])


def test_somebody_else_may_practise_from_now_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRAINER_PERSON", "")
    assert wiring.person_id() == "local"
    with wiring.database().write() as connection:
        connection.exec_driver_sql("INSERT INTO people (id, name) VALUES ('p1', 'Анна')")
    wiring.choose_person("анна")
    assert wiring.person_id() == "p1"
    with pytest.raises(InputError):
        wiring.choose_person("Никто")
    assert wiring.person_id() == "p1"


def test_a_server_that_is_gone_stops_no_talk_but_a_report(
    monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    monkeypatch.setenv("TRAINER_DATABASE_URL", "postgresql://anna:secret@127.0.0.1:9/trainer")
    with pytest.raises(InputError, match=r"127\.0\.0\.1:9/trainer: .*нет связи с сервером"):
        wiring.database()
    session = wiring.open_session("courier-pickup", Mode.EXAM, judge=Silent(), seed=1)
    assert "нет связи" in wiring.store().warning
    assert "secret" not in wiring.store().warning
    assert [path.name.partition("~")[0] for path in home.rglob("*.jsonl")] == [session.id]
