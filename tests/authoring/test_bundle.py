"""A pack as a zip: the same bytes each time, and nothing that a hostile archive holds gets past its folder."""

import io
import os
import stat
import struct
import sys
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.packs.samples import PACK, TALK, write_pack
from trainer.authoring.bundle import Placed, bundle_bytes, place_pack, read_bundle, shape
from trainer.authoring.bundle import read as reading
from trainer.authoring.lint import lint_pack
from trainer.model.problem import InputError, Problem

GOOD = {"demo/pack.yaml": PACK.encode(), "demo/dialogues/talk.yaml": TALK.encode()}


def archive(at: Path, files: Mapping[str, bytes], **kind: int) -> Path:
    with zipfile.ZipFile(at / "demo.zip", "w", **kind) as held:  # type: ignore[arg-type]
        for name, data in files.items():
            held.writestr(name, data)
    return at / "demo.zip"


def nothing_wrong(folder: Path) -> Sequence[Problem]:
    return ()


def place(path: Path, into: Path, **more: object) -> Placed:
    return place_pack(read_bundle(path), into, lint_pack, **more)  # type: ignore[arg-type]


def tried(path: Path, into: Path) -> Placed | InputError:
    try:
        return place_pack(read_bundle(path), into, nothing_wrong)
    except InputError as error:
        return error


def said(path: Path) -> str:
    with pytest.raises(InputError) as found:
        read_bundle(path)
    return str(found.value)


def everything(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_a_pack_goes_to_another_machine_and_back_unchanged(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, TALK)
    (pack / "notes.txt").write_text("не для чужих", encoding="utf-8")
    (pack / ".secret").write_text("x", encoding="utf-8")
    data = bundle_bytes(pack, "demo")
    assert bundle_bytes(pack, "demo") == data
    (tmp_path / "demo.zip").write_bytes(data)
    placed = place(tmp_path / "demo.zip", tmp_path / "there" / "packs")
    assert placed.path == tmp_path / "there" / "packs" / "demo"
    assert everything(placed.path) == {name.removeprefix("demo/"): data for name, data in GOOD.items()}
    assert list(placed.path.parent.iterdir()) == [placed.path]
    assert bundle_bytes(placed.path, "demo") == data


def test_when_a_file_was_saved_changes_nothing(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, TALK)
    data = bundle_bytes(pack, "demo")
    os.utime(pack / "pack.yaml", (1, 1))
    (pack / "pack.yaml").chmod(0o600)
    assert bundle_bytes(pack, "demo") == data


def test_a_link_is_not_carried_along(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, TALK)
    (tmp_path / "own.yaml").write_text("пароль: 1", encoding="utf-8")
    (pack / "dialogues" / "other.yaml").symlink_to(tmp_path / "own.yaml")
    with pytest.raises(InputError, match="E226"):
        bundle_bytes(pack, "demo")


def test_a_pack_without_a_folder_of_its_own_is_taken_too(tmp_path: Path) -> None:
    flat = {name.removeprefix("demo/"): data for name, data in GOOD.items()}
    with_folders = {"dialogues/": b"", **flat}
    assert place(archive(tmp_path, with_folders), tmp_path / "in").path == tmp_path / "in" / "demo"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("../demo/dialogues/x.yaml", "E223"),
        ("demo/../../x.yaml", "E223"),
        ("demo/dialogues/../../../x.yaml", "E223"),
        ("/etc/cron.d/x.yaml", "E223"),
        ("\\\\server\\x.yaml", "E223"),
        ("C:/x.yaml", "E223"),
        ("demo\\..\\x.yaml", "E223"),
        ("demo/dialogues/con.yaml", "E224"),
        ("demo/dialogues/COM1.yaml", "E224"),
        ("nul/pack.yaml", "E224"),
        ("demo/run.sh", "E225"),
        ("demo/.git/hooks/post-checkout", "E225"),
        ("demo/dialogues/talk.yaml.exe", "E225"),
        ("demo/dialogues/./talk2.yaml", "E225"),
        ("demo//dialogues/talk2.yaml", "E225"),
        ("demo/dialogues/deep/talk2.yaml", "E225"),
        ("demo/dialogues/" + "a" * 101 + ".yaml", "E225"),
        ("demo/dialogues/разговор.yaml", "E225"),
        ("demo/dialogues/\x1b[31mx.yaml", "E225"),
        ("demo/dialogues/\u202elmay.yaml", "E225"),
        ("demo/dialogues/talk.yaml ", "E225"),
        ("demo/dialogues/", "E225"),
        ("__MACOSX/demo/._pack.yaml", "E225"),
        ("other/pack.yaml", "E231"),
    ],
)
def test_what_does_not_belong_to_a_pack_is_refused_with_its_name(
    tmp_path: Path, name: str, code: str
) -> None:
    path = archive(tmp_path, {**GOOD, name: b"x"})
    text = said(path)
    assert code in text
    assert text.startswith(str(path))
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_a_name_that_hides_behind_a_zero_byte_is_refused(tmp_path: Path) -> None:
    path = archive(tmp_path, {**GOOD, "demo/dialogues/aaaa.yaml_.sh": b"x"})
    raw = path.read_bytes().replace(b"aaaa.yaml_.sh", b"aaaa.yaml\0.sh")
    path.write_bytes(raw)
    assert "E225" in said(path)


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFSOCK])
def test_links_and_devices_are_refused(tmp_path: Path, kind: int) -> None:
    path = tmp_path / "demo.zip"
    with zipfile.ZipFile(path, "w") as held:
        for name, data in GOOD.items():
            info = zipfile.ZipInfo(name)
            info.external_attr = (kind | 0o777) << 16 if name.endswith("talk.yaml") else 0
            held.writestr(info, data)
    assert "E226" in said(path)


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    squeezed = {"compression": zipfile.ZIP_DEFLATED, "compresslevel": 9}
    big = archive(tmp_path, {**GOOD, "demo/dialogues/big.yaml": b" " * (shape.MOST_FILE + 1)}, **squeezed)
    assert "E227" in said(big)
    many = {f"demo/dialogues/t{number}.yaml": b" " * shape.MOST_FILE for number in range(17)}
    assert "E228" in said(archive(tmp_path, {**GOOD, **many}, **squeezed))
    crowd = {f"demo/dialogues/t{number}.yaml": b"" for number in range(shape.MOST_FILES)}
    assert "E222" in said(archive(tmp_path, {**GOOD, **crowd}))


def test_a_bomb_that_lies_about_its_size_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = archive(
        tmp_path, {**GOOD, "demo/dialogues/big.yaml": b" " * 5_000_000}, compression=zipfile.ZIP_DEFLATED
    )
    raw = path.read_bytes().replace(struct.pack("<I", 5_000_000), struct.pack("<I", 100))
    path.write_bytes(raw)
    assert "E220" in said(path)


def test_an_archive_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_ARCHIVE", 100)
    assert "E221" in said(archive(tmp_path, GOOD))


def test_what_is_doubled_locked_or_missing_is_told(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as held:
        for name in GOOD:
            held.writestr(name, b"x")
        with pytest.warns(UserWarning, match="Duplicate"):
            held.writestr("demo/pack.yaml", b"x")
    assert "E230" in said(tmp_path / "two.zip")
    path = archive(tmp_path, GOOD)
    raw = bytearray(path.read_bytes())
    at = raw.index(b"PK\x01\x02")
    raw[at + 8] |= 1
    path.write_bytes(raw)
    assert "E232" in said(path)
    assert "E233" in said(archive(tmp_path, GOOD, compression=zipfile.ZIP_LZMA))
    assert "E229" in said(archive(tmp_path, {"demo/dialogues/talk.yaml": b"x"}))
    assert "E229" in said(archive(tmp_path, {}))
    assert "файл не найден" in said(tmp_path / "none.zip")
    assert "не файл" in said(tmp_path)
    assert "E220" in said(Path("a\0b"))


@pytest.mark.skipif(sys.platform == "win32", reason="devices of POSIX")
def test_a_device_is_not_waited_for() -> None:
    assert "не файл" in said(Path("/dev/zero"))


NAMES = st.one_of(
    st.text(max_size=30),
    st.lists(
        st.sampled_from(["..", ".", "", "demo", "dialogues", "standards", "pack.yaml", "a.yaml", "C:", "con.yaml", "~"]),
        max_size=5,
    ).map("/".join),
    st.sampled_from([*GOOD]),
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.lists(st.tuples(NAMES, st.binary(max_size=40)), max_size=4), good=st.booleans())
@example(names=[("../x", b"x")], good=True)
def test_no_name_leaves_the_folder(
    tmp_path_factory: pytest.TempPathFactory, names: list[tuple[str, bytes]], good: bool
) -> None:
    home = tmp_path_factory.mktemp("hostile")
    held = {**(GOOD if good else {}), **{name: data for name, data in names if name and name.isprintable()}}
    encodable = {name: data for name, data in held.items() if name.encode("utf-8", "ignore").decode() == name}
    path = archive(home, encodable)
    before = everything(home)
    placed = tried(path, home / "a" / "packs")
    if isinstance(placed, InputError):
        assert str(placed).startswith(str(path))
        assert everything(home) == before
    else:
        assert placed.path
        new = set(everything(home)) - set(before)
        inside = f"a/packs/{placed.id}/"
        assert new
        assert all(name.startswith(inside) and shape.split(name.removeprefix(inside)) for name in new)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_archive_is_told_and_nothing_is_left(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    home = tmp_path_factory.mktemp("damaged")
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for name, text in GOOD.items():
            new.writestr(name, text)
    raw = bytearray(held.getvalue())
    for _ in range(data.draw(st.integers(1, 4))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    path = home / "demo.zip"
    path.write_bytes(raw[: data.draw(st.integers(0, len(raw)))])
    placed = tried(path, home / "packs")
    if isinstance(placed, InputError):
        assert str(placed).startswith(str(path))
        assert not [name for name in everything(home) if name != "demo.zip"]
    else:
        # The damage hit what does not matter, such as a date: the texts have their sums.
        assert placed.path
        assert everything(placed.path) == {name.partition("/")[2]: text for name, text in GOOD.items()}


def test_a_pack_with_errors_is_not_put_in_place(tmp_path: Path) -> None:
    broken = {**GOOD, "demo/dialogues/talk.yaml": TALK.replace("to: shrug", "to: nowhere").encode()}
    path = archive(tmp_path, broken)
    placed = place(path, tmp_path / "in")
    assert placed.path is None
    (problem, *_) = [item for item in placed.problems if "nowhere" in item.text]
    assert str(problem.place).startswith(f"{path}/demo/dialogues/talk.yaml:")
    assert ".import-" not in "".join(map(str, placed.problems))
    assert list((tmp_path / "in").iterdir()) == []


def test_an_id_that_is_no_name_of_a_folder_is_refused(tmp_path: Path) -> None:
    for name in ("../x", "con", "А", "a b", "''", "[1]"):
        files = {"pack.yaml": PACK.replace("id: demo", f"id: {name}").encode()}
        with pytest.raises(InputError, match="E239"):
            place(archive(tmp_path, files), tmp_path / "in")
    assert list((tmp_path / "in").iterdir()) == []


def test_a_pack_that_is_there_is_replaced_only_when_asked(tmp_path: Path) -> None:
    path, into = archive(tmp_path, GOOD), tmp_path / "in"
    first = place(path, into)
    assert place(path, into).same
    assert first.path
    (first.path / "notes.txt").write_text("моё", encoding="utf-8")
    changed = {**GOOD, "demo/pack.yaml": PACK.replace("Проба", "Другая").encode()}
    path = archive(tmp_path, changed)
    with pytest.raises(InputError, match="--force"):
        place(path, into)
    assert "Проба" in (first.path / "pack.yaml").read_text("utf-8")
    placed = place(path, into, force=True)
    assert placed.path == first.path
    assert "Другая" in (first.path / "pack.yaml").read_text("utf-8")
    # Nothing that the author had beside the pack is lost.
    assert placed.before
    assert (placed.before / "notes.txt").read_text("utf-8") == "моё"
    assert "Проба" in (placed.before / "pack.yaml").read_text("utf-8")
    (first.path / ".git").mkdir()
    with pytest.raises(InputError, match="git"):
        place(archive(tmp_path, GOOD), into, force=True)


def test_what_is_no_pack_is_never_replaced(tmp_path: Path) -> None:
    path = archive(tmp_path, GOOD)
    into = tmp_path / "in"
    (into / "demo").mkdir(parents=True)
    (into / "demo" / "thesis.txt").write_text("моё", encoding="utf-8")
    with pytest.raises(InputError, match="E235"):
        place(path, into, force=True)
    (into / "demo").rename(into / "elsewhere")
    (into / "demo").symlink_to(into / "elsewhere", target_is_directory=True)
    with pytest.raises(InputError, match="E235"):
        place(path, into, force=True)
    assert everything(into)["elsewhere/thesis.txt"]


def test_ids_that_other_packs_have_are_told_all_at_once(tmp_path: Path) -> None:
    (tmp_path / "shelf").mkdir()
    other = write_pack(tmp_path / "shelf", TALK)
    renamed = other.with_name("other")
    other.rename(renamed)
    path = archive(tmp_path, GOOD)
    with pytest.raises(InputError) as found:
        place(path, tmp_path / "in", others=[renamed])
    assert [str(item.place) for item in found.value.problems] == [f"{path}/demo/dialogues/talk.yaml"]
    assert str(renamed) in str(found.value)


def test_a_folder_that_takes_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / "in").write_text("файл", encoding="utf-8")
    with pytest.raises(InputError, match="лежит файл"):
        place(archive(tmp_path, GOOD), tmp_path / "in")


def test_a_failure_on_the_way_leaves_the_earlier_pack(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    into = tmp_path / "in"
    place(archive(tmp_path, GOOD), into)
    path = archive(tmp_path, {**GOOD, "demo/pack.yaml": PACK.replace("Проба", "Другая").encode()})
    rename = Path.rename

    def failing(this: Path, target: Path) -> Path:
        if this.name == "demo" and target == into / "demo" and ".import-" in str(this):
            raise OSError(28, "No space left on device")
        return rename(this, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(InputError, match="нет места"):
        place(path, into, force=True)
    assert everything(into) == GOOD
