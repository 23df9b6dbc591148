"""The fakes of practice serve here too; Enter waits for nobody but where pasting is tested."""

import sys
from pathlib import Path

import pytest

_HERE = Path(__file__).parent
sys.path[:0] = [str(_HERE), str(_HERE.parent / "practice")]

from desks import FakeDesk  # noqa: E402

from trainer.storage.safe import SafeStore  # noqa: E402


@pytest.fixture
def desk(tmp_path: Path) -> FakeDesk:
    return FakeDesk(SafeStore(tmp_path / "sessions"))


@pytest.fixture(autouse=True)
def enter_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trainer.tui.widgets.answer_field.HOLD", 0)
