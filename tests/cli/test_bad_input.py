"""The program as a process: what reaches it that nobody wished for."""

import json
import os
import signal
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "trainer.cli.main"]
STRANGE = {
    "long": "Здравствуйте! Забор стоит 250 ₽. " * 3100,
    "one word": "а" * 100_000,
    "emoji": "😊🙏👍🏽👨‍👩‍👧",
    "latin": "Hello, the courier will come tomorrow",
    "control": "Здравствуйте!\x00\x07\x1b[2J Забор стоит 250 ₽\x7f",
    "nfd": unicodedata.normalize("NFD", "Здравствуйте! Приедет ёжик, забор стоит 250 ₽, дорогой мой"),
    "markup": "[bold]Здравствуйте[/] [@click=app.quit]да[/] [/b] {name} %s \\",
    "crlf": "Здравствуйте!\r\n\r\nЗабор стоит 250 ₽.\rДа",
    "invisible": "\u202eЗдравствуйте\u200b\u2028\ufeffда",
    "marks": "…" * 500 + "?!" * 500,
    "null words": "null NaN None undefined 1e999",
}


def environment(**extra: str) -> dict[str, str]:
    return {**os.environ, "PYTHONWARNINGS": "error::ResourceWarning", **extra}


def trainer(*words: str, stdin: bytes = b"", **extra: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *words], input=stdin, capture_output=True, timeout=120, env=environment(**extra)
    )


def test_strange_answers_are_judged_with_exact_evidence() -> None:
    rows = [
        {"id": name, "text": text, "scenario": "courier-pickup", "turn": "question"}
        for name, text in STRANGE.items()
    ]
    done = trainer("score", "--json", stdin="\n".join(map(json.dumps, rows)).encode())
    assert (done.returncode, done.stderr) == (0, b"")
    records = [json.loads(line) for line in done.stdout.decode().split("\n") if line]
    assert [record["id"] for record in records] == list(STRANGE)
    for record in records:
        assert record["score"] == max(0, 100 - sum(item["points"] for item in record["deductions"]))
        for item in record["deductions"]:
            for piece in item["evidence"]:
                assert STRANGE[record["id"]][piece["start"] : piece["end"]] == piece["text"]


@pytest.mark.skipif(os.name == "nt", reason="pipes end otherwise there")
def test_a_closed_pipe_is_quiet() -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [*COMMAND, "standards", "--json"], stdout=write, stderr=subprocess.PIPE, env=environment(), timeout=60
    )
    os.close(write)
    assert done.stderr == b""
    assert done.returncode == 141


@pytest.mark.skipif(os.name == "nt", reason="signals end otherwise there")
def test_ctrl_c_says_goodbye_and_keeps_the_talk(tmp_path: Path) -> None:
    with subprocess.Popen(
        [*COMMAND, "play", "courier-pickup", "--plain"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(TRAINER_HOME=str(tmp_path)),
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        line = ""
        while "Подскажите, курьер может" not in line:
            line = process.stdout.readline().decode()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "--resume" in out.decode()
    assert b"Traceback" not in err
    name = out.decode().rsplit("--resume ", 1)[1].split()[0]
    again = trainer("play", "--plain", "--resume", name, TRAINER_HOME=str(tmp_path))
    assert "Подскажите, курьер может" in again.stdout.decode()


def test_a_home_that_cannot_be_written_is_told_and_the_talk_goes_on(tmp_path: Path) -> None:
    occupied = tmp_path / "file"
    occupied.write_text("", encoding="utf-8")
    done = trainer(
        "play",
        "courier-pickup",
        "--plain",
        stdin="Да, заберём.\n".encode(),
        TRAINER_HOME=str(occupied / "home"),
    )
    out = done.stdout.decode()
    assert b"Traceback" not in done.stderr
    assert str(occupied) in out
    assert "Оценка " in out
    assert "--resume" not in out


def test_output_is_utf8_whatever_the_locale_says() -> None:
    done = trainer("standards", "nothing", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert done.returncode == 2
    assert "нет стандарта «nothing»" in done.stderr.decode("utf-8")


def test_a_name_that_is_no_text_is_told() -> None:
    done = subprocess.run(
        [os.fsencode(word) for word in COMMAND] + [b"check", b"\xff.txt"], capture_output=True, timeout=60
    )
    assert done.returncode == 2
    assert "файл не найден" in done.stderr.decode("utf-8")
