"""Writes docs/agreement.md: how far the judge agrees with people, measured anew each time.

Usage: python docs/make_agreement.py  (about four minutes)
"""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from trainer.cli.labelled import LabelledAnswer, LabelledPhrase, read_labelled
from trainer.cli.tools import Tools
from trainer.cli.train import as_clean, as_labelled
from trainer.model.standard import Kind
from trainer.model.verdict import Verdict
from trainer.packs.own_standards import shipped
from trainer.packs.shelf import Shelf
from trainer.packs.sound import sound_packs
from trainer.scoring.agreement import Counts, compare, macro_f1, micro, quadratic_kappa, spearman, within
from trainer.scoring.detect import Bars
from trainer.scoring.judge import Judge
from trainer.scoring.precision import Record, muted
from trainer.text.meaning import load_reader
from trainer.training.calibrate import calibrate
from trainer.training.cases import Labelled, collect_one, examples, good_answers

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "tests" / "data"
LABELLED = DATA / "labelled"
PAGE = ROOT / "docs" / "agreement.md"
TOOLS = Tools()
# Standards that packs bring along are no business of these labels.
CATALOGUE = shipped()
READER = load_reader()
Row = tuple[str, LabelledAnswer, Verdict]


def main() -> None:
    """Measure and write the page."""
    answers = [
        (n, a) for n in (1, 2, 3) for a in read_labelled([str(LABELLED / f"answers-{n}.jsonl")], TOOLS)
    ]
    phrases = read_labelled([str(LABELLED / "phrases.jsonl")], TOOLS)
    judge = Judge(CATALOGUE, READER)
    plain = [(str(n), a, _score(judge, a)) for n, a in answers]
    rules = [(str(n), a, _score(Judge(CATALOGUE), a)) for n, a in answers]
    cases = [collect_one(CATALOGUE, READER, as_labelled(a, CATALOGUE)) for _, a in answers]
    known = [
        collect_one(CATALOGUE, READER, item) for item in (*_calibration(), *examples(CATALOGUE), *_good())
    ]
    splits = {
        "без одного автора": lambda n, a: str(n),
        "без одной манеры": lambda n, a: a.hand,
        "без одного сценария": lambda n, a: a.scenario.id,
    }
    tables = [
        ("answers-1 и answers-2 (на них выбраны пороги)", [r for r in plain if r[0] != "3"]),
        ("answers-3 (контроль: при выборе порогов и правил не смотрели)", [r for r in plain if r[0] == "3"]),
        ("все 572, только правила, без модели смысла", rules),
    ]
    for name, key in splits.items():
        tables.append((f"все 572, пороги {name}", _held_out(answers, cases, known, key)))
    PAGE.write_text(_page(tables, plain, judge, phrases), encoding="utf-8")


def _good() -> list[Labelled]:
    """Return the good answers of all talks."""
    packs, _ = sound_packs(Shelf())
    return list(good_answers(CATALOGUE, [s for pack in packs for s in pack.scenarios.values()]))


def _calibration() -> list[Labelled]:
    """Return what the bars are chosen on beside the open answers."""
    files = [str(DATA / "calibration" / name) for name in ("answers.jsonl", "phrases.jsonl")]
    clean = (DATA / "clean" / "replies.jsonl").read_text(encoding="utf-8").splitlines()
    return [
        *(as_labelled(item, CATALOGUE) for item in read_labelled(files, TOOLS)),
        *(as_clean(json.loads(line)["text"], CATALOGUE) for line in clean),
    ]


def _score(judge: Judge, answer: LabelledAnswer) -> Verdict:
    return judge.score(answer.text, as_labelled(answer, CATALOGUE).setting)


def _held_out(
    answers: Sequence[tuple[int, LabelledAnswer]],
    cases: Sequence[Mapping[str, object]],
    known: Sequence[Mapping[str, object]],
    key: Callable[[int, LabelledAnswer], str],
) -> list[Row]:
    """Judge each part with bars that were chosen on all other parts."""
    kinds = {s.id: str(s.kind) for s in CATALOGUE.standards.values()}
    rows: list[Row] = []
    judge = Judge(CATALOGUE, READER)
    for part in sorted({key(n, a) for n, a in answers}):
        others = [c for c, (n, a) in zip(cases, answers, strict=True) if key(n, a) != part] + list(known)
        merged: dict[str, list] = {}
        for found in others:
            for name, case in found.items():
                merged.setdefault(name, []).append(case)
        judge.bars = {name: Bars(**values) for name, values in calibrate(merged, kinds).items()}
        rows += [(str(n), a, _score(judge, a)) for n, a in answers if key(n, a) == part]
    return rows


def _counts(rows: Sequence[Row]) -> tuple[dict[str, Counts], dict[str, Counts], dict[str, Counts]]:
    shown: dict[str, Counts] = {}
    broken: dict[str, Counts] = {}
    facts: dict[str, Counts] = {}
    for _, answer, verdict in rows:
        triples = (
            (shown, answer.shown, set(verdict.shown)),
            (broken, answer.violated, set(verdict.violated)),
            (facts, answer.facts, set(verdict.given)),
        )
        for total, people, machine in triples:
            for name, counts in compare(people, machine).items():
                total[name] = total.get(name, Counts()) + counts
    return shown, broken, facts


def _line(name: str, rows: Sequence[Row]) -> str:
    shown, broken, facts = _counts(rows)
    people = [a.grade for _, a, _ in rows]
    grades = [v.grade for _, _, v in rows]
    # Within one grade kappa says nothing.
    kappa = quadratic_kappa(people, grades) if len(set(people)) > 1 else None
    total = micro(broken.values())
    cells = [
        _number(total.precision), _number(total.recall), _number(total.f1), _number(macro_f1(broken.values())),
        _number(micro(shown.values()).f1), _number(micro(facts.values()).f1), _number(kappa),
        _number(within(people, grades)), _number(spearman(people, [v.score for _, _, v in rows])),
    ]  # fmt: skip
    return f"| {name} | {len(rows)} | " + " | ".join(cells) + " |"


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _page(
    tables: Sequence[tuple[str, Sequence[Row]]], plain: Sequence[Row], judge: Judge, phrases: Sequence
) -> str:
    head = (
        "| набор | ответов | запреты: точность | полнота | micro F1 | macro F1 | обязательства F1 | факты F1 | каппа оценки "
        "| в пределах балла | Спирмен счёта |\n|---|---|---|---|---|---|---|---|---|---|---|\n"
    )
    main_table = head + "\n".join(_line(name, rows) for name, rows in tables)
    bands = head + "\n".join(
        _line(name, [r for r in plain if r[1].grade in grades])
        for name, grades in (("оценка 1-2", (1, 2)), ("оценка 3", (3,)), ("оценка 4-5", (4, 5)))
    )
    control = [r for r in plain if r[0] == "3"]
    text = (ROOT / "docs" / "agreement.template.md").read_text(encoding="utf-8")
    hit = [(p, _right(judge, p)) for p in phrases if isinstance(p, LabelledPhrase)]
    weak = {name: [ok for p, ok in hit if p.standard == name] for name in {p.standard for p, _ in hit}}
    worst = sorted((sum(v) / len(v), name) for name, v in weak.items())[:8]
    return text.format(
        main=main_table,
        bands=bands,
        standards=_standards(plain, control),
        precision=_precision(),
        phrases=f"{sum(ok for _, ok in hit) / len(hit):.2f}",
        phrase_count=len(hit),
        clean=_false_alarms(judge),
        worst=", ".join(f"`{name}` {value:.2f}" for value, name in worst),
        material=READER.about["material"][:16],
    )


def _false_alarms(judge: Judge) -> str:
    replies = [
        json.loads(line)["text"]
        for line in (DATA / "clean" / "control.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    return f"{sum(bool(judge.read(text).violated) for text in replies)} из {len(replies)}"


def _precision() -> str:
    records = {name: Record(*counts) for name, counts in READER.precision.items()}
    silent = muted(records)
    rows = [
        "| запрет | найдено | люди назвали его же | назвали соседний | точность | баллы |",
        "|---|---|---|---|---|---|",
    ]
    for name, record in sorted(records.items(), key=lambda item: item[1].precision):
        points = "только замечание" if name in silent else "снимаются"
        cells = (
            str(record.found),
            str(record.just),
            str(record.neighbour),
            _number(record.precision),
            points,
        )
        rows.append(f"| `{name}` | " + " | ".join(cells) + " |")
    return "\n".join(rows)


def _right(judge: Judge, phrase: LabelledPhrase) -> bool:
    reading = judge.read(phrase.text)
    return (phrase.standard in {f.standard for f in (*reading.shown, *reading.violated)}) == phrase.label


def _standards(plain: Sequence[Row], control: Sequence[Row]) -> str:
    rows = ["| стандарт | есть | точность | полнота | F1 | F1 на answers-3 |", "|---|---|---|---|---|---|"]
    every, last = _counts(plain), _counts(control)
    for kind, whole, part in ((Kind.OBLIGATION, every[0], last[0]), (Kind.PROHIBITION, every[1], last[1])):
        for standard in CATALOGUE.of_kind(kind):
            if counts := whole.get(standard.id):
                own = part.get(standard.id, Counts())
                cells = (
                    _number(counts.precision),
                    _number(counts.recall),
                    _number(counts.f1),
                    _number(own.f1),
                )
                rows.append(f"| `{standard.id}` | {counts.support} | " + " | ".join(cells) + " |")
    return "\n".join(rows)


if __name__ == "__main__":
    main()
