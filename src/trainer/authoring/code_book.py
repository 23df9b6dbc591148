"""The codes of the lint: data in ``codes/``, with an explanation, a bad and a good example each."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from trainer.model.place import NOWHERE, Place
from trainer.model.problem import Level
from trainer.packs.catalogue_texts_ru import CATALOGUE_TEXTS
from trainer.packs.problems import Problems
from trainer.packs.yaml_nodes import Datum, load

HOME = Path(__file__).resolve().parent / "codes"
_LEVELS = {str(level): level for level in Level}
# Where a snippet of an example belongs.
_WHERE = {
    name: name for name in ("scenario", "turn", "exercise", "pack", "file", "standard", "shell", "call")
}


@dataclass(frozen=True, slots=True)
class Sample:
    """A piece of a pack: ``where`` says what it is a part of, ``without`` which keys are left out there.

    ``shell`` are commands that make the pack what it is, ``call`` is a call of the program.
    """

    where: str
    text: str
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of finding. ``text`` is its message with blanks in braces; all texts are Russian.

    ``judged`` codes are found only when answers are scored; ``firm`` ones cannot be allowed in the file.
    """

    id: str
    level: Level
    title: str
    text: str
    explain: str
    bad: Sample
    good: Sample
    judged: bool = False
    firm: bool = False
    place: Place = NOWHERE


@cache
def book() -> Mapping[str, Code]:
    """Return all codes by id, in the order of their numbers; raises InputError when the data are broken."""
    problems = Problems()
    codes: dict[str, Code] = {}
    for path in sorted(HOME.glob("*.yaml")):
        datum = load(path, problems)
        for item in datum.fields(("codes",)).items("codes") if datum else ():
            code = _code(item)
            if code.id in codes:
                item.add("E034", id=code.id, line=codes[code.id].place.line)
            codes[code.id] = code
    problems.finish()
    return dict(sorted(codes.items(), key=lambda pair: (pair[0][1:], pair[0])))


def _code(datum: Datum) -> Code:
    fields = datum.fields(("id", "level", "title", "explain", "bad", "good"), ("text", "judged", "firm"))
    name = fields.text("id")
    bad, good = fields.get("bad"), fields.get("good")
    return Code(
        id=name,
        level=fields.choice("level", _LEVELS, Level.ERROR),
        title=fields.text("title"),
        # What the readers find they say in their own words.
        text=fields.text("text") or CATALOGUE_TEXTS.get(name, ""),
        explain=fields.text("explain"),
        bad=_sample(bad) if bad else Sample("", ""),
        good=_sample(good) if good else Sample("", ""),
        judged=fields.flag("judged"),
        firm=fields.flag("firm"),
        place=datum.place,
    )


def _sample(datum: Datum) -> Sample:
    fields = datum.fields(("in", "text"), ("without",))
    text = fields.get("text")
    written = str(text.node.value).strip("\n") if text else ""
    return Sample(fields.choice("in", _WHERE, "scenario"), written, fields.texts("without"))
