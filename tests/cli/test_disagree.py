"""Objections, calibration, learning and promotion as people call them, in a real store."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from trainer import wiring
from trainer.cli.main import main
from trainer.model.span import Span
from trainer.model.verdict import Deduction, Reading, Setting, Verdict
from trainer.practice.records import Mode
from trainer.storage import learned
from trainer.storage.db.labelled_store import read_labels
from trainer.storage.db.tables import answers, people

Text = pytest.CaptureFixture[str]
ROOT = Path(__file__).parents[2]
LABELLED = ROOT / "tests" / "data" / "labelled" / "answers-1.jsonl"


class Strict:
    """A judge that takes twenty points for a curt answer, of whatever it reads."""

    muted = frozenset[str]()

    def score(self, text: str, setting: Setting) -> Verdict:
        spans = (Span(0, len(text)),)
        lost = Deduction("curt", "initiative", 20, spans, "Обрыв.", "Допишите.", "002")
        return Verdict(text, 80, 4, ("greet",), (), ("curt",), (), (), {"initiative": 80}, (lost,))

    def read(self, text: str) -> Reading:
        return Reading(text)


pytestmark = pytest.mark.usefixtures("home")


def practise(*texts: str) -> str:
    session = wiring.open_session("courier-pickup", Mode.TRAINING, judge=Strict(), seed=1)
    for text in texts:
        session.answer(text)
    return session.id


def mentors(*names: str) -> None:
    with wiring.database().write() as connection:
        connection.execute(insert(people), [{"id": n, "name": n.title(), "role": "mentor"} for n in names])


def marks(path: Path, *found: tuple[list[str], list[str]]) -> str:
    rows = [{"id": n, "shown": shown, "violated": violated} for n, (shown, violated) in enumerate(found, 1)]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return str(path)


def test_from_an_objection_to_the_corrected_score(capsys: Text) -> None:
    session = practise("Да.", "Можно.")
    assert main(["object", "last", "1", "curt", "Вопрос был на одно слово"]) == 0
    assert main(["object", session, "2", "1", "И здесь"]) == 0
    assert main(["decide", "1", "--withdraw", "--reason", "Согласна"]) == 0
    assert "было 80, стало 100" in capsys.readouterr().out
    assert main(["objections"]) == 0
    said = capsys.readouterr().out
    assert said.index("№2 · ждёт решения") < said.index("№1 · снятие отменено")
    assert "«Вопрос был на одно слово»" in said
    assert main(["objections", "--open", "--json"]) == 0
    (record,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (record["id"], record["state"], record["attempt"]) == (2, "open", 2)
    with wiring.database().read() as connection:
        assert list(connection.execute(select(answers.c.score).order_by(answers.c.id)).scalars()) == [100, 80]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["object", "last", "1", "rude", "Нет"], "E229"),
        (["object", "last", "один", "1", "Нет"], "C136"),
        (["object", "last", "9", "1", "Нет"], "E220"),
        (["decide", "7", "--keep", "--reason", "Нет"], "E224"),
        (["decide", "7", "--reason", "Нет"], "C051"),
        (["calibrate", "begin"], "C140"),
        (["calibrate", "report", "nov"], "E231"),
        (["calibrate", "start", "--from-store", "10"], "E232"),
        (["promote", "last", "1", "--anonymous"], "C160"),
        (["promote", "last", "1"], "C051"),
    ],
)
def test_a_wrong_call_names_what_is_wrong(words: list[str], code: str, capsys: Text) -> None:
    practise("Да.")
    assert main(words) == 2
    assert code in capsys.readouterr().err


def test_without_a_talk_there_is_nothing_to_object_to(capsys: Text) -> None:
    assert main(["object", "last", "1", "1", "Нет"]) == 2
    assert "C137" in capsys.readouterr().err


def test_the_app_gets_news_once_and_objections_of_a_session() -> None:
    session = practise("Да.")
    wiring.object_to(session, 1, 1, "Вопрос был на одно слово")
    assert main(["decide", "1", "--withdraw", "--reason", "Согласна"]) == 0
    (found,) = wiring.objections_of(session)
    assert found.last
    assert found.last.after == 100
    (told,) = wiring.news()
    assert (told["before"], told["after"], told["reason"]) == (80, 100, "Согласна")
    assert wiring.news() == []


def test_mentors_mark_blind_and_see_where_they_differ(tmp_path: Path, capsys: Text) -> None:
    practise("Да.", "Можно.")
    assert main(["calibrate", "start", "nov", "--from-store", "2", "--seed", "1"]) == 0
    mentors("vera", "oleg")
    one = marks(tmp_path / "v.jsonl", (["greet"], ["curt"]), ([], ["curt"]))
    two = marks(tmp_path / "o.jsonl", (["greet"], []), ([], ["curt"]))
    assert main(["calibrate", "mark", "nov", "--as", "vera", "--answers", one]) == 0
    assert main(["calibrate", "report", "nov"]) == 1
    half = tmp_path / "half.jsonl"
    half.write_text('{"id": 1}', encoding="utf-8")
    assert main(["calibrate", "mark", "nov", "--as", "oleg", "--answers", str(half)]) == 1
    assert main(["calibrate", "report", "nov"]) == 1
    assert "Ещё отмечают: Oleg" in capsys.readouterr().err
    assert main(["calibrate", "mark", "nov", "--as", "oleg", "--answers", two]) == 0
    capsys.readouterr()
    assert main(["calibrate", "report", "nov", "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    by_standard = {row["standard"]: row for row in record["rows"]}
    assert by_standard["greet"]["mentors"] == 1.0
    # Vera marks both, Oleg one of two: agreement is what chance gives.
    assert by_standard["curt"]["mentors"] == 0.0
    assert record["parted"] == [{"answer": "1", "marks": 1, "standards": {"curt": ["vera"]}}]
    assert main(["calibrate", "agree", "nov", "--answers", one]) == 0
    said = {(label.text, label.standard): label.found for label in read_labels(wiring.database())}
    assert sum(said.values()) == 3
    assert len(said) > 60
    assert {label.origin for label in read_labels(wiring.database())} == {"calibration"}


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('{"id": 9}', "C143"),
        ('{"id": 1, "violated": ["nope"]}', "C142"),
        ('{"id": 1, "shown": "greet"}', "C013"),
    ],
)
def test_wrong_marks_are_named_with_their_line(line: str, code: str, tmp_path: Path, capsys: Text) -> None:
    practise("Да.", "Можно.")
    assert main(["calibrate", "start", "nov", "--from-store", "2"]) == 0
    file = tmp_path / "m.jsonl"
    file.write_text(line, encoding="utf-8")
    assert main(["calibrate", "mark", "nov", "--answers", str(file)]) == 2
    assert f"{file}:1:1: error: {code}" in capsys.readouterr().err


def test_there_is_nothing_to_learn_or_undo_at_first(capsys: Text) -> None:
    assert main(["learn"]) == 1
    assert main(["learn", "--undo"]) == 1
    assert "Учиться пока не на чём" in capsys.readouterr().err


def test_learned_bars_reach_the_judge_and_rest_with_another_network(home: Path) -> None:
    now = wiring.SystemClock().now()
    wiring.renew()
    judge = wiring.build_judge()
    about = judge.reader.about  # type: ignore[attr-defined]
    shipped = judge.bars["rude"]  # type: ignore[attr-defined]
    bars = {"rude": {"alone": 0.11, "beside": 0.1, "floor": 0.0}}
    try:
        for network, alone in ((learned.network_of(about), 0.11), ("another", shipped.alone)):
            learned.adopt(home, bars, network, "labels", now)
            wiring.renew()
            assert wiring.build_judge().bars["rude"].alone == alone  # type: ignore[attr-defined]
        assert learned.undo(home)
        found = learned.read(home)
        assert found
        assert found.network == learned.network_of(about)
        assert learned.undo(home)
        assert learned.read(home) is None
        assert not learned.undo(home)
    finally:
        wiring.renew()


def test_decisions_become_examples_and_bars(
    home: Path, tmp_path: Path, capsys: Text, monkeypatch: pytest.MonkeyPatch
) -> None:
    practise("Ждите. Можно.")
    assert main(["object", "last", "1", "curt", "Вопрос был на одно слово"]) == 0
    assert main(["decide", "1", "--withdraw", "--reason", "Согласна"]) == 0
    few = tmp_path / "few.jsonl"
    few.write_text("\n".join(LABELLED.read_text("utf-8").splitlines()[:3]), "utf-8")
    # All examples of the catalogue take a while; a bar nobody reaches finds nothing, as the mentor says.
    monkeypatch.setattr("trainer.training.cases.examples", lambda _: iter(()))
    monkeypatch.setattr("trainer.cli.learn.clean_replies", list)
    monkeypatch.setattr(
        "trainer.training.learn.better_bars",
        lambda _cases, _beta, now: replace(now, alone=1.1, beside=1.1, floor=1.1),
    )
    capsys.readouterr()
    assert main(["learn", "--dry-run", str(few)]) == 0
    said = capsys.readouterr().out
    assert 'misses:\n  - "Ждите. Можно."' in said
    assert str(few) in said
    assert "запреты F1, было" in said
    assert learned.read(home) is None
    file = tmp_path / "examples.yaml"
    assert main(["learn", "--json", "--examples", str(file), str(few)]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["changes"].keys() == {"curt"}
    stored = "решения наставников"
    assert (record["before"][stored]["prohibition"], record["after"][stored]["prohibition"]) == (0.0, 1.0)
    assert record["before"][str(few)] == record["after"][str(few)]
    found = learned.read(home)
    assert found
    assert (found.hash, found.bars["curt"]["floor"]) == (record["adopted"], 1.1)
    assert "Ждите. Можно." in file.read_text("utf-8")
    assert main(["learn", "--undo"]) == 0
    assert learned.read(home) is None
    assert len(read_labels(wiring.database())) == 1


RUDE = "Вы что, сами читать не умеете?"


class Offended(Strict):
    """Takes points for rudeness, of whatever it reads."""

    def score(self, text: str, setting: Setting) -> Verdict:
        found = super().score(text, setting)
        lost = replace(found.deductions[0], standard="rude", quality="courtesy")
        return replace(found, violated=("rude",), deductions=(lost,))


@pytest.fixture
def deaf(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A centre whose bar hears no rudeness, and a mentor who has kept a charge of it; few examples, so that it is quick."""
    from trainer.packs.own_standards import shipped
    from trainer.text.meaning import load_reader
    from trainer.training.cases import examples

    session = wiring.open_session("courier-pickup", Mode.TRAINING, judge=Offended(), seed=1)
    session.answer(RUDE)
    assert main(["object", "last", "1", "rude", "Это вопрос"]) == 0
    assert main(["decide", "1", "--keep", "--reason", "Это грубость"]) == 0
    bars = {"rude": {"alone": 0.99, "beside": 0.99, "floor": 0.0}}
    network = learned.network_of(load_reader().about)
    learned.adopt(home, bars, network, "", wiring.SystemClock().now())
    few = [item for item in examples(shipped()) if "rude" in item.judged]
    monkeypatch.setattr("trainer.training.cases.examples", lambda _: iter(few))
    monkeypatch.setattr("trainer.cli.learn.clean_replies", list)


@pytest.mark.usefixtures("deaf")
def test_decisions_that_make_a_difference_are_adopted(home: Path, capsys: Text) -> None:
    capsys.readouterr()
    assert main(["learn", "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    stored = "решения наставников"
    assert record["before"][stored]["prohibition"] == 0.0
    assert record["after"][stored]["prohibition"] == 1.0
    found = learned.read(home)
    assert found
    assert found.hash == record["adopted"]
    assert found.bars["rude"]["alone"] < 0.99
    assert main(["learn", "--undo"]) == 0
    capsys.readouterr()
    assert main(["learn"]) == 0
    said = capsys.readouterr().out
    row = next(line for line in said.splitlines() if line.startswith(stored))
    assert "запреты F1, было" in said
    assert row.split()[-4:-2] == ["0.00", "1.00"], row
    assert "Принято:" in said


@pytest.mark.usefixtures("deaf")
def test_what_would_make_agreement_fall_is_refused_and_told(
    home: Path, capsys: Text, monkeypatch: pytest.MonkeyPatch
) -> None:
    from trainer.cli.train import as_clean
    from trainer.packs.own_standards import shipped

    # To other people the same words are fine. They weigh so little that the search itself does not mind.
    fine = replace(as_clean(RUDE, shipped()), weight=0.01)
    monkeypatch.setattr("trainer.cli.learn.clean_replies", lambda: [fine])
    before = learned.read(home)
    capsys.readouterr()
    assert main(["learn"]) == 0
    said = capsys.readouterr().out
    assert "Остались прежними, иначе согласие упало бы: rude" in said
    assert "Принято" not in said
    assert learned.read(home) == before


def test_a_damaged_file_of_bars_is_none(home: Path) -> None:
    (home / learned.FOLDER).mkdir()
    for text in ("{", '{"format": 2}', '{"format": 1, "bars": {"rude": 3}}', "[]"):
        (home / learned.FOLDER / learned.FILE).write_text(text, encoding="utf-8")
        assert learned.read(home) is None


@pytest.fixture
def own_packs(tmp_path: Path) -> Path:
    pack = tmp_path / "own" / "mine"
    shutil.copytree(ROOT / "scenarios" / "first-week", pack)
    for path in (pack / "dialogues").glob("*.yaml"):
        if path.stem != "courier-pickup":
            path.unlink()
    (pack / "dialogues" / "courier-pickup.yaml").rename(pack / "dialogues" / "my-pickup.yaml")
    file = pack / "dialogues" / "my-pickup.yaml"
    file.write_text(
        file.read_text("utf-8").replace("id: courier-pickup", "id: my-pickup  # свой", 1), "utf-8"
    )
    (pack / "pack.yaml").write_text(
        "id: mine\ntitle: Свой\nabout: Свой набор\nscenarios: [my-pickup]\n", "utf-8"
    )
    return tmp_path / "own"


def test_a_good_answer_becomes_a_model_answer_and_a_bad_one_does_not(own_packs: Path, capsys: Text) -> None:
    from trainer.packs.shelf import Root, Shelf

    good = (
        "Добрый день! Меня зовут Анна, «Вектор Доставка». Да, курьер может забрать посылку из вашего офиса. Заявка до "
        "15:00 - приедем сегодня, позже - на следующий рабочий день. Забор стоит 250 ₽, от пяти посылок бесплатно. "
        "Подскажите, пожалуйста, адрес и сколько посылок? Сразу оформлю заявку."
    )
    shelf = Shelf((Root(own_packs),))
    models = len(shelf.find("my-pickup")[1].turns["question"].model_answers)
    session = wiring.open_session("my-pickup", Mode.TRAINING, judge=Strict(), shelf=shelf, seed=1)
    session.answer(good)
    bad = wiring.open_session("my-pickup", Mode.TRAINING, judge=Strict(), shelf=shelf, seed=1)
    bad.answer("Да.")
    file = own_packs / "mine" / "dialogues" / "my-pickup.yaml"
    before = file.read_text("utf-8")
    assert main(["--packs", str(own_packs), "promote", bad.id, "1", "--anonymous"]) == 1
    assert "E120" in capsys.readouterr().out
    assert file.read_text("utf-8") == before
    assert main(["--packs", str(own_packs), "promote", session.id, "1", "--author", "Анна"]) == 0
    after = file.read_text("utf-8")
    assert good in after
    assert "# ответ ученика, Анна," in after
    assert "id: my-pickup  # свой" in after
    turn = shelf.find("my-pickup")[1].turns["question"]
    assert turn.model_answers[-1] == good
    assert len(turn.model_answers) == models + 1
    assert main(["--packs", str(own_packs), "promote", session.id, "1", "--anonymous"]) == 2
    assert "C161" in capsys.readouterr().err
    assert replace(turn).id == "question"
