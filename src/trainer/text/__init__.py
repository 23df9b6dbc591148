"""Russian text as tokens with offsets, lemmas, quantities and meaning; the only home of language libraries."""
