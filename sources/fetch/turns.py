"""One request at a time to a host, however many captures are under way on this machine.

A turn is a lock on a file of the host, which the system gives back when its holder ends, however it ends. The
files are empty, named so that nobody can read from them whom a desk asks, and are left lying.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import gettempdir

from sources.errors import CannotKeep

_LOOKS_AGAIN_AFTER = 0.02


class NoTurn(Exception):
    """A host was being asked by others all the time that there was."""


@contextmanager
def turn(host: str, seconds: float, *, folder: Path | None = None) -> Iterator[None]:
    """Wait until nobody else is asking this host, at most so many seconds.

    Raises `NoTurn`, or `CannotKeep` where the folder of turns can't be used: by default one of the account
    among the temporary files.
    """
    descriptor = _opened(folder or _of_this_account(), host)
    try:
        ends = time.monotonic() + seconds
        while not _is_ours(descriptor):
            if time.monotonic() > ends:
                raise NoTurn(f"other captures were asking {host} all the time; try again when they are done")
            time.sleep(_LOOKS_AGAIN_AFTER)
        yield
    finally:
        os.close(descriptor)


def _opened(folder: Path, host: str) -> int:
    name = sha256(host.rstrip(".").encode()).hexdigest()[:32]
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        if sys.platform != "win32" and folder.lstat().st_uid != os.getuid():
            raise PermissionError(0, "it belongs to somebody else")
        return os.open(folder / name, os.O_CREAT | os.O_RDWR, 0o600)
    except OSError as error:
        raise CannotKeep(
            str(folder),
            f"can't hold the turns of captures ({(error.strerror or str(error)).lower()})",
            next_step="remove it, or name another folder for temporary files in TMPDIR",
        ) from error


def _of_this_account() -> Path:
    if sys.platform == "win32":
        return Path(gettempdir()) / "factdesk-turns"  # the folder is the account's own there
    return Path(gettempdir()) / f"factdesk-turns-{os.getuid()}"


def _is_ours(descriptor: int) -> bool:
    """Whether the lock could be had."""
    try:
        _lock(descriptor)
    except OSError:
        return False
    return True


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
