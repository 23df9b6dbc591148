import csv
import io
import json
import os
import sys
import warnings
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.cli import conftest
from tests.cli.conftest import Run
from tests.cli.fakes import TOOLS, FakeJudge
from trainer.model.verdict import Reading
from trainer.team.cells import cell

GREETING = "Здравствуйте, уже смотрю"
RUDE = "Здравствуйте, дура"
TEXTS = [GREETING, "", RUDE, "да", "  ", "дура какая"] * 8
EMPTY = sum(not text.strip() for text in TEXTS)


def export(path: Path, texts: Iterable[str] = TEXTS, delimiter: str = ",") -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter=delimiter)
        writer.writerow(["номер", "ответ"])
        writer.writerows([f"T-{number}", text] for number, text in enumerate(texts))
    return path


@pytest.fixture
def chats(tmp_path: Path) -> Path:
    return export(tmp_path / "chats.csv")


@pytest.fixture
def check(run: Run) -> Callable[..., conftest.Outcome]:
    return lambda *words, **more: run("check", "--text", "ответ", "--jobs", 1, *words, **more)


def records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def test_the_report_counts_replies_and_standards(check: Run, chats: Path) -> None:
    (fields,) = check("--csv", chats, "--id", "номер", "--json").records
    assert (fields["replies"], fields["judged"], fields["empty"]) == (48, 48 - EMPTY, EMPTY)
    assert fields["complete"] is True
    greet, rude = fields["standards"]
    assert (greet["standard"], greet["kept"], greet["broken"]) == ("greet", 16, None)
    assert (rude["standard"], rude["kept"], rude["broken"], rude["share"]) == ("rude", 16, 16, 0.5)
    assert rude["examples"] == [{"id": "T-2", "line": 4, "words": ["дура"]}]
    assert len(fields["worst"]) == 10
    assert [item["line"] for item in fields["worst"][:3]] == [4, 7, 10]


def test_three_examples_are_shown_with_their_words(check: Run, tmp_path: Path) -> None:
    words = [f"дура{end}" for end in ("", "к", "цкая", "чок", "ки")]
    out = check("--csv", export(tmp_path / "chats.csv", words)).out
    assert "Не грубить (rude): нарушено 5 (100,0 %), соблюдено 0" in out
    assert [line.strip() for line in out.splitlines() if line.startswith("     ")][:4] == [
        "2: «дура»",
        "3: «дурак»",
        "4: «дурацкая»",
        "Не грубить: «дура»",
    ]
    assert "Не встретилось: Поздороваться" in out


def test_two_processes_write_what_one_writes(check: Run, run: Run, chats: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    assert check("--csv", chats, "--out", one).code == 0
    before = dict(os.environ)
    assert run("check", "--csv", chats, "--text", "ответ", "--jobs", 2, "--out", two).code == 0
    assert dict(os.environ) == before
    assert one.read_bytes() == two.read_bytes()
    lines = [record["line"] for record in records(two)]
    assert lines == [number for number, text in enumerate(TEXTS, 2) if text.strip()]


def test_only_the_standards_that_were_asked_for(check: Run, chats: Path) -> None:
    (fields,) = check("--csv", chats, "--standards", "greet", "--json").records
    assert [row["standard"] for row in fields["standards"]] == ["greet"]
    assert fields["worst"] == []


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_seen_in_the_header(check: Run, tmp_path: Path, delimiter: str) -> None:
    path = export(tmp_path / "chats.csv", [RUDE, "да; нет, может быть"], delimiter)
    assert "Проверено: 2," in check("--csv", path).out
    named = {"\t": "tab"}.get(delimiter, delimiter)
    assert "Проверено: 2," in check("--csv", path, "--delimiter", named).out


def test_what_a_spreadsheet_writes_is_read(check: Run) -> None:
    stdin = '\ufeffответ;номер\r\n"дура; ""да""\r\nи ещё строка";1\r\n\r\nдура;2\r\n'
    (fields,) = check("--csv", "-", "--id", "номер", "--json", stdin=stdin).records
    assert fields["judged"] == 2
    assert fields["worst"][0]["text"] == 'дура; "да"\r\nи ещё строка'
    assert [(item["id"], item["line"]) for item in fields["worst"]] == [("1", 2), ("2", 5)]


def test_json_lines_with_their_own_names(check: Run, tmp_path: Path) -> None:
    path = tmp_path / "chats.jsonl"
    rows = [{"ответ": "дура", "n": 7}, {"ответ": None, "n": 8}, {"ответ": "да\u2028нет", "n": "x"}]
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    for words in ((path,), ("--csv", path), ("-", "--jsonl")):
        (fields,) = check(*words, "--id", "n", "--json", stdin=path.read_bytes()).records
        assert (fields["judged"], fields["empty"]) == (2, 1)
        assert fields["worst"][0]["id"] == 7


@pytest.mark.parametrize(
    ("raw", "place", "told"),
    [
        ("номер,отвед\n1,да\n", ":1:1:", "нет колонки «ответ» - возможно, вы имели в виду «отвед»"),
        ("ответ,ответ\n1,да\n", ":1:1:", "встречается дважды"),
        ("номер,ответ\n1,да\n2,да,нет\n", ":3:1:", "ячеек 3, а в заголовке 2"),
        ('номер,ответ\n1,да\n2,"да\n3,нет\n', ":3:1:", "не закрыта"),
        ('номер,ответ\n1,"да" нет\n', ":2:1:", "после закрывающей кавычки"),
        ("номер,ответ\n1,да\rнет\n", ":2:1:", "перевод строки"),
        ('номер,ответ\n1,"' + "а\n" * 70_000, ":2:1:", "не закрыта кавычка"),
        ("номер,ответ\n", "", "нет ни одной реплики"),
        ("", "", "нет ни одной реплики"),
    ],
)
def test_a_broken_export_is_told_with_its_line(
    check: Run, tmp_path: Path, raw: str, place: str, told: str
) -> None:
    path = tmp_path / "chats.csv"
    path.write_bytes(raw.encode())
    done = check("--csv", path, "--out", tmp_path / "out.jsonl")
    assert (done.code, done.out) == (2, "")
    assert f"{path}{place}" in done.err
    assert told in done.err
    assert not (tmp_path / "out.jsonl").exists()


def test_another_encoding_is_told_with_its_line(check: Run, tmp_path: Path) -> None:
    path = tmp_path / "chats.csv"
    path.write_bytes("номер,ответ\n1,да\n".encode() + "2,нет\n".encode("cp1251"))
    done = check("--csv", path)
    assert done.code == 2
    assert f"{path}:3:3:" in done.err
    assert "не в кодировке UTF-8" in done.err
    path.write_bytes("ответ\nда\n".encode("utf-16"))
    assert "не в кодировке UTF-8" in check("--csv", path).err


def test_a_broken_record_is_told_with_its_line(check: Run, tmp_path: Path) -> None:
    path = tmp_path / "chats.jsonl"
    for raw, told in (
        ('{"ответ": "да"}\n{"ответ": ', "строка не похожа на запись JSON"),
        ('{"ответ": "да"}\n{"ответ": 5}', "нужно текст"),
        ('{"ответ": "да"}\n{"текст": "да"}', "нет поля «ответ»"),
    ):
        path.write_text(raw, encoding="utf-8")
        done = check(path)
        assert done.code == 2
        assert f"{path}:2:" in done.err
        assert told in done.err


class Tired(FakeJudge):
    """Judges so many replies, then somebody presses Ctrl+C."""

    left = 0
    seen = 0

    def read(self, text: str) -> Reading:
        if not type(self).left:
            raise KeyboardInterrupt
        type(self).left -= 1
        type(self).seen += 1
        return super().read(text)


@pytest.fixture
def tired(monkeypatch: pytest.MonkeyPatch) -> type[Tired]:
    monkeypatch.setattr(conftest, "TOOLS", replace(TOOLS, judge=Tired))
    Tired.left = Tired.seen = 0
    return Tired


def test_ctrl_c_keeps_what_is_done_and_a_later_run_goes_on(
    check: Run, tired: type[Tired], chats: Path, tmp_path: Path
) -> None:
    out, whole = tmp_path / "out.jsonl", tmp_path / "whole.jsonl"
    tired.left = 9
    done = check("--csv", chats, "--out", out)
    assert done.code == 130
    assert "Проверено: 9," in done.out
    assert "Проверка прервана" in done.out
    assert "--resume" in done.err
    assert len(records(out)) == 9
    with out.open("ab") as stream:
        stream.write(b'{"id": "half of a rec')
    tired.left, tired.seen = 1000, 0
    again = check("--csv", chats, "--out", out, "--resume")
    assert (again.code, tired.seen) == (0, len(TEXTS) - EMPTY - 9)
    assert check("--csv", chats, "--out", whole).out == again.out
    assert out.read_bytes() == whole.read_bytes()
    tired.left = 0
    assert check("--csv", chats, "--out", out, "--resume").out == again.out


def test_results_of_something_else_are_not_gone_on_with(check: Run, chats: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert check("--csv", chats, "--out", out).code == 0
    before = out.read_bytes()
    other = export(tmp_path / "other.csv", [*TEXTS[:5], "другое", *TEXTS[6:]])
    short = export(tmp_path / "short.csv", TEXTS[:6])
    for words, line in (((other,), 4), ((short,), 5), ((chats, "--standards", "rude"), 1)):
        done = check("--csv", *words, "--out", out, "--resume")
        assert done.code == 2
        assert f"{out}:{line}:1:" in done.err
        assert out.read_bytes() == before
    assert "--resume" in check("--csv", chats, "--out", out).err
    assert out.read_bytes() == before


def test_a_longer_export_needs_only_its_new_rows(check: Run, tired: type[Tired], tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    tired.left = 100
    check("--csv", export(tmp_path / "chats.csv", TEXTS), "--out", out)
    tired.seen = 0
    longer = export(tmp_path / "chats.csv", [*TEXTS, GREETING, RUDE])
    assert check("--csv", longer, "--out", out, "--resume").code == 0
    assert tired.seen == 2


def test_reports_as_files(check: Run, tmp_path: Path) -> None:
    texts = ["дура <b>[x](y)</b> | *да*", "=дура", GREETING]
    chats = export(tmp_path / "chats.csv", texts)
    for name in ("r.md", "r.json", "r.csv"):
        done = check("--csv", chats, "--report", tmp_path / name)
        assert done.out == "Ответов в выгрузке: 3. Проверено: 3, пустых пропущено: 0.\n"
        assert str(tmp_path / name) in done.err
    told = (tmp_path / "r.md").read_text(encoding="utf-8")
    assert told.startswith("# Проверка чатов\n")
    assert r"\<b\>\[x\](y)\</b\> \| \*да\*" in told
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["judged"] == 3
    table = io.StringIO((tmp_path / "r.csv").read_text(encoding="utf-8-sig"))
    assert [row["нарушено"] for row in csv.DictReader(table, delimiter=";")] == ["", "2"]


def test_no_cell_of_a_table_begins_a_formula(check: Run, tmp_path: Path) -> None:
    path = tmp_path / "chats.csv"
    path.write_text("номер,ответ\n=1+1,дура\n", encoding="utf-8")
    report = tmp_path / "r.csv"
    check("--csv", path, "--id", "номер", "--report", report)
    rows = list(csv.reader(io.StringIO(report.read_text(encoding="utf-8-sig")), delimiter=";"))
    assert rows[-1][-1] == "'=1+1: «дура»"
    for text in ("=1", "+1", "-1", "@a", "＝1", " =1", "\t=1", "\n=1"):
        assert cell(text) == f"'{text.strip()}"
    assert cell("\r=1") == "␍=1"
    assert cell("1-1=0") == "1-1=0"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--csv", "{chats}"), "--text КОЛОНКА"),
        (("--jobs", "2"), "--text КОЛОНКА"),
        (("--csv", "{chats}", "--text", "ответ", "--resume"), "вместе с --out"),
        (("--csv", "{chats}", "{chats}", "--text", "ответ"), "вместе не работают"),
        (("--csv", "{chats}", "--text", "ответ", "--jsonl", "--delimiter", ";"), "вместе не работают"),
        (("--csv", "{chats}", "--text", "ответ", "--delimiter", "ab"), "один знак"),
        (("--csv", "{chats}", "--text", "ответ", "--jobs", "0"), "целое от 1"),
        (("--csv", "{chats}", "--text", "ответ", "--jobs", "много"), "целое от 1"),
        (("--csv", "{chats}", "--text", "ответ", "--report", "r.pdf"), ".md, .json или .csv"),
        (("--csv", "{chats}", "--text", "ответ", "--report", "{chats}"), "разными файлами"),
        (("--csv", "{chats}", "--text", "ответ", "--out", "{chats}", "--resume"), "разными файлами"),
        (("--csv", "{chats}", "--text", "ответ", "--out", "{chats}.d/out.jsonl"), "нет папки"),
        (("--csv", "{chats}.none", "--text", "ответ"), "файл не найден"),
    ],
)
def test_a_wrong_call_is_told_before_any_work(
    run: Run, chats: Path, words: tuple[str, ...], told: str
) -> None:
    before = chats.read_bytes()
    done = run("check", *(word.format(chats=chats) for word in words))
    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert chats.read_bytes() == before


class Broken(FakeJudge):
    def read(self, text: str) -> Reading:
        raise ZeroDivisionError(text)


def test_a_mistake_of_the_judge_names_the_line(
    check: Run, chats: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conftest, "TOOLS", replace(TOOLS, judge=Broken))
    done = check("--csv", chats)
    assert done.code == 70
    assert "line 2: ZeroDivisionError" in done.err


def warned() -> FakeJudge:
    warnings.warn("Модель смысла не загрузилась.", stacklevel=1)
    return FakeJudge()


def test_what_every_process_warns_of_reaches_the_person(
    run: Run, chats: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conftest, "TOOLS", replace(TOOLS, judge=warned))
    with pytest.warns(UserWarning, match="Модель смысла"):
        assert run("check", "--csv", chats, "--text", "ответ", "--jobs", 2).code == 0


def test_progress_is_for_terminals_only(check: Run, chats: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert check("--csv", chats).err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    done = check("--csv", chats)
    assert "Проверяю ответы" in done.err
    assert f"{len(TEXTS) - EMPTY}/{len(TEXTS) - EMPTY}" in done.err
    assert "Проверяю" not in done.out


def test_text_of_replies_cannot_steer_the_terminal(check: Run, tmp_path: Path) -> None:
    out = check("--csv", export(tmp_path / "chats.csv", ["дура\x1b[2J\u202e"])).out
    assert "дура" in out
    assert "\x1b" not in out
    assert "\u202e" not in out
