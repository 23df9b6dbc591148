"""What is kept between runs is never wrong: it is made anew when anything that shapes it changes."""

import os
import pickle
import shutil
from pathlib import Path

import numpy as np
import pytest

from trainer.kept.arrays import kept_array
from trainer.kept.folder import VARIABLE, cache_folder
from trainer.kept.records import fingerprint, keep, recall
from trainer.model.place import Place
from trainer.model.problem import InputError
from trainer.packs import remembered
from trainer.packs.library import find_in, home
from trainer.packs.remembered import exercises_of, own_standards_of, pack_and_problems, sound_pack
from trainer.text.pieces import _resource
from trainer.text.vocabulary import tokenizer


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return Path(shutil.copytree(home() / "first-week", tmp_path / "first-week"))


def read_again_is_forbidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the pack was read again")

    monkeypatch.setattr("trainer.packs.reader.read_pack", refuse)
    monkeypatch.setattr(remembered, "read_one_exercise", refuse)
    monkeypatch.setattr(remembered, "read_own_standards", refuse)


@pytest.mark.parametrize(
    "name", sorted(path.name for path in home().iterdir() if (path / "pack.yaml").exists())
)
def test_what_is_recalled_is_what_was_read(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ask = (pack_and_problems, exercises_of, own_standards_of)
    read = [one(home() / name) for one in ask]
    read_again_is_forbidden(monkeypatch)
    recalled = [one(home() / name) for one in ask]
    assert recalled == read
    before, after = read[0][0], recalled[0][0]
    assert {n: one.place for n, one in after.scenarios.items()} == {
        n: one.place for n, one in before.scenarios.items()
    }


def test_a_changed_file_is_read_though_its_size_and_time_are_the_same(pack: Path) -> None:
    file = next((pack / "dialogues").glob("courier-pickup.yaml"))
    before = sound_pack(pack).scenarios["courier-pickup"].title
    about, text = file.stat(), file.read_text(encoding="utf-8")
    file.write_text(text.replace(before, before[::-1]), encoding="utf-8")
    os.utime(file, ns=(about.st_atime_ns, about.st_mtime_ns))
    assert file.stat().st_size == about.st_size
    assert sound_pack(pack).scenarios["courier-pickup"].title == before[::-1]
    assert find_in("courier-pickup", [pack])[1].title == before[::-1]


def test_a_file_that_comes_or_goes_is_seen(pack: Path) -> None:
    assert not pack_and_problems(pack)[1]
    (pack / "dialogues" / "one-more.yaml").write_text("id: one-more\n", encoding="utf-8")
    assert "E032" in {problem.code for problem in pack_and_problems(pack)[1]}
    (pack / "dialogues" / "one-more.yaml").unlink()
    (pack / "dialogues" / "courier-pickup.yaml").unlink()
    with pytest.raises(InputError):
        sound_pack(pack)


def test_a_pack_that_moves_is_told_of_where_it_is_now(pack: Path, tmp_path: Path) -> None:
    sound_pack(pack)
    moved = tmp_path / "there" / "first-week"
    moved.parent.mkdir()
    pack.rename(moved)
    assert sound_pack(moved).scenarios["courier-pickup"].place.path.startswith(str(moved))


def test_a_pack_that_is_changed_while_it_is_read_is_not_kept(
    pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from trainer.packs import reader

    plain, file = reader.read_pack, pack / "dialogues" / "courier-pickup.yaml"

    def read(folder: Path, *words: object, **more: object) -> object:
        found = plain(folder, *words, **more)
        file.write_text(
            file.read_text(encoding="utf-8").replace("title: ", "title: Новое "), encoding="utf-8"
        )
        return found

    monkeypatch.setattr(reader, "read_pack", read)
    pack_and_problems(pack)
    monkeypatch.undo()
    assert sound_pack(pack).scenarios["courier-pickup"].title.startswith("Новое")


@pytest.mark.parametrize("text", [b"", b"torn", b"\n\n", b"\x80\x05", bytes(range(256))])
def test_a_torn_file_is_no_file(folder: Path, text: bytes) -> None:
    keep("a", "key", (Place("x"),))
    assert recall("a", "key") == (Place("x"),)
    (file,) = (folder / "records").iterdir()
    told = file.read_bytes()
    for broken in (text, told[:-3], told.replace(b"\n", b"\n" + text, 1)):
        file.write_bytes(broken)
        assert recall("a", "key") in (None, (Place("x"),))
    assert recall("a", "other") is None


class Evil:
    def __reduce__(self) -> tuple[object, ...]:
        return (os.system, ("exit 1",))


@pytest.mark.parametrize("value", [Evil(), os.path.join, Path("x"), pytest])
def test_a_file_makes_nothing_but_records(folder: Path, value: object) -> None:
    keep("a", "key", (Place("x"),))
    (file,) = (folder / "records").iterdir()
    head = file.read_bytes().partition(b"\n")[0]
    try:
        file.write_bytes(head + b"\n" + pickle.dumps(value))
    except TypeError:
        file.write_bytes(head + b"\nctrainer.model.place\ndataclass\n.")
    assert recall("a", "key") is None


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="rights of POSIX")
def test_a_file_that_others_may_write_is_not_believed(folder: Path) -> None:
    keep("a", "key", (Place("x"),))
    (file,) = (folder / "records").iterdir()
    assert file.stat().st_mode & 0o077 == 0
    file.chmod(0o666)
    assert recall("a", "key") is None


def test_a_fingerprint_of_what_cannot_be_read_is_none(tmp_path: Path) -> None:
    assert fingerprint([tmp_path]) == fingerprint([tmp_path / "nothing"]) == ""
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_bytes(b"x")
    two.write_bytes(b"x")
    assert (
        len({fingerprint([one]), fingerprint([two]), fingerprint([one, two]), fingerprint([one], "m")}) == 4
    )


def test_nothing_is_kept_where_that_is_not_wanted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(VARIABLE, "")
    assert cache_folder() is None
    keep("a", "key", (Place("x"),))
    assert recall("a", "key") is None
    monkeypatch.setenv(VARIABLE, str(tmp_path / "file" / "cache"))
    (tmp_path / "file").write_bytes(b"")
    keep("a", "key", (Place("x"),))
    assert recall("a", "key") is None


def test_the_oldest_are_forgotten(folder: Path) -> None:
    for number in range(70):
        keep(str(number), "key", number)
    assert len(list((folder / "records").iterdir())) == 64
    assert recall("69", "key") == 69


def test_an_array_is_made_once_for_each_file(tmp_path: Path) -> None:
    source, made = tmp_path / "source", []

    def make() -> np.ndarray:
        made.append(1)
        return np.arange(6, dtype=np.uint8).reshape(2, 3)

    source.write_bytes(b"1")
    first, again = (kept_array("a", source, (2, 3), np.uint8, make) for _ in range(2))
    assert len(made) == 1
    assert (first == again).all()
    assert not again.flags.writeable
    source.write_bytes(b"22")
    kept_array("a", source, (2, 3), np.uint8, make)
    assert len(made) == 2
    # Nobody believes an array of another shape.
    kept_array("a", source, (3, 2), np.uint8, lambda: make().reshape(3, 2))
    assert len(made) == 3


def test_the_kept_tokenizer_is_the_same_tokenizer() -> None:
    from hypothesis import given, settings
    from hypothesis import strategies as st

    model = _resource("sp.model")
    plain, kept = tokenizer(model), tokenizer(model)
    assert plain._pieces
    assert not kept._pieces

    @settings(max_examples=300, deadline=None)
    @given(
        st.one_of(
            st.text(max_size=30), st.text(alphabet="абвгдеёжйиклмнопрстуюяАЯ№₽…-.,! и\u0306", max_size=40)
        )
    )
    def same(text: str) -> None:
        assert kept.encode(text, out_type=int) == plain.encode(text, out_type=int)

    same()
