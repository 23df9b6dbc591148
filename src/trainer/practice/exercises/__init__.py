"""Exercises: how the items of each form are judged, and a series of items from the first to the summary.

One small pure module a form. Nothing here is loaded before it is asked for: judging needs morphology, and the
first screen must not wait for it.
"""
