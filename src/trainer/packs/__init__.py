"""Reads scenario packs and the catalogue from YAML, with file:line:col for every datum."""
