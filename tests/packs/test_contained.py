"""A pack is data: it runs nothing, reads nothing outside of its folder, writes nothing there and reaches no network."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.guards.project import ROOT
from tests.packs.samples import PACK, TALK, write_exercises, write_pack
from trainer.packs.hashes import pack_hash
from trainer.packs.reader import read_pack

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of POSIX")

# Runs commands in one process that is told of everything it opens, starts and connects to.
_WATCHED = """
import os.path, re, socket, subprocess, sys  # what they do when they are loaded is no concern here

secret, *calls = sys.argv[1:]
STARTS = ("socket.connect", "socket.getaddrinfo", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork")
TOUCHES = ("open", "os.remove", "os.rename", "os.truncate", "os.chmod", "shutil.copyfile")

def watch(event, found):
    if event.startswith(STARTS):
        print("SEEN", event, str(found)[:200], file=sys.stderr)
    elif event in TOUCHES:
        for name in found[:2]:
            if isinstance(name, (str, bytes)):
                real = os.path.realpath(os.fsdecode(name))
                if secret in real or real.startswith(("/etc/passwd", "/proc/")):
                    print("SEEN", event, name, file=sys.stderr)

sys.addaudithook(watch)
from trainer.cli.main import main

for call in calls:
    print("CODE", main(call.split("\\x1f")), file=sys.stderr)
"""


def hostile_pack(home: Path) -> tuple[Path, Path]:
    """Return a pack that tries everything, and a folder that it should not get at."""
    secret = home / "secret-folder"
    secret.mkdir()
    (secret / "talk.yaml").write_text(TALK, "utf-8")
    (secret / "passwd.yaml").write_text("root: secret-word\n", "utf-8")
    pack = write_pack(
        home / "packs",
        pack=PACK.replace(
            "[talk]", '[talk, linked, absolute, "../../secret-folder/talk", /etc/passwd, Talk, pipe]'
        )
        + 'exercises: [one, "../../secret-folder/passwd", linked]\nplan: [{title: День, do: ["../talk"]}]\n',
    )
    write_exercises(pack, "one")
    (pack / "standards").mkdir()
    (pack / "dialogues" / "linked.yaml").symlink_to("../../../secret-folder/talk.yaml")
    (pack / "dialogues" / "absolute.yaml").symlink_to(secret / "talk.yaml")
    (pack / "dialogues" / "proc.yaml").symlink_to("/proc/self/environ")
    (pack / "dialogues" / "zero.yaml").symlink_to("/dev/zero")
    (pack / "exercises" / "linked.yaml").symlink_to(secret / "passwd.yaml")
    (pack / "standards" / "linked.yaml").symlink_to(secret / "passwd.yaml")
    (pack / "standards" / "run.yaml").write_text('!!python/object/apply:os.system ["touch ran"]\n', "utf-8")
    (pack / "folder").symlink_to(secret)
    (pack / "self").symlink_to(pack)
    os.mkfifo(pack / "dialogues" / "pipe.yaml")
    os.mkfifo(pack / "notes.yaml")
    return pack, secret


def test_no_command_gets_out_of_a_pack(tmp_path: Path) -> None:
    pack, secret = hostile_pack(tmp_path)
    before = {path: path.read_bytes() for path in secret.iterdir()}
    calls = [
        ("lint", "--no-model", str(pack)), ("format", str(pack)), ("map", "linked"), ("exercise",),
        ("score", "linked", "ask", os.devnull), ("score", "../../secret-folder/talk", "ask", os.devnull),
        ("pack", "export", str(pack), "-o", str(tmp_path / "out.zip"), "--no-model"), ("standards",),
        ("lint", "--no-model", str(pack / "dialogues" / "absolute.yaml")),
    ]  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", _WATCHED, "secret-folder", *("\x1f".join(call) for call in calls)],
        cwd=tmp_path,
        env={
            **os.environ, "PYTHONPATH": str(ROOT / "src"), "TRAINER_HOME": str(tmp_path / "home"),
            "TRAINER_PACKS": str(tmp_path / "packs"),
        },
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )  # fmt: skip
    assert done.stderr.count("CODE") == len(calls), done.stderr[-2000:]
    assert "CODE 70" not in done.stderr
    # Whoever names a file by hand may have it read.
    named = f"SEEN open {pack / 'dialogues' / 'absolute.yaml'}"
    assert [line for line in done.stderr.splitlines() if line.startswith("SEEN") and line != named] == []
    assert "secret-word" not in done.stdout + done.stderr
    assert {path: path.read_bytes() for path in secret.iterdir()} == before
    assert not list(tmp_path.rglob("ran"))


def test_the_hash_of_a_pack_waits_for_no_pipe_and_follows_no_link(tmp_path: Path) -> None:
    pack, secret = hostile_pack(tmp_path)
    first = pack_hash(pack)
    (secret / "talk.yaml").write_text("другое", "utf-8")
    assert pack_hash(pack) == first
    (pack / "dialogues" / "talk.yaml").write_text(TALK + "\n", "utf-8")
    assert pack_hash(pack) != first


@pytest.mark.parametrize(
    "name",
    ["../talk", "..", "/etc/passwd", "Talk", "talk.yaml", "talk/../talk", "a\\b", "con", "тalk"],
)
def test_only_an_id_names_a_file(tmp_path: Path, name: str) -> None:
    found: list[object] = []
    pack = read_pack(write_pack(tmp_path, pack=PACK.replace("[talk]", f"[{name!r}]")), found)  # type: ignore[arg-type]
    assert not pack.scenarios
    assert found
