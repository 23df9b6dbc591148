"""The main path in a real terminal: it is resized, suspended, killed, and nothing is lost."""

import signal
import sys
from pathlib import Path

import pytest

from tests.guards.project import ROOT

pytest.importorskip("pty")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals of POSIX")

PACK = {"TRAINER_PACKS": str(ROOT / "tests" / "data" / "packs" / "bouquet")}
BEGUN = "Здравствуйте, Вера! Понимаю, как вы волнуетесь перед юбилеем мамы."
REST = " Букет собирает флорист, в 15:00 курьер вручит его вам. До выезда пришлю вам фото букета."
NOTE = "Вера спросила, где букет. Курьер вручит его в 15:00."
F1, F3, ESC, PASTE = "\x1bOP", "\x1bOR", "\x1b", "\x1b[200~{}\x1b[201~"


def test_from_the_first_screen_to_the_debrief(tmp_path: Path) -> None:
    from tests.terminal.terminal import Terminal

    with Terminal(tmp_path, extra=PACK) as app:
        app.wait("Вера: огорчение")
        app.click("Вера: огорчение")  # the line in the list; the pane beside it tells of the talk too
        app.wait("Ваша роль")
        app.type("\r")
        app.wait("Где мой букет?")
        app.type(PASTE.format(BEGUN))
        app.wait("волнуетесь")
        app.resize(60, 20)
        app.wait(lambda: "Где мой букет?" in app.text and "волнуетесь" in app.text)
        assert max(map(len, app.text.splitlines())) <= 60
        app.signal(signal.SIGTSTP)
        app.wait_stopped()
        assert b"\x1b[?1049l" in app.raw  # the shell has its screen back
        app.screen.reset()
        app.signal(signal.SIGCONT)
        app.wait(lambda: "волнуетесь" in app.text and "Где мой букет?" in app.text)
        app.type("Й")  # typed just before the power goes
        app.wait("мамы.Й")
        app.wait(_kept(tmp_path, "мамы.Й"))
        app.signal(signal.SIGKILL)
        assert app.wait_end() == -signal.SIGKILL

    with Terminal(tmp_path, extra=PACK, size=(120, 40)) as app:
        app.wait("Продолжить")
        app.click("Продолжить")
        app.wait("мамы.Й")
        app.type("\x7f")
        app.wait(lambda: "мамы.Й" not in app.text)
        app.type(PASTE.format(REST))
        app.wait("фото букета.")
        app.resize(80, 24)
        app.wait(lambda: "Где мой букет?" in app.text)
        app.type("\r")
        app.wait("Разбор ответа")
        app.wait("из 100")
        app.type("\r")
        app.wait("Запись в карточку клиента")
        app.type(PASTE.format(NOTE))
        app.wait("Курьер вручит его")
        app.type("\r")
        app.wait("Итоги")
        app.wait("Праздник")
        app.type(ESC)
        app.wait("Цветочная лавка".upper())
        app.wait(lambda: "Букет опаздывает" in app.text and "Продолжить" not in app.text)
        app.type("\x1b[1081;5u")  # Ctrl+Q under the Russian layout
        assert app.wait_end() == 0
        assert app.raw.rfind(b"\x1b[?1049l") > app.raw.rfind(b"\x1b[?1049h")


def _kept(home: Path, text: str):
    """Return a question: does the store have this draft?"""
    import sqlite3

    def kept() -> bool:
        with sqlite3.connect(home / "trainer.db", timeout=5) as store:
            return any(text in row[0] for row in store.execute("SELECT text FROM drafts"))

    return kept


@pytest.mark.parametrize("term", ["screen-256color", "linux"])
def test_keys_of_other_terminals(tmp_path: Path, term: str) -> None:
    from tests.terminal.terminal import Terminal

    keys = {"linux": ("\x1b[[A", "\x1b[[C")}.get(term, (F1, F3))
    with Terminal(tmp_path, "play", "late-bouquet", extra={**PACK, "TERM": term, "COLORTERM": ""}) as app:
        app.wait("Где мой букет?")
        app.type(keys[0])
        app.wait("Клавиши")
        app.type(ESC)
        app.wait("Где мой букет?")
        app.type(keys[1])
        app.wait("Подсказка 1 из 2")
        app.type(ESC)
        app.wait(lambda: "Подсказка 1 из 2" not in app.text)
        # A terminal that does not say where a paste begins: nothing is sent, the lines stay together.
        app.type("1\rраз\rдва\rтри")
        app.wait("три")
        app.type("\x1a")
        app.signal(signal.SIGTERM)
        app.wait_end()
    assert _kept(tmp_path, "раз\nдва")()
