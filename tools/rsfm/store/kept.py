"""Values that a run keeps for the next one, in one file: signed, read with care, written whole or not at all.

A cache must never be believed where the files would say something else, and the folder it lies in may have come out of
somebody's archive or pull request. So a file counts only if this machine signed it, with a secret that lies outside the
project; and even then nothing is made of it but values of our own classes. Where anything is not as it should be there is
nothing kept, and the work is done again.
"""

from __future__ import annotations

import dataclasses
import hashlib
import hmac
import io
import os
import pickle
import secrets
import struct
import sys
import tempfile
from contextlib import suppress
from datetime import date
from enum import Enum
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import rsfm
from rsfm.store.files import UNFINISHED, read_regular

_LARGEST = 512 * 1024 * 1024
_SIGNATURE = hashlib.sha256().digest_size
_SECRET = 32
_KEY = hashlib.sha256().digest_size
_LENGTH = struct.Struct(">I")


def digest(*parts: bytes) -> bytes:
    """Return what stands for ``parts``: no other parts have it."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(_LENGTH.pack(len(part)))
        whole.update(part)
    return whole.digest()


@cache
def code() -> bytes:
    """Return what changes with everything that turns files into values: our own code, YAML's and Python's."""
    package = Path(rsfm.__file__).parent
    files = sorted(path for kind in ("*.py", "*.toml") for path in package.rglob(kind))
    sources = (part for path in files for part in (path.relative_to(package).as_posix().encode(), path.read_bytes()))
    return digest(sys.version.encode(), version("pyyaml").encode(), *sources)


class Kept:
    """What the last run kept, and what the next one shall find: only what was asked for or added since."""

    def __init__(self, file: Path | None) -> None:
        """Read ``file``; with ``None`` nothing is kept. Never raises."""
        self._file = file
        self._found = _load(file) if file else {}
        self._next: dict[bytes, memoryview | bytes] = {}

    def get(self, key: bytes) -> Any:
        """Return the value that was kept under ``key``, or ``None``."""
        frozen = self._found.get(key)
        value = None if frozen is None else thaw(frozen)
        if frozen is not None and value is not None:
            self._next[key] = frozen
        return value

    def add(self, key: bytes, frozen: bytes) -> None:
        """Keep what ``freeze`` returned under ``key``."""
        self._next[key] = frozen

    def save(self) -> None:
        """Write what the next run shall find. A folder that cannot be written is left alone."""
        if self._file and self._next != self._found:
            with suppress(OSError):
                _save(self._file, self._next)


def freeze(value: Any) -> bytes:
    """Return ``value``, made of plain values and our own classes, as bytes."""
    return pickle.dumps(value, protocol=5)


def thaw(frozen: memoryview | bytes) -> Any:
    """Return the value that was frozen, or ``None`` where the bytes are of anything but our own classes."""
    try:
        return _OwnClasses(io.BytesIO(frozen)).load()
    except Exception:  # broken bytes raise whatever the class they name raises
        return None


class _OwnClasses(pickle.Unpickler):
    """Makes values of our own classes and dates. Anything else, a function above all, is refused before it is called."""

    def find_class(self, module_name: str, global_name: str) -> type:
        return _own_class(module_name, global_name)


@cache
def _own_class(module_name: str, name: str) -> type:
    if (module_name, name) == ("datetime", "date"):
        return date
    # A module that is not loaded is not needed: loading one would run it.
    module = sys.modules.get(module_name) if module_name.startswith("rsfm.") else None
    found = vars(module).get(name) if module else None
    if isinstance(found, type) and found.__module__ == module_name:
        is_tuple = issubclass(found, tuple) and hasattr(found, "_fields")
        if is_tuple or issubclass(found, Enum) or dataclasses.is_dataclass(found):
            return found
    raise pickle.UnpicklingError(f"{module_name}.{name}")


def _load(file: Path) -> dict[bytes, memoryview | bytes]:
    secret = _secret()
    try:
        if not secret or file.parent.is_symlink():
            return {}
        data = memoryview(read_regular(file, _LARGEST))
    except OSError:
        return {}
    signature, body = data[:_SIGNATURE], data[_SIGNATURE:]
    if not hmac.compare_digest(signature, hmac.digest(secret, body, "sha256")):
        return {}
    found: dict[bytes, memoryview | bytes] = {}
    place = 0
    while place < len(body):
        (length,) = _LENGTH.unpack_from(body, place)
        begin = place + _LENGTH.size + _KEY
        found[bytes(body[place + _LENGTH.size : begin])] = body[begin : begin + length]
        place = begin + length
    return found


def _save(file: Path, values: dict[bytes, memoryview | bytes]) -> None:
    secret = _secret()
    if not secret or file.parent.is_symlink():
        return
    file.parent.mkdir(exist_ok=True)
    signature = hmac.new(secret, digestmod="sha256")
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=UNFINISHED)
    try:
        with os.fdopen(handle, "wb") as half:
            half.write(bytes(_SIGNATURE))
            for key, value in values.items():
                for part in (_LENGTH.pack(len(value)), key, value):
                    signature.update(part)
                    half.write(part)
            half.seek(0)
            half.write(signature.digest())
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _secret() -> bytes:
    """Return what this machine signs with, made when first needed; nothing where there is no place for it."""
    try:
        home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
        file = Path(home) / "rsfm/secret"
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle, name = tempfile.mkstemp(dir=file.parent)
            with os.fdopen(handle, "wb") as half:
                half.write(secrets.token_bytes(_SECRET))
            Path(name).replace(file)
        found = read_regular(file, _SECRET)
    except (OSError, RuntimeError):
        return b""
    return found if len(found) == _SECRET else b""
