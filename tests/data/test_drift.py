"""The copies of the shared specification and of the labelled texts say so when their source has moved on."""

from pathlib import Path

import pytest

DATA = Path(__file__).parent
SHARED = DATA.parents[2] / "shared" / "spec"
COPIES = [DATA / "standards.yaml", DATA / "situations.yaml", *sorted((DATA / "labelled").glob("*.jsonl"))]


@pytest.mark.skipif(not SHARED.is_dir(), reason="only where the source is at hand")
@pytest.mark.parametrize("copy", COPIES, ids=lambda path: path.name)
def test_a_copy_is_the_same_as_its_source(copy: Path):
    source = SHARED / copy.relative_to(DATA)
    assert copy.read_bytes() == source.read_bytes(), f"{copy.name}: copy it anew from the specification"


def test_all_labelled_files_are_at_hand():
    names = {path.name for path in (DATA / "labelled").glob("*.jsonl")}
    assert names == {"answers-1.jsonl", "answers-2.jsonl", "answers-3.jsonl", "phrases.jsonl"}
