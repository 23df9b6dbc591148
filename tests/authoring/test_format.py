"""Formatting loses nothing, changes nothing that is read, and is at rest after once."""

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.packs.samples import KINDS, TALK
from trainer.authoring.format import UnformattableError, files_of, formatted
from trainer.authoring.format.lines import comments
from trainer.model.problem import InputError
from trainer.packs.catalogue import HOME
from trainer.packs.library import scenario_folders
from trainer.packs.problems import Problems
from trainer.packs.reader import read_pack
from trainer.packs.yaml_nodes import load

SHIPPED = [file for folder in scenario_folders() for file in files_of(folder)]
MESS = """\
# yaml-language-server: $schema=x
#без пробела


id:   odd   # хвост
title: 'одинарные'
list:
- a   #про a
-   b
      #криво
- {x: 1_000, y: yes, z: 15:00, t: 2024-01-01, n: ~, e: }
nested:
- - a: 1
    b: 2
  - c
- - - d
text: |
  # не комментарий


  два
folded: >-   # про текст
   раз
   два

   три
empty:
long: очень длинный
  текст на двух строках # хвост длинного
quoted: "раз \\
  два\\tтри # не хвост"
single: 'с "кавычками" и \\ чертой'
flow: [a,
  b]


# последнее
"""
TIDY = """\
# yaml-language-server: $schema=x
# без пробела

id: odd  # хвост
title: "одинарные"
list:
  - a  # про a
  - b
  # криво
  - {x: 1_000, y: yes, z: 15:00, t: 2024-01-01, n: ~, e: ""}
nested:
  - - a: 1
      b: 2
    - c
  - - - d
text: |
  # не комментарий


  два
folded: >-  # про текст
  раз
  два

  три
empty:
long: очень длинный текст на двух строках  # хвост длинного
quoted: "раз два\\tтри # не хвост"
single: 'с "кавычками" и \\ чертой'
flow: [a, b]

# последнее
"""


def tidy(folder: Path, text: str) -> str:
    file = folder / "talk.yaml"
    file.write_text(text, encoding="utf-8", newline="")
    return formatted(file)[1]


def told(folder: Path, text: str) -> list[str]:
    file = folder / "told.yaml"
    file.write_text(text, encoding="utf-8", newline="")
    root = load(file, Problems())
    assert root
    return sorted(comments(text.replace("\r", ""), root))


def test_a_mess_becomes_tidy(tmp_path: Path) -> None:
    assert tidy(tmp_path, MESS) == TIDY
    assert tidy(tmp_path, TIDY) == TIDY
    assert tidy(tmp_path, MESS.replace("\n", "\r\n")) == TIDY
    assert tidy(tmp_path, "\ufeff" + MESS) == TIDY


def test_comments_are_told_from_texts(tmp_path: Path) -> None:
    wanted = ["yaml-language-server: $schema=x", "без пробела", "хвост", "про a", "криво", "про текст"]
    assert told(tmp_path, MESS) == sorted([*wanted, "хвост длинного", "последнее"])


@pytest.mark.parametrize(
    "path",
    [*SHIPPED, *sorted((HOME / "standards").glob("a*.yaml"))],
    ids=lambda path: path.stem,
)
def test_what_is_shipped_reads_the_same_and_is_at_rest_after_once(path: Path, tmp_path: Path) -> None:
    before, after = formatted(path)
    assert told(tmp_path, before) == told(tmp_path, after)
    assert yaml.load(before, yaml.BaseLoader) == yaml.load(after, yaml.BaseLoader)
    assert tidy(tmp_path, after) == after


def test_the_shipped_packs_are_in_order() -> None:
    assert len(SHIPPED) > 4
    for file in SHIPPED:
        before, after = formatted(file)
        assert before == after, "run: trainer format"


@pytest.mark.parametrize(
    ("text", "code"),
    [("a: &x b\nc: *x\n", "E008"), ("a: [\n", "E006"), ("", "E007"), ("a: !!int 1\nb: !own 2\n", "E010")],
)
def test_what_the_reader_refuses_is_refused(text: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        tidy(tmp_path, text)
    assert code in [problem.code for problem in caught.value.problems]


def test_a_comment_that_would_be_lost_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnformattableError) as caught:
        tidy(tmp_path, "flow: [a,\n  b, # про b\n  c]\n")
    assert caught.value.lost == "про b"


# Anything a person may write as a text, comments-to-be and YAML signs among it.
TEXT = st.text(
    st.sampled_from("абвABC019 #:-?!&*[]{}|>%@`'\"\\,.~\n\t=№₽«»"), min_size=0, max_size=25
) | st.sampled_from(["yes", "null", "~", "1_000", "15:00", "2024-01-01", "0x1F", "#", "- a", "a: b", "a #b"])
DATA = st.recursive(
    TEXT, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4), max_leaves=12
)
ROOTS = st.dictionaries(st.from_regex(r"[a-z]{1,6}", fullmatch=True), DATA, min_size=1, max_size=5)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=ROOTS,
    flow=st.sampled_from([None, True, False]),
    indent=st.sampled_from([2, 3, 4, 6]),
    width=st.sampled_from([20, 60, 200]),
    style=st.sampled_from([None, '"', "'", "|", ">"]),
)
def test_any_data_reads_the_same(tmp_path_factory, data, flow, indent, width, style) -> None:
    folder = tmp_path_factory.mktemp("any")
    text = yaml.safe_dump(
        data, allow_unicode=True, default_flow_style=flow, indent=indent, width=width, default_style=style
    )
    try:
        after = tidy(folder, text)
    except (UnformattableError, InputError):
        return  # refused, and nothing was written
    assert yaml.load(after, yaml.BaseLoader) == yaml.load(text, yaml.BaseLoader)
    assert tidy(folder, after) == after


NOTES = st.lists(
    st.tuples(st.integers(0, 60), st.sampled_from(["#а", "  # про это", "      #   криво", "", "   "])),
    max_size=8,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(notes=NOTES)
def test_a_pack_with_notes_anywhere_reads_the_same_and_keeps_them(tmp_path_factory, notes) -> None:
    folder = tmp_path_factory.mktemp("notes") / "demo"
    (folder / "dialogues").mkdir(parents=True)
    (folder / "pack.yaml").write_text("id: demo\ntitle: Проба\nscenarios: [talk]\n", encoding="utf-8")
    lines = TALK.split("\n")
    for number, note in notes:
        lines.insert(min(number, len(lines)), note)
    file = folder / "dialogues" / "talk.yaml"
    file.write_text("\n".join(lines), encoding="utf-8")
    before = read_pack(folder, [], KINDS).scenarios["talk"]
    kept = told(folder.parent, "\n".join(lines))
    after = formatted(file)[1]
    file.write_text(after, encoding="utf-8")
    assert without_places(read_pack(folder, [], KINDS).scenarios["talk"]) == without_places(before)
    assert told(folder.parent, after) == kept
    assert formatted(file)[1] == after


def without_places(record: object) -> str:
    """Return a record as text, without the lines that formatting may move."""
    import re

    return re.sub(r"Place\([^)]*\)", "", repr(record))
