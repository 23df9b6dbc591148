"""Draws a scenario: a tree for the terminal, text for Mermaid and for Graphviz."""

from trainer.authoring.map.dot import dot
from trainer.authoring.map.mermaid import mermaid
from trainer.authoring.map.picture import Arrow, Box, Picture, draw
from trainer.authoring.map.tree import tree

__all__ = ["Arrow", "Box", "Picture", "dot", "draw", "mermaid", "tree"]
