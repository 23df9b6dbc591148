"""What a command tells the shell that ran it."""

from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes; the first three are the contract of every command."""

    DONE = 0
    """The command did what it was asked to."""
    FOUND = 1
    """A check found problems: a bar was not reached, a pack has errors, the answers ran out."""
    WRONG_INPUT = 2
    """The input or the call is wrong; the message says what and where."""
    INTERNAL = 70
    """A mistake of the program itself."""
    INTERRUPTED = 130
    """Ctrl+C, as shells count it (128 + SIGINT)."""
    CLOSED_PIPE = 141
    """The reader of the output went away, as shells count it (128 + SIGPIPE)."""
