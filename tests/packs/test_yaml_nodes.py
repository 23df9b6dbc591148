import sys
from pathlib import Path

import pytest

from trainer.model.problem import InputError
from trainer.packs.problems import Problems
from trainer.packs.yaml_nodes import Datum, load


def read(tmp_path: Path, content: str | bytes) -> tuple[Datum | None, list[str]]:
    path = tmp_path / "a.yaml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    problems = Problems([])
    datum = load(path, problems)
    return datum, [f"{p.place.line}:{p.place.column} {p.code}" for p in problems.found]


def whole(tmp_path: Path, content: str) -> Datum:
    datum, found = read(tmp_path, content)
    assert datum is not None
    assert not found
    return datum


def codes(datum: Datum) -> list[str]:
    return [f"{p.place.line}:{p.place.column} {p.code}" for p in datum.problems.found]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"a: 1\nb: \xff\n", "2:4 E004"),
        ("a: [1\nb: 2\n", "2:2 E006"),
        ("a: 1\n---\nb: 2\n", "2:1 E006"),
        ("a: *none\n", "1:4 E006"),
        ("a: &x [1]\nb: *x\n", "1:4 E008"),
        ("a: &x [*x]\n", "1:4 E008"),
        ("a: ок\nb: да\x1b[31m\n", "2:6 E005"),
        ('a: "\\e[31m"\n', "1:4 E005"),
        ("a: да\u202eнет\n", "1:6 E005"),
        ("a: !!python/object:os.system 1\n", "1:4 E010"),
        ("", "0:0 E007"),
        ("# одно примечание\n", "0:0 E007"),
        (b"a: " + b"x" * (2 * 2**20), "0:0 E003"),
    ],
)
def test_a_file_that_is_no_data_is_refused_with_its_place(tmp_path, content, expected):
    datum, found = read(tmp_path, content)
    assert datum is None
    assert found == [expected]


@pytest.mark.parametrize(
    "content", ["[" * 100_000, "- " * 100_000 + "a", "{a: " * 5_000, "[" * 60 + "]" * 60]
)
def test_endless_nesting_is_a_problem_and_no_crash(tmp_path, content):
    datum, found = read(tmp_path, content)
    assert datum is None
    assert len(found) == 1
    assert found[0].endswith("E009")


def test_a_bomb_of_aliases_is_refused_at_once(tmp_path):
    lines = ["a0: &a0 [x, x]"] + [f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]" for i in range(1, 60)]
    datum, found = read(tmp_path, "\n".join(lines))
    assert datum is None
    assert all(line.endswith("E008") for line in found)


def test_missing_files_and_folders_are_told_apart(tmp_path):
    problems = Problems([])
    assert load(tmp_path / "нет.yaml", problems) is None
    assert load(tmp_path, problems) is None
    assert [p.code for p in problems.found] == ["E001", "E002"]
    assert "папка" in problems.found[1].text or sys.platform == "win32"


def test_windows_line_ends_and_a_byte_order_mark_are_fine(tmp_path):
    datum = read(tmp_path, b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")[0]
    assert datum is not None
    assert datum.fields(("a", "b")).text("b") == "2"


def test_a_misspelt_key_gets_a_suggestion_and_its_place(tmp_path):
    datum = whole(tmp_path, "titel: x\nid: a\n")
    datum.fields(("id", "title"))
    assert codes(datum) == ["1:1 E021", "1:1 E022"]
    assert "«title»?" in datum.problems.found[0].text


def test_the_second_of_two_equal_keys_is_reported_with_the_line_of_the_first(tmp_path):
    datum = whole(tmp_path, "id: a\nid: b\n")
    assert datum.fields(("id",)).text("id") == "a"
    assert codes(datum) == ["2:1 E020"]
    assert "строке 1" in datum.problems.found[0].text


def test_texts_stay_as_they_were_written(tmp_path):
    fields = whole(tmp_path, "a: 15:00\nb: yes\nc: 007\nd: «Да»\n").open_fields()
    assert [fields.text(key) for key in "abcd"] == ["15:00", "yes", "007", "«Да»"]


def test_columns_count_letters_and_not_bytes(tmp_path):
    datum = whole(tmp_path, "а: {б: ц, щ: 5}\n")
    inner = datum.open_fields().found["а"].open_fields().found["щ"]
    assert (inner.place.line, inner.place.column) == (1, 14)


@pytest.mark.parametrize("written", ["yes", "True", "1", "''", "[true]"])
def test_only_true_and_false_are_flags(tmp_path, written):
    datum = whole(tmp_path, f"a: {written}\n")
    assert datum.fields(("a",)).flag("a") is False
    assert codes(datum) == ["1:4 E023"]


@pytest.mark.parametrize(
    ("written", "code"), [("5.0", "E023"), ("десять", "E023"), ("11", "E026"), ("-1", "E026")]
)
def test_numbers_must_be_whole_and_within_bounds(tmp_path, written, code):
    datum = whole(tmp_path, f"a: {written}\n")
    assert datum.fields(("a",)).integer("a", 3, 0, 10) == 0
    assert codes(datum) == [f"1:4 {code}"]


def test_a_wrong_type_says_what_was_wanted_and_what_is_there(tmp_path):
    datum = whole(tmp_path, "a: {b: 1}\n")
    assert datum.fields(("a",)).items("a") == []
    assert datum.problems.found[0].text == "«a»: нужно список, а здесь набор «ключ: значение»"


def test_a_collector_without_a_list_raises_all_problems_at_the_end(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("x: 1\ny: 2\n", encoding="utf-8")
    problems = Problems()
    datum = load(path, problems)
    assert datum is not None
    datum.fields(("id",))
    with pytest.raises(InputError) as caught:
        problems.finish()
    assert [p.code for p in caught.value.problems] == ["E021", "E022", "E021"]


def test_problem_texts_hold_no_raw_control_characters(tmp_path):
    problems = Problems([])
    problems.add(load(_file(tmp_path), problems).place, "E040", id="\x1b[2J" + "я" * 500, hint="")  # type: ignore[union-attr]
    assert "\x1b" not in problems.found[0].text
    assert len(problems.found[0].text) < 250


def _file(tmp_path: Path) -> Path:
    path = tmp_path / "b.yaml"
    path.write_text("a: 1\n", encoding="utf-8")
    return path
