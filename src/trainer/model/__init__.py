"""The words of the trade as frozen data: no behaviour beyond what a record knows of itself.

Only the standard library is imported here, so every other package may depend on this one.
"""
