import re

from tests.guards.project import ROOT, tracked

# Written in pieces, so that this file does not find itself.
FORBIDDEN = re.compile(
    "|".join(
        (
            r"(?<![\w./-])/(?:wor" + r"k|far" + r"m|roo" + r"t|tm" + r"p|opt/p)/",
            r"/home/[a-z]",
            r"C:\\\\?Users\\\\?[A-Za-z]",
            "py" + r"pi\.org",
            "python" + "hosted",
            "npm" + r"js\.(?:com|org)",
            "debian" + r"\.org",
            "index-" + "url (?:=|http)",
        )
    )
)
PICTURES = {".png", ".npz", ".bin", ".gz"}


def test_no_tracked_file_names_a_machine_or_a_registry() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {match.group()}"
        for path in tracked()
        if path.suffix not in PICTURES
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if (match := FORBIDDEN.search(line))
    ]
    assert found == []


def test_the_guard_finds_what_it_looks_for() -> None:
    for line in ("see /wor" + "k/main", "https://py" + "pi.org/simple", "/home/" + "anna"):
        assert FORBIDDEN.search(line)
    for line in ("docs/work/plan", "a/tmp/b", "~/.trainer"):
        assert not FORBIDDEN.search(line)
