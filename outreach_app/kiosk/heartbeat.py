"""Tells the service manager that the window is there and its event loop turns: a hung one is started anew.

The protocol is systemd's (sd_notify(3)): datagrams to the socket named by ``NOTIFY_SOCKET``; where ``WATCHDOG_USEC``
is set, ``WATCHDOG=1`` at least that often (microseconds). Where no such socket is named, nothing happens. The socket is
one of this machine's own, never of a network.
"""

from __future__ import annotations

import logging
import socket
import sys
from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer

_log = logging.getLogger(__name__)
_MICROSECONDS_IN_MS = 1000
_BEATS_IN_TIME = 3
"""How many beats fit into the time the manager waits: one late beat is not yet a hang."""


class Heartbeat(QObject):
    """Beats for as long as it lives and the event loop turns.

    Args:
        environment: where the manager says what it wants.
        parent: whose end is its end.
    """

    def __init__(self, environment: Mapping[str, str], parent: QObject) -> None:
        super().__init__(parent)
        self._address = environment.get("NOTIFY_SOCKET", "")
        if not self._address:
            return
        self._tell("READY=1")
        waits = environment.get("WATCHDOG_USEC", "")
        if waits.isdigit() and int(waits) > 0:
            beat = QTimer(self, interval=max(1, int(waits) // _MICROSECONDS_IN_MS // _BEATS_IN_TIME))
            beat.timeout.connect(lambda: self._tell("WATCHDOG=1"))
            beat.start()

    def _tell(self, what: str) -> None:
        if sys.platform == "win32":
            return  # it has no such manager, and its Python no such sockets
        # A name that begins with @ stands for one in Linux's abstract namespace.
        address = "\0" + self._address[1:] if self._address.startswith("@") else self._address
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as channel:
                channel.connect(address)
                channel.send(what.encode("ascii"))
        except OSError as error:
            _log.warning("the service manager cannot be told %s: %s", what, type(error).__name__)
