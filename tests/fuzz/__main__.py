"""Looks for input that breaks something, for as long as it is let: ``python -m tests.fuzz --seconds 600 tokenizer``.

Without names all targets share the time. With the package ``atheris`` the run is guided by coverage: an input that
reaches new code is kept and changed further. Without it inputs are made of the seeds by chance. An input that breaks
something is written to ``fuzz-NAME.bin``; ``--again FILE NAME`` runs it once more. ``--digest`` prints the results of
the inputs that the tests run, to be compared between processes and versions of Python.
"""

import argparse
import importlib.util
import subprocess
import sys
import time
import traceback
from itertools import count
from pathlib import Path


def main() -> int:
    call = _parser().parse_args()
    if call.guided:
        return _guided(call.names[0], call.seconds)
    from tests.fuzz.drive import TARGETS, check, digests

    if call.digest:
        for line in digests(call.count):
            print(line)
        return 0
    if unknown := set(call.names) - set(TARGETS):
        raise SystemExit(f"no such target: {', '.join(unknown)}; there are {', '.join(TARGETS)}")
    names = call.names or list(TARGETS)
    if call.again:
        print(check(names[0], Path(call.again).read_bytes()))
        return 0
    if importlib.util.find_spec("atheris"):
        each = call.seconds / len(names)
        words = [sys.executable, "-m", "tests.fuzz", "--guided", "--seconds", str(each)]
        return max(subprocess.run([*words, name], check=False).returncode for name in names)
    print("without atheris: by chance, not by coverage", file=sys.stderr)
    return max(_by_chance(name, call.seconds / len(names)) for name in names)


def _by_chance(name: str, seconds: float) -> int:
    from tests.fuzz.drive import check, inputs

    end, tried = time.monotonic() + seconds, 0
    for seed in count(1):
        for data in inputs(name, 200, seed):
            if time.monotonic() > end:
                print(f"{name}: {tried} inputs, nothing broken", flush=True)
                return 0
            tried += 1
            try:
                check(name, data)
            except Exception:
                traceback.print_exc()
                _keep(name, data)
                return 1
    return 0


def _guided(name: str, seconds: float) -> int:
    """Let atheris run one target; it ends this process by itself."""
    import atheris

    # Only what is loaded within is watched, so nothing of the program may be loaded before.
    with atheris.instrument_imports(include=["trainer"]):
        from tests.fuzz.drive import MOST_BYTES, check
        from tests.fuzz.seeds import SEEDS

    corpus = Path(".fuzz") / name
    corpus.mkdir(parents=True, exist_ok=True)
    for at, data in enumerate(SEEDS[name]):
        (corpus / f"seed-{at}").write_bytes(data)

    def once(data: bytes) -> None:
        try:
            check(name, data)
        except Exception:
            _keep(name, data)
            raise

    words = [
        sys.argv[0],
        f"-max_total_time={int(seconds)}",
        f"-max_len={MOST_BYTES}",
        "-timeout=20",
        str(corpus),
    ]
    atheris.Setup(words, once)
    atheris.Fuzz()
    return 0


def _keep(name: str, data: bytes) -> None:
    path = Path(f"fuzz-{name}.bin")
    path.write_bytes(data)
    print(f"written: {path}", file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("names", nargs="*", metavar="TARGET", help="all of them without a name")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--again", metavar="FILE", help="run one input")
    parser.add_argument("--digest", action="store_true")
    parser.add_argument("--count", type=int, default=20, help="inputs a target for --digest")
    parser.add_argument("--guided", action="store_true", help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    sys.exit(main())
