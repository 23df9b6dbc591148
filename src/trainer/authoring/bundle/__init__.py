"""A pack as one zip: written the same each time, read with distrust, put in place whole or not at all."""

from trainer.authoring.bundle.place import Placed, place_pack
from trainer.authoring.bundle.read import Bundle, read_bundle
from trainer.authoring.bundle.write import bundle_bytes

__all__ = ["Bundle", "Placed", "bundle_bytes", "place_pack", "read_bundle"]
