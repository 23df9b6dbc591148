"""Refreshers: what a person forgets or gets wrong comes back, ten minutes a day. Pure: clock and store are outside.

A card is a standard in a kind of situation. How well it is remembered is told anew from the history of answers each
time, so nothing has to be kept in step, and the same history gives the same plan.
"""

# The id of the exercise that every set of refreshers is a series of.
REFRESH = "refresh"
