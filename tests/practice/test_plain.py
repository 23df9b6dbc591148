from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from fakes import BYE, FULL, LACKS_PRICE, NOTE, RUDE, FakeJudge, StillClock, catalogue, scenario

from trainer.model.scenario import Note, Scenario
from trainer.practice.plain import run_plain
from trainer.practice.records import Mode
from trainer.practice.replay import resume
from trainer.practice.session import start
from trainer.storage.memory import MemoryStore


class Talk:
    """Types the given lines; an exception among them is raised as the terminal would."""

    def __init__(
        self,
        lines: Iterable[str | type[BaseException]],
        mode: Mode = Mode.TRAINING,
        of: Scenario | None = None,
    ) -> None:
        self.store = MemoryStore()
        session = start("s1", of or scenario(), mode, FakeJudge(), self.store, StillClock())
        self.said: list[str] = []
        typed = iter(lines)

        def read_line() -> str:
            line = next(typed, EOFError)
            if isinstance(line, str):
                return line
            raise line

        self.finished = run_plain(session, catalogue(), read_line, self.said.append, "trainer resume s1")
        self.text = "\n".join(self.said)

    def again(self):
        return resume(self.store, "s1", lambda _id: scenario(), FakeJudge(), StillClock())


def test_a_whole_talk_line_by_line() -> None:
    talk = Talk(["/card 1", FULL, BYE, NOTE])
    assert talk.finished
    for part in ("Где моя посылка?", "Заказ 12-34", "Оценка 100 из 100", "Хорошо. А курьер позвонит?",
                 "Ольга благодарна", "Итог: 100", "Соблюдено: Сначала проверить"):  # fmt: skip
        assert part in talk.text


def test_deductions_are_told_with_words_why_fix_and_source() -> None:
    text = Talk(["Здравствуйте, дурак"]).text
    for part in (
        "Минус 20: Грубость",
        "Слова: «дурак»",
        "Почему: Так клиенту",
        "Лучше: Скажите",
        "Источник: 002",
    ):
        assert part in text


def test_follow_up_is_asked() -> None:
    assert "А сколько это стоит?" in Talk([LACKS_PRICE]).text


def test_an_exam_tells_verdicts_only_at_the_end() -> None:
    talk = Talk([FULL, "/hint", BYE, "/skip"], Mode.EXAM)
    before, _, after = talk.text.partition("Итог:")
    assert "Оценка" not in before
    assert "В экзамене" in before
    assert "Оценка 100 из 100" in after


def test_hints_come_one_by_one_and_start_anew_at_the_next_line() -> None:
    said = Talk(["/hint", "/hint", "/hint", FULL, "/hint"]).text
    order = [
        said.index(part) for part in ("Подсказка 1: Сначала", "Подсказка 2", "больше нет", "Ответьте прямо")
    ]
    assert order == sorted(order)


def test_retry_takes_the_answer_back() -> None:
    talk = Talk(["Ждите.", "/retry", FULL])
    assert "Прежняя попытка осталась" in talk.text
    assert [attempt.text for attempt in talk.again().kept] == [FULL]


def test_a_backslash_continues_the_answer_and_a_double_slash_begins_with_one() -> None:
    talk = Talk(["Здравствуйте!\\", "Понимаю. Завтра, 250.", "//да понимаю здравствуйте позвонит"])
    assert [a.text for a in talk.again().kept] == [
        "Здравствуйте!\nПонимаю. Завтра, 250.",
        "/да понимаю здравствуйте позвонит",
    ]


def test_ctrl_c_says_goodbye_and_keeps_the_unsent_line() -> None:
    talk = Talk(["Здравствуйте!\\", KeyboardInterrupt])
    assert not talk.finished
    assert "trainer resume s1" in talk.said[-1]
    assert talk.again().draft() == "Здравствуйте!"


def test_unknown_commands_numbers_and_blank_lines_are_explained() -> None:
    talk = Talk(["/crad", "/card 9", "/card x", "   ", "/skip", "/card", "/model", "/help", "/quit"])
    for part in ("Команды /crad нет", "от 1 до 2", "пробелы", "а он ещё идёт", "1. Заказ", FULL, "/retry"):
        assert part in talk.text
    assert talk.again().kept == ()


def test_nothing_typed_reaches_the_terminal_raw() -> None:
    talk = Talk(["\x1b[2Jдурак\x07", "/\x1b[31m", "/quit"])
    assert "\x1b" not in talk.text
    assert "\x07" not in talk.text


def whole(**more: object):
    found = scenario()
    where = replace(found.turns["where"], other_models=("Понимаю вас. Завтра, 250 рублей.",))
    person = replace(found.client, age=34, wants="Подарок к празднику", **more)
    return replace(found, client=person, turns={**found.turns, "where": where})


def test_model_answers_are_told_in_turn() -> None:
    talk = Talk(["/model", "/model", "/model", "/quit"], of=whole())
    one, two, three = (line for line in talk.said if line.startswith("Так ответил бы"))
    assert one == f"Так ответил бы опытный коллега, 1 из 2: {FULL}"
    assert two == "Так ответил бы опытный коллега, 2 из 2: Понимаю вас. Завтра, 250 рублей."
    assert three == one


def test_the_client_is_introduced_before_the_talk_and_described_after_it() -> None:
    talk = Talk([FULL, BYE, NOTE], of=whole())
    assert "Клиент: Ольга, 34 года. Ждёт подарок сыну." in talk.said
    told = talk.said.index("О клиенте:")
    assert talk.said[told + 1] == "Чего хочет: Подарок к празднику"
    assert told > talk.said.index("Итог: 100 из 100.")


def test_the_sum_tells_where_other_answers_would_have_led() -> None:
    text = Talk([FULL, BYE, NOTE]).text
    path = text.partition("Ваш путь:")[2].splitlines()
    others = [line for line in path if line.startswith("   Другой путь, ")]
    assert others == [
        "   Другой путь, если допустить: грубость: концовка «Ольга ушла», клиент потерян.",
        "   Другой путь, иначе: концовка «Осадок остался», исход пополам.",
    ]
    # Each stands below the answer in whose place another could have been.
    assert (
        path.index(others[0])
        < path.index(next(one for one in path if one.startswith("2. ")))
        < path.index(others[1])
    )


class SlowLine(StillClock):
    """Every line that is written takes ten seconds, every line that is typed one."""

    at = datetime(2025, 3, 1, 12, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at

    def take(self, seconds: int) -> None:
        self.at += timedelta(seconds=seconds)


def test_what_is_told_before_the_prompt_is_no_time_spent_on_the_answer() -> None:
    line, store, typed = SlowLine(), MemoryStore(), iter([FULL, "/retry", "", FULL, BYE, "/skip"])
    session = start("s1", scenario(), Mode.TRAINING, FakeJudge(), store, line)

    def read_line() -> str:
        line.take(1)
        return next(typed)

    assert run_plain(session, catalogue(), read_line, lambda _: line.take(10))
    spent = [event["seconds"] for event in store.events("s1") if event["kind"] == "answer"]
    # The empty line and what was said to it are time spent on the second answer.
    assert spent == [1, 12, 1]


def test_a_talk_without_a_note_ends_with_enter_and_can_still_be_answered_anew() -> None:
    talk = Talk([FULL, BYE, "/retry", BYE, ""], of=replace(scenario(), note=Note()))
    assert talk.finished
    assert talk.text.count("Enter – к итогам") == 2
    assert "Запишите" not in talk.text
    assert "Записать разговор" not in talk.text
    assert "Итог: 100" in talk.text


def test_a_talk_that_was_left_at_its_end_goes_on_to_the_sum_in_titles() -> None:
    talk = Talk([RUDE, EOFError])
    said: list[str] = []
    session = talk.again()
    assert not talk.finished
    assert run_plain(session, catalogue(), lambda: "/skip", said.append)
    text = "\n".join(said)
    assert "Что потренировать:" in text
    assert "Пишите ответ" not in text  # there is nothing to answer any more
    for name in ("rude", "goodwill", "answer-fully", "log-contact"):
        assert name not in text
