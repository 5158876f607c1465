"""Spark Connect servers for tests: Sail from its wheel, and Spark itself with a master and two workers."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

PROJECT = Path(__file__).parents[3]
PATIENCE = 180
"""Seconds until a server must listen; machines are shared."""


@contextmanager
def sail() -> Iterator[str]:
    """Sail, as an engine to settle on."""
    port = _free_port()
    command = [str(Path(sys.executable).with_name("sail")), "spark", "server", "--port", str(port)]
    with _running(command, RUST_LOG="error"):
        _wait_for(port)
        yield f"spark=sc://127.0.0.1:{port}"


@contextmanager
def two_workers(spark: Path, folder: Path) -> Iterator[str]:
    """A standalone master with two workers and a Spark Connect server, as an engine to settle on."""
    master, connect = _free_port(), _free_port()
    address = f"spark://127.0.0.1:{master}"
    command = [str(spark / "bin" / "spark-class")]
    deploy = "org.apache.spark.deploy"
    with ExitStack() as running:

        def start(*words: str) -> None:
            running.enter_context(_running([*command, *words], SPARK_HOME=str(spark)))

        start(f"{deploy}.master.Master", "--host", "127.0.0.1", "--port", str(master), "--webui-port", "0")
        _wait_for(master)
        for number in range(2):
            limits = ["--cores", "1", "--memory", "1g", "--webui-port", "0"]
            start(f"{deploy}.worker.Worker", *limits, "--work-dir", str(folder / str(number)), address)
        server = "org.apache.spark.sql.connect.service.SparkConnectServer"
        settings = {
            "spark.connect.grpc.binding.port": str(connect),
            "spark.executor.memory": "512m",
            "spark.ui.enabled": "false",
        }
        confs = [word for name, value in settings.items() for word in ("--conf", f"{name}={value}")]
        start(f"{deploy}.SparkSubmit", "--master", address, *confs, "--class", server, "spark-internal")
        _wait_for(connect)
        yield f"spark=sc://127.0.0.1:{connect}"


@contextmanager
def _running(command: list[str], **settings: str) -> Iterator[None]:
    """A process that finds this checkout, until it is no longer needed."""
    known = {"PYTHONPATH": str(PROJECT), "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    nowhere = subprocess.DEVNULL
    with subprocess.Popen(
        command, env=os.environ | known | settings, stdout=nowhere, stderr=nowhere
    ) as server:
        try:
            yield
        finally:
            server.terminate()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


def _wait_for(port: int) -> None:
    for _ in range(PATIENCE * 10):
        with closing(socket.socket()) as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(f"nobody listens at port {port}")
