"""Lays the files of a pack out in one style; no comment, no text and no order is lost."""

from trainer.authoring.format.files import files_of
from trainer.authoring.format.run import UnformattableError, formatted

__all__ = ["UnformattableError", "files_of", "formatted"]
