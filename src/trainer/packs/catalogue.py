"""Reads the catalogue: ``qualities.yaml`` with the order of everything, and one file a standard."""

from pathlib import Path
from typing import TYPE_CHECKING

from trainer.model.place import Place
from trainer.model.standard import Catalogue, Quality, Standard
from trainer.packs.catalogue_texts_ru import CATALOGUE_TEXTS
from trainer.packs.folders import STANDARDS
from trainer.packs.problems import Problems, hint

if TYPE_CHECKING:
    from trainer.packs.yaml_nodes import Datum

INDEX = "qualities.yaml"
HOME = Path(__file__).resolve().parent.parent / "catalogue"


def catalogue_files() -> list[Path]:
    """Return the files of the catalogue that comes with the program."""
    return [HOME / INDEX, *sorted((HOME / STANDARDS).glob("*.yaml"))]


def read_catalogue(folder: Path | None = None) -> Catalogue:
    """Read the catalogue of ``folder``, by default the one that comes with the program.

    Raises InputError holding every problem of every file.
    """
    from trainer.packs.yaml_nodes import load

    home = folder or HOME
    problems = Problems(texts=CATALOGUE_TEXTS)
    index = load(home / INDEX, problems)
    catalogue = _catalogue(index, home, problems) if index else Catalogue({})
    problems.finish()
    return catalogue


def _catalogue(index: "Datum", home: Path, problems: Problems) -> Catalogue:
    fields = index.fields(("qualities", "standards"))
    titles = fields.get("qualities")
    qualities = _qualities(titles) if titles else {}
    files = {path.stem: path for path in sorted((home / STANDARDS).glob("*.yaml"))}
    listed: dict[str, Datum] = {}
    standards: dict[str, Standard] = {}
    for item in fields.items("standards"):
        name = item.identifier()
        if name in listed:
            item.add("E034", id=name, line=listed[name].place.line)
            continue
        listed[name] = item
        if name not in files:
            item.add("E080", id=name, hint=hint(name, files))
        elif standard := _standard(files[name], qualities, problems):
            standards[name] = standard
    for name in files.keys() - listed.keys():
        problems.add(Place(str(files[name])), "E081", id=name)
    return Catalogue(qualities, standards)


def _qualities(datum: "Datum") -> dict[str, Quality]:
    qualities: dict[str, Quality] = {}
    for name, item in datum.open_fields().found.items():
        fields = item.fields(("title", "source"))
        qualities[name] = Quality(name, fields.text("title"), fields.text("source"))
    return qualities


def _standard(path: Path, qualities: dict[str, Quality], problems: Problems) -> Standard | None:
    from trainer.packs.standard_reader import read_standard
    from trainer.packs.yaml_nodes import load

    datum = load(path, problems)
    return read_standard(datum, path.stem, qualities) if datum else None
