"""The first lesson line by line, and the talk it is made of."""

from fakes import FakeJudge, StillClock

from trainer.model.standard import Catalogue
from trainer.packs.lesson import read_lesson
from trainer.practice.lesson_plain import run_lesson
from trainer.practice.records import Mode
from trainer.practice.session import Session, start
from trainer.scoring.judge import Judge
from trainer.storage.memory import MemoryStore

GOOD = "Здравствуйте, Лена! Понимаю, как вы волнуетесь. Торт привезём в субботу к 17:00."


def played(lines: list[str], shipped: Catalogue, judge: Judge | FakeJudge) -> tuple[bool, str]:
    session: Session = start("урок", read_lesson(), Mode.TRAINING, judge, MemoryStore(), StillClock())
    said: list[str] = []
    waiting = iter(lines)

    def read() -> str:
        try:
            return next(waiting)
        except StopIteration:
            raise EOFError from None

    done = run_lesson(session, shipped, read, said.append)
    return done, "\n".join(said)


def test_the_real_judge_shows_what_the_lesson_tells(shipped: Catalogue, judge: Judge) -> None:
    lines = ["", "Можно.", "/retry", "/card 1", GOOD, "Хорошего праздника, Лена!"]
    done, text = played(lines, shipped, judge)
    assert done
    assert "Слова: «Можно.»" in text  # evidence, as the lesson says
    assert "и больше ничего: 100 − " in text
    assert "Перенести можно на 17:00" in text
    assert "стало 100" in text
    assert "Вот и весь разбор" in text


def test_a_line_of_its_own_for_each_thing_and_no_keys_of_screens(shipped: Catalogue) -> None:
    done, text = played(["", "Можно", GOOD, "/как", " ", GOOD], shipped, FakeJudge())
    assert done
    assert "F5" not in text
    assert "подчёркнуты" not in text
    assert "В уроке есть команды" in text


def test_the_lesson_is_skipped_at_once_in_the_middle_and_at_the_end_of_input(shipped: Catalogue) -> None:
    for lines in (["/skip"], ["", "Можно", "/quit"], []):
        done, text = played(lines, shipped, FakeJudge())
        assert not done
        assert "Первый разговор" in text


def test_the_talk_of_the_lesson_is_not_among_those_of_the_library() -> None:
    from trainer.packs.library import scenario_folders
    from trainer.packs.reader import read_pack

    known = {name for folder in scenario_folders() for name in read_pack(folder).scenarios}
    assert read_lesson().id not in known
