"""``trainer test``, with a judge that knows a greeting, a rude word and the price."""

import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.cli.conftest import Run
from tests.cli.fakes import TOOLS
from trainer.cli import test as command
from trainer.cli.test_watch import Watcher
from trainer.packs.catalogue import HOME

PACK = "id: sales\ntitle: Продажи\nscenarios: [talk]\n"
TALK = """\
id: talk
title: Разговор
company: Ромашка
client: {name: Анна, mood: neutral}
briefing: Вы отвечаете в чате.
card: []
turns:
  - id: ask
    client: Сколько стоит доставка?
    expected: [greet, answer-fully]
    facts:
      - {id: price, required: true, text: 250 ₽, say: [["250 ₽"]], asks: [А сколько?]}
    model_answer: Здравствуйте! 250 ₽.
    bad_answer: Дура.
    examples:
EXAMPLES    ways:
      - {to: lost, urgent: true, when: {violated: [rude]}}
      - {to: thanks}
endings:
  - {id: thanks, title: Спасибо, outcome: good, text: Анна довольна.}
  - {id: lost, title: Ушла, outcome: lost, text: Анна ушла.}
"""
FINE = '      - {id: fine, text: "Добрый день! 250 ₽.", shows: [greet], keeps: all, score: ">= 90", to: thanks}\n'
WRONG = '      - {id: wrong, text: "Дура, 250 ₽.", shows: [greet], keeps: all, score: ">= 90", to: thanks}\n'
KNOWN = '      - {id: early, text: "Хай! 250 ₽.", shows: [greet], known: "«хай» не узнаём"}\n'
FIXED = '      - {id: late, text: "Здравствуйте.", shows: [greet], known: "не узнаём"}\n'
# The fake judge takes ten points for anything: no bad answer falls to 40.
BAD = "talk/ask/bad_answer"


def pack(home: Path, examples: str, talk: str = TALK) -> Path:
    """Write a pack with these examples and return its folder."""
    folder = home / "sales"
    (folder / "dialogues").mkdir(parents=True, exist_ok=True)
    (folder / "pack.yaml").write_text(PACK, encoding="utf-8")
    talk = talk.replace("EXAMPLES", examples)
    (folder / "dialogues" / "talk.yaml").write_text(talk, encoding="utf-8")
    return folder


def test_examples_that_hold_exit_with_zero_and_a_summary(run: Run, tmp_path: Path) -> None:
    done = run("test", pack(tmp_path, FINE + KNOWN), "-k", "not bad_answer")
    assert done.code == 0
    assert re.fullmatch(r"Примеров 3: верно 2, пока не так 1\. За \d+,\d с\.\n", done.out)
    assert done.err == ""


def test_a_failure_is_told_with_its_place_and_a_diff(run: Run, tmp_path: Path) -> None:
    home = pack(tmp_path, FINE + WRONG)
    done = run("test", home, "-k", "wrong")
    line = TALK[: TALK.index("EXAMPLES")].count("\n") + 2
    assert done.code == 1
    assert done.out.startswith(f"""\
не так  talk/ask/wrong  80
  {home}/dialogues/talk.yaml:{line}:9
  «Дура, 250 ₽.»
  shows     - greet
  keeps     + rude: «Дура»
  score     - >= 90
            + 80
  to        - thanks
            + lost
  балл 80, снято: greet -10, rude -10 «Дура»
""")
    assert "не так 1" in done.out.splitlines()[-1]


def test_the_two_answers_of_every_turn_are_in_the_list(run: Run, tmp_path: Path) -> None:
    done = run("test", "-v", pack(tmp_path, FINE))
    assert done.code == 1
    assert done.out.splitlines()[:3] == [
        "верно  talk/ask/model_answer  100",
        f"не так  {BAD}  70",
        "верно  talk/ask/fine  100",
    ]
    assert "- <= 40" in done.out


def test_a_known_failure_passes_and_one_that_is_gone_is_named(run: Run, tmp_path: Path) -> None:
    home = pack(tmp_path, KNOWN + FIXED)
    done = run("test", home, "-k", "early or late")
    assert done.code == 0
    assert "пока не так 1, уже верно 1" in done.out
    assert f"  talk/ask/late  {home}" in done.out
    assert "«хай»" not in done.out
    assert "почему: «хай» не узнаём" in run("test", home, "-v", "-k", "early").out


def test_the_first_failure_stops_when_asked(run: Run, tmp_path: Path) -> None:
    home = pack(tmp_path, FINE + WRONG)
    assert "Примеров 4:" in run("test", home).out
    done = run("test", "-x", home)
    assert done.code == 1
    assert "Примеров 2:" in done.out


def test_records_hold_everything(run: Run, tmp_path: Path) -> None:
    done = run("test", "--json", pack(tmp_path, WRONG + KNOWN), "-k", "wrong or early")
    wrong, early = done.records
    assert done.code == 1
    assert (wrong["id"], wrong["status"], wrong["score"], wrong["next"]) == (
        "talk/ask/wrong",
        "failed",
        80,
        "lost",
    )
    assert wrong["differences"][1] == {"key": "keeps", "expected": "", "got": "rude", "words": ["Дура"]}
    assert (early["status"], early["reason"]) == ("known", "«хай» не узнаём")
    assert "Примеров 2" in done.err


def test_junit_has_the_shape_that_build_servers_ask_for(run: Run, tmp_path: Path) -> None:
    odd = '      - {id: odd, text: "]]> <b>[red]& \\uE000 250 ₽", shows: [greet]}\n'
    file = tmp_path / "report.xml"
    done = run("test", pack(tmp_path, FINE + odd + KNOWN), "--junit", file)
    assert done.code == 1
    root = ET.fromstring(file.read_text(encoding="utf-8"))
    suite = root.find("testsuite")
    assert root.tag == "testsuites"
    assert suite is not None
    assert [child.tag for child in suite] == ["properties", *["testcase"] * 5, "system-out", "system-err"]
    required = {"name", "timestamp", "hostname", "tests", "failures", "errors", "time", "id", "package"}
    assert required <= suite.attrib.keys()
    assert (suite.get("tests"), suite.get("failures"), suite.get("skipped")) == ("5", "2", "1")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", suite.attrib["timestamp"])
    for case in suite.iter("testcase"):
        assert case.attrib.keys() == {"name", "classname", "time"}
    failure = suite.findall("testcase/failure")[1]
    assert failure.get("type")
    assert "]]> <b>[red]& ▯ 250 ₽" in failure.attrib["message"]
    assert "- greet" in (failure.text or "")


def test_a_scenario_file_stands_for_its_examples(run: Run, tmp_path: Path) -> None:
    home = pack(tmp_path, FINE)
    counts = [
        run("test", path).out.splitlines()[-1].split(":")[0]
        for path in (home, home / "pack.yaml", home / "dialogues" / "talk.yaml", tmp_path)
    ]
    assert counts == ["Примеров 3"] * 4
    assert "Примеров 3:" in run("test", home, home / "dialogues" / "talk.yaml").out


def test_the_standards_are_run_like_the_turns(run: Run) -> None:
    done = run("test", HOME, "-v")
    assert done.code == 1  # «Добрый день!» is a hit of every standard of the small catalogue
    assert "верно  greet/hit-1" in done.out
    assert "не так  rude/hit-1" in done.out
    assert "пропущен  answer-fully/hit-1" in done.out
    assert "log-contact" not in done.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-k", "(a"], "C120"),
        (["-k", "a b"], "у слова «b»"),
        (["-k", "nothing-like-it"], "C121"),
        (["--junit", "report.txt"], "C122"),
        (["--junit", "/no-such-folder/report.xml"], "C097"),
        (["--jobs", "0"], "C094"),
        (["--jobs", "many"], "C094"),
        (["/no-such-place"], "C123"),
        (["/no-such-place/dialogues/a.yaml"], "E030"),
    ],
)
def test_a_wrong_call_is_told_before_any_work(run: Run, tmp_path: Path, words: list[str], said: str) -> None:
    done = run("test", pack(tmp_path, FINE), *words)
    assert done.code == 2
    assert said in done.err
    assert done.out == ""


def test_errors_of_all_files_come_at_once(run: Run, tmp_path: Path) -> None:
    one = pack(tmp_path / "one", FINE.replace("shows", "show"))
    two = pack(tmp_path / "two", FINE.replace("to: thanks", "to: thank"))
    done = run("test", one, two)
    assert done.code == 2
    assert "«shows»" in done.err
    assert "«thanks»" in done.err


def test_the_standards_of_a_pack_are_run_with_it_and_alone(run: Run) -> None:
    home = Path(__file__).parents[1] / "data" / "packs" / "bouquet"
    file = home / "standards" / "offer-photo.yaml"
    done = run("test", home, "-k", "offer-photo or send-elsewhere")
    assert done.code == 0
    alone = run("test", file, "-v")
    assert alone.code == 0
    assert "send-elsewhere" not in alone.out
    assert "верно  offer-photo/hit-1\n" in alone.out


def test_another_catalogue_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "qualities.yaml").write_text("qualities: {}\nstandards: []\n", encoding="utf-8")
    done = run("test", tmp_path)
    assert done.code == 2
    assert "C124" in done.err


def test_control_characters_of_a_pack_never_reach_the_terminal(run: Run, tmp_path: Path) -> None:
    text = WRONG.replace("Дура,", "Дура\\u200b\\u2028,")
    done = run("test", pack(tmp_path, text), "-k", "wrong")
    assert done.code == 1
    assert "\u200b" not in done.out
    assert "\u2028" not in done.out


def test_on_a_terminal_brackets_of_a_pack_are_no_markup(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    done = run("test", pack(tmp_path, WRONG.replace("Дура,", "[bold]Дура[/],")), "-k", "wrong")
    assert "«[bold]Дура[/], 250 ₽.»" in done.out
    assert "\x1b[" in done.out


class Editor:
    """Stands for the time between two looks: does the next thing an author does, then Ctrl+C."""

    def __init__(self, *deeds: Callable[[], object]) -> None:
        self._deeds = list(deeds)
        self._clock = 1_000_000_000

    def sleep(self, seconds: float) -> None:
        assert seconds > 0
        if not self._deeds:
            raise KeyboardInterrupt
        self._deeds.pop(0)()

    def touch(self, path: Path) -> None:
        """Give a file a time of its own, whatever the disk rounds it to."""
        self._clock += 5_000_000_000
        os.utime(path, ns=(self._clock, self._clock))


def rest() -> None:
    """Do nothing, so that the files are seen to rest."""


def test_watching_runs_what_changed_until_it_is_interrupted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = pack(tmp_path, WRONG)
    file = home / "dialogues" / "talk.yaml"
    editor = Editor()

    def save(examples: str) -> None:
        file.write_text(TALK.replace("EXAMPLES", examples), encoding="utf-8")
        editor.touch(file)

    editor._deeds = [lambda: save("broken: ["), rest, lambda: save(FINE), rest]
    with pytest.raises(KeyboardInterrupt):
        command.run(["--watch", "-k", "not bad_answer", str(home)], TOOLS, editor.sleep)
    out, err = capsys.readouterr()
    assert re.findall(r"Примеров \d: [^.]*", out) == ["Примеров 2: верно 1, не так 1", "Примеров 2: верно 2"]
    assert "talk.yaml:" in err
    assert err.count("Слежу за файлами (2)") == 3
    assert err.count("Изменилось: talk.yaml") == 2


def test_only_the_changed_file_is_run_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, two = pack(tmp_path / "one", FINE), pack(tmp_path / "two", FINE + KNOWN)
    editor = Editor(lambda: editor.touch(two / "dialogues" / "talk.yaml"), rest)
    with pytest.raises(KeyboardInterrupt):
        command.run(["--watch", str(one), str(two)], TOOLS, editor.sleep)
    assert re.findall(r"Примеров \d", capsys.readouterr().out) == ["Примеров 7", "Примеров 4"]


def test_a_changed_standard_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    renewed: list[bool] = []
    stamps = iter([1, 2, 2])
    monkeypatch.setattr("trainer.cli.test_watch._stamp", lambda path: (next(stamps, 2), 0))
    monkeypatch.setattr("trainer.cli.test_sources.Source.files", lambda self: [HOME / "qualities.yaml"])
    tools = replace(TOOLS, renew=lambda: renewed.append(True))
    with pytest.raises(KeyboardInterrupt):
        command.run(["--watch", str(HOME)], tools, Editor(rest, rest).sleep)
    assert renewed == [True]


def test_a_file_that_is_still_being_written_is_waited_for(tmp_path: Path) -> None:
    file, new = tmp_path / "a.yaml", tmp_path / "b.yaml"
    file.write_text("1", encoding="utf-8")
    editor = Editor()
    editor._deeds = [
        rest,
        lambda: editor.touch(file),
        lambda: editor.touch(file),
        lambda: new.write_text("2", encoding="utf-8"),
        rest,
        file.unlink,
        rest,
    ]
    watcher = Watcher(lambda: tmp_path.glob("*.yaml"), editor.sleep)
    assert watcher.wait() == {file, new}
    assert watcher.wait() == {file}
    assert watcher.count == 1


def test_several_processes_give_the_same_results_in_the_same_order(tmp_path: Path) -> None:
    from trainer.cli.main import main

    lines = "".join(f'      - {{text: "Ответ {n}, 250 ₽.", missing: [price]}}\n' for n in range(40))
    home = pack(tmp_path, lines)
    reports = []
    for jobs in (1, 2):
        file = tmp_path / f"{jobs}.xml"
        assert main(["test", str(home), "--jobs", str(jobs), "--junit", str(file)], TOOLS) == 1
        text = re.sub(r'(time|timestamp)="[^"]*"', "", file.read_text(encoding="utf-8"))
        reports.append(text)
    assert reports[0] == reports[1]
    assert reports[0].count("<testcase") == 42
