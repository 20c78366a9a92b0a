"""One app owns the history: a second start raises the first one's window instead of its own."""

import getpass
import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 400
_LONGEST_BYTES = 4096


def socket_name(data: Path) -> str:
    """Name the socket of the app that owns the data folder `data`, another one for each person."""
    owner = f"{getpass.getuser()}:{data.resolve()}"
    return "routine-player-" + hashlib.sha256(owner.encode()).hexdigest()[:20]


def ask_first(data: Path, routine: str) -> bool:
    """Ask the app that owns `data` to come to the front, and to offer `routine` unless empty.

    False where none answers.
    """
    call = QLocalSocket()
    call.connectToServer(socket_name(data))
    if not call.waitForConnected(_WAIT_MS):
        return False
    call.write(routine.encode()[:_LONGEST_BYTES] + b"\n")
    is_told = call.waitForBytesWritten(_WAIT_MS)
    call.disconnectFromServer()
    return is_told


class FirstInstance(QObject):
    """Listens for later starts. `asked` carries the routine that one of them wants, or nothing."""

    asked = Signal(str)

    def __init__(self, data: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        name = socket_name(data)
        # Only the owner of the history gets here, so a socket that is left over belongs to nobody.
        QLocalServer.removeServer(name)
        self._server.listen(name)

    @property
    def is_listening(self) -> bool:
        return self._server.isListening()

    @Slot()
    def _answer(self) -> None:
        call = self._server.nextPendingConnection()
        call.readyRead.connect(lambda: self._read(call))
        call.disconnected.connect(call.deleteLater)
        if call.bytesAvailable():
            self._read(call)

    def _read(self, call: QLocalSocket) -> None:
        if not call.canReadLine() and call.bytesAvailable() < _LONGEST_BYTES:
            return
        line = bytes(call.readLine(_LONGEST_BYTES).data())
        self.asked.emit(line.decode(errors="replace").strip())
