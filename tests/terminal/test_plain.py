"""Line by line in a real terminal: a talk with slips in the middle, an exercise, the mentor's desk."""

import sys
from pathlib import Path

import pytest

from tests.guards.project import ROOT

pytest.importorskip("pty")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals of POSIX")

PACKS = ROOT / "tests" / "data" / "packs"
SHORT = "Букет будет в 15:00."
GOOD = (
    "Здравствуйте, Вера! Понимаю, как вы волнуетесь перед маминым юбилеем. Букет сейчас собирает флорист, в 15:00 "
    "курьер вручит его вам. До выезда пришлю вам фото букета."
)
NUMBER, ANSWER, NOTE, EXERCISE = "Номер: ", "Ваш ответ: ", "Запись: ", "Ответ: "


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path


def lines_only(text: str) -> None:
    """Prove that whoever hears it misses nothing: no redraw, no frame, no picture, no spinner."""
    assert "\x1b" not in text
    assert "\r" not in text.replace("\r\n", "\n")
    assert not set(text) & set("─│┌┐└┘├┤━╭╮╰╯█▁▂▃▄▅▆▇▌•…")


def test_from_the_list_through_a_talk_an_objection_and_its_decision(home: Path) -> None:
    from tests.terminal.terminal import Terminal

    packs = {"TRAINER_PACKS": str(PACKS / "bouquet")}
    with Terminal(home, "play", "--plain", extra=packs) as talk:
        talk.wait(NUMBER, said=True)
        for line, said, then in (
            ("99", "Нужен номер от 1 до", NUMBER),
            ("1", "1. Разговор «Букет опаздывает». Вера: огорчение", NUMBER),
            ("1", "Вера (огорчение): Где мой букет?", ANSWER),
            ("", "Ответ пустой", ANSWER),
            ("/crad", "Команды /crad нет", ANSWER),
            ("/card 1", "Курьер выезжает в 14:00", ANSWER),
            ("/hint", "Подсказка 1:", ANSWER),
            ("/object 1 рано", "Возразить не на что", ANSWER),
            (SHORT, "Оценка", NOTE),
            ("/object 9 мимо", "от 1 до", NOTE),
            ("/object 1 Вера спросила только о времени", "Возражение записано", NOTE),
            ("/retry", "попробуем ещё раз", ANSWER),
            (GOOD, "Настроение клиента: было", NOTE),
            ("/skip", "Итог:", NUMBER),
        ):
            talk.line(line)
            talk.wait(said, said=True)
            talk.wait(then, said=True)
        talk.line("/quit")
        assert talk.wait_end() == 0
        assert "Не соблюдено: Записать разговор" in talk.said
        assert "\n   Другой путь, " in talk.said.replace("\r\n", "\n")
        lines_only(talk.said)

    with Terminal(home, "desk", "--plain", extra=packs) as desk:
        command = "Номер или команда: "
        desk.wait("Возражений ждут решения: 1", said=True)
        desk.wait(command, said=True)
        for line, said in (
            ("/objections", "возражение: «Вера спросила только о времени»"),
            ("/withdraw 1", "Напишите номер возражения и причину"),
            ("/withdraw 7 нет такого", "7"),
            ("/withdraw 1 Согласна, вопрос был о времени", "Снятие отменено"),
            ("/weak", "Баллы нигде не теряются"),
            ("/group Нет такой", "Нет такой"),
            ("1", "Разговоры и упражнения:"),
            ("1", "1. Ответ (взят обратно): " + SHORT),
            ("/comment 2 хорошо", "Например: /comment"),
            ("/comment 2 celebratory Так и надо", "Комментарий записан"),
            ("", "Напишите номер разговора"),
            ("", "Напишите номер ученика"),
        ):
            desk.line(line)
            desk.wait(said, said=True)
            desk.wait(command, said=True)
        desk.line("/quit")
        assert desk.wait_end() == 0
        lines_only(desk.said.replace("–", "-"))

    with Terminal(home, "play", "late-bouquet", "--plain", extra=packs) as again:
        again.wait("Наставник согласился с вами", said=True)
        again.wait("Где мой букет?", said=True)
        again.wait(ANSWER, said=True)
        # One that comes before the program has begun to read is kept until it does.
        again.insist("\x03", "Продолжить этот разговор: trainer play --plain --resume")
        assert again.wait_end() == 130


def test_an_exercise_with_slips_and_a_rest(home: Path) -> None:
    from tests.terminal.terminal import Terminal

    packs = {"TRAINER_PACKS": str(PACKS / "drill")}
    with Terminal(home, "exercise", "drill-comments", "--plain", extra=packs) as drill:
        drill.wait("Кто пишет?", said=True)
        drill.wait(EXERCISE, said=True)
        for line, said in (
            ("кто-то", "не подходит"),
            ("/help", "/quit"),
            ("1", "Что делать?"),
            ("9", "от 1 до"),
            ("1", "1. Минус 50"),
            ("/object 2 Мимо", "Например: /object 1"),
            ("/object 1 Это был вопрос", "Возражение записано"),
        ):
            drill.line(line)
            drill.wait(said, said=True)
            drill.wait(EXERCISE, said=True)
        for _ in range(40):
            drill.line("1")
            drill.wait(lambda: drill.said.rstrip(" ").endswith("Ответ:") or "Итог:" in drill.said)
            if "Итог:" in drill.said:
                break
        assert drill.wait_end() == 0
        assert "Возразить можно командой: trainer object" in drill.said
        lines_only(drill.said)
    with Terminal(home, "exercise", "drill-recover", "--plain", extra=packs) as rest:
        rest.wait("Enter – дальше: ", said=True)
        rest.line("/quit")
        assert rest.wait_end() == 0
        assert "Берегите себя." in rest.said
        lines_only(rest.said)


def test_a_scenario_that_is_being_written(home: Path, tmp_path: Path) -> None:
    from tests.terminal.terminal import Terminal

    file = tmp_path / "late-bouquet.yaml"
    text = (PACKS / "bouquet" / "dialogues" / "late-bouquet.yaml").read_text(encoding="utf-8")
    text = text.replace(", offer-photo", "").replace("offer-photo, ", "").replace(", send-elsewhere", "")
    text = text.replace("shown: [offer-photo]", "shown: [empathy]")
    file.write_text(text, encoding="utf-8")
    with Terminal(home, "preview", str(file), "--plain") as preview:
        preview.wait(ANSWER, said=True)
        file.write_text(text.replace("Где мой букет?", "Когда же букет?"), encoding="utf-8")
        preview.line("/say")
        preview.wait("Файл обновлён", said=True)
        preview.wait("Когда же букет?", said=True)
        preview.wait(ANSWER, said=True)
        file.write_text("id: [", encoding="utf-8")
        preview.line("/say")
        preview.wait("идёт прежняя версия", said=True)
        preview.wait(ANSWER, said=True)
        preview.line("/quit")
        assert preview.wait_end() == 0
        lines_only(preview.said)
