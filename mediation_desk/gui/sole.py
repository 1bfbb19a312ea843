"""One desk per store on a computer: a second start brings the first to the front."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from mediation_desk.services.entry import doors

WAIT_MS = 800


class SoleDesk(QObject):
    """Holds a store's folder for this program; ``called`` when a second start asks for its windows."""

    called = Signal()

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
        server.listen(self._name)
        server.newConnection.connect(self._answer)
        self._server = server

    def _answer(self) -> None:
        from PySide6.QtNetwork import QLocalServer

        assert isinstance(self._server, QLocalServer)
        while (line := self._server.nextPendingConnection()) is not None:
            line.disconnected.connect(line.deleteLater)
            line.disconnectFromServer()
            self.called.emit()

    def call_first(self) -> None:
        """Ask the program that holds the folder to come to the front."""
        from PySide6.QtNetwork import QLocalSocket

        line = QLocalSocket()
        line.connectToServer(self._name)
        if line.waitForConnected(WAIT_MS):
            line.waitForDisconnected(WAIT_MS)

    def release(self) -> None:
        """Let go of the folder."""
        from PySide6.QtNetwork import QLocalServer

        if isinstance(self._server, QLocalServer):
            self._server.close()
        self._instance.release()
