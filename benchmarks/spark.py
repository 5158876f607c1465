"""What settling a large file costs on Spark (on Sail, to be exact) beside the same on one machine.

Needs the development tools.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.observations import write
from benchmarks.ratios import QUIET, Ratio, cpu_and_memory_of

ROWS = 10_000_000
PATIENCE = 60


def measure() -> Iterator[Ratio]:
    """CPU seconds, and MiB."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "observations.csv"
        write(file, ROWS)
        here, memory = cpu_and_memory_of(_settling(file, "here"))
        yield Ratio(
            f"memory for a file of {ROWS:,} rows, beside its size",
            memory,
            file.stat().st_size / (1 << 20),
            most=1,
            unit="MiB",
        )
        server, port = _sail()
        client, _ = cpu_and_memory_of(_settling(file, f"spark=sc://127.0.0.1:{port}"))
        os.kill(server, signal.SIGTERM)
        used = os.wait4(server, 0)[2]
        on_sail = client + used.ru_utime + used.ru_stime
        yield Ratio("the same on Sail, beside this machine alone", on_sail, here, most=5)


def _settling(file: Path, engine: str) -> list[str]:
    out = file.with_name("values.csv")
    return [sys.executable, "-m", "cli", "estimate", str(file), "--out", str(out), "--engine", engine]


def _sail() -> tuple[int, int]:
    """A server, and the port at which it listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(Path(sys.executable).with_name("sail")), "spark", "server", "--port", str(port)]
    server = os.posix_spawnp(command[0], command, os.environ, file_actions=QUIET)
    for _ in range(PATIENCE * 10):
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return server, port
        time.sleep(0.1)
    raise TimeoutError("Sail does not start")
