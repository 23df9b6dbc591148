"""How ``trainer serve`` and ``trainer link`` are called; what they serve is tested in tests/web."""

import argparse
import socket
from pathlib import Path

import pytest

from tests.cli.test_team import Team, add, team
from trainer.cli.main import main
from trainer.cli.serve import _parser, options_of
from trainer.model.problem import InputError
from trainer.web.options import Options

__all__ = ["team"]


def asked(*words: str) -> argparse.Namespace:
    return _parser().read(words)


@pytest.fixture(autouse=True)
def no_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TRAINER_URL", raising=False)


def test_alone_it_listens_to_this_machine_only() -> None:
    assert options_of(asked()) == Options("127.0.0.1", 8765)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--host", "0.0.0.0"], "C244"),
        (["--host", "10.0.0.5", "--url", "https://trainer.example.ru"], "C244"),
        (["--host", ""], "C244"),
        (["--cert", "c.pem"], "C245"),
        (["--cert", "c.pem", "--key", "k.pem", "--behind-proxy"], "C253"),
        (["--host", "::", "--cert", "c.pem", "--key", "k.pem"], "C246"),
        (["--behind-proxy"], "C246"),
        (["--behind-proxy", "--url", "http://trainer.example.ru"], "C247"),
        (["--behind-proxy", "--url", "https://trainer.example.ru", "--host", "0.0.0.0"], "C256"),
        (["--proxy", "10.0.0.2"], "C257"),
        (["--behind-proxy", "--proxy", "10.0.0.2/99", "--url", "https://trainer.example.ru"], "C258"),
        (["--url", "trainer.example.ru"], "C240"),
        (["--url", "https://trainer.example.ru/a"], "C240"),
        (["--url", "https://u:p@trainer.example.ru"], "C240"),
        (["--url", "https://[trainer"], "C240"),
        (["--port", "70000"], "C252"),
        (["--most", "0"], "C252"),
        (["--idle", "-5"], "C252"),
        (["--idle", "пять"], "C252"),
        (["лишнее"], "C051"),
    ],
)
def test_a_call_that_cannot_be_is_refused_with_the_reason(words: list[str], code: str) -> None:
    with pytest.raises(InputError) as caught:
        options_of(asked(*words))
    assert [problem.code for problem in caught.value.problems] == [code]


@pytest.mark.parametrize(
    ("words", "address"),
    [
        (["--host", "10.0.0.5", "--cert", "c", "--key", "k"], "https://10.0.0.5:81"),
        (
            ["--host", "::", "--cert", "c", "--key", "k", "--url", "https://Trainer.example.ru/"],
            "https://trainer.example.ru",
        ),
        (["--behind-proxy", "--url", "https://trainer.example.ru:8443"], "https://trainer.example.ru:8443"),
        (["--host", "::1"], "http://[::1]:81"),
    ],
)
def test_the_address_that_people_open(words: list[str], address: str) -> None:
    assert options_of(asked(*words)).address(81) == address


def test_what_cannot_be_opened_is_told_without_a_trace(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pem = home / "no.pem"
    for text, why in ((None, "файла нет"), ("не сертификат", "это не PEM")):
        if text:
            pem.write_text(text, encoding="utf-8")
        assert main(["serve", "--cert", str(pem), "--key", str(pem)]) == 2
        told = capsys.readouterr().err
        assert "C248" in told
        assert why in told
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert main(["serve", "--port", str(taken.getsockname()[1])]) == 2
    told = capsys.readouterr().err
    assert "порт занят" in told
    assert "Traceback" not in told


def test_a_link_is_made_shown_and_taken_back(team: Team) -> None:
    add(team, "Анна")
    made = team("link", "add", "анна", "--days", "3", "--url", "https://trainer.example.ru/")
    assert made.out.startswith("https://trainer.example.ru/in#l")
    assert "один раз" in made.err
    many = team("link", "add", "Анна", "--reusable", "--json").records[0]
    assert (many["once"], many["url"].split("#")[0]) == (False, "http://127.0.0.1:8765/in")
    listed = team("link", "list")
    assert (listed.out.count("Анна - ещё не открыта"), listed.out.count("много раз")) == (2, 1)
    secret = made.out.strip().partition(".ru/in#")[2].partition(".")[2]
    assert secret not in team("link", "list", "--json").out
    assert team("link", "revoke", many["id"]).out == "Отозвано ссылок: 1\n"
    assert team("link", "revoke", "Анна").out == "Отозвано ссылок: 1\n"
    assert team("link", "list").out == ""
    assert [one["status"] for one in team("link", "list", "--all", "--json").records] == ["revoked"] * 2


def test_only_a_mentor_with_the_pin_deals_with_links(team: Team) -> None:
    add(team, "Анна")
    assert team("person", "add", "Ольга", "--role", "mentor", "--pin", stdin="4815\n").code == 0
    for words in (["add", "Анна"], ["list"], ["revoke", "--all"]):
        assert team("link", *words).code == 2
        assert team("link", *words, person="Анна", pin="4815").code == 2
        assert team("link", *words, pin="4815").code == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["add", "Никто"], "E203"),
        (["add", "я", "--days", "0"], "C252"),
        (["add", "я", "--days", "367"], "C252"),
        (["add", "я", "--url", "ftp://x"], "C240"),
        (["revoke"], "C242"),
        (["revoke", "l1", "--all"], "C242"),
        (["revoke", "l1"], "C241"),
    ],
)
def test_a_wrong_call_about_links_is_refused(team: Team, words: list[str], code: str) -> None:
    done = team("link", *words)
    assert (done.code, code in done.err) == (2, True), done.err
