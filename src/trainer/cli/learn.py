"""``trainer learn``: from the decisions of mentors to new examples and better bars."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trainer.cli import output
from trainer.cli.access import need_mentor
from trainer.cli.agreement_text import number as figure
from trainer.cli.agreement_text import table
from trainer.cli.complain import reason, wrong
from trainer.cli.exit_codes import ExitCode
from trainer.cli.learn_sets import clean_replies, labelled_sets, setting_of
from trainer.cli.learn_texts_ru import HELP, INPUT, LEARN
from trainer.cli.parser import Parser
from trainer.cli.stored import mentor, now, opened, when
from trainer.cli.texts_ru import HELP as COMMON
from trainer.cli.tools import Tools
from trainer.model.place import Place
from trainer.packs.own_standards import shipped
from trainer.packs.problems import Problems
from trainer.scoring.detect import Bars
from trainer.storage import learned
from trainer.storage.safe import home_of
from trainer.training.proposals import fragment, proposals

if TYPE_CHECKING:
    from trainer.team.objections import Label
    from trainer.text.meaning import Reader
    from trainer.training.learn import Learned, Lesson


def run(words: Sequence[str], tools: Tools) -> int:
    """Learn, try out, or undo; exit 1 when there is nothing to learn from or to undo."""
    call = _parser().read(words)
    home = home_of(os.environ)
    if call.undo:
        need_mentor()
        return _undo(home)
    with opened() as (database, person):
        from trainer.storage.db.labelled_store import read_labels

        mentor(person)
        labels = read_labels(database)
    if not labels:
        output.tell(LEARN["nothing"])
        return ExitCode.FOUND
    reader = _reader()
    bars = _bars_in_use(home, reader, tell=not call.json)
    lesson, counts = _lesson(labels, call.sets, reader, bars, tools)
    contested = _contested(labels, lesson)
    found = lesson.fit({label.standard for label in contested}, LEARN["stored"])
    wanted = proposals(contested, shipped())
    lines = list(_fragments(wanted))
    if call.examples and lines:
        _write(call.examples, lines)
    adopted = _adopt(home, found, bars, reader, labels) if found.changes and not call.dry_run else None
    if call.json:
        output.record(_record(found, bars, lines, adopted))
        return ExitCode.DONE
    _tell(call, labels, counts, lines, found, bars, adopted)
    return ExitCode.DONE


def _lesson(
    labels: "Sequence[Label]", files: Sequence[str], reader: "Reader", bars: Mapping[str, Bars], tools: Tools
) -> "tuple[Lesson, dict[str, int]]":
    from trainer.training.cases import examples
    from trainer.training.learn import Lesson, as_items

    catalogue = shipped()
    sets = {
        LEARN["stored"]: as_items(labels, setting_of(tools), catalogue),
        LEARN["examples-set"]: list(examples(catalogue)),
        LEARN["clean-set"]: clean_replies(),
        **labelled_sets(files, tools),
    }
    return Lesson(catalogue, reader, bars, sets), {name: len(items) for name, items in sets.items()}


def _contested(labels: "Sequence[Label]", lesson: "Lesson") -> "list[Label]":
    """Return decisions, and agreed marks that the judge sees differently."""
    from trainer.team.objections import latest

    differing = {(item.text, name) for item, names in lesson.differing(LEARN["stored"]) for name in names}
    return [x for x in latest(labels) if x.origin == "decision" or (x.text, x.standard) in differing]


def _reader() -> "Reader":
    from trainer.text.meaning import MeaningAbsentError, load_reader

    try:
        return load_reader()
    except MeaningAbsentError as problem:
        problems = Problems(texts=INPUT)
        problems.add(Place("network.npz"), "C150", why=problem)
        problems.finish()
        raise


def _bars_in_use(home: Path, reader: "Reader", *, tell: bool) -> dict[str, Bars]:
    own = learned.read(home)
    if own and own.network != learned.network_of(reader.about):
        if tell:
            output.tell(LEARN["resting"].format(at=when(own.at)))
        own = None
    every = {**reader.bars, **(own.bars if own else {})}
    return {name: Bars(**values) for name, values in every.items()}


def _adopt(
    home: Path, found: "Learned", bars: Mapping[str, Bars], reader: "Reader", labels: "Sequence[Label]"
) -> "learned.LearnedBars":
    own = {name: Bars(**values) for name, values in reader.bars.items()}
    changed = {name: value for name, value in {**bars, **found.changes}.items() if own.get(name) != value}
    data = {name: asdict(value) for name, value in sorted(changed.items())}
    try:
        learned.adopt(home, data, learned.network_of(reader.about), learned.labels_hash(labels), now())
    except OSError as error:
        raise wrong(Place(str(home)), "C060", reason=reason(error)) from None
    adopted = learned.read(home)
    assert adopted is not None  # it was just written
    return adopted


def _undo(home: Path) -> int:
    try:
        done = learned.undo(home)
    except OSError as error:
        raise wrong(Place(str(home)), "C060", reason=reason(error)) from None
    output.say(LEARN["undone" if done else "nothing-to-undo"])
    return ExitCode.DONE if done else ExitCode.FOUND


def _fragments(wanted: "Mapping[str, Mapping[str, list[Label]]]") -> Iterator[str]:
    for name, texts in wanted.items():
        yield LEARN["proposal"].format(id=name, title=shipped().standards[name].title)
        if any(not label.spans for label in texts["hits"]):
            yield LEARN["mark"]
        yield from fragment(texts)


def _write(name: str, lines: Sequence[str]) -> None:
    try:
        Path(name).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    except OSError as error:
        raise wrong(Place(name), "C060", reason=reason(error)) from None


def _tell(
    call: Any, labels: "Sequence[Label]", counts: Mapping[str, int], lines: Sequence[str], found: "Learned",
    bars: Mapping[str, Bars], adopted: "learned.LearnedBars | None",
) -> None:  # fmt: skip
    decisions = sum(label.origin == "decision" for label in labels)
    about = {"labels": len(labels), "decisions": decisions, "agreed": len(labels) - decisions}
    output.say(LEARN["material"].format(texts=counts[LEARN["stored"]], **about))
    output.say()
    if not lines:
        output.say(LEARN["no-proposals"])
    elif call.examples:
        output.say(LEARN["written"].format(file=call.examples))
    else:
        for line in (LEARN["proposals"], *lines):
            output.say(line)
    output.say()
    for line in (*_table(found, counts), *_changes(found, bars)):
        output.say(line)
    if adopted:
        file = Path(learned.FOLDER) / learned.FILE
        output.say(LEARN["adopted"].format(file=home_of(os.environ) / file, hash=adopted.hash))
    elif found.changes:
        output.say(LEARN["dry-run"])


def _table(found: "Learned", counts: Mapping[str, int]) -> Iterator[str]:
    kinds = ("prohibition", "obligation")
    moments = (("before", found.before), ("after", found.after))
    head = [
        LEARN["head"],
        LEARN["count"],
        *(f"{LEARN[kind]}, {LEARN[when]}" for kind in kinds for when, _ in moments),
    ]
    rows = [
        [name, str(counts[name]), *(figure(figures[name][kind]) for kind in kinds for _, figures in moments)]
        for name in found.before
    ]
    yield from table(head, rows)


def _changes(found: "Learned", bars: Mapping[str, Bars]) -> Iterator[str]:
    if found.changes:
        yield LEARN["bars"]
    for name, new in found.changes.items():
        old = bars.get(name, Bars())
        title = shipped().standards[name].title
        yield LEARN["bar"].format(title=title, id=name, old=_bar(old), new=_bar(new))
    if found.refused:
        yield LEARN["refused"].format(names=", ".join(found.refused))
    if found.beyond:
        yield LEARN["beyond"].format(names=", ".join(found.beyond))
    if not found.changes:
        yield LEARN["unchanged"]


def _bar(bars: Bars) -> str:
    return f"{bars.alone:.2f}/{bars.beside:.2f}/{bars.floor:.2f}"


def _record(
    found: "Learned", bars: Mapping[str, Bars], lines: Sequence[str], adopted: "learned.LearnedBars | None"
) -> dict[str, Any]:
    changes = {
        name: {"before": asdict(bars.get(name, Bars())), "after": asdict(new)}
        for name, new in found.changes.items()
    }
    return {
        "changes": changes,
        "refused": list(found.refused),
        "beyond": list(found.beyond),
        "before": found.before,
        "after": found.after,
        "examples": "\n".join(lines),
        "adopted": adopted.hash if adopted else None,
    }


def _parser() -> Parser:
    parser = Parser("learn", HELP["about"])
    parser.add_argument("sets", nargs="*", metavar="РАЗМЕТКА", help=HELP["sets"])
    parser.add_argument("--examples", metavar="ФАЙЛ", help=HELP["examples"])
    parser.add_argument("--dry-run", action="store_true", help=HELP["dry-run"])
    parser.add_argument("--undo", action="store_true", help=HELP["undo"])
    parser.add_argument("--json", action="store_true", help=COMMON["json"])
    return parser
