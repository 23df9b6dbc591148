"""What is costly to make is kept: between runs in the person's cache folder, within a run for all threads.

Losing it costs time, nothing else.
"""
