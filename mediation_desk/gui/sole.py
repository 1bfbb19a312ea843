"""One desk per store on a computer: a second start brings the first to the front."""

from __future__ import annotations

import os
import socket
import struct
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from mediation_desk.services.entry import doors

WAIT_MS = 800
_PEER = struct.Struct("3i")  # process, user, group


class SoleDesk(QObject):
    """Holds a store's folder for this program; ``called`` when a second start asks for its windows,
    ``unheard`` when somebody else's program stands where a second start would call."""

    called = Signal()
    unheard = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self._instance, self._name = doors.instance(folder), doors.call_name(folder)
        self._server: QObject | None = None

    def take(self) -> bool:
        """Hold the folder and listen for others; False when another program has it."""
        if not self._instance.take():
            return False
        QTimer.singleShot(0, self, self._listen)  # the network library is not waited for by the first window
        return True

    def _listen(self) -> None:
        from PySide6.QtNetwork import QLocalServer

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self._name)  # what a killed program left; the lock says that it is gone
        server.newConnection.connect(self._answer)
        self._server = server
        if not server.listen(self._name):
            self.unheard.emit()

    def _answer(self) -> None:
        from PySide6.QtNetwork import QLocalServer

        assert isinstance(self._server, QLocalServer)
        while (line := self._server.nextPendingConnection()) is not None:
            line.disconnected.connect(line.deleteLater)
            line.disconnectFromServer()
            self.called.emit()

    def call_first(self) -> bool:
        """Ask the program that holds the folder to come to the front; whether it was this person's that
        took the call."""
        from PySide6.QtNetwork import QLocalSocket

        line = QLocalSocket()
        line.connectToServer(self._name)
        if not line.waitForConnected(WAIT_MS):
            return False
        own = _is_own(int(line.socketDescriptor()))
        line.waitForDisconnected(WAIT_MS)
        return own

    def release(self) -> None:
        """Let go of the folder."""
        from PySide6.QtNetwork import QLocalServer

        if isinstance(self._server, QLocalServer):
            self._server.close()
        self._instance.release()


def _is_own(line: int) -> bool:
    """Whether a program of this person is at the line's other end; elsewhere than on Linux, Qt lets nobody
    else listen under the name."""
    if not hasattr(socket, "SO_PEERCRED"):
        return True
    try:
        with socket.socket(fileno=os.dup(line)) as other:
            told = other.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _PEER.size)
    except OSError:  # it has hung up already
        return False
    return bool(_PEER.unpack(told)[1] == os.getuid())
