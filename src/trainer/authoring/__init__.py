"""Tools for those who write packs: lint and the examples runner."""
