"""One window: runs in a process of its own that branched off with everything loaded."""

import contextlib
import os
import signal
import socket
import sys

from trainer.model.problem import InputError
from trainer.storage.identity import vouch
from trainer.web.ticket import Ticket


def nothing() -> None:
    """Do nothing: whoever has started this knows that the models are loaded."""
    from trainer.web import preload

    assert preload.DESK


def run(line: socket.socket, ticket: Ticket) -> None:
    """Run the app on a socket for the person of a ticket."""
    errors = _settle(line, ticket)
    from trainer.web.app import ServedApp
    from trainer.web.driver import ServeDriver
    from trainer.web.preload import DESK
    from trainer.wiring import person_id

    if person_id() != ticket.person:
        os.write(errors, b"the store was opened for somebody else\n")
        sys.exit(1)
    app = ServedApp(DESK)
    if ticket.going:
        with contextlib.suppress(InputError):
            app.go_on_with(ticket.going)
    app.driver_class = ServeDriver
    app.errors = errors
    app.run(size=(ticket.width, ticket.height))
    sys.exit(app.return_code or 0)


def _settle(line: socket.socket, ticket: Ticket) -> int:
    """Become a process of that person alone; return where errors are to be written."""
    import resource  # only where processes branch

    os.setsid()
    os.umask(0o077)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # Ended by Ctrl+C is the server, and it sees to the windows.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ["TRAINER_PERSON"] = ticket.person
    vouch(ticket.person)  # the link has shown who it is
    errors = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for number, end in ((0, line.fileno()), (1, line.fileno()), (2, nowhere)):
        os.dup2(end, number)
    os.close(nowhere)
    line.close()
    sys.stdin = sys.__stdin__ = open(0, encoding="utf-8", closefd=False)  # type: ignore[misc]  # noqa: SIM115
    return errors
