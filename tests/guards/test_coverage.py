"""Every standard is trained at least three times, every section of the documents is played somewhere."""

import sys
from pathlib import Path

import pytest

from trainer.packs.catalogue import read_catalogue

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
DOCS = ROOT / "docs"
sys.path.insert(0, str(DOCS))
import make_coverage  # noqa: E402


@pytest.fixture(scope="module")
def played():
    return make_coverage.library()


def test_every_standard_is_trained_three_times(played):
    found = make_coverage.trained(*played)
    seldom = {
        name: found.get(name, []) for name in read_catalogue().standards if len(found.get(name, [])) < 3
    }
    assert not seldom


def test_every_section_is_played(played):
    known = {one.id for group in played for one in group}
    for number, document in make_coverage.sections().items():
        for section in document["sections"]:
            assert section["played"], (number, section["title"])
            assert set(section["played"]) <= known, (number, section["title"], set(section["played"]) - known)


def test_there_are_thirty_talks_of_three_to_six_turns(played):
    talks = played[0]
    assert len(talks) >= 30
    assert not {s.id for s in talks if not 3 <= len(s.turns) <= 6 or len(s.endings) < 3}


def test_the_page_is_current(played):
    page = (DOCS / "coverage.md").read_text(encoding="utf-8")
    assert page == make_coverage.render(read_catalogue(), *played), "python docs/make_coverage.py"


@pytest.mark.skipif(not SHARED.exists(), reason="the documents are not part of a clone")
def test_the_sections_are_those_of_the_documents():
    for number, document in make_coverage.sections().items():
        (path,) = (SHARED / "seeds").glob(f"{number}_*.txt")
        text = path.read_text(encoding="utf-8").lower()
        assert [s["anchor"] for s in document["sections"] if s["anchor"].lower() not in text] == [], number
