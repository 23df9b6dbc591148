"""Whoever comes by a link, in a real Chromium: first lesson, commands, settings, the mentor's desk and who gets there."""

import asyncio
import contextlib
import sys
from collections.abc import Iterator

import pytest
from sqlalchemy import select
from textual.theme import Theme

from tests.web.browser import Chromium, Page, chromium, wire
from tests.web.house import House
from tests.web.steps import answered, begin_talk, gone, sent
from trainer.practice import lesson_texts_ru as lesson
from trainer.storage.db.report_tables import comments
from trainer.team.people import Role
from trainer.tui.commands_texts_ru import EVERYWHERE
from trainer.tui.theme import DARK, LIGHT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="windows branch off from one process")
__all__ = ["chromium"]

ANSWER, PIN = "Здравствуйте, Вера! Мы открыты до восьми.", "481516"
ASKED = "Введите PIN"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    built = House(tmp_path_factory.mktemp("guests"))
    del built.environment["TRAINER_LESSON"]
    # Once a mentor has a PIN, the server is started by one.
    built.environment["TRAINER_PIN"] = PIN
    built.add("Анна", pin="2323")
    built.add("Борис")
    built.add("Ольга", Role.MENTOR, PIN)
    built.start()
    yield built
    left = built.processes()
    code = built.stop()
    assert (code, "Traceback" in built.log.read_text(encoding="utf-8")) == (0, False)
    gone(left)


async def skip_lesson(page: Page) -> None:
    await page.shows("Esc – пропустить")
    page.forget()
    await page.press("Escape")


async def insist(page: Page, key: str, then: str) -> None:
    """Press a key that does nothing more when it is pressed twice, until it is heard: a screen may still be closing."""
    for _ in range(10):
        await page.press(key)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(page.shows(then), 5)
            return
    raise AssertionError((then, page.drawn[-1000:]))


async def back(page: Page) -> None:
    """Leave a screen for the first one; a key that followed Esc at once would be taken for one pressed with Alt."""
    page.forget()
    await insist(page, "Escape", "Часы киоска")


async def command(page: Page, words: str, title: str) -> None:
    """Choose the first command that the list finds for these words."""
    page.forget()
    await insist(page, "^P", "Что сделать?")
    page.forget()
    await page.type(words)
    await page.shows(title)
    page.forget()
    await page.press("Enter")


def ground(theme: Theme) -> str:
    """Return how a terminal is told to draw on the ground of a theme."""
    colour = str(theme.background).lstrip("#")
    return f"48;2;{';'.join(str(int(colour[at : at + 2], 16)) for at in (0, 2, 4))}"


async def test_somebody_with_a_pin_is_let_in_by_the_link_and_guided_through_the_first_talk(
    house: House, chromium: Chromium
) -> None:
    async with wire(chromium) as wired:
        anna = await wired.person()
        await anna.enter(house.link("Анна"))
        await anna.shows(lesson.TITLE)
        await anna.shows("Esc – пропустить")
        assert ASKED not in anna.drawn
        await anna.press("Enter")
        await anna.shows("Шаг 1 из 4")
        for key, text, then in (
            ("Enter", "Можно", "Шаг 2 из 4"),
            ("F5", "", "Шаг 3 из 4"),
            ("Enter", "Здравствуйте, Лена! Понимаю вас. Курьер привезёт торт в субботу к 17:00.", "Было "),
            ("Enter", "", "Шаг 4 из 4"),
            ("Enter", "Рада помочь! Хорошего праздника, Лена!", "Вот и весь разбор"),
            ("Enter", "", lesson.DONE_TITLE),
        ):
            if text:
                await anna.type(text)
                await anna.shows(text.split()[-1])  # a line may be broken anywhere before
            await sent(anna, lambda key=key: anna.press(key), then)
        # It is offered once: after a reload Enter begins the talk that the list stands on.
        await anna.reload()
        await begin_talk(anna, lambda: anna.press("Enter"))
        assert lesson.TITLE not in anna.drawn
        await anna.type(ANSWER)
        await anna.shows("до восьми")
        await answered(anna, lambda: anna.press("Enter"), "А сдача у вас есть?")
        assert [one for one in anna.complaints if "swiftshader" not in one] == []
    # Of the lesson nothing is kept.
    assert [said for _, said, _ in house.kept("Анна")] == [ANSWER]


async def test_commands_and_settings_are_those_of_the_window_and_not_of_the_server(
    house: House, chromium: Chromium
) -> None:
    async with wire(chromium) as wired:
        page = await wired.person()
        await page.enter(house.link("Борис"))
        await skip_lesson(page)
        await page.shows("Часы киоска")
        assert (ground(DARK) in page.raw, ground(LIGHT) in page.raw) == (True, False)
        page.forget()
        await page.press("F12")
        await page.shows("Тема: тёмная")
        await page.shows("В браузере выбор помнится")
        assert str(house.home) not in page.drawn
        page.forget()
        await page.press("Enter")
        await page.shows("Тема: светлая")
        await page.until(lambda: ground(LIGHT) in page.raw, "light")
        await back(page)
        await command(page, "настр", "Настройки")
        await page.shows("Тема: светлая")
        await back(page)
        await command(page, "стандарт", "Стандарты сервиса")
        await page.shows("Поздоро")
        await back(page)
        await command(page, "ъъъ", "Ничего не нашлось")
        await back(page)
        await page.press("F1")
        await page.shows("Этот экран: первый экран")
        # The next window is as everybody's, and the settings of the server have no word of this one.
        await page.reload()
        await page.shows("Часы киоска")
        await page.press("F12")
        await page.shows("Тема: тёмная")
    assert not list(house.home.rglob("settings.toml"))


async def test_a_mentor_comes_to_the_desk_by_the_link_and_the_pin(house: House, chromium: Chromium) -> None:
    async with wire(chromium) as wired:
        olga = await wired.person()
        await olga.enter(house.link("Ольга"))
        await skip_lesson(olga)
        await olga.shows("Часы киоска")
        for pin, then in (("0000", "PIN не подошёл"), (PIN, "все ученики")):
            olga.forget()
            await olga.press("F4")
            await olga.shows(ASKED)
            assert "все ученики" not in olga.drawn
            await olga.type(pin)
            await olga.press("Enter")
            await olga.shows(then)
            assert pin not in olga.drawn
        await olga.shows("Анна")
        # The cursor stands on Anna, who comes first.
        for key, then in (("F3", "Слабые места"), ("Escape", "Анна"), ("Enter", "Ученик: Анна")):
            olga.forget()
            await olga.press(key)
            await olga.shows(then)
        await olga.shows("Часы киоска")
        olga.forget()
        await olga.press("Enter")
        await olga.shows("Запись: ")
        await olga.shows("до восьми")
        await olga.press("F4")
        await olga.shows("Комментарий к ответу 1")
        await olga.type("Хорошо, что назвали час.")
        await olga.shows("назвали час.")
        await sent(olga, lambda: olga.press("Enter"), "Комментарий записан")
    with house.database.read() as connection:
        assert list(connection.execute(select(comments.c.text)).scalars()) == ["Хорошо, что назвали час."]


async def test_no_key_and_no_command_leads_a_trainee_to_the_desk(house: House, chromium: Chromium) -> None:
    async with wire(chromium) as wired:
        boris = await wired.person()
        await boris.enter(house.link("Борис"))
        await boris.shows("Часы киоска")
        # Offered once: by now a test before this one may have had it.
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(skip_lesson(boris), 10)
            await boris.shows("Часы киоска")
        seen = ""

        async def looked(then: str) -> None:
            nonlocal seen
            await boris.shows(then)
            seen += boris.drawn
            boris.forget()

        await boris.press("F4")
        await looked("Мои записи: Борис")
        # Every key of a function, of the desk and of what the desk opens, where a trainee's own records are.
        for number in (2, 5, 7, 8, 11, 4, 3):
            await boris.press(f"F{number}")
        await looked("Слабые места")
        await boris.press("Escape")
        await looked("Мои записи: Борис")
        await back(boris)
        await boris.press("F5")  # who practises
        await command(boris, "стол наставника", "Записи и стол")
        await looked("Мои записи: Борис")
        await back(boris)
        for words in ("ученики", "группа", "комментарий", "решить"):
            await command(boris, words, "Ничего не нашлось")
            await back(boris)
            seen += boris.drawn
        screens = {
            "help": "Этот экран",
            "standards": "Поздоро",
            "mentor": "Мои записи: Борис",
            "settings": "Тема: ",
        }
        for action, title, about, _ in EVERYWHERE:
            if action in screens:
                await command(boris, title, about)
                await looked(screens[action])
                await back(boris)
                seen += boris.drawn
    for other in ("все ученики", "Анна", "Ольга", ASKED, "Кто занимается?", "назвали час"):
        assert other not in seen
