"""Every code is explained, and its examples are what they say they are."""

import contextlib
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.authoring.lint_samples import build, problems
from tests.scenarios.conftest import ROOT
from trainer.authoring.code_book import Code, Sample, book
from trainer.cli.main import main
from trainer.model.problem import level_of
from trainer.packs.catalogue_texts_ru import CATALOGUE_TEXTS

CODES = [*book().values()]
WITH_SHELL = shutil.which("bash") is not None and os.name == "posix"


def found(sample: Sample, home: Path, judge: object, capsys: pytest.CaptureFixture[str]) -> list[str]:
    if sample.where != "call":
        return [problem.code for problem in problems(sample, home, judge)]
    *before, call = sample.text.replace("docs/", f"{ROOT}/docs/").split("\n")
    subprocess.run(["bash", "-ec", "\n".join(before)], cwd=build(sample, home).parent, check=True, timeout=60)
    with contextlib.chdir(home):
        main(call.removeprefix("trainer ").split())
    return re.findall(r"\b[EWIC]\d{3}\b", capsys.readouterr().err)


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.id)
def test_the_bad_example_fires_and_the_good_one_does_not(code: Code, tmp_path, request, capsys):
    if not WITH_SHELL and {code.bad.where, code.good.where} & {"shell", "call"}:
        pytest.skip("the example is made by a POSIX shell")
    if code.id == "E064" and os.geteuid() == 0:
        pytest.skip("nothing is closed to the superuser")
    judge = request.getfixturevalue("judge") if code.judged else None
    bad = found(code.bad, tmp_path / "bad", judge, capsys)
    assert code.id in bad
    assert code.id not in found(code.good, tmp_path / "good", judge, capsys)


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.id)
def test_a_code_has_all_its_texts_and_its_level_in_its_letter(code: Code):
    assert re.fullmatch(r"[EWI]\d{3}", code.id)
    assert code.level is level_of(code.id)
    assert code.title
    assert code.text
    assert code.explain.endswith((".", "!"))
    assert code.bad.text != code.good.text


def test_every_message_of_the_readers_is_explained():
    assert set(CATALOGUE_TEXTS) - set(book()) == set()


def test_no_example_breaks_what_it_does_not_speak_of(tmp_path):
    for code in CODES:
        if code.good.where in ("turn", "pack") and not code.judged:
            others = {p.code for p in problems(code.good, tmp_path / code.id) if p.level == "error"}
            assert others == set(), code.id
