"""A small front before a real PostgreSQL: TLS, and the password by any method, since the tests' own server
was built without TLS. What it lets in goes on to the real one."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
import socket
import ssl
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Literal

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509.oid import NameOID

Method = Literal["scram", "md5", "cleartext", "trust"]
ROUNDS = 4096
_SASL, _SASL_GO_ON, _SASL_FINAL, _OK, _CLEARTEXT, _MD5 = 10, 11, 12, 0, 3, 5


def own_address() -> str:
    """An address of this computer that is not the loopback; nothing where it has none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line, suppress(OSError):
        line.connect(("192.0.2.1", 9))  # chooses a way out; nothing is sent
        found = str(line.getsockname()[0])
        return "" if ip_address(found).is_loopback else found
    return ""


@dataclass(frozen=True)
class Authority:
    """Somebody who makes certificates, for an office or for a stranger."""

    folder: Path
    name: str
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    @property
    def root(self) -> Path:
        """Its own certificate, by which others know it."""
        file = self.folder / f"{self.name}.crt"
        if not file.exists():
            file.write_bytes(_pem(self._made(self.name, self.key, None)))
        return file

    def server(self, name: str) -> tuple[Path, bytes]:
        """A certificate with its key for a host's name or address; the file, and the certificate alone."""
        key = ec.generate_private_key(ec.SECP256R1())
        made = self._made(name, key, name)
        file = self.folder / f"{self.name}-{name}.pem"
        file.write_bytes(_pem(made) + key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
        return file, made.public_bytes(serialization.Encoding.DER)

    def _made(self, subject: str, key: ec.EllipticCurvePrivateKey, host: str | None) -> x509.Certificate:
        now = datetime.now(UTC)
        made = (x509.CertificateBuilder().subject_name(_named(subject)).issuer_name(_named(self.name))
                .public_key(key.public_key()).serial_number(x509.random_serial_number())
                .not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=30))
                .add_extension(x509.BasicConstraints(ca=host is None, path_length=None), critical=True))
        if host is not None:
            made = made.add_extension(x509.SubjectAlternativeName([_host(host)]), critical=False)
        return made.sign(self.key, SHA256())


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _host(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ip_address(host))
    except ValueError:
        return x509.DNSName(host)


def _pem(made: x509.Certificate) -> bytes:
    return made.public_bytes(serialization.Encoding.PEM)


@dataclass
class Front:
    """Listens at an address; ``socket_file`` is the real server's. ``sent`` collects what clients sent of a
    password in a way that it could be used elsewhere; ``bound`` counts proofs bound to the line."""

    address: str
    certificate: Path
    der: bytes
    socket_file: Path
    password: str
    method: Method = "scram"
    sent: list[bytes] = field(default_factory=list)
    bound: int = 0
    _open: list[socket.socket] = field(default_factory=list)
    _threads: list[threading.Thread] = field(default_factory=list)

    def listen(self) -> int:
        """Begin; the port."""
        self._door = socket.create_server((self.address, 0))
        self._begin(self._serve)
        return int(self._door.getsockname()[1])

    def close(self) -> None:
        """End every line."""
        for line in (self._door, *self._open):
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
            line.close()
        for thread in self._threads:
            thread.join(10)

    def _begin(self, work: object, *given: object) -> None:
        thread = threading.Thread(target=work, args=given)  # type: ignore[arg-type]
        self._threads.append(thread)
        thread.start()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                line, _ = self._door.accept()
                self._open.append(line)
                self._begin(self._meet, line)

    def _meet(self, line: socket.socket) -> None:
        with suppress(OSError, ValueError, EOFError):  # a client that turned away
            _exactly(line, 8)  # "may we speak TLS?"
            line.sendall(b"S")
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(self.certificate)
            safe = context.wrap_socket(line, server_side=True, do_handshake_on_connect=False)
            self._open.append(safe)
            with safe:  # closed by whoever has it, however early the front itself ends
                safe.do_handshake()
                size = struct.unpack("!I", _exactly(safe, 4))[0]
                startup = _exactly(safe, size - 4)
                if self._known(safe):
                    self._go_on(safe, struct.pack("!I", size) + startup)
        with suppress(OSError):
            line.close()

    # -- the password --------------------------------------------------------------------

    def _known(self, line: ssl.SSLSocket) -> bool:
        if self.method == "scram":
            return self._scram(line)
        if self.method != "trust":
            asked = {"cleartext": struct.pack("!I", _CLEARTEXT), "md5": struct.pack("!I4s", _MD5, b"salt")}
            _send(line, b"R", asked[self.method])
            self.sent.append(_message(line))
        return True

    def _scram(self, line: ssl.SSLSocket) -> bool:
        """RFC 5802 and 7677 with the channel binding of RFC 5929 (tls-server-end-point)."""
        _send(line, b"R", struct.pack("!I", _SASL) + b"SCRAM-SHA-256-PLUS\0SCRAM-SHA-256\0\0")
        mechanism, _, rest = _message(line).partition(b"\0")
        header, bare = rest[4:].split(b",,", 1)
        salt = secrets.token_bytes(16)
        nonce = bare.split(b"r=")[1] + base64.b64encode(secrets.token_bytes(18))
        first = b"r=%s,s=%s,i=%d" % (nonce, base64.b64encode(salt), ROUNDS)
        _send(line, b"R", struct.pack("!I", _SASL_GO_ON) + first)
        final, _, proof = _message(line).rpartition(b",p=")
        binding = header + b",," + (hashlib.sha256(self.der).digest() if mechanism.endswith(b"PLUS") else b"")
        told = b",".join((bare, first, final))
        client, server = _keys(self.password, salt)
        signature = hmac.digest(hashlib.sha256(client).digest(), told, "sha256")
        mine = bytes(one ^ other for one, other in zip(client, signature, strict=True))
        if not (final.startswith(b"c=" + base64.b64encode(binding)) and base64.b64decode(proof) == mine):
            _send(line, b"E", b'SFATAL\0VFATAL\0C28P01\0Mpassword authentication failed for user "desk"\0\0')
            return False
        self.bound += mechanism.endswith(b"PLUS")
        _send(line, b"R", struct.pack("!I", _SASL_FINAL) + b"v=" + base64.b64encode(
            hmac.digest(server, told, "sha256")))
        return True

    # -- and on to the real server -------------------------------------------------------

    def _go_on(self, line: ssl.SSLSocket, startup: bytes) -> None:
        inner = socket.socket(socket.AF_UNIX)
        self._open.append(inner)
        inner.connect(str(self.socket_file))
        inner.sendall(startup)
        _send(line, b"R", struct.pack("!I", _OK))
        _exactly(inner, 9)  # the real one says "ok" as well
        self._begin(_pump, inner, line)
        _pump(line, inner)


def _pump(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError, ValueError):
        while piece := source.recv(65536):
            target.sendall(piece)
    for line in (source, target):
        with suppress(OSError):
            line.shutdown(socket.SHUT_RDWR)


def _keys(password: str, salt: bytes) -> tuple[bytes, bytes]:
    salted = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, ROUNDS)
    return hmac.digest(salted, b"Client Key", "sha256"), hmac.digest(salted, b"Server Key", "sha256")


def _send(line: socket.socket, kind: bytes, content: bytes) -> None:
    line.sendall(kind + struct.pack("!I", len(content) + 4) + content)


def _message(line: socket.socket) -> bytes:
    _exactly(line, 1)
    return _exactly(line, struct.unpack("!I", _exactly(line, 4))[0] - 4)


def _exactly(line: socket.socket, size: int) -> bytes:
    read = b""
    while len(read) < size:
        piece = line.recv(size - len(read))
        if not piece:
            raise EOFError
        read += piece
    return read


@contextmanager
def listening(front: Front) -> Iterator[int]:
    """The front, while it lasts; its port."""
    try:
        yield front.listen()
    finally:
        front.close()
