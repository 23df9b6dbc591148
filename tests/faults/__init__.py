"""Faults for real: processes that are killed, disks that are full, stores that are locked, crowds."""
