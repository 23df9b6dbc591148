"""«Where am I»: how one person's qualities and standards stand, what costs most, what would help, which days were used.

Pure: sums come in, a ``Progress`` comes out; everything shown can be worked out by hand from the sums.
"""
