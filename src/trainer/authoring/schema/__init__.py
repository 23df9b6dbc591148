"""The JSON Schema of the files of a pack, taken from what their readers ask."""

from trainer.authoring.schema.build import KINDS, schema, written

__all__ = ["KINDS", "schema", "written"]
